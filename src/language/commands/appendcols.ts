// `appendcols`: reference logs-insights-ql 3.20.

import type { AppendcolsCommand } from '../ast.ts';
import { atSymbol, type Cursor, spanFrom, unexpected } from '../cursor.ts';
import { appendedRowsDefault, limitMax } from '../limits.ts';
import { booleanOption, integerOption, takeOption } from '../options.ts';

/** appendcols := "appendcols" ["override=" boolean] ["max=" integer] "(" query ")" */
export function parseAppendcols(cursor: Cursor, start: number): AppendcolsCommand {
  let override = false;
  let max = appendedRowsDefault;
  for (;;) {
    if (takeOption(cursor, 'override')) override = booleanOption(cursor);
    else if (takeOption(cursor, 'max')) max = integerOption(cursor, 'max', 1, limitMax);
    else break;
  }
  if (!atSymbol(cursor, '('))
    unexpected(cursor, 'A query in parentheses follows: (SOURCE "log group" | stats …).');
  const query = cursor.subquery(cursor);
  return { kind: 'appendcols', override, max, query, span: spanFrom(cursor, start) };
}
