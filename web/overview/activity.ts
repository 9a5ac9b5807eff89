// Events over time by detail-type: the query, and its rows as series of a chart.

import type { TimeRange } from '../../src/investigations/investigation.ts';
import type { QueryResult } from '../api/responses.ts';
import { type Bucket, bucketFor } from '../charts/bucket.ts';
import type { Series } from '../charts/stacked-bars.ts';
import { parseTimestamp } from '../format/time.ts';

const bucketsMax = 90;
/** More series than this cannot be told apart; the rarest are drawn as one. */
const seriesMax = 5;

export interface ActivityQuery extends Bucket {
  readonly text: string;
}

export function activityQuery(range: TimeRange): ActivityQuery {
  const bucket = bucketFor(range, bucketsMax);
  return {
    ...bucket,
    text: `stats count(*) as events by bin(${bucket.period}) as time, \`detail-type\` as type`,
  };
}

/** Series of the result, the most frequent type first; events without a type count as other. */
export function activitySeries({ columns, rows }: QueryResult): readonly Series[] {
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const [time, type, events] = [at('time'), at('type'), at('events')];
  const totals = new Map<string, number>();
  const cells = rows.flatMap((row) => {
    const startMs = parseTimestamp(row[time] ?? '');
    if (startMs === undefined) return [];
    const cell = { startMs, type: row[type] ?? otherName, count: Number(row[events]) };
    totals.set(cell.type, (totals.get(cell.type) ?? 0) + cell.count);
    return [cell];
  });
  const byTotal = [...totals].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  const named = byTotal.filter((name) => name !== otherName).slice(0, seriesMax);
  const series = new Map<string, Map<number, number>>(named.map((name) => [name, new Map()]));
  for (const { startMs, type, count } of cells) {
    const name = series.has(type) ? type : otherName;
    const counts = series.get(name) ?? new Map<number, number>();
    counts.set(startMs, (counts.get(startMs) ?? 0) + count);
    series.set(name, counts);
  }
  return [...series].map(([name, counts], index) => ({
    name: shortType(name),
    color: name === otherName ? 'var(--tone-neutral)' : `var(--series-${index + 1})`,
    counts,
  }));
}

const otherName = 'Other types';

/** All of them are ECS's. */
const shortType = (type: string): string => type.replace(/^ECS /, '');
