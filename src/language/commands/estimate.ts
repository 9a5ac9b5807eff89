// `estimate`: reference logs-insights-ql 3.29.

import type { EstimateCommand } from '../ast.ts';
import { type Cursor, spanFrom } from '../cursor.ts';

/** estimate := "estimate" */
export function parseEstimate(cursor: Cursor, start: number): EstimateCommand {
  return { kind: 'estimate', span: spanFrom(cursor, start) };
}
