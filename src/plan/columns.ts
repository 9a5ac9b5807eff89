// What the commands that work on rows and columns share: which columns are shown at a point of the pipeline, how a column
// takes the place of another, and values that depend on other rows.

import type { Span } from '../language/ast.ts';
import { nullLiteral, numberLiteral } from './literal.ts';
import type { ColumnRef, MadeRef, OutputColumn, PlanExpr, WindowFunction, WindowRows } from './plan.ts';
import { addColumn, claimName, materialise, type PlanContext, replaceShown, shownColumns } from './scope.ts';

/** Makes a name for a new column, which is shown beside the others. */
export function makeColumn(name: string, span: Span, ref: ColumnRef, context: PlanContext): void {
  if (claimName(name, span, context)) addColumn(name, ref, context);
}

/** From here on the name means the other column, also where it is shown already. Later commands may list it again. */
export function overwriteColumn(name: string, ref: ColumnRef, context: PlanContext): void {
  const origin = context.bindings.get(name)?.origin ?? 'added';
  context.bindings.set(name, { ref, origin });
  replaceShown(name, ref, context);
}

/** As overwriteColumn; a name that is not shown yet is shown from here on. */
export function overwriteAndShow(name: string, ref: ColumnRef, context: PlanContext): void {
  overwriteColumn(name, ref, context);
  if (!shownColumns(context).some((column) => column.name === name)) context.added.push({ name, expr: ref });
}

/** The columns without those that are never a number or never absent: times and pointers. */
export function plainColumns(columns: readonly OutputColumn[]): readonly OutputColumn[] {
  return columns.filter(({ expr }) => expr.kind !== 'timestamp' && expr.kind !== 'pointer');
}

/** The value as a number, absent when it is none; computed once. */
export function asNumber(ref: ColumnRef, context: PlanContext): ColumnRef {
  return ref.kind === 'number' ? ref : materialise(numberOf(ref), context);
}

export function numberOf(value: PlanExpr): PlanExpr {
  return value.kind === 'number' ? value : { op: 'call', name: 'toNumber', args: [value], kind: 'number' };
}

export function isPresent(value: PlanExpr): PlanExpr {
  return { op: 'call', name: 'ispresent', args: [value], kind: 'boolean' };
}

/** `yes` where the condition is true, else `no`, which may be absent. */
export function choose(condition: PlanExpr, yes: PlanExpr, no: PlanExpr = nullLiteral): PlanExpr {
  return { op: 'call', name: 'if', args: [condition, yes, no], kind: yes.kind };
}

/** a + b + …, absent ones as 0; in a balanced tree, because engines limit the depth of an expression. */
export function sumOf(values: readonly PlanExpr[]): PlanExpr {
  const [first] = values;
  if (first === undefined) return numberLiteral(0);
  if (values.length === 1) {
    return { op: 'call', name: 'coalesce', args: [numberOf(first), numberLiteral(0)], kind: 'number' };
  }
  const half = values.length >> 1;
  const [left, right] = [sumOf(values.slice(0, half)), sumOf(values.slice(half))];
  return { op: 'arithmetic', operator: '+', left, right, kind: 'number' };
}

/** A column that depends on other rows. */
export function windowColumn(
  call: WindowFunction,
  value: ColumnRef,
  rows: WindowRows,
  context: PlanContext,
): MadeRef {
  const id = context.nextId++;
  context.steps.push({ step: 'window', rows, columns: [{ id, call, value }] });
  return { op: 'made', id, kind: value.kind };
}
