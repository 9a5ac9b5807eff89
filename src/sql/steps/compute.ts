// compute: named values; each is a column of the open SELECT. Of a map or list also the members that the plan names.

import { isJsonKind, type PlanExpr } from '../../plan/plan.ts';
import { toDocument } from '../coercion.ts';
import { valueSql } from '../expression.ts';
import { readMembers } from '../members.ts';
import { close, madeName, type Pipeline, type StepOf, settleFor } from '../pipeline.ts';

export function compute(pipeline: Pipeline, step: StepOf<'compute'>): void {
  for (const { id, expr } of step.columns) {
    settleFor(pipeline, [expr]);
    pipeline.computed.push({ name: madeName(id), sql: valueSql(expr, pipeline.scope).sql, ids: [id] });
    if (isJsonKind(expr.kind)) computeMembers(pipeline, id, expr);
  }
}

/** Members of JSON text are read from the text itself: the whole map is only written where it is shown. */
function computeMembers(pipeline: Pipeline, id: number, expr: PlanExpr): void {
  if (!pipeline.scope.wanted.has(id)) return;
  const { context, scope } = pipeline;
  const { json } = context.dialect;
  if (expr.op === 'decode' && expr.format === 'json') {
    const text = toDocument(valueSql(expr.value, scope), context);
    readMembers(pipeline, id, (paths) => json.membersOfText(text, paths));
  } else {
    close(pipeline);
    readMembers(pipeline, id, (paths) => json.members(madeName(id), paths));
  }
}
