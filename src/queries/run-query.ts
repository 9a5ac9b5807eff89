// A query from its text to its rows: compile, write statements, run them, turn cells into the API's strings.

import type { Engine } from '../engine/engine.ts';
import type { CellValue } from '../engine/statement.ts';
import { cellText } from '../process/cell-text.ts';
import { compileMatched, compileScanned, matchesAll } from '../sql/compile.ts';
import { duckdb } from '../sql/duckdb.ts';
import { type CompiledQuery, type CompileEnvironment, compileQuery } from './compile-query.ts';
import { histogramBucketMs } from './histogram.ts';
import { encodePointer } from './pointer.ts';
import type { Histogram, QueryRequest, QueryResult, QueryStatistics } from './query.ts';

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
  const { rows } = await environment.engine.run(statement, signal);
  const counts = await countRecords(request, compiled, environment.engine, signal);
  return {
    columns: statement.columns,
    rows: rows.map((row) =>
      row.map((cell, index) => cellText(cell, statement.columns[index]?.kind ?? 'text', pointerText)),
    ),
    statistics: counts.statistics,
    ...(request.histogram === true ? { histogram: counts.histogram } : {}),
    durationMs: environment.nowMs() - startedMs,
    warnings: compiled.warnings,
  };
}

/** `<group id>:<sequence>` as sql/ writes it -> the opaque `@ptr`. */
function pointerText(text: string): string {
  const [group = '', sequence = ''] = text.split(':');
  return encodePointer(Number(group), BigInt(sequence));
}

interface Counts {
  readonly statistics: QueryStatistics;
  readonly histogram: Histogram;
}

/** The statistics of reference 5.3: true counts, not estimates. */
async function countRecords(
  request: QueryRequest,
  { plan, source }: CompiledQuery,
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<Counts> {
  const scanned = await engine.run(compileScanned(source, duckdb), signal);
  const [events = 0, bytes = 0] = scanned.rows[0] ?? [];
  const bucketMs = histogramBucketMs(request.startMs, request.endMs);
  const counted = request.histogram === true || !matchesAll(plan);
  const matched = counted
    ? await engine.run(compileMatched(plan, bucketMs, source, duckdb), signal)
    : { rows: [] };
  const buckets = matched.rows.map(([start = 0, count = 0]) => ({
    startMs: Number(start),
    count: Number(count),
  }));
  return {
    statistics: {
      recordsMatched: counted ? buckets.reduce((sum, bucket) => sum + bucket.count, 0) : asNumber(events),
      recordsScanned: asNumber(events),
      bytesScanned: asNumber(bytes),
      logGroupsScanned: source.groups.length,
    },
    histogram: { bucketMs, buckets },
  };
}

function asNumber(cell: CellValue): number {
  return cell === null ? 0 : Number(cell);
}
