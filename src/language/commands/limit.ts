// `limit`, and `head` as old queries write it: reference logs-insights-ql 3.6.

import type { LimitCommand } from '../ast.ts';
import { type Cursor, report, spanFrom, take, takeWord, unexpected } from '../cursor.ts';
import { limitMax } from '../limits.ts';

/** limit := ("limit" | "head") ["any"] integer */
export function parseLimit(cursor: Cursor, start: number): LimitCommand {
  const any = takeWord(cursor, 'any');
  const { lexeme } = cursor;
  if (lexeme.kind !== 'number') return unexpected(cursor, 'A number of rows belongs here.');
  take(cursor, 'number');
  const count = Number(lexeme.text);
  // Inferred: AWS documents 1 to 100,000 for the parameter of the API, not what it does with other numbers here.
  if (!/^\d+$/.test(lexeme.text) || count < 1 || count > limitMax) {
    report(cursor, lexeme.span, 'invalid-limit', `A limit is a whole number from 1 to ${limitMax}.`);
  }
  return { kind: 'limit', count, any, span: spanFrom(cursor, start) };
}
