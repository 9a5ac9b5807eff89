// `expression [as name]`, the element of fields, display and stats, and the names that a query makes.

import type { Alias, Item } from './ast.ts';
import { type Cursor, report, spanFrom, take, takeWord, unexpected } from './cursor.ts';
import { expression } from './expression-parser.ts';
import { isReservedWord } from './names.ts';

/** item := expression [ "as" alias ] */
export function item(cursor: Cursor): Item {
  const { start } = cursor.lexeme.span;
  const expr = expression(cursor);
  if (!takeWord(cursor, 'as')) return { expr, span: expr.span };
  const name = alias(cursor);
  return { expr, alias: name, span: spanFrom(cursor, start) };
}

/** [ "as" alias ] */
export function optionalAlias(cursor: Cursor): Alias | undefined {
  return takeWord(cursor, 'as') ? alias(cursor) : undefined;
}

/** alias := name, one segment; other characters in backticks. Inferred: an alias with a dot is refused. */
export function alias(cursor: Cursor): Alias {
  const { lexeme } = cursor;
  const hint = 'A name follows `as`; one with other than letters, digits and `_` is written in backticks.';
  if (lexeme.kind !== 'name') return unexpected(cursor, hint);
  if (!lexeme.quoted && isReservedWord(lexeme.text)) return unexpected(cursor, hint);
  take(cursor, 'alias');
  if (lexeme.segments.length > 1) {
    const message = `The name \`${lexeme.text}\` cannot hold a dot.`;
    report(cursor, lexeme.span, 'dotted-alias', message, 'Use `_` in place of the dot.');
  }
  return { name: lexeme.segments.join('.'), span: lexeme.span };
}
