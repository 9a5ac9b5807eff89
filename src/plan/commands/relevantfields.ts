// relevantfields: which fields tell the events of a condition apart from all others (reference 3.27).

import type { RelevantfieldsCommand } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import { planExpr } from '../expression.ts';
import { becomeRows, materialise, type PlanContext, resolveField, settleMentions } from '../scope.ts';
import { relevantFieldsColumns } from './pattern-columns.ts';

export function planRelevantfields(command: RelevantfieldsCommand, context: PlanContext): void {
  if (context.phase === 'groups') {
    const message = 'unexpected symbol found relevantfields';
    const hint = 'relevantfields looks at events; put it before stats.';
    context.diagnostics.push(errorAt(command.span, 'command-order', message, hint));
    return;
  }
  const matches = materialise(planExpr(command.condition, context), context);
  const fields = command.fields.map((field) => resolveField(field, context));
  for (const [index, { name, span }] of command.fields.entries()) {
    if (fields[index]?.op === 'field') continue;
    const hint = `${name} was made by the query; relevantfields looks at fields of the events.`;
    context.diagnostics.push(errorAt(span, 'not-an-event-field', 'Query cannot be compiled', hint));
  }
  settleMentions(context);
  becomeRows(
    { name: 'relevantFields', fields: fields.length === 0 ? null : fields },
    [matches],
    relevantFieldsColumns,
    context,
  );
}
