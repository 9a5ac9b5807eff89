// dedup: the first row of each combination in the current order; rows with an absent key all stay (reference 3.9).

import type { DedupCommand } from '../../language/ast.ts';
import { type PlanContext, resolveKey, settleMentions } from '../scope.ts';

export function planDedup(command: DedupCommand, context: PlanContext): void {
  const keys = command.keys.map((key) => resolveKey(key, context));
  settleMentions(context);
  context.steps.push({ step: 'dedup', keys });
}
