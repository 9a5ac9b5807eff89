// `sessionize`: reference logs-insights-ql 3.25.

import type { SessionizeCommand } from '../ast.ts';
import { type Cursor, many, spanFrom, takeWord, unexpected } from '../cursor.ts';
import { period } from '../expression-parser.ts';
import { plainField } from '../field-list.ts';
import { optionalAlias } from '../items.ts';

/** sessionize := "sessionize" field { "," field } [ "maxspan" period ] [ "as" alias ] */
export function parseSessionize(cursor: Cursor, start: number): SessionizeCommand {
  const fields = many(cursor, plainField);
  const maxspan = takeWord(cursor, 'maxspan')
    ? (period(cursor) ?? unexpected(cursor, 'A period such as 30m follows `maxspan`.'))
    : undefined;
  const alias = optionalAlias(cursor);
  return {
    kind: 'sessionize',
    fields,
    ...(maxspan === undefined ? {} : { maxspan }),
    ...(alias === undefined ? {} : { alias }),
    span: spanFrom(cursor, start),
  };
}
