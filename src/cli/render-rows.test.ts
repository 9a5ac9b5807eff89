// One small result in the four formats.
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import type { QueryResult } from '../queries/query.ts';
import type { Format } from './options.ts';
import { gathered, renderRows, resultLine } from './render-rows.ts';
import type { Style } from './terminal.ts';

const style: Style = { colors: createColors(false), unicode: true, columns: 60 };

const printed = (shown: QueryResult, format: Format): string =>
  [...renderRows(shown, format, style)].join('');

const result: QueryResult = {
  columns: [
    { name: 'service', kind: 'text' },
    { name: 'stops', kind: 'number' },
    { name: '@ptr', kind: 'pointer' },
  ],
  rows: [
    ['checkout, "new"', '12', 'AAA'],
    [null, '3', 'BBB'],
  ],
  statistics: { recordsMatched: 15, recordsScanned: 1200, bytesScanned: 3_400_000, logGroupsScanned: 2 },
  durationMs: 35,
  warnings: [],
};

it('json holds everything, rows as objects without absent cells', () => {
  const parsed = JSON.parse(printed(result, 'json'));
  expect(parsed.rows).toEqual([
    { service: 'checkout, "new"', stops: '12', '@ptr': 'AAA' },
    { stops: '3', '@ptr': 'BBB' },
  ]);
  expect(parsed.statistics.recordsScanned).toBe(1200);
});

it('ndjson is one object per row', () => {
  expect(printed(result, 'ndjson')).toBe(
    '{"service":"checkout, \\"new\\"","stops":"12","@ptr":"AAA"}\n{"stops":"3","@ptr":"BBB"}\n',
  );
});

it('csv quotes where it must', () => {
  expect(printed(result, 'csv')).toBe('service,stops,@ptr\r\n"checkout, ""new""",12,AAA\r\n,3,BBB\r\n');
});

it('a table leaves the pointer out', () => {
  expect(printed(result, 'table')).toBe(
    ['service          stops', 'checkout, "new"     12', '                     3', ''].join('\n'),
  );
});

it('a table without rows is nothing, the other formats keep their form', () => {
  const empty = { ...result, rows: [] };
  expect(printed(empty, 'table')).toBe('');
  expect(printed(empty, 'csv')).toBe('service,stops,@ptr\r\n');
  expect(JSON.parse(printed(empty, 'json')).rows).toEqual([]);
});

it('counts under the table', () => {
  expect(resultLine(result)).toBe(
    '2 rows. 15 events matched of 1,200 events (3.4 MB) in 2 log groups, 35 ms.',
  );
});

it('json has a row on every line', () => {
  expect(printed(result, 'json')).toContain(
    '  "rows": [\n    {"service":"checkout, \\"new\\"","stops":"12","@ptr":"AAA"},\n    {"stops"',
  );
});

it('gathers small pieces and changes nothing', () => {
  const pieces = Array.from({ length: 10_000 }, (_, index) => `piece ${index}\n`);
  const larger = [...gathered(pieces)];
  expect(larger.join('')).toBe(pieces.join(''));
  expect(larger.length).toBeLessThan(5);
});
