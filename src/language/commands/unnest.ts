// `unnest`: reference logs-insights-ql 3.14.

import type { UnnestCommand } from '../ast.ts';
import { atSymbol, type Cursor, expectField, spanFrom, takeWord, unexpected } from '../cursor.ts';
import { alias } from '../items.ts';
import { members } from '../members.ts';

/** unnest := "unnest" field members "into" alias. Inferred: a path only, no function. */
export function parseUnnest(cursor: Cursor, start: number): UnnestCommand {
  const source = members(cursor, expectField(cursor, 'A list belongs here: unnest map.list into name.'));
  if (atSymbol(cursor, '(')) {
    unexpected(
      cursor,
      'Name the list first: `fields jsonParse(@message) as map | unnest map.list into name`.',
    );
  }
  if (!takeWord(cursor, 'into')) unexpected(cursor, 'The name of each item follows: `into name`.');
  const name = alias(cursor);
  return { kind: 'unnest', source, alias: name, span: spanFrom(cursor, start) };
}
