// Rows of a segment -> rows of process/: patterns of text, compared or judged, and fields that tell events apart.

import type { Engine } from '../engine/engine.ts';
import type { CellValue, Statement } from '../engine/statement.ts';
import type { NamedColumn, Period, Plan, Shift } from '../plan/plan.ts';
import type { ProcessStep, Segment } from '../plan/segments.ts';
import { anomalyColumns, anomalyRows } from '../process/pattern/anomaly-rows.ts';
import { diffColumns, diffRows } from '../process/pattern/diff-rows.ts';
import { newPatternMiner } from '../process/pattern/pattern-miner.ts';
import { patternColumns, patternRows } from '../process/pattern/pattern-rows.ts';
import { relevantFieldRows, relevantFieldsColumns } from '../process/relevant-fields.ts';
import { compileSegment, type SegmentInput, type Source } from '../sql/compile.ts';
import { duckdb } from '../sql/duckdb.ts';
import { fieldsOf } from '../sql/source.ts';
import type { CompiledQuery } from './compile-query.ts';
import { readFieldCounts } from './field-counts.ts';
import { findXmlValues } from './xml-values.ts';

export interface ProcessRun {
  readonly segment: Segment;
  readonly input: SegmentInput;
  readonly compiled: Pick<CompiledQuery, 'plan' | 'sources'>;
  readonly engine: Engine;
  readonly signal: AbortSignal | undefined;
}

interface Table {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The rows that a process step makes, with the cells of `columns`. */
export async function processRows(
  { command, inputs }: ProcessStep,
  columns: readonly NamedColumn[],
  run: ProcessRun,
): Promise<readonly (readonly CellValue[])[]> {
  const table =
    command.name === 'pattern'
      ? await patternTable(command, inputs.length > 1, run)
      : await relevantFieldsTable(command.fields?.map(nameOf) ?? null, run);
  const places = columns.map(({ name }) => table.columns.findIndex((column) => column.name === name));
  return table.rows.map((row) => places.map((place) => row[place] ?? null));
}

const nameOf = (field: { readonly op: string; readonly name?: string }): string => field.name ?? '';

/** New texts take a tenth of a millisecond each; everything else that waits has its turn in between. */
const textsAtOnce = 100;

async function patternTable(
  { shift, anomalies }: Extract<ProcessStep['command'], { name: 'pattern' }>,
  timed: boolean,
  run: ProcessRun,
): Promise<Table> {
  const { compiled, engine, signal } = run;
  const { startMs = 0, endMs = 0 } = compiled.sources[compiled.plan.source] ?? {};
  const miner = newPatternMiner({ startMs, endMs });
  const read = async (sources: readonly Source[], period: 'current' | 'compared'): Promise<void> =>
    engine.stream(
      await statementOf(run, sources),
      async (rows) => {
        for (const [index, [text, timeMs]] of rows.entries()) {
          if (text !== null) miner.add(String(text), timed ? Number(timeMs) : startMs, period);
          if (index % textsAtOnce === textsAtOnce - 1) await new Promise((resolve) => setImmediate(resolve));
        }
      },
      signal,
    );
  await read(compiled.sources, 'current');
  if (shift !== null) await read(shifted(compiled.sources, compiled.plan, shift), 'compared');
  const patterns = miner.patterns();
  if (shift !== null) return { columns: diffColumns, rows: diffRows(patterns) };
  if (anomalies) return { columns: anomalyColumns, rows: anomalyRows(patterns) };
  return { columns: patternColumns, rows: patternRows(patterns) };
}

async function statementOf(run: ProcessRun, sources: readonly Source[]): Promise<Statement> {
  const { segment, input, compiled, engine, signal } = run;
  const values = await findXmlValues(compiled.plan, segment, input, { engine, sources, signal });
  return compileSegment(compiled.plan, segment, input, sources, duckdb, values);
}

/** The sources that a segment reads once more, for the window that patterns are compared with. */
export function comparedSources(
  { process }: Segment,
  plan: Plan,
  sources: readonly Source[],
): readonly Source[] {
  if (process?.command.name !== 'pattern' || process.command.shift === null) return [];
  return shifted(sources, plan, process.command.shift).filter((_, index) => index === plan.source);
}

/** The sources with the plan's own moved back in time; the others stay, as lists to compare with do. */
function shifted(sources: readonly Source[], plan: Plan, shift: Shift): readonly Source[] {
  return sources.map((source, index) => {
    if (index !== plan.source) return source;
    const { startMs, endMs } = source;
    if (shift !== 'range')
      return { ...source, startMs: earlier(startMs, shift), endMs: earlier(endMs, shift) };
    return { ...source, startMs: startMs - (endMs - startMs) - 1, endMs: startMs - 1 };
  });
}

const fixedMs = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
const monthsOf = { month: 1, quarter: 3, year: 12 };

/** The time a period earlier; months are those of the calendar, in UTC. */
function earlier(ms: number, { count, unit }: Period): number {
  if (unit in fixedMs) return ms - count * fixedMs[unit as keyof typeof fixedMs];
  const date = new Date(ms);
  return date.setUTCMonth(date.getUTCMonth() - count * monthsOf[unit as keyof typeof monthsOf]);
}

async function relevantFieldsTable(named: readonly string[] | null, run: ProcessRun): Promise<Table> {
  const { compiled, engine, signal } = run;
  const source = compiled.sources[compiled.plan.source];
  const fields = named ?? (source === undefined ? [] : fieldsOf(source));
  const { rows } = await engine.run(await statementOf(run, compiled.sources), signal);
  const { counts, events } = readFieldCounts(rows, fields, named !== null);
  return { columns: relevantFieldsColumns, rows: relevantFieldRows(counts, events) };
}
