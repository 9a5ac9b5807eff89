// Widths, cuts and wraps on the character grid, and what may not pass to a terminal.
import { expect, it } from 'vitest';
import { cut, displayWidth, pad, printable, wrap } from './cell-text.ts';

it.each([
  ['abc', 3],
  ['日本語', 6],
  ['e\u0301', 1],
  ['…', 1],
  ['', 0],
])('the width of %j is %i', (text, width) => expect(displayWidth(text)).toBe(width));

it.each([
  ['a\nb', 'a b'],
  ['a \r\n  b', 'a b'],
  ['tab\there', 'tab here'],
  ['\u001b[31mred\u001b[0m', '[31mred[0m'],
  ['bell\u0007', 'bell'],
  ['right\u202eleft', 'rightleft'],
  ['Müller', 'Müller'],
])('%j is shown as %j', (text, expected) => expect(printable(text)).toBe(expected));

it.each([
  ['OutOfMemoryError', 8, 'OutOfMe…'],
  ['OutOfMemoryError', 16, 'OutOfMemoryError'],
  ['日本語', 4, '日…'],
  ['a b c', 3, 'a…'],
  ['abc', 0, ''],
])('%j cut to %i is %j', (text, width, expected) => expect(cut(text, width, '…')).toBe(expected));

it('pads by cells, not by characters', () => {
  expect(pad('日', 4)).toBe('日  ');
  expect(pad('7', 3, 'right')).toBe('  7');
  expect(pad('long', 2)).toBe('long');
});

it('wraps at spaces and keeps long words whole', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('see arn:aws:ecs:eu-west-1:1:task/a/b now', 10)).toEqual([
    'see',
    'arn:aws:ecs:eu-west-1:1:task/a/b',
    'now',
  ]);
  expect(wrap('  ', 10)).toEqual([]);
});
