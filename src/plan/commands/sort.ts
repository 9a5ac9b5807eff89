// sort: orders the rows by names; the last sort decides (reference 3.5).

import type { SortCommand } from '../../language/ast.ts';
import { type PlanContext, resolveKey, settleMentions } from '../scope.ts';

export function planSort(command: SortCommand, context: PlanContext): void {
  const keys = command.keys.map((key) => ({
    expr: resolveKey(key.field, context),
    direction: key.direction,
  }));
  settleMentions(context);
  context.steps.push({ step: 'sort', keys });
}
