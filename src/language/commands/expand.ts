// `expand`: reference logs-insights-ql 3.15.

import type { ExpandCommand } from '../ast.ts';
import { type Cursor, expectField, spanFrom } from '../cursor.ts';

/** expand := "expand" field */
export function parseExpand(cursor: Cursor, start: number): ExpandCommand {
  const field = expectField(cursor, 'A field that holds a list belongs here.');
  return { kind: 'expand', field, span: spanFrom(cursor, start) };
}
