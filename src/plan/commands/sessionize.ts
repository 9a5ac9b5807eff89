// sessionize: numbers sessions, which end when nothing comes for longer than `maxspan` (reference 3.25). Evaluated in the order of event
// times, whatever the order of the rows. Inferred: a missing identity field is a value of its own, as a group key of stats is;
// sessions are numbered from 1 in the order in which they begin.

import type { SessionizeCommand } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import { periodMs } from '../../language/period.ts';
import { choose, isPresent, makeColumn, windowColumn } from '../columns.ts';
import { numberLiteral } from '../literal.ts';
import { effectivePeriod } from '../period.ts';
import type { PlanExpr, WindowRows } from '../plan.ts';
import { materialise, type PlanContext, resolveEventField, resolveKey, settleMentions } from '../scope.ts';

const defaultName = 'session_id';
const defaultGapMs = 30 * 60_000;

export function planSessionize(command: SessionizeCommand, context: PlanContext): void {
  const time = resolveEventField('@timestamp', command.span, context);
  const partition = command.fields.map((field) => resolveKey(field, context));
  settleMentions(context);
  const gapMs = maxspanMs(command, context);
  const perIdentity: WindowRows = { partition, order: 'time' };
  const before = windowColumn({ name: 'lag', rows: 1 }, time, perIdentity, context);
  const start = materialise(choose(begins(time, before, gapMs), numberLiteral(1)), context);
  const count = windowColumn({ name: 'sum' }, start, { partition: [], order: 'time' }, context);
  const number = materialise(choose(isPresent(start), count), context);
  // Numbers ascend in time, so the latest start of the identity has the largest.
  const session = windowColumn({ name: 'max' }, number, perIdentity, context);
  const name = command.alias ?? { name: defaultName, span: command.span };
  makeColumn(name.name, name.span, session, context);
}

function begins(time: PlanExpr, before: PlanExpr, gapMs: number): PlanExpr {
  const last: PlanExpr = {
    op: 'arithmetic',
    operator: '+',
    left: before,
    right: numberLiteral(gapMs),
    kind: 'number',
  };
  return {
    op: 'or',
    left: { op: 'not', operand: isPresent(before), kind: 'boolean' },
    right: { op: 'compare', operator: '>', left: time, right: last, kind: 'boolean' },
    kind: 'boolean',
  };
}

function maxspanMs({ maxspan }: SessionizeCommand, context: PlanContext): number {
  if (maxspan === undefined) return defaultGapMs;
  const { count, unit } = effectivePeriod(maxspan, context.diagnostics);
  const gapMs = periodMs(count, unit);
  if (gapMs === undefined) {
    const message = `\`maxspan\` needs a period of a fixed length, and a ${unit} has none.`;
    context.diagnostics.push(
      errorAt(maxspan.span, 'bad-period', message, 'Count in weeks or shorter units.'),
    );
  }
  return gapMs ?? 0;
}
