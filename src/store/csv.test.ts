// RFC 4180 read rule by rule, and what is refused with which line.
import { expect, it } from 'vitest';
import { CsvError, csvRecord, readCsv } from './csv.ts';

it.each([
  ['LF', 'a,b\n1,2\n3,4\n'],
  ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
  ['CR', 'a,b\r1,2\r3,4'],
  ['no line end at the end', 'a,b\n1,2\n3,4'],
  ['a byte-order mark', '\ufeffa,b\n1,2\n3,4'],
  ['blank lines', '\na,b\n\n1,2\n\r\n3,4\n\n\n'],
  ['quotes that were not needed', '"a","b"\n"1","2"\n"3",4'],
])('reads a table with %s', (_, text) => {
  expect(readCsv(text)).toEqual({
    header: ['a', 'b'],
    rows: [
      ['1', '2'],
      ['3', '4'],
    ],
  });
});

it.each([
  ['"a,b"', 'a,b'],
  ['"say ""no"""', 'say "no"'],
  ['"two\nlines"', 'two\nlines'],
  ['"two\r\nlines"', 'two\r\nlines'],
  ['" "', ' '],
  [' spaces ', ' spaces '],
  ["it's", "it's"],
  ['Ünïcode 😀', 'Ünïcode 😀'],
  ['nul\0', 'nul\0'],
])('reads the cell %j as %j', (cell, value) => {
  expect(readCsv(`h,i\n${cell},x`).rows).toEqual([[value, 'x']]);
  expect(readCsv(`h,i\nx,${cell}\n`).rows).toEqual([['x', value]]);
});

it('reads empty cells, and a table without rows', () => {
  expect(readCsv('a,b,c\n,"",\n').rows).toEqual([['', '', '']]);
  expect(readCsv('a,b')).toEqual({ header: ['a', 'b'], rows: [] });
});

it.each([
  ['', 1, 'There is no header line.'],
  ['\ufeff\n\n', 1, 'There is no header line.'],
  ['a,b\n1,2\n3', 3, 'The line has 1 cells where the header has 2.'],
  ['a,b\n1,2,\n', 2, 'The line has 3 cells where the header has 2.'],
  ['a,b\n"1\n\n",2\n3', 5, 'The line has 1 cells where the header has 2.'],
  ['a,b\n\n\n"1,2\n3,4\n', 4, 'A quote is never closed.'],
  ['a\n5" disk\n', 2, 'A quote stands inside a cell that does not begin with one; put the cell in quotes.'],
  ['a\n"x" y\n', 2, 'Text follows a closing quote; a quote inside a cell is written twice.'],
  ['a\n"x\ny"z\n', 3, 'Text follows a closing quote; a quote inside a cell is written twice.'],
])('refuses %j', (text, line, message) => {
  const refused = (): unknown => {
    try {
      return readCsv(text);
    } catch (cause) {
      return cause;
    }
  };
  const cause = refused();
  expect(cause).toBeInstanceOf(CsvError);
  expect(cause).toMatchObject({ line, message });
});

it('reads what it writes', () => {
  const header = ['a', 'b,c', 'd"e'];
  const rows = [
    ['', 'x\ny', '"'],
    ['1', ' ', '\r'],
  ];
  expect(readCsv([header, ...rows].map(csvRecord).join(''))).toEqual({ header, rows });
});

it('reads ten megabytes in the time of a blink', () => {
  const text = `a,b,c\n${'0123456789,"quoted ""cell""",plain text\n'.repeat(260_000)}`;
  expect(text.length).toBeGreaterThan(10_000_000);
  expect(readCsv(text).rows).toHaveLength(260_000);
});
