// The chain of SELECTs that a plan becomes. Each step (steps/) is folded into the open SELECT when SQL's order of evaluation
// allows it, otherwise the open SELECT becomes a common table and a new one begins.

import type { MemberStep } from '../language/ast.ts';
import type { ColumnRef, PlanExpr, Step } from '../plan/plan.ts';
import { operands } from '../plan/plan.ts';
import { isTextKind } from './coercion.ts';
import { boundChain, groupName, type SqlContext, sequenceName } from './context.ts';
import type { ExpressionScope } from './expression.ts';
import { type Weights, weightOf } from './weight.ts';

/** Keys and indexes from a map or list to a value in it. */
export type MemberPath = readonly MemberStep[];

/** One kind of step of the plan. */
export type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>;
type SortKey = StepOf<'sort'>['keys'][number];

/** Expressions read columns through it; `alias` is the name of an event field inside the statement. */
export interface PipelineScope extends ExpressionScope {
  readonly alias: (name: string) => string;
  /** The paths that the plan takes into each made column, and the columns that hold what was there (members.ts). */
  readonly wanted: ReadonlyMap<number, readonly MemberPath[]>;
  readonly members: Map<string, string>;
}

/** The SELECT that is being written. */
export interface Pipeline {
  readonly scope: PipelineScope;
  readonly context: SqlContext;
  readonly tables: string[];
  from: string;
  where: string[];
  computed: { readonly name: string; readonly sql: string; readonly ids: readonly number[] }[];
  /** Of the columns of finished SELECTs, so that no filter grows beyond measure (weight.ts). */
  readonly weights: Weights;
  /** Null: newest first for events, bins ascending then first seen for groups. */
  order: readonly SortKey[] | null;
  rows: 'events' | 'groups';
  binIds: readonly number[];
  /** Columns that order the rows that one event became. */
  ordinals: readonly string[];
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
    weights: new Map(),
    order: null,
    rows: 'events',
    binIds: [],
    ordinals: [],
  };
}

/** Ends the open SELECT, so that what it computed can be used by name. */
export function close(pipeline: Pipeline, clauses = '', materialized = false): void {
  const columns = ['*', ...pipeline.computed.map(({ sql, name }) => `${sql} AS ${name}`)];
  closeWith(pipeline, `SELECT ${columns.join(', ')}`, clauses, materialized);
}

/** Ends the open SELECT and has its columns computed before any filter that follows: none is moved below a limit. */
export function closeForFilter(pipeline: Pipeline): void {
  close(pipeline, `\nLIMIT ${Number.MAX_SAFE_INTEGER}`);
  pipeline.weights.clear();
}

export function closeWith(pipeline: Pipeline, select: string, clauses: string, materialized = false): void {
  for (const { name, sql } of pipeline.computed) pipeline.weights.set(name, weightOf(sql, pipeline.weights));
  const where = whereClause(pipeline);
  addTable(pipeline, `${select} FROM ${pipeline.from}${where}${clauses}`, materialized);
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

/** The final limit as a table that is computed once, since several readers follow. */
export function chooseRows(pipeline: Pipeline, count: number): void {
  settleFor(pipeline, orderExprs(pipeline));
  close(pipeline, `\nORDER BY ${orderClause(pipeline)}\nLIMIT ${count}`, true);
}

export function orderExprs(pipeline: Pipeline): readonly ColumnRef[] {
  return pipeline.order === null ? [] : pipeline.order.map((key) => key.expr);
}

/** A name for a column that says the place of rows which are otherwise alike; one per SELECT. */
export function ordinalName(pipeline: Pipeline): string {
  return `n${pipeline.tables.length}`;
}

/** Ends the chain with a table made of the tables before. Nothing may be open. */
export function addTable(pipeline: Pipeline, body: string, materialized = false): void {
  const name = `s${pipeline.tables.length}`;
  pipeline.tables.push(pipeline.context.dialect.commonTable(name, body, materialized));
  boundChain(pipeline.tables);
  pipeline.from = name;
}

export function sequenceColumn(pipeline: Pipeline): string {
  return pipeline.context.dialect.identifier(sequenceName);
}

/**
 * The terms of ORDER BY. Ties are in order of ingestion (reference Q20). Absent values come first ascending and last
 * descending; text sorts naturally and before numbers (reference 3.5, Q2).
 */
export function orderClause(pipeline: Pipeline): string {
  const { dialect } = pipeline.context;
  const ties = tieColumns(pipeline);
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

/** The terms of ORDER BY for the order in which events happened. */
export function timeOrderClause(pipeline: Pipeline): string {
  const time = pipeline.context.dialect.identifier('@timestamp');
  return [time, ...tieColumns(pipeline)].join(', ');
}

/** What orders rows that are otherwise alike. */
export function tieColumns(pipeline: Pipeline): readonly string[] {
  const group = pipeline.rows === 'events' ? [pipeline.context.dialect.identifier(groupName)] : [];
  return [sequenceColumn(pipeline), ...group, ...pipeline.ordinals];
}
