// filldown: absent values take the last present one above, in the order of the rows at this point (reference 3.22).
// Inferred: "all columns", and what a wildcard is compared with, are the columns that are shown and the names that the query made; a
// wildcard that fits none of them is refused, because we cannot tell which fields of the events AWS would fill.

import type { FieldExpr, FilldownCommand, Wildcard } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import { overwriteColumn, plainColumns } from '../columns.ts';
import { type ColumnRef, inOrder, type OutputColumn } from '../plan.ts';
import { materialise, type PlanContext, resolveValue, settleMentions, shownColumns } from '../scope.ts';

export function planFilldown(command: FilldownCommand, context: PlanContext): void {
  const filled = new Map<string, ColumnRef>();
  const chosen =
    command.fields.length === 0
      ? plainColumns(shownColumns(context))
      : command.fields.flatMap((field) => columnsOf(field, context));
  for (const { name, expr } of chosen) filled.set(name, expr);
  settleMentions(context);
  if (filled.size === 0) return;
  const columns = [...filled.entries()].map(([name, value]) => ({ name, value, id: context.nextId++ }));
  context.steps.push({
    step: 'window',
    rows: inOrder,
    columns: columns.map(({ id, value }) => ({ id, call: { name: 'lastPresent' }, value })),
  });
  for (const { name, value, id } of columns) {
    overwriteColumn(name, { op: 'made', id, kind: value.kind }, context);
  }
}

function columnsOf(field: FieldExpr | Wildcard, context: PlanContext): readonly OutputColumn[] {
  if (field.kind === 'field')
    return [{ name: field.name, expr: materialise(resolveValue(field, context), context) }];
  const made = [...context.bindings].map(([name, { ref }]) => ({ name, expr: ref }));
  const found = [...shownColumns(context), ...made].filter(({ name }) => fits(name, field.pattern));
  if (found.length === 0) {
    const message = `\`${field.pattern}\` fits none of the columns.`;
    const hint = 'List the fields before with `fields`, or name them here.';
    context.diagnostics.push(errorAt(field.span, 'no-such-column', message, hint));
  }
  return found;
}

/** Each part between stars is looked for behind the one before: a regular expression would try them at every place. */
function fits(name: string, wildcard: string): boolean {
  const [first = '', ...parts] = wildcard.split('*');
  const last = parts.pop() ?? '';
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
