// compute: named values; each is a column of the open SELECT.

import { valueSql } from '../expression.ts';
import { madeName, type Pipeline, type StepOf, settleFor } from '../pipeline.ts';

export function compute(pipeline: Pipeline, step: StepOf<'compute'>): void {
  for (const { id, expr } of step.columns) {
    settleFor(pipeline, [expr]);
    pipeline.computed.push({ name: madeName(id), sql: valueSql(expr, pipeline.scope).sql, ids: [id] });
  }
}
