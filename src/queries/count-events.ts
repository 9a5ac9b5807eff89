// How many events a query reads, and how many of them match its filters: true counts (reference logs-insights-ql 5.3).

import type { Engine } from '../engine/engine.ts';
import { isPerRow, type Plan } from '../plan/plan.ts';
import {
  compileMatched,
  compileScanned,
  groupsTellMatches,
  matchesAll,
  matchingSteps,
} from '../sql/compile.ts';
import { duckdb } from '../sql/duckdb.ts';
import type { CompiledQuery } from './compile-query.ts';
import { histogramBucketMs } from './histogram.ts';
import { comparedSources } from './process-rows.ts';
import type { Histogram, QueryRequest } from './query.ts';
import { findXmlValues } from './xml-values.ts';

export interface Scanned {
  readonly records: number;
  readonly bytes: number;
  /** Events of the query's own source, without those of sub-queries, joins and compared windows. */
  readonly ownRecords: number;
}

/** Everything that the query reads: a window twice where the query reads it twice. */
export async function countScanned(
  { plan, sources, segments }: CompiledQuery,
  engine: Engine,
  signal: AbortSignal,
): Promise<Scanned> {
  const read = [...sources, ...segments.flatMap((segment) => comparedSources(segment, plan, sources))];
  const counts: { records: number; bytes: number }[] = [];
  // One after the other: a query may have many sub-queries, and they would only wait for each other in the engine.
  for (const source of read) {
    const { rows } = await engine.run(compileScanned(source, duckdb), signal);
    const [records, bytes] = rows[0] ?? [];
    counts.push({ records: Number(records ?? 0), bytes: Number(bytes ?? 0) });
  }
  const sum = (count: (one: { records: number; bytes: number }) => number): number =>
    counts.reduce((total, one) => total + count(one), 0);
  return {
    records: sum(({ records }) => records),
    bytes: sum(({ bytes }) => bytes),
    ownRecords: counts[plan.source]?.records ?? 0,
  };
}

export interface Matched {
  /** Null when every scanned event matches. */
  readonly records: number | null;
  readonly histogram?: Histogram;
}

/** How many events pass the filters (reference 5.3): true counts, not estimates; read off the rows where they tell it. */
export async function countMatched(
  request: QueryRequest,
  { plan, sources }: CompiledQuery,
  { rows, matched }: { readonly rows: number; readonly matched: number },
  engine: Engine,
  signal: AbortSignal,
): Promise<Matched> {
  if (request.histogram !== true) {
    if (matchesAll(plan)) return { records: null };
    if (groupsTellMatches(plan)) return { records: matched };
    if (showsAllMatches(plan, rows)) return { records: rows };
  }
  const { startMs, endMs } = sources[plan.source] ?? request;
  const bucketMs = histogramBucketMs(startMs, endMs);
  const deciding = { input: 'events', steps: matchingSteps(plan), process: null } as const;
  const values = await findXmlValues(plan, deciding, 'events', { engine, sources, signal });
  const counted = await engine.run(compileMatched(plan, bucketMs, sources, duckdb, values), signal);
  const buckets = counted.rows.map(([start = 0, count = 0]) => ({
    startMs: Number(start),
    count: Number(count),
  }));
  const records = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  return request.histogram === true ? { records, histogram: { bucketMs, buckets } } : { records };
}

/** Whether each matching event is one row: nothing was grouped, dropped as a duplicate or cut off by the limit. */
function showsAllMatches(plan: Plan, rows: number): boolean {
  return plan.steps.every((step, index) => {
    if (step.step === 'limit') return index === plan.steps.length - 1 && rows < step.count;
    return isPerRow(step);
  });
}
