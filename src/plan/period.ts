// Periods of bin, datefloor, dateceil and offset (reference 1.6): a number above its unit's cap is reduced to the cap.

import type { PeriodExpr, PeriodUnit } from '../language/ast.ts';
import { type Diagnostic, errorAt, warningAt } from '../language/diagnostic.ts';
import type { Period } from './plan.ts';

const caps: Partial<Record<PeriodUnit, number>> = { millisecond: 1000, second: 60, minute: 60, hour: 24 };

/** The period as it takes effect, with a warning where AWS would silently use another one. */
export function effectivePeriod(expr: PeriodExpr, diagnostics: Diagnostic[]): Period {
  if (expr.count < 1) {
    diagnostics.push(errorAt(expr.span, 'bad-period', 'A period is at least 1.', 'Write for example 5m.'));
    return { count: 1, unit: expr.unit };
  }
  const cap = caps[expr.unit];
  if (cap === undefined || expr.count <= cap) return { count: expr.count, unit: expr.unit };
  diagnostics.push(
    warningAt(
      expr.span,
      'period-capped',
      `${expr.count} ${expr.unit}s is more than ${cap}, the most for this unit; ${cap} is used, as AWS does.`,
      'Use a larger unit, as in 5m instead of 300s.',
    ),
  );
  return { count: cap, unit: expr.unit };
}
