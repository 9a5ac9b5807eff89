// A query from its text to its rows: compile, write statements, run them, turn cells into the API's strings.

import type { Engine, StatementResult } from '../engine/engine.ts';
import { isPerRow, type Plan } from '../plan/plan.ts';
import { cellText } from '../process/cell-text.ts';
import { compileMatched, compileScanned, groupsTellMatches, matchesAll } from '../sql/compile.ts';
import { duckdb } from '../sql/duckdb.ts';
import { type CompiledQuery, type CompileEnvironment, compileQuery } from './compile-query.ts';
import { histogramBucketMs } from './histogram.ts';
import { encodePointer } from './pointer.ts';
import type { Histogram, QueryRequest, QueryResult } from './query.ts';

export interface QueryEnvironment extends CompileEnvironment {
  readonly engine: Engine;
}

/** Throws QueryRejected and UnknownLogGroup before anything runs, an AbortError when `signal` fires. */
export async function runQuery(
  request: QueryRequest,
  environment: QueryEnvironment,
  signal?: AbortSignal,
): Promise<QueryResult> {
  const startedMs = environment.nowMs();
  const compiled = compileQuery(request, environment);
  const { statement } = compiled;
  const [{ rows }, scanned] = await Promise.all([
    environment.engine.run(statement, signal),
    environment.engine.run(compileScanned(compiled.source, duckdb), signal),
  ]);
  const matched = await countMatched(request, compiled, rows, environment.engine, signal);
  const [events = 0, bytes = 0] = scanned.rows[0] ?? [];
  return {
    columns: statement.columns,
    rows: rows.map((row) =>
      statement.columns.map(({ kind }, index) => cellText(row[index] ?? null, kind, pointerText)),
    ),
    statistics: {
      recordsMatched: matched.records ?? Number(events),
      recordsScanned: Number(events),
      bytesScanned: Number(bytes ?? 0),
      logGroupsScanned: compiled.source.groups.length,
    },
    ...(matched.histogram === undefined ? {} : { histogram: matched.histogram }),
    durationMs: environment.nowMs() - startedMs,
    warnings: compiled.warnings,
  };
}

/** `<group id>:<sequence>` as sql/ writes it -> the opaque `@ptr`. */
function pointerText(text: string): string {
  const [group = '', sequence = ''] = text.split(':');
  return encodePointer(Number(group), BigInt(sequence));
}

interface Matched {
  /** Null when every scanned event matches. */
  readonly records: number | null;
  readonly histogram?: Histogram;
}

/** How many events pass the filters (reference 5.3): true counts, not estimates; read off the rows where they tell it. */
async function countMatched(
  request: QueryRequest,
  { plan, source }: CompiledQuery,
  rows: StatementResult['rows'],
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<Matched> {
  if (request.histogram !== true) {
    if (matchesAll(plan)) return { records: null };
    if (groupsTellMatches(plan)) return { records: Number(rows[0]?.at(-1) ?? 0) };
    if (showsAllMatches(plan, rows.length)) return { records: rows.length };
  }
  const bucketMs = histogramBucketMs(request.startMs, request.endMs);
  const counted = await engine.run(compileMatched(plan, bucketMs, source, duckdb), signal);
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
