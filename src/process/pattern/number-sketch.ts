// Medians of numbers that stream by, in bounded memory and whatever their order: they are counted in buckets that grow by a fixed
// ratio (Masson, Rim and Lee, "DDSketch", VLDB 2019). A median is off by at most two per cent.

import type { NumberSummary } from './pattern.ts';

/** Bucket -> how many numbers of the earlier and of the recent part of the window. */
export type NumberSketch = Map<number, readonly [earlier: number, recent: number]>;

const logRatio = Math.log(1.04);
/** Above the bucket of the smallest double, so that a bucket and its negative are two numbers and neither is zero's. */
const offset = 20_000;

export function countNumber(sketch: NumberSketch, value: number, earlier: number, recent: number): void {
  const magnitude = Math.min(Math.abs(value), Number.MAX_VALUE);
  const bucket = value === 0 ? 0 : Math.sign(value) * (offset + Math.round(Math.log(magnitude) / logRatio));
  addToBucket(sketch, bucket, earlier, recent);
}

export function mergeSketch(into: NumberSketch, from: NumberSketch): void {
  for (const [bucket, [earlier, recent]] of from) addToBucket(into, bucket, earlier, recent);
}

function addToBucket(sketch: NumberSketch, bucket: number, earlier: number, recent: number): void {
  const [before, after] = sketch.get(bucket) ?? [0, 0];
  sketch.set(bucket, [before + earlier, after + recent]);
}

function numberOf(bucket: number): number {
  return bucket === 0 ? 0 : Math.sign(bucket) * Math.exp((Math.abs(bucket) - offset) * logRatio);
}

/** A number, and how often it occurs in the earlier and in the recent part of the window. */
export interface CountedNumber {
  readonly number: number;
  readonly earlier: number;
  readonly recent: number;
}

export const sketchedNumbers = (sketch: NumberSketch): readonly CountedNumber[] =>
  [...sketch].map(([bucket, [earlier, recent]]) => ({ number: numberOf(bucket), earlier, recent }));

export function summarize(numbers: readonly CountedNumber[], part: 'earlier' | 'recent'): NumberSummary {
  const count = numbers.reduce((sum, counted) => sum + counted[part], 0);
  const median = medianOf(
    numbers.map((counted) => [counted.number, counted[part]]),
    count,
  );
  const deviation = medianOf(
    numbers.map((counted) => [Math.abs(counted.number - median), counted[part]]),
    count,
  );
  return { count, median, deviation };
}

/** The lower median of numbers with their counts; NaN of nothing. */
function medianOf(numbers: readonly (readonly [number: number, times: number])[], count: number): number {
  let seen = 0;
  for (const [number, times] of numbers.toSorted(([a], [b]) => a - b)) {
    seen += times;
    if (times > 0 && 2 * seen >= count) return number;
  }
  return Number.NaN;
}
