// `countFrequent`, also `count_frequent`: reference logs-insights-ql 3.26.

import type { CountFrequentCommand } from '../ast.ts';
import { type Cursor, many, spanFrom } from '../cursor.ts';
import { plainField } from '../field-list.ts';

/** countFrequent := "countFrequent" field { "," field } */
export function parseCountFrequent(cursor: Cursor, start: number): CountFrequentCommand {
  const fields = many(cursor, plainField);
  return { kind: 'countFrequent', fields, span: spanFrom(cursor, start) };
}
