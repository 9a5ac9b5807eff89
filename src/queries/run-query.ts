// A query from its text to its rows: compile, write statements, run them within the limits, turn cells into the API's strings.

import type { Engine } from '../engine/engine.ts';
import { columnsRead } from '../plan/segments.ts';
import { compileSegment, type SegmentInput, type Source } from '../sql/compile.ts';
import { duckdb } from '../sql/duckdb.ts';
import { rowsJson } from '../sql/rows-source.ts';
import { type CompiledQuery, type CompileEnvironment, compileQuery } from './compile-query.ts';
import { countMatched, countScanned, type Scanned } from './count-events.ts';
import { UnknownLogGroup } from './find-source.ts';
import { processRows } from './process-rows.ts';
import type { QueryOutcome, QueryRequest, QueryResult, ResultColumn, ResultSink } from './query.ts';
import { defaultLimits, type QueryLimits, withinLimits } from './query-stopped.ts';
import { RowsInMemory, RowTexts } from './result-rows.ts';
import { canBeSliced, limitOf, slicesOf } from './time-slices.ts';
import { findXmlValues, readsXml } from './xml-values.ts';

export interface QueryEnvironment extends CompileEnvironment {
  readonly engine: Engine;
  /** Those of limits.ts when absent. */
  readonly limits?: QueryLimits;
  /** Windows with as many events are read in slices when somebody looks while the query runs. */
  readonly slicedFromRecords?: number;
}

/** Fewer are read in a tenth of a second. */
const slicedFromRecordsUsual = 500_000;

/** The whole result, in memory. Throws what streamQuery throws, and QueryStopped when the result is too large. */
export async function runQuery(
  request: QueryRequest,
  environment: QueryEnvironment,
  signal?: AbortSignal,
): Promise<QueryResult> {
  const found = new RowsInMemory((environment.limits ?? defaultLimits).resultCharsMax);
  const outcome = await streamQuery(request, environment, found, signal);
  return { ...outcome, rows: found.rows };
}

/**
 * Gives the rows to `sink` as they are found. Throws QueryRejected and UnknownLogGroup before anything runs, UnknownLogGroup also
 * when a log group is deleted before the query has begun to read it, QueryStopped when a limit ends it, an AbortError when `signal` fires, and what `sink` throws.
 */
export async function streamQuery(
  request: QueryRequest,
  environment: QueryEnvironment,
  sink: ResultSink,
  signal?: AbortSignal,
): Promise<QueryOutcome> {
  const startedMs = environment.nowMs();
  const compiled = compileQuery(request, environment);
  const { engine, limits = defaultLimits } = environment;
  const answer = await withinLimits(limits, signal, (both) => {
    const { slicedFromRecords = slicedFromRecordsUsual } = environment;
    const run = { compiled, engine, signal: both, sink, slicedFromRecords };
    if (!readsXml(compiled.plan)) return answerQuery(request, run);
    // What the texts held must be said of the same events that are shown.
    return engine.snapshot((moment) => answerQuery(request, { ...run, engine: moment }), both);
  }).catch((cause: unknown) => {
    throw deletedGroup(compiled.sources, environment) ?? cause;
  });
  return { ...answer, durationMs: environment.nowMs() - startedMs, warnings: compiled.warnings };
}

/** The log group that a statement has looked for in vain, because it was deleted since the query was compiled. */
function deletedGroup(sources: readonly Source[], { store }: CompileEnvironment): UnknownLogGroup | null {
  const read = sources.flatMap(({ groups }) => groups);
  const gone = read.find(({ name, groupId }) => store.group(name)?.groupId !== groupId);
  return gone === undefined ? null : new UnknownLogGroup(gone.name);
}

/** One query on its way through the engine. */
interface Run {
  readonly compiled: CompiledQuery;
  readonly engine: Engine;
  readonly signal: AbortSignal;
  readonly sink: ResultSink;
  readonly slicedFromRecords: number;
}

type Answer = Omit<QueryOutcome, 'durationMs' | 'warnings'>;

async function answerQuery(request: QueryRequest, run: Run): Promise<Answer> {
  const { compiled, engine, signal, sink } = run;
  const logGroupsScanned = logGroupsOf(compiled).length;
  const counting = countScanned(compiled, engine, signal).then((counts) => {
    sink.scanned?.({ recordsScanned: counts.records, bytesScanned: counts.bytes, logGroupsScanned });
    return counts;
  });
  const [table, scanned] = await Promise.all([
    compiled.plan.estimate ? null : tableOf(run, counting),
    counting,
  ]);
  if (table === null) return estimate(scanned, sink);
  const matched = await countMatched(request, compiled, table, engine, signal);
  return {
    columns: table.columns,
    statistics: {
      recordsMatched: matched.records ?? scanned.ownRecords,
      recordsScanned: scanned.records,
      bytesScanned: scanned.bytes,
      logGroupsScanned,
    },
    ...(matched.histogram === undefined ? {} : { histogram: matched.histogram }),
  };
}

interface Table {
  readonly columns: readonly ResultColumn[];
  /** How many rows went to the sink. */
  readonly rows: number;
  /** How many events matched, where the statement of a stats tells it. */
  readonly matched: number;
}

/** Runs segment after segment; between two of them the rows are process/'s, those of the last one go to the sink. */
async function tableOf(run: Run, counting: Promise<Scanned>): Promise<Table> {
  const { compiled, engine, signal, sink } = run;
  const { plan, segments, sources } = compiled;
  // Somebody who looks while it runs should see something.
  if (sink.scanned !== undefined && canBeSliced(plan)) {
    if ((await counting).records >= run.slicedFromRecords) return slicedTable(run);
  }
  const outputs = plan.output.map(({ expr }) => expr);
  let input: SegmentInput = 'events';
  for (const [index, segment] of segments.entries()) {
    if (segment.process === null) {
      const values = await findXmlValues(plan, segment, input, { engine, sources, signal });
      const statement = compileSegment(plan, segment, input, sources, duckdb, values);
      const found = new RowTexts(statement.columns, sink);
      await engine.stream(statement, (rows) => found.add(rows), signal);
      return { columns: statement.columns, rows: found.count, matched: Number(found.first?.at(-1) ?? 0) };
    }
    const next = segments[index + 1];
    const columns = next === undefined ? [] : columnsRead(next, outputs);
    const made = await processRows(segment.process, columns, { segment, input, compiled, engine, signal });
    input = { rows: rowsJson(columns, made) };
  }
  throw new Error('the last segment of a plan has no process step');
}

/** Slice after slice, all of one moment, until there are as many rows as there may be. */
async function slicedTable({ compiled, engine, signal, sink }: Run): Promise<Table> {
  const { plan, segments, sources, statements } = compiled;
  const [segment] = segments;
  const [source] = sources;
  const columns = statements[0]?.columns ?? [];
  const limit = limitOf(plan.steps) ?? 0;
  const found = new RowTexts(columns, sink);
  await engine.snapshot(async (moment) => {
    for (const slice of source === undefined ? [] : slicesOf(source)) {
      if (segment === undefined || found.count >= limit) return;
      const statement = compileSegment(plan, segment, 'events', [slice], duckdb);
      await moment.stream(statement, (rows) => found.add(rows.slice(0, limit - found.count)), signal);
    }
  }, signal);
  return { columns, rows: found.count, matched: 0 };
}

/** Names of the log groups that a query reads, those of its sub-queries included. */
export function logGroupsOf({ sources }: Pick<CompiledQuery, 'sources'>): readonly string[] {
  return [...new Set(sources.flatMap(({ groups }) => groups.map(({ name }) => name)))];
}

/** The answer of `estimate`: nothing was read (reference 3.29). */
async function estimate({ bytes }: Scanned, sink: ResultSink): Promise<Answer> {
  const columns: readonly ResultColumn[] = [{ name: '@estimatedBytesScanned', kind: 'number' }];
  sink.begin(columns);
  await sink.add([[String(bytes)]]);
  return {
    columns,
    statistics: { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 },
  };
}
