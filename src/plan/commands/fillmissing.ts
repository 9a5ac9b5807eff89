// fillmissing: a row for each bin of the time range that has none (reference 3.23). Inferred: bins are those of the one `bin` of the
// stats before; a bin counts as empty when no row has it, whatever the other group keys; what is not named stays absent.

import type { FilledValue, FillmissingCommand, PeriodUnit } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import { filledBinsMax } from '../../limits.ts';
import { overwriteColumn } from '../columns.ts';
import { planLiteral } from '../expression.ts';
import { textLiteral } from '../literal.ts';
import {
  type ColumnRef,
  isJsonKind,
  type Literal,
  type Moment,
  type Period,
  type ValueKind,
} from '../plan.ts';
import { materialise, type PlanContext, resolveValue } from '../scope.ts';
import { unifyKinds } from '../signatures.ts';

export function planFillmissing(command: FillmissingCommand, context: PlanContext): void {
  const [bin, other] = context.bins;
  if (bin === undefined || other !== undefined) {
    const message = '`fillmissing` needs a `stats` with exactly one `bin` before it.';
    const hint = 'As in `stats count(*) as n by bin(5m) | fillmissing with 0 for n`.';
    context.diagnostics.push(errorAt(command.span, 'fillmissing-without-bin', message, hint));
    return;
  }
  const count = binCount(bin.period, context.moment);
  if (count > filledBinsMax) {
    const message = `The time range has about ${Math.ceil(count).toLocaleString('en-US')} bins; \`fillmissing\` makes at most ${filledBinsMax.toLocaleString('en-US')}.`;
    const hint = 'Take a longer period for `bin`, or a shorter time range.';
    context.diagnostics.push(errorAt(command.span, 'too-many-bins', message, hint));
  }
  const values = command.values.map((filled) => filling(filled, context));
  const { startMs, endMs } = context.moment;
  context.steps.push({ step: 'fillBins', ...bin, startMs, endMs, values });
}

/** The column and its value in the new rows, both of one kind; a column of another kind than the value becomes one of both. */
function filling(
  { value, field }: FilledValue,
  context: PlanContext,
): { id: number; value: Literal; kind: ValueKind } {
  const literal = planLiteral(value);
  const ref = materialise(resolveValue(field, context), context);
  // A list of `values` is JSON text, and so is the list of one value that stands for the constant.
  if (ref.op === 'made' && ref.kind === 'joinedList' && literal.value !== null) {
    return { id: ref.id, value: textLiteral(JSON.stringify([literal.value])), kind: 'text' };
  }
  const kind = sharedKind(ref, literal);
  if (ref.op === 'made' && ref.kind === kind) return { id: ref.id, value: literal, kind };
  const converted = materialise({ op: 'call', name: 'coalesce', args: [ref], kind }, context);
  overwriteColumn(field.name, converted, context);
  return { id: converted.op === 'made' ? converted.id : 0, value: literal, kind };
}

/** Times beside other values are shown as text, so that they still look like times. */
function sharedKind(ref: ColumnRef, literal: Literal): ValueKind {
  if (literal.kind === 'null' || ref.kind === literal.kind || isJsonKind(ref.kind)) return ref.kind;
  return ref.kind === 'timestamp' ? 'text' : unifyKinds([ref, literal]);
}

const dayMs = 86_400_000;
const shortestUnitMs: Readonly<Record<PeriodUnit, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
  week: 7 * dayMs,
  month: 28 * dayMs,
  quarter: 90 * dayMs,
  year: 365 * dayMs,
};

/** At most so many bins touch the time range. */
function binCount({ count, unit }: Period, { startMs, endMs }: Moment): number {
  return (endMs - startMs) / (count * shortestUnitMs[unit]) + 1;
}
