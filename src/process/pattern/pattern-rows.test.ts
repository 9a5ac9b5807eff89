import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../engine/statement.ts';
import { describeDifference, diffColumns, diffRows } from './diff-rows.ts';
import type { Pattern, Period } from './pattern.ts';
import { newPatternMiner } from './pattern-miner.ts';
import { patternColumns, patternRows } from './pattern-rows.ts';

type Event = readonly [timeMs: number, text: string, period?: Period];

function mine(events: readonly Event[]): readonly Pattern[] {
  const miner = newPatternMiner({ startMs: 0, endMs: 59_999 });
  for (const [timeMs, text, period = 'current'] of events) miner.add(text, timeMs, period);
  return miner.patterns();
}

const column = (rows: readonly (readonly CellValue[])[], name: string): readonly CellValue[] =>
  rows.map((row) => row[diffColumns.findIndex((one) => one.name === name)] ?? null);

const columnJson = (rows: readonly (readonly CellValue[])[], name: string): readonly unknown[] =>
  column(rows, name).map((cell) => JSON.parse(String(cell)));

describe('rows of pattern', () => {
  const rows = patternRows(
    mine([
      [0, 'WARN took 5 ms'],
      [1000, 'WARN took 7 ms'],
      [2000, 'WARN took 7 ms'],
      [2500, 'done'],
      [0, 'only before', 'compared'],
    ]),
  );

  it('have the documented columns first', () => {
    expect(patternColumns.slice(0, 4).map(({ name }) => name)).toEqual([
      '@pattern',
      '@ratio',
      '@sampleCount',
      '@severityLabel',
    ]);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['WARN took <Number-1> ms', 0.75, 3, 'WARN'],
      ['done', 0.25, 1, 'INFO'],
    ]);
    for (const row of rows) expect(row).toHaveLength(patternColumns.length);
  });

  it('list constant and varying tokens in order', () => {
    expect(columnJson(rows, '@tokens')[0]).toEqual([
      {
        dynamicTokenPosition: 0,
        tokenType: 'STATIC',
        tokenString: 'WARN took ',
        isNumeric: false,
        isErrorCode: false,
        enumerations: {},
      },
      {
        dynamicTokenPosition: 1,
        tokenType: 'DYNAMIC',
        tokenString: '<*>',
        isNumeric: true,
        isErrorCode: false,
        enumerations: { '5': 1, '7': 2 },
        inferredTokenName: 'Number-1',
      },
      {
        dynamicTokenPosition: 0,
        tokenType: 'STATIC',
        tokenString: ' ms',
        isNumeric: false,
        isErrorCode: false,
        enumerations: {},
      },
    ]);
  });

  it('carry samples, counts over time and a regular expression', () => {
    expect(columnJson(rows, '@logSamples')[0]).toEqual([
      { timestamp: 0, logEvent: 'WARN took 5 ms' },
      { timestamp: 1000, logEvent: 'WARN took 7 ms' },
      { timestamp: 2000, logEvent: 'WARN took 7 ms' },
    ]);
    const [visualization] = columnJson(rows, '@visualization') as { timeWindowCountMapping: object }[];
    expect(Object.entries(visualization?.timeWindowCountMapping ?? {}).slice(0, 4)).toEqual([
      ['0', 1],
      ['1000', 1],
      ['2000', 1],
      ['3000', 0],
    ]);
    expect(column(rows, '@regexString')[0]).toBe('^WARN took ([-+.\\d]+) ms$');
  });

  it('name the patterns with the same course over time', () => {
    const course = (text: string, times: readonly number[]): readonly Event[] =>
      times.map((timeMs) => [timeMs, text]);
    const related = patternRows(
      mine([
        ...course('request failed', [1000, 1001, 20_000, 40_000]),
        ...course('retrying now', [1500, 20_100, 40_100]),
        ...course('heartbeat', [5000, 15_000, 25_000, 35_000, 45_000]),
      ]),
    );
    const id = Object.fromEntries(related.map((row) => [row[0], row[4]]));
    expect(Object.fromEntries(related.map((row) => [row[0], JSON.parse(String(row[8]))]))).toEqual({
      'request failed': [id['retrying now']],
      'retrying now': [id['request failed']],
      heartbeat: [],
    });
  });

  it('are none without events', () => {
    expect(patternRows([])).toEqual([]);
    expect(patternRows(mine([[0, 'x', 'compared']]))).toEqual([]);
  });
});

describe('rows of diff', () => {
  it('have the largest change first, and patterns of either window', () => {
    const rows = diffRows(
      mine([
        [0, 'same'],
        [0, 'same', 'compared'],
        [1, 'gone', 'compared'],
        [2, 'gone', 'compared'],
        [3, 'new ERROR'],
        [4, 'new ERROR'],
        [5, 'new ERROR'],
      ]),
    );
    expect(diffColumns.map(({ name }) => name).slice(-2)).toEqual([
      '@differenceCount',
      '@differenceDescription',
    ]);
    expect(rows.map((row) => [row[0], row[1], row[2], row[3], ...row.slice(patternColumns.length)])).toEqual([
      ['new ERROR', 0.75, 3, 'ERROR', 3, 'New pattern'],
      ['gone', 0, 0, 'INFO', -2, 'No longer seen'],
      ['same', 0.25, 1, 'INFO', 0, 'No change'],
    ]);
  });

  it.each([
    [5, 0, 'New pattern'],
    [0, 5, 'No longer seen'],
    [5, 5, 'No change'],
    [6, 5, 'Increased by 20%'],
    [4, 5, 'Decreased by 20%'],
    [15, 5, 'Increased by 200%'],
    [1001, 1000, 'Increased by less than 1%'],
  ])('%d after %d: %s', (now, before, text) => {
    expect(describeDifference(now, before)).toBe(text);
  });
});
