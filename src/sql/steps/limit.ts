// limit: the first rows in the order of this point of the pipeline (reference logs-insights-ql Q3).

import { close, orderClause, orderExprs, type Pipeline, type StepOf, settleFor } from '../pipeline.ts';

export function limit(pipeline: Pipeline, step: StepOf<'limit'>): void {
  settleFor(pipeline, orderExprs(pipeline));
  close(pipeline, `\nORDER BY ${orderClause(pipeline)}\nLIMIT ${step.count}`);
}
