// join: events of another log group beside these (reference 3.18). Fields of that side are read when a later command names them.
// Inferred: absent keys never match; several matches on the right give one row each, in the order of the left and then of
// ingestion. A name that the query made a map under cannot name a side, since what stands before a dot would be both.

import type { JoinCommand } from '../../language/ast.ts';
import { type ColumnRef, type FieldRef, isJsonKind } from '../plan.ts';
import {
  addSource,
  alreadyDefined,
  eventField,
  type PlanContext,
  resolveField,
  settleMentions,
} from '../scope.ts';

export function planJoin(command: JoinCommand, context: PlanContext): void {
  const { type, leftKey } = command;
  for (const { name, span } of [command.left, command.right]) {
    const taken = context.bindings.get(name);
    if (taken !== undefined && isJsonKind(taken.ref.kind))
      context.diagnostics.push(alreadyDefined(name, span, true));
  }
  const columns: { id: number; field: FieldRef }[] = [];
  context.joined = {
    left: command.left.name,
    right: command.right.name,
    rightColumn: (name) => rightColumn(eventField(name), columns, context),
  };
  const segments = [command.left.name, ...leftKey.segments];
  const left = resolveField({ ...leftKey, segments, name: segments.join('.') }, context);
  settleMentions(context);
  const source = addSource(command.source, context);
  const right = eventField(command.rightKey.name);
  context.steps.push({ step: 'join', type, source, left, right, columns });
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
