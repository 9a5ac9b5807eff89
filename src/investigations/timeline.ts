// Lanes put under one scale: from the first begin to the last end, or to the end of the time looked at when a bar is open.

import type { Lane, Timeline } from './finding.ts';
import type { InvestigationContext, TimeRange } from './investigation.ts';

/** One timeline, or none when the lanes hold nothing. Open bars reach to `untilMs`. */
export function timelineOf(title: string, lanes: readonly Lane[], untilMs: number): readonly Timeline[] {
  const times = lanes.flatMap(({ bars, marks }) => [
    ...bars.flatMap(({ startMs, endMs }) => [startMs, endMs ?? Math.max(startMs, untilMs)]),
    ...(marks ?? []).map(({ atMs }) => atMs),
  ]);
  if (times.length === 0) return [];
  return [{ title, startMs: Math.min(...times), endMs: Math.max(...times), lanes }];
}

/** The end of what can be known: of the range, or now when the range reaches into the future. */
export function knownUntilMs(range: TimeRange, context: InvestigationContext): number {
  return Math.min(range.endMs, context.nowMs());
}
