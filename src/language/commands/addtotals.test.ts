import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const fields = (...names: string[]): unknown =>
  names.map((name) => ({ kind: 'field', name, segments: [name] }));

describe('addtotals', () => {
  it.each([
    ['addtotals', { row: true, column: false, fields: [] }],
    ['addtotals price, tax', { row: true, column: false, fields: fields('price', 'tax') }],
    ['addtotals fieldname=RowSum', { name: { name: 'RowSum' }, row: true, column: false, fields: [] }],
    ['ADDTOTALS COL=true ROW=false x', { row: false, column: true, fields: fields('x') }],
    [
      'addtotals fieldname=`all of it` col=false row, col',
      { name: { name: 'all of it' }, row: true, column: false, fields: fields('row', 'col') },
    ],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'addtotals', ...expected });
  });

  it.each([
    ['addtotals col=1', ['unexpected-symbol: 1']],
    ['addtotals col=yes', ['unexpected-symbol: yes']],
    ['addtotals fieldname="x"', ['unexpected-symbol: "x"']],
    ['addtotals fieldname=a.b', ['dotted-alias: a.b']],
    ['addtotals a b', ['unexpected-symbol: b']],
    ['addtotals a, col=true', ['unexpected-symbol: =']],
    ['addtotals label=x', ['unexpected-symbol: =']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
