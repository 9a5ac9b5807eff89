// `sort`, and `order` as old queries write it: reference logs-insights-ql 3.5.

import type { SortCommand, SortKey } from '../ast.ts';
import { atSymbol, type Cursor, expectField, many, spanFrom, takeWord, unexpected } from '../cursor.ts';

/** sort := ("sort" | "order") ["by"] key { "," key } */
export function parseSort(cursor: Cursor, start: number): SortCommand {
  takeWord(cursor, 'by');
  const keys = many(cursor, sortKey);
  return { kind: 'sort', keys, span: spanFrom(cursor, start) };
}

/** key := field ["asc" | "desc"]. Keys are names: AWS refuses `sort bin(1h)`. */
function sortKey(cursor: Cursor): SortKey {
  const field = expectField(cursor, 'A field to sort by belongs here.');
  if (atSymbol(cursor, '('))
    unexpected(cursor, 'Give the call a name with `as` before, and sort by that name.');
  const descending = takeWord(cursor, 'desc');
  if (!descending) takeWord(cursor, 'asc');
  return { field, direction: descending ? 'desc' : 'asc', span: spanFrom(cursor, field.span.start) };
}
