import { expect, it } from 'vitest';
import { gridCell, gridColumns, pointerOf } from './result-grid.ts';

const statistics = { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 };
const raw = {
  columns: [
    { name: '@timestamp', kind: 'timestamp' as const },
    { name: 'n', kind: 'number' as const },
    { name: '@ptr', kind: 'text' as const },
  ],
  rows: [],
  statistics,
  warnings: [],
  durationMs: 1,
};

it('shows every column but the pointer', () => {
  expect(gridColumns(raw).map(({ name, at, alignRight }) => [name, at, alignRight])).toEqual([
    ['@timestamp', 0, false],
    ['n', 1, true],
  ]);
});

it('finds the event behind a row', () => {
  expect(pointerOf(raw, ['2026-11-22 10:00:00.000', '3', 'p1'])).toBe('p1');
  expect(pointerOf({ ...raw, columns: raw.columns.slice(0, 2) }, ['x', '3'])).toBeNull();
});

it('shows times in the zone, everything else as it is', () => {
  expect(gridCell('2026-11-22 10:00:00.000', 'timestamp', 'utc')).toBe('2026-11-22 10:00:00.000');
  const noon = new Date(2026, 10, 22, 12).toISOString().replace('T', ' ').replace('Z', '');
  expect(gridCell(noon, 'timestamp', 'local')).toBe('2026-11-22 12:00:00.000');
  expect(gridCell('2026-11-22 10:00:00.000', 'text', 'local')).toBe('2026-11-22 10:00:00.000');
  expect(gridCell(null, 'timestamp', 'utc')).toBeNull();
});
