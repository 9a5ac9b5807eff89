// fields: adds columns to the output and makes names (reference 3.1). Listings of several `fields` add up.

import type { FieldsCommand, Item } from '../../language/ast.ts';
import { planExpr } from '../expression.ts';
import { isJsonKind, type OutputColumn } from '../plan.ts';
import {
  alreadyDefined,
  claimName,
  columnName,
  materialise,
  type PlanContext,
  settleMentions,
} from '../scope.ts';

export function planFields(command: FieldsCommand, context: PlanContext): void {
  for (const item of command.items) {
    refuseRelisting(item, context);
    const column = planItem(item, context);
    if (!context.listed.some((listed) => listed.name === column.name)) context.listed.push(column);
  }
}

/** One `expr [as alias]` of fields or display, as an output column; an alias becomes a name for what follows. */
export function planItem(item: Item, context: PlanContext): OutputColumn {
  const ref = materialise(planExpr(item.expr, context), context);
  const name = item.alias?.name ?? columnName(item.expr, context);
  if (item.alias !== undefined && claimName(item.alias.name, item.alias.span, context)) {
    context.bindings.set(name, { ref, origin: 'computed' });
    if (isJsonKind(ref.kind)) context.fresh.add(name);
  }
  settleMentions(context);
  return { name, expr: ref };
}

/** Listing a parse capture or an alias of `fields` again defines it a second time (reference 3.33, Q18). */
function refuseRelisting(item: Item, context: PlanContext): void {
  if (item.expr.kind !== 'field' || item.alias !== undefined) return;
  const binding = context.bindings.get(item.expr.name);
  if (binding === undefined || binding.origin === 'aggregated' || binding.origin === 'added') return;
  context.diagnostics.push(alreadyDefined(item.expr.name, item.expr.span, true));
}
