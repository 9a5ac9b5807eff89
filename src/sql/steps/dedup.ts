// dedup: the first row of each combination in the current order; rows with an absent key all stay (reference 3.9).

import { close, orderClause, orderExprs, type Pipeline, type StepOf, settleFor } from '../pipeline.ts';

export function dedup(pipeline: Pipeline, step: StepOf<'dedup'>): void {
  settleFor(pipeline, [...step.keys, ...orderExprs(pipeline)]);
  const keys = step.keys.map((key) => pipeline.scope.column(key));
  const absent = keys.map((key) => `${key} IS NULL OR `).join('');
  const first = `row_number() OVER (PARTITION BY ${keys.join(', ')} ORDER BY ${orderClause(pipeline)}) = 1`;
  close(pipeline, `\nQUALIFY ${absent}${first}`);
}
