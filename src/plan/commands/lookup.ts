// lookup and cidrlookup: columns of a lookup table beside the rows (reference 3.16, 3.17).
// OUTPUT overwrites a field of that name, absent where nothing matches; OUTPUTNEW fills only what is absent.
// Inferred: the first of several matching rows wins; of ranges the longest prefix.

import type { Alias, CidrlookupCommand, LookupCommand } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import { didYouMean } from '../../language/did-you-mean.ts';
import type { ColumnRef } from '../plan.ts';
import {
  addColumn,
  alreadyDefined,
  type LookupSchema,
  type PlanContext,
  resolveField,
  settleMentions,
} from '../scope.ts';
import { unifyKinds } from '../signatures.ts';

export function planLookup(command: LookupCommand, context: PlanContext): void {
  const schema = findTable(command.table, context);
  if (schema === undefined) return;
  const keys = command.keys.map(({ column, field }) => ({
    column: columnOf(column, schema, command.table.name, context),
    expr: resolveField(field, context),
  }));
  addOutputs(command, schema, 'equal', keys, context);
}

export function planCidrlookup(command: CidrlookupCommand, context: PlanContext): void {
  const schema = findTable(command.table, context);
  if (schema === undefined) return;
  const [first = ''] = schema.columns.values();
  const { column, field, table } = command;
  const range = column === undefined ? first : columnOf(column, schema, table.name, context);
  addOutputs(command, schema, 'range', [{ column: range, expr: resolveField(field, context) }], context);
}

function addOutputs(
  command: LookupCommand | CidrlookupCommand,
  schema: LookupSchema,
  match: 'equal' | 'range',
  keys: readonly { readonly column: string; readonly expr: ColumnRef }[],
  context: PlanContext,
): void {
  const columns = command.outputs.map(({ column, alias }) => {
    const made = alias ?? column;
    const field = { kind: 'field', name: made.name, segments: [made.name], span: made.span } as const;
    const exists = context.phase === 'events' || context.bindings.has(made.name);
    const keep = command.keepPresent && exists ? resolveField(field, context) : null;
    const kind = unifyKinds(keep === null ? [cell] : [cell, keep]);
    const id = context.nextId++;
    return { id, column: columnOf(column, schema, command.table.name, context), keep, kind, name: made.name };
  });
  settleMentions(context);
  for (const [index, { alias, column }] of command.outputs.entries()) {
    const { name, span } = alias ?? column;
    if (columns.findIndex((made) => made.name === name) < index)
      context.diagnostics.push(alreadyDefined(name, span, true));
  }
  context.steps.push({
    step: 'lookup',
    table: schema.table,
    order: schema.order,
    match,
    keys,
    columns: columns.map(({ id, column, keep, kind }) => ({ id, column, keep, kind })),
  });
  for (const { id, name, kind } of columns) addColumn(name, { op: 'made', id, kind }, context);
}

/** What a lookup table holds. */
const cell = { kind: 'text' } as const;

function findTable(table: Alias, context: PlanContext): LookupSchema | undefined {
  const schema = context.findLookup(table.name);
  if (schema === undefined) {
    const hint = 'shiplog lookup list shows the tables; shiplog lookup create makes one.';
    context.diagnostics.push(
      errorAt(table.span, 'unknown-lookup-table', `There is no lookup table ${table.name}.`, hint),
    );
  }
  return schema;
}

function columnOf(column: Alias, { columns }: LookupSchema, table: string, context: PlanContext): string {
  const found = columns.get(column.name);
  if (found === undefined) {
    const names = [...columns.keys()];
    const hint = didYouMean(column.name, names) ?? `It has ${names.join(', ')}.`;
    const message = `The lookup table ${table} has no column ${column.name}.`;
    context.diagnostics.push(errorAt(column.span, 'unknown-lookup-column', message, hint));
  }
  return found ?? '';
}
