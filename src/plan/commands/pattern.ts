// pattern, diff, anomaly and logcompare: commands over patterns of text (reference 3.10 to 3.12, 3.28), which process/ finds.
// Inferred: the columns of diff and anomaly beside those that AWS documents (8-Q14), and that logcompare without a pattern
// before it compares the patterns of @message.

import type { AnomalyCommand, DiffCommand, LogcompareCommand, PatternCommand } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import { planExpr } from '../expression.ts';
import { asKey } from '../json.ts';
import { effectivePeriod } from '../period.ts';
import type { PlanExpr, ProcessCommand, Shift } from '../plan.ts';
import { becomeRows, eventField, materialise, type PlanContext, settleMentions } from '../scope.ts';
import { anomalyColumns, diffColumns, patternColumns } from './pattern-columns.ts';

export function planPattern(command: PatternCommand, context: PlanContext): void {
  const operand = asKey(planExpr(command.operand, context), command.operand.span, context);
  settleMentions(context);
  pushPattern(operand, context);
}

function pushPattern(operand: PlanExpr, context: PlanContext): void {
  const text = materialise(operand, context);
  const time = context.phase === 'events' ? [eventField('@timestamp')] : [];
  const command: ProcessCommand = { name: 'pattern', shift: null, anomalies: false };
  becomeRows(command, [text, ...time], patternColumns, context);
  context.patterns = context.steps.length - 1;
}

const shifts: Readonly<Record<DiffCommand['against'], Shift>> = {
  previousPeriod: 'range',
  previousDay: { count: 1, unit: 'day' },
  previousWeek: { count: 1, unit: 'week' },
  previousMonth: { count: 1, unit: 'month' },
};

export function planDiff(command: DiffCommand, context: PlanContext): void {
  if (!followsPattern(context)) {
    const message = 'Diff compilation Failed : Diff operation has to be used after Pattern';
    const hint = 'Write pattern @message | diff.';
    context.diagnostics.push(errorAt(command.span, 'command-order', message, hint));
    return;
  }
  extendPattern({ shift: shifts[command.against], anomalies: false }, context);
}

export function planLogcompare(command: LogcompareCommand, context: PlanContext): void {
  if (!followsPattern(context)) pushPattern(eventField('@message'), context);
  extendPattern({ shift: effectivePeriod(command.shift, context.diagnostics), anomalies: false }, context);
}

export function planAnomaly(command: AnomalyCommand, context: PlanContext): void {
  if (!followsPattern(context)) {
    const message = 'unexpected symbol found anomaly';
    const hint = 'Write pattern @message | anomaly.';
    context.diagnostics.push(errorAt(command.span, 'command-order', message, hint));
    return;
  }
  extendPattern({ shift: null, anomalies: true }, context);
}

function followsPattern({ patterns, steps }: PlanContext): boolean {
  return patterns !== null && patterns === steps.length - 1;
}

/** Replaces the pattern step by one that also compares or judges; its columns are those of the new command. */
function extendPattern(how: { shift: Shift | null; anomalies: boolean }, context: PlanContext): void {
  const step = context.steps.pop();
  if (step?.step !== 'process') return;
  const columns = how.anomalies ? anomalyColumns : diffColumns;
  becomeRows({ name: 'pattern', ...how }, step.inputs, columns, context);
  context.patterns = null;
}
