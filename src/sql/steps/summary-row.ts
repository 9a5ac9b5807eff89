// summaryRow: one more row, behind all others, with the sums of columns. Each row gets its place as a number, which is the order
// from here on.

import { toNumber } from '../coercion.ts';
import { valueSql } from '../expression.ts';
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

export function summaryRow(pipeline: Pipeline, { position, columns }: StepOf<'summaryRow'>): void {
  const { context, scope } = pipeline;
  const { dialect } = context;
  settleFor(pipeline, [...columns.map((column) => column.expr), ...orderExprs(pipeline)]);
  for (const { id, expr } of columns) {
    pipeline.computed.push({ name: madeName(id), sql: valueSql(expr, scope).sql, ids: [id] });
  }
  const place = madeName(position);
  const number = `row_number() OVER (ORDER BY ${orderClause(pipeline)})`;
  pipeline.computed.push({ name: place, sql: number, ids: [position] });
  close(pipeline, '', true);
  const rows = pipeline.from;
  const sums = columns.map(({ id, expr }) => {
    const { kind } = expr;
    const sum = `sum(${toNumber({ sql: madeName(id), kind }, context)})`;
    return `${kind === 'number' ? sum : dialect.numberToText(sum)} AS ${madeName(id)}`;
  });
  const last = `SELECT ${[...sums, `count(*) + 1 AS ${place}`].join(', ')} FROM ${rows} HAVING count(*) > 0`;
  addTable(pipeline, dialect.unionByName(`SELECT * FROM ${rows}`, last));
  pipeline.order = [{ expr: { op: 'made', id: position, kind: 'number' }, direction: 'asc' }];
}
