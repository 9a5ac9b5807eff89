// Plan + dialect + log groups -> statements. One statement for the rows of each segment, one for the scanned counts, one for the
// matched counts per time bucket; all read the same source and share nothing else.

import type { ColumnKind, Statement, StatementColumn } from '../engine/statement.ts';
import {
  type ColumnRef,
  isPerRow,
  type NamedColumn,
  type Plan,
  type PlanExpr,
  type Step,
  type ValueKind,
} from '../plan/plan.ts';
import type { Segment } from '../plan/segments.ts';
import { toText } from './coercion.ts';
import {
  addressName,
  bytesName,
  eventsName,
  groupName,
  newSqlContext,
  type SqlContext,
  type XmlValues,
} from './context.ts';
import type { Dialect } from './dialect.ts';
import type { Source } from './event-source.ts';
import { fieldCountsColumns, fieldCountsSql } from './field-counts.ts';
import { memberKey, wantedMembers } from './members.ts';
import {
  chooseRows,
  madeName,
  newPipeline,
  orderClause,
  orderExprs,
  type Pipeline,
  type PipelineScope,
  settleFor,
  whereClause,
} from './pipeline.ts';
import { rowsSql } from './rows-source.ts';
import { computedFields, fieldAliases, fieldNames, fieldsOf, lateFieldsSql, sourceSql } from './source.ts';
import { computeDigest } from './steps/xml.ts';
import { applyStep } from './steps.ts';

export type { Source, SourceGroup } from './event-source.ts';

/** What a segment begins with: events of the plan's source, or rows of its input columns as a JSON array of arrays. */
export type SegmentInput = 'events' | { readonly rows: string };

/**
 * The statement of a segment. Where its rows are the answer: one column per output column of the plan; where groupsTellMatches,
 * one more with the number of events that matched, the same in each row. Where process/ takes them: what its command needs.
 */
export function compileSegment(
  plan: Plan,
  segment: Segment,
  input: SegmentInput,
  sources: readonly Source[],
  dialect: Dialect,
  xmlValues: XmlValues = new Map(),
): Statement {
  const context = newSqlContext(dialect, { sources, subselect, xmlValues });
  const source = sourceOf(plan, context);
  const { process, steps } = segment;
  if (process === null) return compileAnswer(plan, segment, input, source, context);
  if (process.command.name === 'relevantFields') {
    const fields =
      process.command.fields ??
      fieldsOf(source).map((name) => ({ op: 'field', name, kind: 'text' }) as const);
    const pipeline = open(steps, [...process.inputs, ...fields], segment, input, source, context);
    for (const step of steps) applyStep(pipeline, step);
    return finish(pipeline, fieldCountsSql(pipeline, process.inputs, fields), fieldCountsColumns);
  }
  const pipeline = open(steps, process.inputs, segment, input, source, context);
  for (const step of steps) applyStep(pipeline, step);
  settleFor(pipeline, process.inputs);
  const [text, ...rest] = process.inputs;
  const shown =
    text === undefined ? '' : toText({ kind: text.kind, sql: pipeline.scope.column(text) }, context);
  const list = [shown, ...rest.map(pipeline.scope.column)].map((sql, index) => `${sql} AS o${index + 1}`);
  const columns = [
    { name: 'text', kind: 'text' },
    { name: 'time', kind: 'timestamp' },
  ] as const;
  return finish(
    pipeline,
    `SELECT ${list.join(', ')}\nFROM ${pipeline.from}${whereClause(pipeline)}`,
    columns.slice(0, list.length),
  );
}

function compileAnswer(
  plan: Plan,
  segment: Segment,
  input: SegmentInput,
  source: Source,
  context: SqlContext,
): Statement {
  const { dialect } = context;
  const { steps } = segment;
  const outputs = plan.output.map((column) => column.expr);
  const late = input === 'events' && source.groups.length > 0 ? lateFields(plan) : [];
  const pipeline = open(steps, outputs, segment, input, source, context, late);
  const last = steps.at(-1);
  const limit = last?.step === 'limit' ? last : null;
  for (const step of limit === null ? steps : steps.slice(0, -1)) applyStep(pipeline, step);
  let clauses: string;
  if (late.length > 0 && limit !== null) {
    chooseRows(pipeline, limit.count);
    fetchLate(pipeline, late, source);
    clauses = `\nORDER BY ${orderClause(pipeline)}`;
  } else {
    settleFor(pipeline, [...outputs, ...orderExprs(pipeline)]);
    clauses = `${whereClause(pipeline)}\nORDER BY ${orderClause(pipeline)}${limit === null ? '' : `\nLIMIT ${limit.count}`}`;
  }
  const list = outputs.map((expr, index) => `${pipeline.scope.column(expr)} AS o${index + 1}`);
  if (groupsTellMatches(plan)) list.push(`sum(${dialect.identifier(eventsName)}) OVER () AS matched`);
  const columns = plan.output.map(
    ({ name, expr }): StatementColumn => ({ name, kind: columnKind(expr.kind) }),
  );
  return finish(pipeline, `SELECT ${list.join(', ')}\nFROM ${pipeline.from}${clauses}`, columns);
}

/** A sub-plan inside a statement: its tables hide those around it, its parameters are the statement's. */
function subselect(plan: Plan, context: SqlContext): string {
  const outputs = plan.output.map((column) => column.expr);
  const pipeline = openEvents(plan.steps, outputs, sourceOf(plan, context), context);
  for (const step of plan.steps) applyStep(pipeline, step);
  settleFor(pipeline, [...outputs, ...orderExprs(pipeline)]);
  const list = outputs.map((expr, index) => `${pipeline.scope.column(expr)} AS o${index + 1}`);
  list.push(`row_number() OVER (ORDER BY ${orderClause(pipeline)}) AS position`);
  return `WITH ${pipeline.tables.join(',\n')}\nSELECT ${list.join(', ')}\nFROM ${pipeline.from}${whereClause(pipeline)}`;
}

function columnKind(kind: ValueKind): ColumnKind {
  if (kind === 'map' || kind === 'list') return 'json';
  return kind === 'null' ? 'text' : kind;
}

/** Fields that are only shown, when the message is among them: they are fetched for the rows that are left in the end. */
function lateFields(plan: Plan): readonly string[] {
  if (plan.rows !== 'events' || plan.steps.at(-1)?.step !== 'limit') return [];
  // A row that is no event has nothing to fetch and would be lost.
  if (plan.steps.some((step) => step.step === 'summaryRow')) return [];
  const read = new Set(fieldNames(plan.steps, []));
  const shown = plan.output.flatMap(({ expr }) =>
    expr.op === 'field' && !computedFields.has(expr.name) ? [expr.name] : [],
  );
  const late = [...new Set(shown)].filter((name) => !read.has(name));
  return late.includes('@message') ? late : [];
}

function fetchLate(pipeline: Pipeline, late: readonly string[], source: Source): void {
  const { context, from, scope } = pipeline;
  const { dialect } = context;
  const aliases = new Map(late.map((name) => [name, scope.alias(name)]));
  pipeline.tables.push(dialect.commonTable('late', lateFieldsSql(late, aliases, from, source, context)));
  const keys = [addressName, groupName].map((name) => dialect.identifier(name));
  pipeline.from = `${from} JOIN late USING (${keys.join(', ')})`;
}

/** Events and message bytes in the range: columns `events`, `bytes`. */
export function compileScanned(source: Source, dialect: Dialect): Statement {
  const pipeline = openEvents([], [], source, newSqlContext(dialect, { sources: [source], subselect }));
  return finish(pipeline, `SELECT count(*), sum(${dialect.identifier(bytesName)}) FROM ${pipeline.from}`, [
    { name: 'events', kind: 'number' },
    { name: 'bytes', kind: 'number' },
  ]);
}

/** Events that pass the filters, per bucket of time, before any limit or aggregation: columns `start`, `events`. */
export function compileMatched(
  plan: Plan,
  bucketMs: number,
  sources: readonly Source[],
  dialect: Dialect,
  xmlValues: XmlValues = new Map(),
): Statement {
  const steps = matchingSteps(plan);
  const context = newSqlContext(dialect, { sources, subselect, xmlValues });
  const pipeline = openEvents(steps, [], sourceOf(plan, context), context);
  for (const step of steps) applyStep(pipeline, step);
  const start = dialect.floorTime(dialect.identifier('@timestamp'), { count: bucketMs, unit: 'millisecond' });
  return finish(
    pipeline,
    `SELECT ${start} AS start, count(*) AS events\nFROM ${pipeline.from}${whereClause(pipeline)}\nGROUP BY 1\nORDER BY 1`,
    [
      { name: 'start', kind: 'timestamp' },
      { name: 'events', kind: 'number' },
    ],
  );
}

/** What an xml step has to look at, as a segment that ends where it begins: rows of a digest and the text, not each text once. */
export function compileXmlTexts(
  plan: Plan,
  segment: Segment,
  { source }: Extract<Step, { step: 'xml' }>,
  input: SegmentInput,
  sources: readonly Source[],
  dialect: Dialect,
  xmlValues: XmlValues,
): Statement {
  const context = newSqlContext(dialect, { sources, subselect, xmlValues });
  const pipeline = open(segment.steps, [source], segment, input, sourceOf(plan, context), context);
  for (const step of segment.steps) applyStep(pipeline, step);
  const digest = computeDigest(pipeline, source);
  const text = toText({ kind: source.kind, sql: pipeline.scope.column(source) }, context);
  return finish(pipeline, `SELECT ${digest}, ${text} FROM ${pipeline.from} WHERE ${digest} IS NOT NULL`, [
    { name: 'digest', kind: 'text' },
    { name: 'text', kind: 'text' },
  ]);
}

/** The steps that decide whether an event matches: those that look at one event alone, up to the last filter among them. */
export function matchingSteps({ steps }: Plan): readonly Step[] {
  const end = steps.findIndex((step) => !isPerRow(step));
  const perEvent = steps.slice(0, end < 0 ? steps.length : end).filter((step) => step.step !== 'sort');
  const lastFilter = perEvent.findLastIndex((step) => step.step === 'filter');
  return perEvent.slice(0, lastFilter + 1);
}

/** Whether the groups of a single stats, none of them dropped, stand for all events that match. */
export function groupsTellMatches({ steps }: Plan): boolean {
  const decisive = steps.filter((step) => step.step !== 'sort' && step.step !== 'compute');
  const stats = decisive.findIndex((step) => step.step === 'aggregate');
  const after = decisive.slice(stats + 1);
  return (
    stats >= 0 &&
    decisive.slice(0, stats).every(isPerRow) &&
    after.length === 1 &&
    after[0]?.step === 'limit' &&
    after[0] === steps.at(-1)
  );
}

/** Whether every event of the range matches. */
export function matchesAll(plan: Plan): boolean {
  return matchingSteps(plan).length === 0;
}

function finish(pipeline: Pipeline, select: string, columns: readonly StatementColumn[]): Statement {
  const { parameters, constants } = pipeline.context;
  return { text: `WITH ${pipeline.tables.join(',\n')}\n${select}`, parameters, constants, columns };
}

function sourceOf(plan: Plan, { sources }: SqlContext): Source {
  const source = sources[plan.source];
  if (source === undefined) throw new Error(`the plan reads source ${plan.source}, which is not there`);
  return source;
}

/** Opens a pipeline over what the segment begins with. */
function open(
  steps: readonly Step[],
  outputs: readonly PlanExpr[],
  segment: Segment,
  input: SegmentInput,
  source: Source,
  context: SqlContext,
  late: readonly string[] = [],
): Pipeline {
  if (input === 'events' || segment.input === 'events')
    return openEvents(steps, outputs, source, context, late);
  return openRows(steps, outputs, segment.input, input.rows, context);
}

/** Opens a pipeline over the events; `late` fields have a name in it but are not read yet. */
function openEvents(
  steps: readonly Step[],
  outputs: readonly PlanExpr[],
  source: Source,
  context: SqlContext,
  late: readonly string[] = [],
): Pipeline {
  const { dialect } = context;
  const names = fieldNames(steps, outputs);
  const aliases = fieldAliases(names);
  const early = names.filter((name) => !late.includes(name));
  const table = dialect.commonTable('source', sourceSql(early, aliases, source, context));
  return newPipeline('source', [table], scopeOf(steps, outputs, aliases, context));
}

/** Opens a pipeline over rows that process/ made. */
function openRows(
  steps: readonly Step[],
  outputs: readonly PlanExpr[],
  columns: readonly NamedColumn[],
  rows: string,
  context: SqlContext,
): Pipeline {
  const table = context.dialect.commonTable('source', rowsSql(columns, rows, context));
  const pipeline = newPipeline('source', [table], scopeOf(steps, outputs, new Map(), context));
  pipeline.rows = 'groups';
  return pipeline;
}

function scopeOf(
  steps: readonly Step[],
  outputs: readonly PlanExpr[],
  aliases: ReadonlyMap<string, string>,
  context: SqlContext,
): PipelineScope {
  const alias = (name: string): string => aliases.get(name) ?? name;
  const column = (ref: ColumnRef): string =>
    ref.op === 'made' ? madeName(ref.id) : context.dialect.identifier(alias(ref.name));
  const members = new Map<string, string>();
  const member: PipelineScope['member'] = (id, path) => members.get(memberKey(id, path));
  return { context, column, alias, member, members, wanted: wantedMembers(steps, outputs) };
}
