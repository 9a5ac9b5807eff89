// outlier: values beyond the third quartile plus so many interquartile ranges, and with `uselower` those below the first
// quartile minus as many, are capped or their rows removed (reference 3.24). Quartiles are those of all rows at this point, by
// nearest rank as in pct. Inferred: what is no number is no outlier and stays as it is; the marker of `f` is `f_outlier`, 1 or 0.

import type { OutlierCommand } from '../../language/ast.ts';
import { asNumber, choose, makeColumn, numberOf, overwriteColumn } from '../columns.ts';
import { numberLiteral } from '../literal.ts';
import { type ColumnRef, everyRow, type PlanExpr, type WindowColumn } from '../plan.ts';
import { materialise, type PlanContext, resolveKey, settleMentions } from '../scope.ts';

interface Bounded {
  readonly value: ColumnRef;
  readonly number: ColumnRef;
  readonly upper: ColumnRef;
  readonly lower: ColumnRef | null;
}

/** Stage by stage for all fields, since each stage reads columns of the one before; so all are measured before a row goes. */
export function planOutlier(command: OutlierCommand, context: PlanContext): void {
  const fields = command.fields.map((field) => ({ field, value: resolveKey(field, context) }));
  settleMentions(context);
  const ranked = fields.map(({ field, value }) => {
    const number = asNumber(value, context);
    return { field, value, number, first: context.nextId++, third: context.nextId++ };
  });
  const columns = ranked.flatMap(({ number, first, third }) => [
    quantile(first, 0.25, number),
    quantile(third, 0.75, number),
  ]);
  context.steps.push({ step: 'window', rows: everyRow, columns });
  const bounded = ranked.map(({ first, third, ...each }) => {
    const bounds = boundsOf(made(first), made(third), command);
    const upper = materialise(bounds.upper, context);
    return { ...each, upper, lower: bounds.lower === null ? null : materialise(bounds.lower, context) };
  });
  const judged = bounded.map((each) => ({ ...each, outlying: materialise(isOutside(each), context) }));
  if (command.mark) {
    for (const { field, outlying } of judged) {
      const marker = choose(outlying, numberLiteral(1), numberLiteral(0));
      makeColumn(`${field.name}_outlier`, field.span, materialise(marker, context), context);
    }
  }
  if (command.action === 'remove') {
    for (const { outlying } of judged) {
      context.steps.push({ step: 'filter', condition: choose(outlying, numberLiteral(0), numberLiteral(1)) });
    }
  } else {
    for (const each of judged) {
      overwriteColumn(each.field.name, materialise(capped(each), context), context);
    }
  }
}

function made(id: number): ColumnRef {
  return { op: 'made', id, kind: 'number' };
}

function quantile(id: number, fraction: number, value: ColumnRef): WindowColumn {
  return { id, call: { name: 'quantile', fraction }, value };
}

function boundsOf(
  first: ColumnRef,
  third: ColumnRef,
  { factor, lower }: OutlierCommand,
): { upper: PlanExpr; lower: PlanExpr | null } {
  const distance = arithmetic('*', numberLiteral(factor), arithmetic('-', third, first));
  return {
    upper: arithmetic('+', third, distance),
    lower: lower ? arithmetic('-', first, distance) : null,
  };
}

function isOutside({ number, upper, lower }: Bounded): PlanExpr {
  const above = compare('>', number, upper);
  if (lower === null) return above;
  return { op: 'or', left: above, right: compare('<', number, lower), kind: 'boolean' };
}

/** Text keeps its form where it is not capped. */
function capped({ value, number, upper, lower }: Bounded): PlanExpr {
  const kind = value.kind === 'text' || value.kind === 'numericText' ? value.kind : 'number';
  const as = (expr: PlanExpr): PlanExpr => (kind === 'number' ? numberOf(expr) : expr);
  const whenever = (condition: PlanExpr, yes: PlanExpr, no: PlanExpr): PlanExpr => ({
    op: 'call',
    name: 'if',
    args: [condition, as(yes), as(no)],
    kind,
  });
  const below = lower === null ? value : whenever(compare('<', number, lower), lower, value);
  return whenever(compare('>', number, upper), upper, below);
}

function compare(operator: '<' | '>', left: PlanExpr, right: PlanExpr): PlanExpr {
  return { op: 'compare', operator, left, right, kind: 'boolean' };
}

function arithmetic(operator: '+' | '-' | '*', left: PlanExpr, right: PlanExpr): PlanExpr {
  return { op: 'arithmetic', operator, left, right, kind: 'number' };
}
