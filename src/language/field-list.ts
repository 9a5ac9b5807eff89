// Fields side by side without commas, as `filldown` and `outlier` take them.

import type { FieldExpr } from './ast.ts';
import { atCommandEnd, atSymbol, type Cursor, expectField, unexpected } from './cursor.ts';

/** one { one }, up to the end of the command */
export function fieldList<T>(cursor: Cursor, one: (cursor: Cursor) => T): T[] {
  const found = [one(cursor)];
  while (!atCommandEnd(cursor)) {
    if (atSymbol(cursor, ',')) unexpected(cursor, 'Here fields stand side by side, without commas.');
    found.push(one(cursor));
  }
  return found;
}

export function plainField(cursor: Cursor): FieldExpr {
  return expectField(cursor, 'A field belongs here.');
}
