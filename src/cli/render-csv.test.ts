// RFC 4180, rule by rule.
import { expect, it } from 'vitest';
import { renderCsv } from './render-csv.ts';

it('separates records with CRLF and ends with one', () => {
  expect(renderCsv(['a', 'b'], [['1', '2']])).toBe('a,b\r\n1,2\r\n');
});

it.each([
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['cr\r', '"cr\r"'],
  [' spaces ', ' spaces '],
  ['', ''],
  [null, ''],
])('the cell %j is written %s', (cell, expected) => {
  expect(renderCsv(['h'], [[cell]])).toBe(`h\r\n${expected}\r\n`);
});
