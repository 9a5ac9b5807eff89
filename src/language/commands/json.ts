// `json`: reference logs-insights-ql 3.8.

import type { JsonCommand, StringExpr } from '../ast.ts';
import { type Cursor, expectField, expectSymbol, spanFrom, take, takeWord, unexpected } from '../cursor.ts';
import { alias } from '../items.ts';

/** json := "json" "field" "=" field string "as" alias */
export function parseJson(cursor: Cursor, start: number): JsonCommand {
  if (!takeWord(cursor, 'field')) unexpected(cursor, 'Say where the JSON is: `field=@message`.');
  expectSymbol(cursor, '=', 'Say where the JSON is: `field=@message`.');
  const source = expectField(cursor, 'The field that holds the JSON belongs here.');
  const path = keyPath(cursor);
  if (!takeWord(cursor, 'as')) unexpected(cursor, 'Name the value: `as name`.');
  const name = alias(cursor);
  return { kind: 'json', source, path, alias: name, span: spanFrom(cursor, start) };
}

function keyPath(cursor: Cursor): StringExpr {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'string') return unexpected(cursor, 'The path to the value belongs here: "a.b".');
  take(cursor, 'string');
  return { kind: 'string', value: lexeme.value, span: lexeme.span };
}
