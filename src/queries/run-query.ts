// A query from its text to its rows: compile, write statements, run them, turn cells into the API's strings.

import type { Engine, Rows } from '../engine/engine.ts';
import type { StatementColumn } from '../engine/statement.ts';
import { isPerRow, type Plan } from '../plan/plan.ts';
import { columnsRead } from '../plan/segments.ts';
import { cellText } from '../process/cell-text.ts';
import {
  compileMatched,
  compileScanned,
  compileSegment,
  groupsTellMatches,
  matchesAll,
  type SegmentInput,
  type Source,
} from '../sql/compile.ts';
import { duckdb } from '../sql/duckdb.ts';
import { rowsJson } from '../sql/rows-source.ts';
import { type CompiledQuery, type CompileEnvironment, compileQuery } from './compile-query.ts';
import { histogramBucketMs } from './histogram.ts';
import { encodePointer } from './pointer.ts';
import { comparedSources, type ProcessRun, processRows } from './process-rows.ts';
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
  const { engine } = environment;
  const [answer, scanned] = await Promise.all([
    compiled.plan.estimate ? null : answerOf(compiled, engine, signal),
    countScanned(compiled, engine, signal),
  ]);
  const ended = () => ({ durationMs: environment.nowMs() - startedMs, warnings: compiled.warnings });
  if (answer === null) return { ...estimate(scanned), ...ended() };
  const { columns, rows } = answer;
  const matched = await countMatched(request, compiled, rows, engine, signal);
  return {
    columns,
    rows: rows.map((row) =>
      columns.map(({ kind }, index) => cellText(row[index] ?? null, kind, pointerText)),
    ),
    statistics: {
      recordsMatched: matched.records ?? scanned.ownRecords,
      recordsScanned: scanned.records,
      bytesScanned: scanned.bytes,
      logGroupsScanned: logGroupsOf(compiled.sources),
    },
    ...(matched.histogram === undefined ? {} : { histogram: matched.histogram }),
    ...ended(),
  };
}

interface Answer {
  readonly columns: readonly StatementColumn[];
  readonly rows: Rows;
}

/** Runs segment after segment; between two of them the rows are process/'s. */
async function answerOf(
  compiled: CompiledQuery,
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { plan, segments, sources } = compiled;
  const outputs = plan.output.map(({ expr }) => expr);
  let input: SegmentInput = 'events';
  for (const [index, segment] of segments.entries()) {
    const statement = compileSegment(plan, segment, input, sources, duckdb);
    if (segment.process === null) {
      const { rows } = await engine.run(statement, signal);
      return { columns: statement.columns, rows };
    }
    const run: ProcessRun = { segment, input, compiled, engine, signal };
    const next = segments[index + 1];
    const columns = next === undefined ? [] : columnsRead(next, outputs);
    input = { rows: rowsJson(columns, await processRows(segment.process, columns, run)) };
  }
  throw new Error('the last segment of a plan has no process step');
}

interface Scanned {
  readonly records: number;
  readonly bytes: number;
  /** Events of the query's own source, without those of sub-queries, joins and compared windows. */
  readonly ownRecords: number;
}

/** Everything that the query reads: a window twice where the query reads it twice. */
async function countScanned(
  { plan, sources, segments }: CompiledQuery,
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<Scanned> {
  const read = [...sources, ...segments.flatMap((segment) => comparedSources(segment, plan, sources))];
  const counts = await Promise.all(
    read.map(async (source) => {
      const { rows } = await engine.run(compileScanned(source, duckdb), signal);
      const [records, bytes] = rows[0] ?? [];
      return { records: Number(records ?? 0), bytes: Number(bytes ?? 0) };
    }),
  );
  const sum = (count: (one: { records: number; bytes: number }) => number): number =>
    counts.reduce((total, one) => total + count(one), 0);
  return {
    records: sum(({ records }) => records),
    bytes: sum(({ bytes }) => bytes),
    ownRecords: counts[plan.source]?.records ?? 0,
  };
}

function logGroupsOf(sources: readonly Source[]): number {
  return new Set(sources.flatMap(({ groups }) => groups.map(({ groupId }) => groupId))).size;
}

/** The answer of `estimate`: nothing was read (reference 3.29). */
function estimate({ bytes }: Scanned): Pick<QueryResult, 'columns' | 'rows' | 'statistics'> {
  return {
    columns: [{ name: '@estimatedBytesScanned', kind: 'number' }],
    rows: [[String(bytes)]],
    statistics: { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 },
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
  { plan, sources }: CompiledQuery,
  rows: Rows,
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<Matched> {
  if (request.histogram !== true) {
    if (matchesAll(plan)) return { records: null };
    if (groupsTellMatches(plan)) return { records: Number(rows[0]?.at(-1) ?? 0) };
    if (showsAllMatches(plan, rows.length)) return { records: rows.length };
  }
  const bucketMs = histogramBucketMs(request.startMs, request.endMs);
  const counted = await engine.run(compileMatched(plan, bucketMs, sources, duckdb), signal);
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
