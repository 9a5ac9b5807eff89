// append: the columns of a sub-plan beside the rows, by position (reference logs-insights-ql 3.20).

import { toKind } from '../coercion.ts';
import {
  addTable,
  close,
  madeName,
  orderClause,
  orderExprs,
  type Pipeline,
  type StepOf,
  settleFor,
} from '../pipeline.ts';

export function append(pipeline: Pipeline, step: StepOf<'append'>): void {
  const { context, scope } = pipeline;
  settleFor(pipeline, orderExprs(pipeline));
  close(pipeline);
  const rows = pipeline.from;
  const order = orderClause(pipeline);
  const other = `a${pipeline.tables.length}`;
  const body = `SELECT * FROM (${context.subselect(step.plan, context)}) AS appended WHERE position <= ${step.max}`;
  pipeline.tables.push(context.dialect.commonTable(other, body));
  const columns = step.columns.map(({ id, index, over, kind }) => {
    const own = step.plan.output[index]?.expr.kind ?? 'text';
    const given = toKind({ kind: own, sql: `${other}.o${index + 1}` }, kind, context);
    const column = over === null ? null : { kind: over.kind, sql: `numbered.${scope.column(over)}` };
    const kept = column === null ? null : toKind(column, kind, context);
    const sql = kept === null ? given : `CASE WHEN ${other}.position IS NULL THEN ${kept} ELSE ${given} END`;
    return `${sql} AS ${madeName(id)}`;
  });
  const place = `p${pipeline.tables.length}`;
  const numbered = `(SELECT *, row_number() OVER (ORDER BY ${order}) AS ${place} FROM ${rows}) AS numbered`;
  const select = ['numbered.*', ...columns].join(', ');
  addTable(pipeline, `SELECT ${select} FROM ${numbered} LEFT JOIN ${other} ON ${place} = ${other}.position`);
  // Rows that tie everywhere else keep the order in which they got their columns.
  pipeline.ordinals = [...pipeline.ordinals, place];
}
