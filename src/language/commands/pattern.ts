// `pattern` and what works on patterns: `diff`, `anomaly`, `logcompare`: reference logs-insights-ql 3.10 to 3.12, 3.28.

import type { AnomalyCommand, DiffCommand, LogcompareCommand, PatternCommand } from '../ast.ts';
import { atCommandEnd, type Cursor, spanFrom, take, takeWord, unexpected, wordOf } from '../cursor.ts';
import { expression, period } from '../expression-parser.ts';

/** pattern := "pattern" expression */
export function parsePattern(cursor: Cursor, start: number): PatternCommand {
  const operand = expression(cursor);
  return { kind: 'pattern', operand, span: spanFrom(cursor, start) };
}

const against: ReadonlyMap<string, DiffCommand['against']> = new Map([
  ['previousday', 'previousDay'],
  ['previousweek', 'previousWeek'],
  ['previousmonth', 'previousMonth'],
]);

/** diff := "diff" [ "previousDay" | "previousWeek" | "previousMonth" ] */
export function parseDiff(cursor: Cursor, start: number): DiffCommand {
  const word = wordOf(cursor.lexeme);
  const known = word === undefined ? undefined : against.get(word);
  if (known !== undefined) take(cursor, 'keyword');
  else if (!atCommandEnd(cursor))
    unexpected(cursor, 'diff takes previousDay, previousWeek or previousMonth.');
  return { kind: 'diff', against: known ?? 'previousPeriod', span: spanFrom(cursor, start) };
}

/** anomaly := "anomaly" */
export function parseAnomaly(cursor: Cursor, start: number): AnomalyCommand {
  return { kind: 'anomaly', span: spanFrom(cursor, start) };
}

/** logcompare := "logcompare" "timeshift" period */
export function parseLogcompare(cursor: Cursor, start: number): LogcompareCommand {
  const hint = 'Write logcompare timeshift 7d.';
  if (!takeWord(cursor, 'timeshift')) unexpected(cursor, hint);
  const shift = period(cursor) ?? unexpected(cursor, hint);
  return { kind: 'logcompare', shift, span: spanFrom(cursor, start) };
}
