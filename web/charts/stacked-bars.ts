// Lays counts over time out as stacked bars. Pure; time-bars.tsx draws.

import { scaleLinear } from 'd3-scale';
import type { TimeRange } from '../../src/investigations/investigation.ts';
import { formatShortCount } from '../format/quantities.ts';
import type { Zone } from '../format/time.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';

export interface Series {
  readonly name: string;
  /** A CSS colour. */
  readonly color: string;
  /** Start of a bucket (epoch ms) -> count. */
  readonly counts: ReadonlyMap<number, number>;
}

export interface StackPart {
  readonly color: string;
  readonly y: number;
  readonly height: number;
}
/** All series of one bucket, from the bottom up. */
export interface Stack {
  readonly startMs: number;
  readonly x: number;
  readonly width: number;
  readonly total: number;
  readonly parts: readonly StackPart[];
}
export interface StackedBars {
  readonly axis: TimeAxis;
  readonly bottom: number;
  readonly stacks: readonly Stack[];
  readonly countTicks: readonly { readonly y: number; readonly label: string }[];
}

const top = 8;
const gutterLeft = 40;
const axisHeight = 24;

export function stackBars(
  series: readonly Series[],
  bucketMs: number,
  range: TimeRange,
  size: { readonly width: number; readonly height: number },
  zone: Zone,
): StackedBars {
  const starts = [...new Set(series.flatMap(({ counts }) => [...counts.keys()]))].toSorted((a, b) => a - b);
  // The first and the last bucket reach over the edges of the range; the axis makes room for them.
  const axis = timeAxis(
    {
      startMs: Math.min(range.startMs, starts[0] ?? range.startMs),
      endMs: Math.max(range.endMs, (starts.at(-1) ?? 0) + bucketMs),
    },
    gutterLeft,
    size.width - 1,
    zone,
  );
  const bottom = size.height - axisHeight;
  const totals = starts.map((startMs) =>
    series.reduce((sum, { counts }) => sum + (counts.get(startMs) ?? 0), 0),
  );
  const scale = scaleLinear([0, Math.max(1, ...totals)], [bottom, top]).nice(3);
  const stacks = starts.map((startMs, at) => {
    const x = axis.x(startMs);
    const width = Math.max(1, axis.x(startMs + bucketMs) - x - 1);
    return { startMs, x, width, total: totals[at] ?? 0, parts: stackParts(series, startMs, scale) };
  });
  const countTicks = scale
    .ticks(3)
    .filter(Number.isInteger)
    .map((count) => ({ y: scale(count), label: formatShortCount(count) }));
  return { axis, bottom, stacks, countTicks };
}

function stackParts(
  series: readonly Series[],
  startMs: number,
  scale: (count: number) => number,
): readonly StackPart[] {
  let below = 0;
  return series.flatMap(({ color, counts }) => {
    const count = counts.get(startMs) ?? 0;
    if (count === 0) return [];
    const y = scale(below + count);
    const height = scale(below) - y;
    below += count;
    return [{ color, y, height }];
  });
}
