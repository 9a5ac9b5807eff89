// `fields`: reference logs-insights-ql 3.1.

import type { FieldsCommand } from '../ast.ts';
import { type Cursor, many, spanFrom } from '../cursor.ts';
import { item } from '../items.ts';

/** fields := "fields" item { "," item } */
export function parseFields(cursor: Cursor, start: number): FieldsCommand {
  const items = many(cursor, item);
  return { kind: 'fields', items, span: spanFrom(cursor, start) };
}
