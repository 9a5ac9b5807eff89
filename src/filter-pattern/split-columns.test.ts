import { describe, expect, it } from 'vitest';
import { splitColumns } from './split-columns.ts';

const texts = (message: string, most?: number): readonly string[] =>
  splitColumns(message, most).map(({ text }) => text);

describe('columns of a message', () => {
  it.each([
    ['a b  c', ['a', 'b', 'c']],
    ['  a\tb\r\nc ', ['a', 'b', 'c']],
    ['', []],
    ['   ', []],
    ['a [b c] "d e" f', ['a', 'b c', 'd e', 'f']],
    ['[a] "" []', ['a', '', '']],
    // A backslash keeps a quote from closing.
    ['"a \\" b" c', ['a \\" b', 'c']],
    // What is not closed before a space is a word like any other.
    ['"a b', ['"a', 'b']],
    ['[a b', ['[a', 'b']],
    ['[INFO]: x', ['[INFO]:', 'x']],
    ['a"b c" d', ['a"b', 'c"', 'd']],
  ])('%j', (message, expected) => {
    expect(texts(message)).toEqual(expected);
  });

  it('stops after enough of them', () => {
    expect(texts('a b c d', 2)).toEqual(['a', 'b']);
    expect(splitColumns('a  bc')[1]).toEqual({ start: 3, text: 'bc' });
  });
});

it('takes no longer for what is never closed', () => {
  const message = '[ " '.repeat(100_000);
  const started = performance.now();
  expect(splitColumns(`${message}]x`)).toHaveLength(100_001);
  expect(performance.now() - started).toBeLessThan(2_000);
});
