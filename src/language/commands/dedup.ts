// `dedup`: reference logs-insights-ql 3.9.

import type { DedupCommand } from '../ast.ts';
import { type Cursor, expectField, many, spanFrom } from '../cursor.ts';

/** dedup := "dedup" field { "," field } */
export function parseDedup(cursor: Cursor, start: number): DedupCommand {
  const keys = many(cursor, (at) => expectField(at, 'A field belongs here.'));
  return { kind: 'dedup', keys, span: spanFrom(cursor, start) };
}
