// `addtotals`: reference logs-insights-ql 3.21.

import type { AddtotalsCommand, Alias } from '../ast.ts';
import { atCommandEnd, type Cursor, many, spanFrom } from '../cursor.ts';
import { plainField } from '../field-list.ts';
import { alias } from '../items.ts';
import { booleanOption, takeOption } from '../options.ts';

/** addtotals := "addtotals" { "fieldname=" alias | "row=" boolean | "col=" boolean } [ field { "," field } ] */
export function parseAddtotals(cursor: Cursor, start: number): AddtotalsCommand {
  let name: Alias | undefined;
  let [row, column] = [true, false];
  for (;;) {
    if (takeOption(cursor, 'fieldname')) name = alias(cursor);
    else if (takeOption(cursor, 'row')) row = booleanOption(cursor);
    else if (takeOption(cursor, 'col')) column = booleanOption(cursor);
    else break;
  }
  const fields = atCommandEnd(cursor) ? [] : many(cursor, plainField);
  const span = spanFrom(cursor, start);
  return { kind: 'addtotals', ...(name === undefined ? {} : { name }), row, column, fields, span };
}
