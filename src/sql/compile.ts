// Plan + dialect + log groups -> statements. One statement for the rows, one for the scanned counts, one for the matched
// counts per time bucket; all read the same source and share nothing else.

import type { ColumnKind, Statement, StatementColumn } from '../engine/statement.ts';
import {
  type ColumnRef,
  isPerRow,
  type Plan,
  type PlanExpr,
  type Step,
  type ValueKind,
} from '../plan/plan.ts';
import { addressName, bytesName, eventsName, groupName, newSqlContext } from './context.ts';
import type { Dialect } from './dialect.ts';
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
import { computedFields, fieldAliases, fieldNames, lateFieldsSql, type Source, sourceSql } from './source.ts';
import { applyStep } from './steps.ts';

export type { Source, SourceGroup } from './source.ts';

/**
 * The statement that yields the rows of a plan, one column per output column; where groupsTellMatches, one more with the number
 * of events that matched, the same in each row.
 */
export function compileRows(plan: Plan, source: Source, dialect: Dialect): Statement {
  const outputs = plan.output.map((column) => column.expr);
  const late = source.groups.length > 0 ? lateFields(plan) : [];
  const pipeline = open(plan.steps, outputs, source, dialect, late);
  const last = plan.steps.at(-1);
  const limit = last?.step === 'limit' ? last : null;
  for (const step of limit === null ? plan.steps : plan.steps.slice(0, -1)) applyStep(pipeline, step);
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
  const pipeline = open([], [], source, dialect);
  return finish(pipeline, `SELECT count(*), sum(${dialect.identifier(bytesName)}) FROM ${pipeline.from}`, [
    { name: 'events', kind: 'number' },
    { name: 'bytes', kind: 'number' },
  ]);
}

/** Events that pass the filters, per bucket of time, before any limit or aggregation: columns `start`, `events`. */
export function compileMatched(plan: Plan, bucketMs: number, source: Source, dialect: Dialect): Statement {
  const steps = matchingSteps(plan);
  const pipeline = open(steps, [], source, dialect);
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

/** The steps that decide whether an event matches: those that look at one event alone, up to the last filter among them. */
function matchingSteps({ steps }: Plan): readonly Step[] {
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

/** Opens a pipeline over the events; `late` fields have a name in it but are not read yet. */
function open(
  steps: readonly Step[],
  outputs: readonly PlanExpr[],
  source: Source,
  dialect: Dialect,
  late: readonly string[] = [],
): Pipeline {
  const context = newSqlContext(dialect);
  const names = fieldNames(steps, outputs);
  const aliases = fieldAliases(names);
  const alias = (name: string): string => aliases.get(name) ?? name;
  const column = (ref: ColumnRef): string =>
    ref.op === 'made' ? madeName(ref.id) : dialect.identifier(alias(ref.name));
  const members = new Map<string, string>();
  const member: PipelineScope['member'] = (id, path) => members.get(memberKey(id, path));
  const wanted = wantedMembers(steps, outputs);
  const scope: PipelineScope = { context, column, alias, member, members, wanted };
  const early = names.filter((name) => !late.includes(name));
  return newPipeline(
    'source',
    [dialect.commonTable('source', sourceSql(early, aliases, source, context))],
    scope,
  );
}
