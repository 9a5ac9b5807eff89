import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: name.split('.') });

describe('accum', () => {
  it.each([
    ['accum bytes', { field: field('bytes') }],
    ['ACCUM detail.bytes AS total', { field: field('detail.bytes'), alias: { name: 'total' } }],
    ['accum as as `a total`', { field: field('as'), alias: { name: 'a total' } }],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'accum', ...expected });
  });

  it.each([
    ['accum', ['unexpected-symbol: ']],
    ['accum a, b', ['unexpected-symbol: ,']],
    ['accum a as', ['unexpected-symbol: ']],
    ['accum a as b.c', ['dotted-alias: b.c']],
    ['accum 5', ['unexpected-symbol: 5']],
    ['accum abs(a)', ['unexpected-symbol: (']],
    ['accum a by b', ['unexpected-symbol: by']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
