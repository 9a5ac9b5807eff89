// `filterIndex`: reference logs-insights-ql 3.4. Only equality and membership can use an index.

import type { Expr, FilterIndexCommand } from '../ast.ts';
import { type Cursor, report, spanFrom } from '../cursor.ts';
import { expression } from '../expression-parser.ts';

/** filterIndex := "filterIndex" field ( "=" literal | "in" list ) */
export function parseFilterIndex(cursor: Cursor, start: number): FilterIndexCommand {
  const condition = expression(cursor);
  if (!usesIndex(condition)) {
    const hint = 'Write filterIndex field = "value" or filterIndex field in ["a", "b"].';
    report(cursor, condition.span, 'not-indexable', '`filterIndex` takes one field and its values.', hint);
  }
  return { kind: 'filterIndex', condition, span: spanFrom(cursor, start) };
}

function usesIndex(condition: Expr): boolean {
  if (condition.kind === 'in') return !condition.negated && condition.operand.kind === 'field';
  const { kind } = condition;
  if (kind !== 'binary' || condition.operator !== '=' || condition.left.kind !== 'field') return false;
  return isConstant(condition.right);
}

function isConstant(expr: Expr): boolean {
  if (expr.kind === 'unary') return expr.operator === '-' && expr.operand.kind === 'number';
  return expr.kind === 'string' || expr.kind === 'number' || expr.kind === 'boolean';
}
