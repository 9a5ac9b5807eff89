// autoregress: the value of a field so many rows before, in the order of the rows at this point (reference 3.22); the first rows
// have none. Inferred: without a name a single column is called as those of a range are, as in Splunk.

import type { AutoregressCommand } from '../../language/ast.ts';
import { makeColumn } from '../columns.ts';
import { inOrder, type WindowColumn } from '../plan.ts';
import { materialise, type PlanContext, resolveValue, settleMentions } from '../scope.ts';

export function planAutoregress(command: AutoregressCommand, context: PlanContext): void {
  const { field, alias, first, last } = command;
  const value = materialise(resolveValue(field, context), context);
  settleMentions(context);
  const columns: WindowColumn[] = [];
  for (let rows = first; rows <= last; rows++) {
    const id = context.nextId++;
    columns.push({ id, call: { name: 'lag', rows }, value });
    const name = alias ?? { name: `${field.name}_p${rows}`, span: field.span };
    makeColumn(name.name, name.span, { op: 'made', id, kind: value.kind }, context);
  }
  context.steps.push({ step: 'window', rows: inOrder, columns });
}
