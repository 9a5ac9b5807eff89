// Large windows of time in slices, the latest first: where the rows of a query are those of its events in the order of time, the
// rows of the latest slice are the first ones of the result. Whoever polls sees them early, and a limit may be reached before the
// rest is read.

import type { QueryPlan, Step } from '../plan/plan.ts';
import type { Source } from '../sql/compile.ts';

/** Each is as long as all later ones together: the first is 1/512 of the window, whether that is an hour or fifty years. */
const slices = 10;

/** Steps that look at one event alone and keep its rows in their place. */
const perEvent: ReadonlySet<Step['step']> = new Set([
  'compute',
  'filter',
  'extract',
  'extractAll',
  'unnest',
  'limit',
]);

/** Whether the rows of each slice, one after the other, are the rows of the whole. */
export function canBeSliced({ sources, steps }: QueryPlan): boolean {
  return (
    sources.length === 1 && steps.every(({ step }) => perEvent.has(step)) && limitOf(steps) !== undefined
  );
}

/** How many rows there may be; undefined when a limit stands before other steps. */
export function limitOf(steps: readonly Step[]): number | undefined {
  const index = steps.findIndex(({ step }) => step === 'limit');
  const step = steps[index];
  return step?.step === 'limit' && index === steps.length - 1 ? step.count : undefined;
}

/** The slices of a source, the latest first; they share no moment and leave none out. */
export function slicesOf(source: Source): readonly Source[] {
  const found: Source[] = [];
  let endMs = source.endMs;
  for (let index = slices - 1; index >= 0 && endMs >= source.startMs; index--) {
    const length = (source.endMs - source.startMs) / 2 ** index;
    const startMs =
      index === 0 ? source.startMs : Math.max(source.startMs, Math.floor(source.endMs - length));
    if (startMs > endMs) continue;
    found.push({ ...source, startMs, endMs });
    endMs = startMs - 1;
  }
  return found;
}
