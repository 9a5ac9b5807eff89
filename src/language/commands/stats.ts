// `stats`: reference logs-insights-ql 3.7. Whether the aggregates and names make sense is for plan/ to say.

import type { Item, PeriodExpr, StatsCommand } from '../ast.ts';
import {
  atCommandEnd,
  atWord,
  type Cursor,
  lexemeAfter,
  many,
  report,
  spanFrom,
  takeWord,
  unexpected,
  wordOf,
} from '../cursor.ts';
import { period } from '../expression-parser.ts';
import { findFunction } from '../functions.ts';
import { item } from '../items.ts';

/** stats := "stats" item { "," item } [ ["group"] "by" item { "," item } [ "offset" period ] ] */
export function parseStats(cursor: Cursor, start: number): StatsCommand {
  if (atCommandEnd(cursor) || atWord(cursor, 'by'))
    unexpected(cursor, 'An aggregate such as count(*) belongs here.');
  const aggregates = many(cursor, item);
  aggregates.forEach((aggregate, position) => {
    checkParentheses(cursor, aggregate, aggregates.slice(0, position));
  });
  // `group by` is tolerated in old dashboards.
  if (atWord(cursor, 'group') && wordOf(lexemeAfter(cursor)) === 'by') takeWord(cursor, 'group');
  const groups = takeWord(cursor, 'by') ? many(cursor, item) : [];
  const offset = groups.length > 0 && takeWord(cursor, 'offset') ? offsetPeriod(cursor) : undefined;
  const span = spanFrom(cursor, start);
  return { kind: 'stats', aggregates, groups, ...(offset === undefined ? {} : { offset }), span };
}

function offsetPeriod(cursor: Cursor): PeriodExpr {
  return period(cursor) ?? unexpected(cursor, 'A period such as 5m follows `offset`.');
}

/** `stats count` instead of `stats count(*)`; unless an item before it is called `count`. */
function checkParentheses(cursor: Cursor, { expr }: Item, earlier: readonly Item[]): void {
  if (expr.kind !== 'field' || findFunction(expr.name)?.category !== 'aggregate') return;
  if (earlier.some((aggregate) => aggregate.alias?.name === expr.name)) return;
  const message = `\`${expr.name}\` is an aggregate and needs parentheses.`;
  report(cursor, expr.span, 'missing-parentheses', message, `Write ${findFunction(expr.name)?.signature}.`);
}
