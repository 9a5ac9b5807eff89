import { expect, it } from 'vitest';
import { cells } from './cells.ts';

it.each([
  ['abc', 'abc', 3],
  ['a\tb', 'a    b', 6],
  ['日本', '日本', 4],
  ['😀', '😀', 2],
  ['é', 'é', 1],
  ['e\u0301', 'e\u0301', 1],
  ['a\u0007b\r', 'a b ', 4],
])('%j', (text, shown, width) => {
  expect(cells(text)).toEqual({ text: shown, width });
});
