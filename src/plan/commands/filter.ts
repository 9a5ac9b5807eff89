// filter and where: keep rows whose condition is true, not unknown (reference 3.3).

import type { FilterCommand } from '../../language/ast.ts';
import { planExpr } from '../expression.ts';
import { type PlanContext, settleMentions } from '../scope.ts';

export function planFilter(command: FilterCommand, context: PlanContext): void {
  context.steps.push({ step: 'filter', condition: planExpr(command.condition, context) });
  settleMentions(context);
}
