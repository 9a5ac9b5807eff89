// window: values that depend on other rows. The SELECT is closed behind them, because a later filter must not change them.

import type { WindowRows } from '../../plan/plan.ts';
import { valueSql } from '../expression.ts';
import {
  close,
  madeName,
  orderClause,
  orderExprs,
  ordinalName,
  type Pipeline,
  type StepOf,
  settleFor,
  timeOrderClause,
} from '../pipeline.ts';

export function window(pipeline: Pipeline, { rows, columns }: StepOf<'window'>): void {
  const { dialect } = pipeline.context;
  const read = [...rows.partition, ...columns.map((column) => column.value)];
  settleFor(pipeline, [...read, ...(rows.order === 'rows' ? orderExprs(pipeline) : [])]);
  for (const { id, call, value } of columns) {
    const sql = dialect.windowCall(call, valueSql(value, pipeline.scope).sql);
    pipeline.computed.push({ name: madeName(id), sql: `${sql} OVER w`, ids: [id] });
  }
  const definition = windowDefinition(pipeline, rows);
  if (rows.order === 'rows') {
    // Rows that tie everywhere else keep the order that they had here.
    const ordinal = ordinalName(pipeline);
    pipeline.computed.push({ name: ordinal, sql: 'row_number() OVER w', ids: [] });
    close(pipeline, definition);
    pipeline.ordinals = [...pipeline.ordinals, ordinal];
  } else close(pipeline, definition);
}

function windowDefinition(pipeline: Pipeline, { partition, order }: WindowRows): string {
  const keys = partition.map(pipeline.scope.column).join(', ');
  const terms = order === 'rows' ? orderClause(pipeline) : timeOrderClause(pipeline);
  const parts = [
    ...(keys === '' ? [] : [`PARTITION BY ${keys}`]),
    ...(order === 'none' ? [] : [`ORDER BY ${terms} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`]),
  ];
  return `\nWINDOW w AS (${parts.join(' ')})`;
}
