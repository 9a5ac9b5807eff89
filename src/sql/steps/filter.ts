// filter: WHERE of the open SELECT.

import { filterSql } from '../expression.ts';
import { closeForFilter, type Pipeline, type StepOf, settleFor } from '../pipeline.ts';
import { isHeavy } from '../weight.ts';

export function filter(pipeline: Pipeline, step: StepOf<'filter'>): void {
  settleFor(pipeline, [step.condition]);
  const condition = filterSql(step.condition, pipeline.scope);
  if (isHeavy(condition, pipeline.weights)) closeForFilter(pipeline);
  pipeline.where.push(condition);
}
