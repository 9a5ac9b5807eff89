// Rows that process/ made, as a relation: they go back into SQL as one parameter of JSON.

import type { CellValue } from '../engine/statement.ts';
import type { NamedColumn } from '../plan/plan.ts';
import { type SqlContext, sequenceName } from './context.ts';
import { madeName } from './pipeline.ts';

/** `rows`: a JSON array of objects with the columns' names inside the statement (`c1`, …), in the rows' order. */
export function rowsSql(columns: readonly NamedColumn[], rows: string, context: SqlContext): string {
  const { dialect } = context;
  const typed = columns.map(({ id, kind }) => ({
    name: madeName(id),
    type: kind === 'number' ? ('number' as const) : ('text' as const),
  }));
  return dialect.jsonRows(context.parameter(rows, 'text'), typed, dialect.identifier(sequenceName));
}

/** The parameter of `rowsSql` for cells in the columns' order. */
export function rowsJson(columns: readonly NamedColumn[], rows: readonly (readonly CellValue[])[]): string {
  const names = columns.map(({ id }) => madeName(id));
  const cell = (value: CellValue | undefined): CellValue =>
    typeof value === 'boolean' ? Number(value) : (value ?? null);
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(names.map((name, index) => [name, cell(row[index])]))),
  );
}
