// `filter` and `where`: reference logs-insights-ql 3.3.

import type { FilterCommand } from '../ast.ts';
import { type Cursor, spanFrom } from '../cursor.ts';
import { expression } from '../expression-parser.ts';

/** filter := ("filter" | "where") expression */
export function parseFilter(cursor: Cursor, start: number): FilterCommand {
  const condition = expression(cursor);
  return { kind: 'filter', condition, span: spanFrom(cursor, start) };
}
