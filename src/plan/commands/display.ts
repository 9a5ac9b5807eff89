// display: chooses the output columns; the last one wins (reference 3.2). It projects only: names stay usable.

import type { DisplayCommand } from '../../language/ast.ts';
import type { OutputColumn } from '../plan.ts';
import type { PlanContext } from '../scope.ts';
import { planItem } from './fields.ts';

export function planDisplay(command: DisplayCommand, context: PlanContext): void {
  const columns: OutputColumn[] = [];
  for (const item of command.items) {
    const column = planItem(item, context);
    if (!columns.some((shown) => shown.name === column.name)) columns.push(column);
  }
  context.displayed = columns;
}
