// A plan in the parts that one statement each can answer: rows leave SQL where process/ takes over, and come back as a table.

import { type NamedColumn, operands, type Plan, type PlanExpr, type Step, stepExpressions } from './plan.ts';

export type ProcessStep = Extract<Step, { step: 'process' }>;

export interface Segment {
  /** What the rows are at its beginning: events, or the columns that process/ made. */
  readonly input: 'events' | readonly NamedColumn[];
  readonly steps: readonly Step[];
  /** What takes the rows at its end; null: they are the answer. */
  readonly process: ProcessStep | null;
}

/** At least one segment; only the last has no `process`. */
export function segmentsOf({ steps }: Pick<Plan, 'steps'>): readonly Segment[] {
  const at = steps.findIndex((step) => step.step === 'process');
  const process = steps[at];
  if (process?.step !== 'process') return [{ input: 'events', steps, process: null }];
  const [next, ...rest] = segmentsOf({ steps: steps.slice(at + 1) });
  const after = next === undefined ? [] : [{ ...next, input: process.columns }];
  return [{ input: 'events', steps: steps.slice(0, at), process }, ...after, ...rest];
}

/** The columns of a segment's input that its steps and what follows them read. */
export function columnsRead(
  { input, steps, process }: Segment,
  outputs: readonly PlanExpr[],
): readonly NamedColumn[] {
  if (input === 'events') return [];
  const ids = new Set<number>();
  const visit = (expr: PlanExpr): void => {
    if (expr.op === 'made') ids.add(expr.id);
    operands(expr).forEach(visit);
  };
  [...steps, ...(process === null ? [] : [process])].flatMap(stepExpressions).forEach(visit);
  outputs.forEach(visit);
  return input.filter(({ id }) => ids.has(id));
}
