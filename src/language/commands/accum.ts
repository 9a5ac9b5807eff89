// `accum`: reference logs-insights-ql 3.22.

import type { AccumCommand } from '../ast.ts';
import { type Cursor, expectField, spanFrom } from '../cursor.ts';
import { optionalAlias } from '../items.ts';

/** accum := "accum" field [ "as" alias ] */
export function parseAccum(cursor: Cursor, start: number): AccumCommand {
  const field = expectField(cursor, 'A field to add up belongs here.');
  const alias = optionalAlias(cursor);
  return { kind: 'accum', field, ...(alias === undefined ? {} : { alias }), span: spanFrom(cursor, start) };
}
