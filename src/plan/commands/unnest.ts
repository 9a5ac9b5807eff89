// unnest: one row per item of a list (reference 3.14, quirk 24). A value that is known to be no list only gets the new name.
// Inferred: an empty list leaves no row, an absent one leaves the row with the name absent.

import type { UnnestCommand } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import { planExpr } from '../expression.ts';
import { isJsonKind, type PlanExpr } from '../plan.ts';
import { bindMade, materialise, type PlanContext, settleMentions } from '../scope.ts';

export function planUnnest({ source, alias }: UnnestCommand, context: PlanContext): void {
  const list = planExpr(source, context);
  if (list.kind === 'list' || list.kind === 'joinedList') {
    const text = context.text.slice(source.span.start, source.span.end);
    // Inferred: AWS's text is not known, only that the query is malformed.
    const message = `unnest needs a list from jsonParse, and \`${text}\` is a list of another function.`;
    const hint = 'AWS refuses lists made by split; take them apart with parse instead.';
    context.diagnostics.push(errorAt(source.span, 'unnest-of-split', message, hint));
    return;
  }
  settleMentions(context);
  const ref = isJsonKind(list.kind) ? items(list, context) : materialise(list, context);
  bindMade(alias, ref, 'capture', context);
}

function items(source: PlanExpr, context: PlanContext): { op: 'made'; id: number; kind: 'json' } {
  const id = context.nextId++;
  context.steps.push({ step: 'unnest', id, source, opensText: false });
  return { op: 'made', id, kind: 'json' };
}
