// Patterns of two windows -> the rows of `pattern … | diff` and of `logcompare` (reference logs-insights-ql 3.11, 3.28).

import type { CellValue, StatementColumn } from '../../engine/statement.ts';
import type { Pattern } from './pattern.ts';
import { patternColumns, rowsOf } from './pattern-rows.ts';

/**
 * AWS documents an event count, a difference of counts, a description of the difference and a severity.
 * Inferred (8-Q14): the names of the two added columns, and that the others are those of `pattern`. Experimental.
 */
export const diffColumns: readonly StatementColumn[] = [
  ...patternColumns,
  { name: '@differenceCount', kind: 'number' },
  { name: '@differenceDescription', kind: 'text' },
];

/** One row per pattern of either window; the largest change of either sign first, then in the order given. */
export function diffRows(patterns: readonly Pattern[]): CellValue[][] {
  const rows = rowsOf(patterns, patterns);
  return patterns
    .map(({ count, comparedCount }, index) => ({
      cells: [...(rows[index] ?? []), count - comparedCount, describeDifference(count, comparedCount)],
      change: Math.abs(count - comparedCount),
    }))
    .sort((a, b) => b.change - a.change)
    .map(({ cells }) => cells);
}

/** A few words on the change from `before` to `now` events. Inferred: AWS shows a brief summary whose words are not documented. */
export function describeDifference(now: number, before: number): string {
  if (before === 0) return 'New pattern';
  if (now === 0) return 'No longer seen';
  if (now === before) return 'No change';
  const change = Math.round((Math.abs(now - before) / before) * 100);
  return `${now > before ? 'Increased' : 'Decreased'} by ${change < 1 ? 'less than 1' : change}%`;
}
