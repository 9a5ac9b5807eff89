// `relevantfields`: reference logs-insights-ql 3.27.

import type { RelevantfieldsCommand } from '../ast.ts';
import { atWord, type Cursor, expectField, many, spanFrom, takeWord, unexpected } from '../cursor.ts';
import { expression } from '../expression-parser.ts';

/** relevantfields := "relevantfields" [ field { "," field } ] "where" condition */
export function parseRelevantfields(cursor: Cursor, start: number): RelevantfieldsCommand {
  const fields = atWord(cursor, 'where')
    ? []
    : many(cursor, (at) => expectField(at, 'Fields, or `where` and a condition, belong here.'));
  if (!takeWord(cursor, 'where')) unexpected(cursor, '`where` and a condition belong here.');
  const condition = expression(cursor);
  return { kind: 'relevantfields', fields, condition, span: spanFrom(cursor, start) };
}
