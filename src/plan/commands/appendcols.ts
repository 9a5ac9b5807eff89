// appendcols: the columns of another query beside these rows, first beside first (reference 3.20).
// Inferred: rows of the sub-query beyond ours are dropped; where it has fewer, the cells stay empty, or keep what they had.

import type { AppendcolsCommand } from '../../language/ast.ts';
import type { ColumnRef } from '../plan.ts';
import { addColumn, type PlanContext, resolveField } from '../scope.ts';

export function planAppendcols(command: AppendcolsCommand, context: PlanContext): void {
  const plan = context.subplan(command.query, context);
  const columns: { id: number; index: number; over: ColumnRef | null }[] = [];
  for (const [index, { name, expr }] of plan.output.entries()) {
    const exists = isColumn(name, context);
    if (name === '@ptr' || (exists && !command.override)) continue;
    const over = exists ? resolveField(fieldNamed(name, command), context) : null;
    const id = context.nextId++;
    columns.push({ id, index, over });
    addColumn(name, { op: 'made', id, kind: expr.kind }, context);
  }
  context.steps.push({ step: 'append', plan, max: command.max, columns });
}

/** Whether the rows have a column of that name: one that was made, or one that is shown. */
function isColumn(name: string, { bindings, listed }: PlanContext): boolean {
  return bindings.has(name) || listed.some((column) => column.name === name);
}

function fieldNamed(name: string, { span }: AppendcolsCommand) {
  return { kind: 'field', name, segments: [name], span } as const;
}
