// `fillmissing`: reference logs-insights-ql 3.23.

import type { FilledValue, FillmissingCommand } from '../ast.ts';
import { type Cursor, expectField, many, spanFrom, takeWord, unexpected } from '../cursor.ts';
import { constant } from '../expression-parser.ts';

/** fillmissing := "fillmissing" [ "with" filled { "," filled } ] */
export function parseFillmissing(cursor: Cursor, start: number): FillmissingCommand {
  const values = takeWord(cursor, 'with') ? many(cursor, filledValue) : [];
  return { kind: 'fillmissing', values, span: spanFrom(cursor, start) };
}

/** filled := constant "for" field */
function filledValue(cursor: Cursor): FilledValue {
  const { start } = cursor.lexeme.span;
  const value = constant(cursor, 'A text in quotes or a number belongs here: with 0 for n.');
  if (!takeWord(cursor, 'for')) unexpected(cursor, 'Say which column gets the value: with 0 for n.');
  const field = expectField(cursor, 'A column of `stats` belongs here.');
  return { value, field, span: spanFrom(cursor, start) };
}
