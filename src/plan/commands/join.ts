// join: events of another log group beside these (reference 3.18). Fields of that side are read when a later command names them.
// Inferred: absent keys never match; several matches on the right give one row each, in the order of the left.

import type { JoinCommand } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import type { ColumnRef, FieldRef } from '../plan.ts';
import { eventField, type PlanContext, resolveField, settleMentions } from '../scope.ts';

export function planJoin(command: JoinCommand, context: PlanContext): void {
  if (context.joined !== null) {
    context.diagnostics.push(errorAt(command.span, 'command-order', 'A query takes one join.'));
    return;
  }
  const left = resolveField(command.leftKey, context);
  settleMentions(context);
  const source = context.sources.push(command.source) - 1;
  const columns: { id: number; field: FieldRef }[] = [];
  const right = eventField(command.rightKey.name);
  context.steps.push({ step: 'join', type: command.type, source, left, right, columns });
  context.joined = {
    left: command.left.name,
    right: command.right.name,
    rightColumn: (name) => rightColumn(eventField(name), columns, context),
  };
}

function rightColumn(
  field: FieldRef,
  columns: { id: number; field: FieldRef }[],
  context: PlanContext,
): ColumnRef {
  let column = columns.find((known) => known.field.name === field.name);
  if (column === undefined) {
    column = { id: context.nextId++, field };
    columns.push(column);
  }
  return { op: 'made', id: column.id, kind: field.kind };
}
