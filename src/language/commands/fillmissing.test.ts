import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: [name] });

describe('fillmissing', () => {
  it.each([
    ['fillmissing', []],
    ['fillmissing with 0 for n', [{ value: { kind: 'number', value: 0, text: '0' }, field: field('n') }]],
    [
      'FILLMISSING WITH -1.5 FOR `avg(x)`, "none" for what',
      [
        { value: { kind: 'number', value: -1.5, text: '-1.5' }, field: field('avg(x)') },
        { value: { kind: 'string', value: 'none' }, field: field('what') },
      ],
    ],
    ['fillmissing with null for for', [{ value: { kind: 'null' }, field: field('for') }]],
  ])('%s', (text, values) => {
    expect(commandOf(text)).toEqual({ kind: 'fillmissing', values });
  });

  it.each([
    ['fillmissing 0 for n', ['unexpected-symbol: 0']],
    ['fillmissing with', ['unexpected-symbol: ']],
    ['fillmissing with n', ['unexpected-symbol: n']],
    ['fillmissing with 0', ['unexpected-symbol: ']],
    ['fillmissing with 0 for', ['unexpected-symbol: ']],
    ['fillmissing with 0 for n with 1 for m', ['unexpected-symbol: with']],
    ['fillmissing with -"a" for n', ['unexpected-symbol: for']],
    ['fillmissing with 1 + 1 for n', ['unexpected-symbol: +']],
    ['fillmissing with 0 for n,', ['trailing-comma?: ,']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
