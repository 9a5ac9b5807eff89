// limit: at most N rows, in pipeline order (reference 3.6, Q3). `limit any` is a permission to stop early, not a duty.
// Differs: `limit any` returns the same rows as `limit`.

import type { LimitCommand } from '../../language/ast.ts';
import type { PlanContext } from '../scope.ts';

export function planLimit(command: LimitCommand, context: PlanContext): void {
  context.steps.push({ step: 'limit', count: command.count });
}
