// outlier: values beyond the third quartile plus so many interquartile ranges, and with `uselower` those below the first
// quartile minus as many, are capped or their rows removed (reference 3.24). Quartiles are those of all rows at this point, by
// nearest rank as in pct. Inferred: what is no number is no outlier and stays as it is; the marker of `f` is `f_outlier`, 1 or 0.

import type { OutlierCommand } from '../../language/ast.ts';
import { asNumber, choose, makeColumn, numberOf, overwriteColumn, windowColumn } from '../columns.ts';
import { numberLiteral } from '../literal.ts';
import { type ColumnRef, everyRow, type PlanExpr } from '../plan.ts';
import { materialise, type PlanContext, resolveField, settleMentions } from '../scope.ts';

interface Bounds {
  readonly upper: ColumnRef;
  readonly lower: ColumnRef | null;
}

export function planOutlier(command: OutlierCommand, context: PlanContext): void {
  const fields = command.fields.map((field) => ({ field, value: resolveField(field, context) }));
  settleMentions(context);
  // Every field is measured before a row is removed.
  const measured = fields.map(({ field, value }) => {
    const number = asNumber(value, context);
    return { field, value, number, bounds: boundsOf(number, command, context) };
  });
  for (const { field, value, number, bounds } of measured) {
    const outlying = materialise(isOutside(number, bounds), context);
    if (command.mark) {
      const marker = choose(outlying, numberLiteral(1), numberLiteral(0));
      makeColumn(`${field.name}_outlier`, field.span, materialise(marker, context), context);
    }
    if (command.action === 'remove') {
      context.steps.push({ step: 'filter', condition: choose(outlying, numberLiteral(0), numberLiteral(1)) });
    } else {
      overwriteColumn(field.name, materialise(capped(value, number, bounds), context), context);
    }
  }
}

function boundsOf(number: ColumnRef, { factor, lower }: OutlierCommand, context: PlanContext): Bounds {
  const quartile = (fraction: number): ColumnRef =>
    windowColumn({ name: 'quantile', fraction }, number, everyRow, context);
  const [first, third] = [quartile(0.25), quartile(0.75)];
  const distance = arithmetic('*', numberLiteral(factor), arithmetic('-', third, first));
  return {
    upper: materialise(arithmetic('+', third, distance), context),
    lower: lower ? materialise(arithmetic('-', first, distance), context) : null,
  };
}

function isOutside(number: ColumnRef, { upper, lower }: Bounds): PlanExpr {
  const above = compare('>', number, upper);
  return lower === null
    ? above
    : { op: 'or', left: above, right: compare('<', number, lower), kind: 'boolean' };
}

/** Text keeps its form where it is not capped. */
function capped(value: ColumnRef, number: ColumnRef, { upper, lower }: Bounds): PlanExpr {
  const kind = value.kind === 'text' || value.kind === 'numericText' ? value.kind : 'number';
  const as = (expr: PlanExpr): PlanExpr => (kind === 'number' ? numberOf(expr) : expr);
  const case_ = (condition: PlanExpr, yes: PlanExpr, no: PlanExpr): PlanExpr => ({
    op: 'call',
    name: 'if',
    args: [condition, as(yes), as(no)],
    kind,
  });
  const below = lower === null ? value : case_(compare('<', number, lower), lower, value);
  return case_(compare('>', number, upper), upper, below);
}

function compare(operator: '<' | '>', left: PlanExpr, right: PlanExpr): PlanExpr {
  return { op: 'compare', operator, left, right, kind: 'boolean' };
}

function arithmetic(operator: '+' | '-' | '*', left: PlanExpr, right: PlanExpr): PlanExpr {
  return { op: 'arithmetic', operator, left, right, kind: 'number' };
}
