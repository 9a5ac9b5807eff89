// Plan steps -> a chain of SELECTs. Each step is folded into the open SELECT when SQL's order of evaluation allows it,
// otherwise the open SELECT becomes a common table and a new one begins.

import type { ColumnRef, PlanExpr, Step } from '../plan/plan.ts';
import { operands } from '../plan/plan.ts';
import { isTextKind, toText } from './coercion.ts';
import { eventsName, groupName, type SqlContext, sequenceName } from './context.ts';
import { type ExpressionScope, filterSql, valueSql } from './expression.ts';

type Of<Name extends Step['step']> = Extract<Step, { step: Name }>;
type SortKey = Of<'sort'>['keys'][number];

/** Expressions read columns through it; `alias` is the name of an event field inside the statement. */
export interface PipelineScope extends ExpressionScope {
  readonly alias: (name: string) => string;
}

/** The SELECT that is being written. */
export interface Pipeline {
  readonly scope: PipelineScope;
  readonly context: SqlContext;
  readonly tables: string[];
  from: string;
  where: string[];
  computed: { readonly name: string; readonly sql: string; readonly ids: readonly number[] }[];
  /** Null: newest first for events, bins ascending then first seen for groups. */
  order: readonly SortKey[] | null;
  rows: 'events' | 'groups';
  binIds: readonly number[];
}

export function madeName(id: number): string {
  return `c${id}`;
}

export function newPipeline(source: string, tables: string[], scope: PipelineScope): Pipeline {
  return {
    scope,
    context: scope.context,
    tables,
    from: source,
    where: [],
    computed: [],
    order: null,
    rows: 'events',
    binIds: [],
  };
}

type Applier<Name extends Step['step']> = (pipeline: Pipeline, step: Of<Name>) => void;

const appliers: { readonly [Name in Step['step']]: Applier<Name> } = {
  compute,
  filter,
  extract,
  sort: (pipeline, step) => {
    pipeline.order = step.keys;
  },
  limit,
  dedup,
  aggregate,
};

/** Adds one step of the plan to the SQL. */
export function applyStep(pipeline: Pipeline, step: Step): void {
  (appliers[step.step] as Applier<typeof step.step>)(pipeline, step);
}

/** Ends the open SELECT, so that what it computed can be used by name. */
function close(pipeline: Pipeline, clauses = '', materialized = false): void {
  const columns = ['*', ...pipeline.computed.map(({ sql, name }) => `${sql} AS ${name}`)];
  closeWith(pipeline, `SELECT ${columns.join(', ')}`, clauses, materialized);
}

function closeWith(pipeline: Pipeline, select: string, clauses: string, materialized = false): void {
  const name = `s${pipeline.tables.length}`;
  const where = whereClause(pipeline);
  pipeline.tables.push(
    pipeline.context.dialect.commonTable(
      name,
      `${select} FROM ${pipeline.from}${where}${clauses}`,
      materialized,
    ),
  );
  pipeline.from = name;
  pipeline.where = [];
  pipeline.computed = [];
}

export function whereClause(pipeline: Pipeline): string {
  return pipeline.where.length === 0 ? '' : `\nWHERE ${pipeline.where.join('\n  AND ')}`;
}

/** Makes sure that an expression reads only columns of finished SELECTs. */
export function settleFor(pipeline: Pipeline, exprs: readonly PlanExpr[]): void {
  const open = new Set(pipeline.computed.flatMap((column) => column.ids));
  const reads = (expr: PlanExpr): boolean =>
    (expr.op === 'made' && open.has(expr.id)) || operands(expr).some(reads);
  if (open.size > 0 && exprs.some(reads)) close(pipeline);
}

function compute(pipeline: Pipeline, step: Of<'compute'>): void {
  for (const { id, expr } of step.columns) {
    settleFor(pipeline, [expr]);
    pipeline.computed.push({ name: madeName(id), sql: valueSql(expr, pipeline.scope).sql, ids: [id] });
  }
}

function filter(pipeline: Pipeline, step: Of<'filter'>): void {
  settleFor(pipeline, [step.condition]);
  pipeline.where.push(filterSql(step.condition, pipeline.scope));
}

function extract(pipeline: Pipeline, step: Of<'extract'>): void {
  const { dialect } = pipeline.context;
  settleFor(pipeline, [step.source]);
  const source = valueSql(step.source, pipeline.scope);
  const text = toText(source, pipeline.context);
  const ids = step.captures.map(({ id }) => id);
  const names = ids.map(madeName);
  const record = `r${ids[0]}`;
  const pattern = pipeline.context.constant(step.pattern);
  pipeline.computed.push({ name: record, sql: dialect.captures(text, pattern, names), ids });
  close(pipeline);
  for (const { id, mayBeEmpty } of step.captures) {
    const capture = dialect.capture(record, madeName(id));
    // The engine gives empty text for a group that took no part in the match.
    const sql = mayBeEmpty ? capture : `NULLIF(${capture}, '')`;
    pipeline.computed.push({ name: madeName(id), sql, ids: [id] });
  }
}

function limit(pipeline: Pipeline, step: Of<'limit'>): void {
  settleFor(pipeline, orderExprs(pipeline));
  close(pipeline, `\nORDER BY ${orderClause(pipeline)}\nLIMIT ${step.count}`);
}

/** The final limit as a table that is computed once, since several readers follow. */
export function chooseRows(pipeline: Pipeline, count: number): void {
  settleFor(pipeline, orderExprs(pipeline));
  close(pipeline, `\nORDER BY ${orderClause(pipeline)}\nLIMIT ${count}`, true);
}

function dedup(pipeline: Pipeline, step: Of<'dedup'>): void {
  settleFor(pipeline, [...step.keys, ...orderExprs(pipeline)]);
  const keys = step.keys.map((key) => pipeline.scope.column(key));
  const absent = keys.map((key) => `${key} IS NULL OR `).join('');
  const first = `row_number() OVER (PARTITION BY ${keys.join(', ')} ORDER BY ${orderClause(pipeline)}) = 1`;
  close(pipeline, `\nQUALIFY ${absent}${first}`);
}

function aggregate(pipeline: Pipeline, step: Of<'aggregate'>): void {
  const sources = step.groups.map((group) => group.source);
  settleFor(pipeline, [...sources, ...step.aggregates.map((column) => column.expr)]);
  const { column } = pipeline.scope;
  const columns = [
    ...step.groups.map((group) => `${column(group.source)} AS ${madeName(group.id)}`),
    ...step.aggregates.map(({ id, expr }) => `${valueSql(expr, pipeline.scope).sql} AS ${madeName(id)}`),
    `min(${sequenceColumn(pipeline)}) AS ${sequenceColumn(pipeline)}`,
  ];
  if (pipeline.rows === 'events')
    columns.push(`count(*) AS ${pipeline.context.dialect.identifier(eventsName)}`);
  const keys = sources.map(column).join(', ');
  closeWith(
    pipeline,
    `SELECT ${columns.join(', ')}`,
    keys === '' ? '\nHAVING count(*) > 0' : `\nGROUP BY ${keys}`,
  );
  pipeline.rows = 'groups';
  pipeline.order = null;
  pipeline.binIds = step.groups.filter((group) => group.bin).map((group) => group.id);
}

export function orderExprs(pipeline: Pipeline): readonly ColumnRef[] {
  return pipeline.order === null ? [] : pipeline.order.map((key) => key.expr);
}

function sequenceColumn(pipeline: Pipeline): string {
  return pipeline.context.dialect.identifier(sequenceName);
}

/**
 * The terms of ORDER BY. Ties are in order of ingestion (reference Q20). Absent values come first ascending and last
 * descending; text sorts naturally and before numbers (reference 3.5, Q2).
 */
export function orderClause(pipeline: Pipeline): string {
  const { dialect } = pipeline.context;
  const ties =
    pipeline.rows === 'events'
      ? [sequenceColumn(pipeline), dialect.identifier(groupName)]
      : [sequenceColumn(pipeline)];
  if (pipeline.order === null) {
    const first =
      pipeline.rows === 'events'
        ? [`${dialect.identifier('@timestamp')} DESC`, ...ties]
        : [...pipeline.binIds.map((id) => `${madeName(id)} ASC NULLS FIRST`), ...ties];
    return first.join(', ');
  }
  const terms = pipeline.order.flatMap(({ expr, direction }) => {
    const column = pipeline.scope.column(expr);
    const suffix = direction === 'asc' ? 'ASC NULLS FIRST' : 'DESC NULLS LAST';
    if (!isTextKind(expr.kind)) return [`${column} ${suffix}`];
    const isNumber = dialect.isSortNumber(column);
    return [
      `CASE WHEN ${isNumber} THEN 1 WHEN ${column} IS NOT NULL THEN 0 END ${suffix}`,
      `CASE WHEN ${isNumber} THEN ${dialect.textToNumber(column)} END ${suffix}`,
      `CASE WHEN ${isNumber} THEN ${column} ELSE ${dialect.naturalKey(column)} END ${suffix}`,
    ];
  });
  return [...terms, ...ties].join(', ');
}
