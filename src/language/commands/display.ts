// `display`: reference logs-insights-ql 3.2.

import type { DisplayCommand } from '../ast.ts';
import { type Cursor, many, spanFrom } from '../cursor.ts';
import { item } from '../items.ts';

/** display := "display" item { "," item } */
export function parseDisplay(cursor: Cursor, start: number): DisplayCommand {
  const items = many(cursor, item);
  return { kind: 'display', items, span: spanFrom(cursor, start) };
}
