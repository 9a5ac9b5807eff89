// Reports what RE2 would not accept in the regular expressions of a query, at the place of the mistake.

import type { RegexExpr, StringExpr } from './ast.ts';
import { type Cursor, report } from './cursor.ts';
import { regexSourceOffset } from './lexer.ts';
import { inspectRegex, type RegexInspection } from './regex.ts';

/** Inspects the pattern and reports its problems; in a string, whose escapes shift offsets, they span the string. */
export function checkPattern(cursor: Cursor, expr: RegexExpr | StringExpr): RegexInspection {
  const inspection = inspectRegex(expr.kind === 'regex' ? expr.pattern : expr.value);
  for (const problem of inspection.problems) {
    const span = expr.kind === 'regex' ? sourceSpan(cursor, expr, problem) : expr.span;
    report(cursor, span, 'invalid-regex', `Invalid regular expression: ${problem.message}`, problem.hint);
  }
  return inspection;
}

function sourceSpan(
  cursor: Cursor,
  expr: RegexExpr,
  problem: { readonly start: number; readonly end: number },
) {
  const literal = cursor.text.slice(expr.span.start, expr.span.end);
  return {
    start: regexSourceOffset(literal, expr.span.start, problem.start),
    end: regexSourceOffset(literal, expr.span.start, problem.end),
  };
}
