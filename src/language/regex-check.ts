// Reports what RE2 would not accept in the regular expressions of a query, at the place of the mistake.

import type { RegexExpr, Span, StringExpr } from './ast.ts';
import { type Cursor, report } from './cursor.ts';
import { regexSourceOffset } from './lexer.ts';
import { regexStatesMax } from './limits.ts';
import { inspectRegex, type RegexInspection } from './regex.ts';
import { regexShape } from './regex-shape.ts';

/** Inspects the pattern and reports its problems; in a string, whose escapes shift offsets, they span the string. */
export function checkPattern(cursor: Cursor, expr: RegexExpr | StringExpr): RegexInspection {
  const inspection = inspectRegex(expr.kind === 'regex' ? expr.pattern : expr.value);
  for (const problem of inspection.problems) {
    const span = expr.kind === 'regex' ? sourceSpan(cursor, expr, problem) : expr.span;
    report(cursor, span, 'invalid-regex', `Invalid regular expression: ${problem.message}`, problem.hint);
  }
  if (inspection.problems.length === 0) checkRegexSize(cursor, expr.span, inspection.positionalPattern);
  return inspection;
}

/** Keeps out what RE2 would be slow to match, or refuse. */
export function checkRegexSize(cursor: Cursor, span: Span, pattern: string): void {
  const { states } = regexShape(pattern);
  if (states <= regexStatesMax) return;
  const [found, most] = [states, regexStatesMax].map((count) => count.toLocaleString('en-US'));
  const message = `Invalid regular expression: a match can stand at ${found} places in it; ${most} is the most.`;
  const hint = 'Repeat with + or * instead of a number, or look for less at once.';
  report(cursor, span, 'invalid-regex', message, hint);
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
