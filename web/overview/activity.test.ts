import { expect, it } from 'vitest';
import { parse } from '../../src/language/index.ts';
import { activityQuery, activitySeries } from './activity.ts';

const result = (rows: readonly (readonly (string | null)[])[]) => ({
  columns: [
    { name: 'time', kind: 'timestamp' as const },
    { name: 'type', kind: 'text' as const },
    { name: 'events', kind: 'number' as const },
  ],
  rows,
  statistics: { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 },
  warnings: [],
  durationMs: 1,
});
const ten = '2026-11-22 10:00:00.000';
const eleven = '2026-11-22 11:00:00.000';

it('asks with a query that parses', () => {
  const query = activityQuery({ startMs: 0, endMs: 7 * 86_400_000 });
  expect(query.bucketMs).toBe(3 * 3_600_000);
  expect(parse(query.text).diagnostics).toEqual([]);
});

it('makes one series per type, the most frequent first', () => {
  const series = activitySeries(
    result([
      [ten, 'ECS Service Action', '5'],
      [ten, 'ECS Task State Change', '20'],
      [eleven, 'ECS Task State Change', '10'],
    ]),
  );
  expect(series.map(({ name }) => name)).toEqual(['Task State Change', 'Service Action']);
  expect([...(series[0]?.counts.values() ?? [])]).toEqual([20, 10]);
});

it('adds up the rarest types and the events without one', () => {
  const types = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const rows = types.map((type, at) => [ten, type, String(100 - at)]);
  const series = activitySeries(result([...rows, [ten, null, '1']]));
  expect(series.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'Other types']);
  expect([...(series[5]?.counts.values() ?? [])]).toEqual([95 + 94 + 1]);
});
