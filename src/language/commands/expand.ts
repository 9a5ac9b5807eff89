// `expand`: reference logs-insights-ql 3.15.

import type { ExpandCommand } from '../ast.ts';
import { atSymbol, type Cursor, expectField, spanFrom, unexpected } from '../cursor.ts';

/** expand := "expand" field */
export function parseExpand(cursor: Cursor, start: number): ExpandCommand {
  const field = expectField(cursor, 'A field that holds a list belongs here.');
  if (atSymbol(cursor, '(') || atSymbol(cursor, '[')) {
    unexpected(cursor, 'Name the list first: `fields jsonParse(@message).list as items | expand items`.');
  }
  return { kind: 'expand', field, span: spanFrom(cursor, start) };
}
