// appendcols: the columns of another query beside these rows, first beside first (reference 3.20).
// Inferred: rows of the sub-query beyond ours are dropped; where it has fewer, the cells stay empty, or keep what they had. A
// column exists when it is shown or was made; without `override` it stays as it is, and the sub-query's is left out.

import type { AppendcolsCommand } from '../../language/ast.ts';
import type { ColumnRef, Step } from '../plan.ts';
import { addColumn, type PlanContext, shownColumns } from '../scope.ts';
import { unifyKinds } from '../signatures.ts';

export function planAppendcols(command: AppendcolsCommand, context: PlanContext): void {
  const plan = context.subplan(command.query, context);
  const columns: StepOf<'append'>['columns'][number][] = [];
  for (const [index, { name, expr }] of plan.output.entries()) {
    const over = columnNamed(name, context);
    if (name === '@ptr' || (over !== null && !command.override)) continue;
    const kind = unifyKinds(over === null ? [expr] : [expr, over]);
    const id = context.nextId++;
    columns.push({ id, index, over, kind });
    addColumn(name, { op: 'made', id, kind }, context);
  }
  context.steps.push({ step: 'append', plan, max: command.max, columns });
}

type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>;

/** The column of that name that the rows have: one that was made, or one that is shown. */
function columnNamed(name: string, context: PlanContext): ColumnRef | null {
  const shown = shownColumns(context).find((column) => column.name === name);
  return context.bindings.get(name)?.ref ?? shown?.expr ?? null;
}
