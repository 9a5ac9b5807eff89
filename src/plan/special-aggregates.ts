// The aggregates that take something else than fields: `rate` a period, `topk` and `histogram` a number (reference 4.8).

import type { CallExpr, Expr } from '../language/ast.ts';
import { errorAt } from '../language/diagnostic.ts';
import { periodMs } from '../language/period.ts';
import { histogramRangesMax, topkMax } from '../limits.ts';
import { asNumber, numberOf } from './columns.ts';
import { nullLiteral, numberLiteral } from './literal.ts';
import { effectivePeriod } from './period.ts';
import type { PlanExpr } from './plan.ts';
import { materialise, type PlanContext, resolveEventField } from './scope.ts';

export type SpecialAggregate = 'rate' | 'topk' | 'histogram';

export function isSpecialAggregate(name: string): name is SpecialAggregate {
  return name === 'rate' || name === 'topk' || name === 'histogram';
}

/** `planField` plans an argument that is a value of the rows. */
export function planSpecialAggregate(
  call: CallExpr,
  name: SpecialAggregate,
  context: PlanContext,
  planField: (expr: Expr) => PlanExpr,
): PlanExpr {
  const [first, second] = call.args;
  if (first === undefined || second === undefined) return nullLiteral;
  if (name === 'topk') {
    const k = wholeNumber(first, topkMax, 'topk', context);
    return { op: 'aggregate', name, args: [planField(second), k], kind: 'list' };
  }
  const value = asNumber(materialise(planField(first), context), context);
  if (name === 'rate') {
    resolveEventField('@timestamp', call.span, context);
    return { op: 'aggregate', name, args: [value, lengthOf(second, context)], kind: 'number' };
  }
  const ranges = wholeNumber(second, histogramRangesMax, 'histogram', context);
  return { op: 'aggregate', name, args: [value, ranges], kind: 'map' };
}

/**
 * `by histogram(n, width)`: the lower bound of the range of that width that holds the value. Differs from AWS's documentation,
 * where the second argument is a number of ranges; the service was seen to take it as their width (quirk 31).
 */
export function planHistogramKey(call: CallExpr, value: PlanExpr, context: PlanContext): PlanExpr {
  const argument = call.args[1];
  const width = argument?.kind === 'number' && argument.value > 0 ? numberLiteral(argument.value) : null;
  if (width === null) {
    const span = argument?.span ?? call.span;
    const message = 'After `by`, `histogram` needs the width of its ranges, a number above 0.';
    context.diagnostics.push(errorAt(span, 'bad-range', message, 'As in `by histogram(duration, 100)`.'));
    return nullLiteral;
  }
  const quotient = {
    op: 'arithmetic',
    operator: '/',
    left: numberOf(value),
    right: width,
    kind: 'number',
  } as const;
  const index = { op: 'call', name: 'floor', args: [quotient], kind: 'number' } as const;
  return { op: 'arithmetic', operator: '*', left: index, right: width, kind: 'number' };
}

function wholeNumber(expr: Expr, max: number, name: string, context: PlanContext): PlanExpr {
  const value = expr.kind === 'number' ? expr.value : 0;
  if (!Number.isInteger(value) || value < 1 || value > max) {
    const message = `\`${name}\` needs a whole number from 1 to ${max.toLocaleString('en-US')} here.`;
    const hint = name === 'topk' ? 'As in `topk(5, field)`.' : 'As in `histogram(duration, 10)`.';
    context.diagnostics.push(errorAt(expr.span, 'bad-range', message, hint));
  }
  return numberLiteral(value);
}

/** The period in milliseconds. */
function lengthOf(expr: Expr, context: PlanContext): PlanExpr {
  if (expr.kind !== 'period') return nullLiteral;
  const { count, unit } = effectivePeriod(expr, context.diagnostics);
  const ms = periodMs(count, unit);
  if (ms === undefined) {
    const message = `\`rate\` needs a period of a fixed length, and a ${unit} has none.`;
    context.diagnostics.push(errorAt(expr.span, 'bad-period', message, 'Count in weeks or shorter units.'));
  }
  return numberLiteral(ms ?? 1);
}
