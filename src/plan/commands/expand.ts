// expand: one row per item of the list that a field holds, in place: the field is the item from here on (reference 3.15).
// Text that holds a JSON list counts as one. Inferred: an empty list leaves no row; the name may be listed again as before.

import type { ExpandCommand } from '../../language/ast.ts';
import { warningAt } from '../../language/diagnostic.ts';
import { overwriteColumn } from '../columns.ts';
import { isJsonKind, type PlanExpr } from '../plan.ts';
import { type PlanContext, resolveValue, settleMentions } from '../scope.ts';

export function planExpand({ field }: ExpandCommand, context: PlanContext): void {
  const source = resolveValue(field, context);
  settleMentions(context);
  if (source.kind === 'list' || source.kind === 'joinedList') {
    const message = `\`${field.name}\` is a list of another function than jsonParse; as on AWS it stays one row.`;
    context.diagnostics.push(warningAt(field.span, 'list-not-expanded', message));
    return;
  }
  if (!mayHoldList(source)) return;
  const id = context.nextId++;
  context.steps.push({ step: 'unnest', id, source, opensText: true });
  overwriteColumn(field.name, { op: 'made', id, kind: 'json' }, context);
}

function mayHoldList({ kind }: PlanExpr): boolean {
  return isJsonKind(kind) || kind === 'text' || kind === 'numericText';
}
