// `filldown`: reference logs-insights-ql 3.22.

import type { FieldExpr, FilldownCommand, Wildcard } from '../ast.ts';
import { atCommandEnd, type Cursor, spanFrom, take } from '../cursor.ts';
import { fieldList, plainField } from '../field-list.ts';
import { skipBlank } from '../lexer.ts';

/** filldown := "filldown" { field | wildcard } */
export function parseFilldown(cursor: Cursor, start: number): FilldownCommand {
  const fields = atCommandEnd(cursor) ? [] : fieldList(cursor, fieldOrWildcard);
  return { kind: 'filldown', fields, span: spanFrom(cursor, start) };
}

const wildcard = /[@A-Za-z_*][@A-Za-z0-9_.*]*/y;

/** wildcard := a name with stars in it, without backticks */
function fieldOrWildcard(cursor: Cursor): FieldExpr | Wildcard {
  const { start } = cursor.lexeme.span;
  wildcard.lastIndex = skipBlank(cursor.text, start);
  const pattern = wildcard.exec(cursor.text)?.[0] ?? '';
  if (!pattern.includes('*')) return plainField(cursor);
  while (cursor.lexeme.span.end <= start + pattern.length && !atCommandEnd(cursor)) take(cursor, 'field');
  return { kind: 'wildcard', pattern, span: spanFrom(cursor, start) };
}
