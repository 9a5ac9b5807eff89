// What follows a name or a call without a blank: `.key` and `[index]`, members of maps and items of lists
// (reference logs-insights-ql 1.3, 1.7). A dotted name alone stays one field; plan/ knows which names are maps.

import type { Expr, MemberExpr, MemberStep } from './ast.ts';
import { atSymbol, type Cursor, expectSymbol, spanFrom, take, unexpected } from './cursor.ts';
import { segmentAt } from './lexer.ts';

/** members := owner { "." segment | "[" integer "]" } */
export function members<Owner extends Expr>(cursor: Cursor, owner: Owner): Owner | MemberExpr {
  const path: MemberStep[] = [];
  while (cursor.lexeme.span.start === cursor.lastEnd) {
    if (atSymbol(cursor, '[')) path.push(index(cursor));
    else if (atSymbol(cursor, '.')) path.push(key(cursor));
    else break;
  }
  if (path.length === 0) return owner;
  return { kind: 'member', owner, path, span: spanFrom(cursor, owner.span.start) };
}

function index(cursor: Cursor): number {
  take(cursor, 'punctuation');
  const { lexeme } = cursor;
  const position = Number(lexeme.text);
  if (lexeme.kind !== 'number' || !/^\d+$/.test(lexeme.text) || !Number.isSafeInteger(position)) {
    return unexpected(cursor, 'Items of a list are counted from 0: list[0]. A key is written map.`key`.');
  }
  take(cursor, 'number');
  expectSymbol(cursor, ']', 'Close the square bracket.');
  return position;
}

function key(cursor: Cursor): string {
  take(cursor, 'punctuation');
  const segment = segmentAt(cursor.text, cursor.lastEnd);
  if (segment === undefined) {
    const hint = 'A part of a name with other characters is written in backticks: headers.`content-type`.';
    return unexpected(cursor, hint);
  }
  cursor.lexeme = segment;
  take(cursor, 'field');
  return segment.segments[0] ?? '';
}
