// Plan + dialect + log groups -> statements. One statement for the rows, one for the scanned counts, one for the matched
// counts per time bucket; all read the same source and share nothing else.

import type { Statement, StatementColumn } from '../engine/statement.ts';
import type { ColumnRef, Plan, PlanExpr, Step } from '../plan/plan.ts';
import { operands } from '../plan/plan.ts';
import { bytesName, eventsName, groupName, newSqlContext, type SqlContext, sequenceName } from './context.ts';
import type { Dialect } from './dialect.ts';
import type { ExpressionScope } from './expression.ts';
import {
  applyStep,
  madeName,
  newPipeline,
  orderClause,
  orderExprs,
  type Pipeline,
  settleFor,
  whereClause,
} from './pipeline.ts';

/** A log group as a table: its physical name and the columns of its fields. */
export interface SourceGroup {
  readonly name: string;
  readonly table: string;
  readonly groupId: number;
  readonly fields: ReadonlyMap<string, string>;
}

export interface Source {
  readonly groups: readonly SourceGroup[];
  readonly accountId: string;
  /** Epoch milliseconds, both inclusive. */
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The statement that yields the rows of a plan, one column per output column; where groupsTellMatches, one more with the number
 * of events that matched, the same in each row.
 */
export function compileRows(plan: Plan, source: Source, dialect: Dialect): Statement {
  const pipeline = open(
    plan.steps,
    plan.output.map((column) => column.expr),
    source,
    dialect,
  );
  const last = plan.steps.at(-1);
  const steps = last?.step === 'limit' ? plan.steps.slice(0, -1) : plan.steps;
  for (const step of steps) applyStep(pipeline, step);
  const outputs = plan.output.map((column) => column.expr);
  settleFor(pipeline, [...outputs, ...orderExprs(pipeline)]);
  const list = outputs.map((expr, index) => `${pipeline.scope.column(expr)} AS o${index + 1}`);
  if (groupsTellMatches(plan)) list.push(`sum(${dialect.identifier(eventsName)}) OVER () AS matched`);
  const tail = `\nORDER BY ${orderClause(pipeline)}${last?.step === 'limit' ? `\nLIMIT ${last.count}` : ''}`;
  const columns = plan.output.map(
    ({ name, expr }): StatementColumn => ({ name, kind: expr.kind === 'null' ? 'text' : expr.kind }),
  );
  return finish(
    pipeline,
    `SELECT ${list.join(', ')}\nFROM ${pipeline.from}${whereClause(pipeline)}${tail}`,
    columns,
  );
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

/** The steps that decide whether an event matches: all before the first limit, dedup or stats, without sorting. */
function matchingSteps(plan: Plan): readonly Step[] {
  const end = plan.steps.findIndex((step) => ['limit', 'dedup', 'aggregate'].includes(step.step));
  const steps = plan.steps.slice(0, end < 0 ? plan.steps.length : end).filter((step) => step.step !== 'sort');
  const lastFilter = steps.findLastIndex((step) => step.step === 'filter');
  return steps.slice(0, lastFilter + 1);
}

/** Whether the groups of a single stats, none of them dropped, stand for all events that match. */
export function groupsTellMatches({ steps }: Plan): boolean {
  const decisive = steps.filter((step) => step.step !== 'sort' && step.step !== 'compute');
  const stats = decisive.findIndex((step) => step.step === 'aggregate');
  const before = decisive.slice(0, Math.max(stats, 0));
  const after = decisive.slice(stats + 1);
  const drops = (step: Step): boolean => step.step === 'limit' || step.step === 'dedup';
  return (
    stats >= 0 &&
    !before.some(drops) &&
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

/** System fields that are columns of every table; @log and @ptr are computed. */
const systemFields = ['@timestamp', '@ingestionTime', '@logStream', '@message'];

function open(
  steps: readonly Step[],
  outputs: readonly PlanExpr[],
  source: Source,
  dialect: Dialect,
): Pipeline {
  const context = newSqlContext(dialect);
  const names = fieldNames(steps, outputs);
  const aliases = fieldAliases(names);
  const column = (ref: ColumnRef): string => {
    if (ref.op === 'made') return madeName(ref.id);
    return dialect.identifier(aliases.get(ref.name) ?? ref.name);
  };
  const scope: ExpressionScope = { context, column };
  const table = dialect.commonTable('source', sourceSql(names, aliases, source, context));
  return newPipeline('source', [table], scope);
}

function fieldNames(steps: readonly Step[], outputs: readonly PlanExpr[]): readonly string[] {
  const names = new Set(['@timestamp']);
  const visit = (expr: PlanExpr): void => {
    if (expr.op === 'field') names.add(expr.name);
    operands(expr).forEach(visit);
  };
  steps.flatMap(stepExprs).forEach(visit);
  outputs.forEach(visit);
  return [...names];
}

function stepExprs(step: Step): readonly PlanExpr[] {
  switch (step.step) {
    case 'compute':
      return step.columns.map((column) => column.expr);
    case 'filter':
      return [step.condition];
    case 'extract':
      return [step.source];
    case 'sort':
      return step.keys.map((key) => key.expr);
    case 'dedup':
      return step.keys;
    case 'aggregate':
      return [...step.groups.map((group) => group.source), ...step.aggregates.map((column) => column.expr)];
    case 'limit':
      return [];
  }
}

/**
 * Names inside the statement: the field's own, made unique where two differ only by case (DuckDB ignores case) or where the
 * statement uses the name itself: c1 is a computed column, r1 a record of captures, o1 an output.
 */
function fieldAliases(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>([sequenceName, groupName, bytesName]);
  const isFree = (alias: string): boolean => !taken.has(alias.toLowerCase()) && !/^[cro]\d+$/i.test(alias);
  return new Map(
    names.map((name) => {
      let alias = name;
      for (let copy = 2; !isFree(alias); copy++) alias = `${name}#${copy}`;
      taken.add(alias.toLowerCase());
      return [name, alias];
    }),
  );
}

/** The events of all groups in the time range, with just the fields that the query names. */
function sourceSql(
  names: readonly string[],
  aliases: ReadonlyMap<string, string>,
  source: Source,
  context: SqlContext,
): string {
  const { dialect } = context;
  const start = context.parameter(BigInt(Math.floor(source.startMs)), 'integer');
  const end = context.parameter(BigInt(Math.floor(source.endMs)), 'integer');
  const time = dialect.identifier('@timestamp');
  const alias = (name: string): string => dialect.identifier(aliases.get(name) ?? name);
  const [sequence, bytes, group] = [sequenceName, bytesName, groupName].map((name) =>
    dialect.identifier(name),
  );
  const selects = source.groups.map((each) => {
    const fields = names.map(
      (name) => `${fieldSql(name, each, source.accountId, context)} AS ${alias(name)}`,
    );
    const columns = [...fields, sequence, bytes, `${each.groupId} AS ${group}`];
    return `SELECT ${columns.join(', ')} FROM ${dialect.identifier(each.table)} WHERE ${time} BETWEEN ${start} AND ${end}`;
  });
  if (selects.length > 0) return selects.join('\nUNION ALL\n');
  const integer = dialect.nullOf('integer');
  const columns = [
    ...names.map((name) => `${dialect.nullOf(name === '@timestamp' ? 'integer' : 'text')} AS ${alias(name)}`),
    ...[sequence, bytes, group].map((name) => `${integer} AS ${name}`),
  ];
  return `SELECT ${columns.join(', ')} WHERE ${start} > ${end} AND FALSE`;
}

function fieldSql(name: string, group: SourceGroup, accountId: string, context: SqlContext): string {
  const { dialect } = context;
  if (systemFields.includes(name)) return dialect.identifier(name);
  if (name === '@log') return context.parameter(`${accountId}:${group.name}`, 'text');
  if (name === '@ptr') return `'${group.groupId}:' || CAST(${dialect.identifier(sequenceName)} AS VARCHAR)`;
  const column = group.fields.get(name);
  return column === undefined ? dialect.nullOf('text') : dialect.identifier(column);
}
