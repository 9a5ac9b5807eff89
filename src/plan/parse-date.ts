// parseDate: its format, a Java date pattern, becomes a regular expression and a replacement (date-pattern.ts) before the query runs.

import type { CallExpr, StringExpr } from '../language/ast.ts';
import { errorAt } from '../language/diagnostic.ts';
import { timeZoneProblem } from './date-format.ts';
import { datePattern } from './date-pattern.ts';
import { nullLiteral, textLiteral } from './literal.ts';
import type { PlanExpr } from './plan.ts';
import type { PlanContext } from './scope.ts';

/** A call with the text, the regular expression, the replacement and perhaps the zone. */
export function planParseDate(call: CallExpr, args: readonly PlanExpr[], context: PlanContext): PlanExpr {
  const [, format, zone] = call.args;
  const refuse = (span: CallExpr['span'], message: string): PlanExpr => {
    context.diagnostics.push(errorAt(span, 'bad-date-format', message));
    return nullLiteral;
  };
  if (format?.kind !== 'string')
    return refuse(format?.span ?? call.span, 'The format of parseDate is a string literal.');
  const pattern = datePattern(format.value);
  if ('problem' in pattern) return refuse(spanIn(format, pattern.at, pattern.length), pattern.problem);
  if (zone !== undefined) {
    const problem =
      zone.kind === 'string'
        ? timeZoneProblem(zone.value)
        : 'The time zone of parseDate is a string literal.';
    if (problem !== null) return refuse(zone.span, problem);
  }
  const [value = nullLiteral, , zoneValue] = args;
  const parts = [value, textLiteral(pattern.regex), textLiteral(pattern.rewrite)];
  const all = zoneValue === undefined ? parts : [...parts, zoneValue];
  return { op: 'call', name: 'parseDate', args: all, kind: 'number' };
}

/** A piece of a literal; the whole of one that has escapes, whose places are others than those of its value. */
function spanIn(literal: StringExpr, at: number, length: number): CallExpr['span'] {
  const { start, end } = literal.span;
  if (length === 0 || end - start !== literal.value.length + 2) return literal.span;
  return { start: start + 1 + at, end: start + 1 + at + length };
}
