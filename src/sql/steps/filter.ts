// filter: WHERE of the open SELECT.

import { filterSql } from '../expression.ts';
import { type Pipeline, type StepOf, settleFor } from '../pipeline.ts';

export function filter(pipeline: Pipeline, step: StepOf<'filter'>): void {
  settleFor(pipeline, [step.condition]);
  pipeline.where.push(filterSql(step.condition, pipeline.scope));
}
