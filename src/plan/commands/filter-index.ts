// filterIndex: a filter that promises to use an index (reference 3.4).
// Differs: every field is a column of its own here, which serves as its index; no log group is skipped for the lack of one.

import type { FilterIndexCommand } from '../../language/ast.ts';
import type { PlanContext } from '../scope.ts';
import { planFilter } from './filter.ts';

export function planFilterIndex(command: FilterIndexCommand, context: PlanContext): void {
  planFilter({ ...command, kind: 'filter' }, context);
}
