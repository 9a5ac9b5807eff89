// filterIndex: a filter that reads only log groups with an index on its field (reference 3.4). Which these are, the queries know.
// Inferred: of a computed column, or behind `stats`, there is no index, and it filters like `filter`.

import type { FilterIndexCommand } from '../../language/ast.ts';
import type { PlanExpr } from '../plan.ts';
import type { PlanContext } from '../scope.ts';
import { planFilter } from './filter.ts';

export function planFilterIndex(command: FilterIndexCommand, context: PlanContext): void {
  planFilter({ ...command, kind: 'filter' }, context);
  const step = context.steps.at(-1);
  const field = step?.step === 'filter' ? indexedField(step.condition) : null;
  const source = context.sources[context.source];
  if (field === null || source === undefined || context.phase !== 'events') return;
  context.sources[context.source] = {
    ...source,
    indexedFields: [...(source.indexedFields ?? []), field],
    indexedSpan: source.indexedSpan ?? command.span,
  };
}

/** The field of the event that the condition compares. */
function indexedField(condition: PlanExpr): string | null {
  const operand =
    condition.op === 'compare' ? condition.left : condition.op === 'in' ? condition.operand : null;
  return operand?.op === 'field' ? operand.name : null;
}
