// addtotals: the sum of the numbers of each row in a new column, and with col=true the sums of the columns in a last row
// (reference 3.21). What counts as a number is decided value by value, as AWS was seen to do with captures.
// Differs: AWS was seen to show no total after `stats … by`; we do as its documentation says.
// Inferred: without a list, all columns are those that are shown or parsed, times apart; group keys count too, as in Splunk. The new
// column is summed as well; the last row has nothing else, and there is none when there are no rows.

import type { AddtotalsCommand, FieldExpr } from '../../language/ast.ts';
import { makeColumn, overwriteColumn, plainColumns, sumOf } from '../columns.ts';
import { isStructureKind } from '../json.ts';
import type { ColumnRef, MadeColumn, OutputColumn } from '../plan.ts';
import { materialise, type PlanContext, resolveKey, settleMentions, shownColumns } from '../scope.ts';

const defaultName = 'Total';
const portionMax = 100;

export function planAddtotals(command: AddtotalsCommand, context: PlanContext): void {
  const columns = command.fields.length === 0 ? columnsInScope(context) : listed(command.fields, context);
  settleMentions(context);
  const name = command.name ?? { name: defaultName, span: command.span };
  const summed = [...columns];
  if (command.row) {
    const total = totalOf(columns, context);
    makeColumn(name.name, name.span, total, context);
    summed.push({ name: name.name, expr: total });
  }
  if (command.column) addSummaryRow(summed, context);
}

function listed(fields: readonly FieldExpr[], context: PlanContext): readonly OutputColumn[] {
  const columns = fields.map((field) => ({ name: field.name, expr: resolveKey(field, context) }));
  return columns.filter(({ name }, index) => columns.findIndex((column) => column.name === name) === index);
}

function columnsInScope(context: PlanContext): readonly OutputColumn[] {
  const shown = shownColumns(context);
  const parsed = context.displayed === null ? context.captured : [];
  const more = parsed.filter(({ name }) => !shown.some((column) => column.name === name));
  return plainColumns([...shown, ...more]).filter(({ expr }) => !isStructureKind(expr.kind));
}

/** Summed in portions: the statement of one long sum could be too large. */
function totalOf(columns: readonly OutputColumn[], context: PlanContext): ColumnRef {
  const portions: ColumnRef[] = [];
  for (let start = 0; start < columns.length; start += portionMax) {
    const portion = columns.slice(start, start + portionMax).map(({ expr }) => expr);
    portions.push(materialise(sumOf(portion), context));
  }
  const [only] = portions;
  return only !== undefined && portions.length === 1 ? only : materialise(sumOf(portions), context);
}

/** The rows get their place as a number, so that the new one comes last. */
function addSummaryRow(summed: readonly OutputColumn[], context: PlanContext): void {
  const columns = summed.map(({ name, expr }): MadeColumn & { readonly name: string } => {
    const kept = ['text', 'numericText', 'number', 'json'].includes(expr.kind);
    const value = kept ? expr : ({ op: 'call', name: 'toNumber', args: [expr], kind: 'number' } as const);
    return { name, id: context.nextId++, expr: value };
  });
  const position = context.nextId++;
  context.steps.push({
    step: 'summaryRow',
    position,
    columns: columns.map(({ id, expr }) => ({ id, expr })),
  });
  for (const { name, id, expr } of columns) {
    overwriteColumn(name, { op: 'made', id, kind: expr.kind }, context);
  }
}
