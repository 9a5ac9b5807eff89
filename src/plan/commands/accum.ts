// accum: running sum in the order of the rows at this point (reference 3.22). A value that is no number adds nothing, and its
// row has no sum. Inferred: without a name the sums take the place of the field, as in Splunk.

import type { AccumCommand } from '../../language/ast.ts';
import { asNumber, choose, isPresent, makeColumn, overwriteAndShow, windowColumn } from '../columns.ts';
import { inOrder } from '../plan.ts';
import { materialise, type PlanContext, resolveKey, settleMentions } from '../scope.ts';

export function planAccum({ field, alias }: AccumCommand, context: PlanContext): void {
  const number = asNumber(resolveKey(field, context), context);
  settleMentions(context);
  const running = windowColumn({ name: 'sum' }, number, inOrder, context);
  const sum = materialise(choose(isPresent(number), running), context);
  if (alias === undefined) overwriteAndShow(field.name, sum, context);
  else makeColumn(alias.name, alias.span, sum, context);
}
