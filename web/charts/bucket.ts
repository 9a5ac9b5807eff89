// Which width of bucket suits a time range, as milliseconds and as the period that `bin()` takes.

import type { TimeRange } from '../../src/investigations/investigation.ts';

export interface Bucket {
  readonly bucketMs: number;
  /** `5m`, `1h`. */
  readonly period: string;
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const buckets: readonly Bucket[] = [
  ...[1, 5, 10, 30].map((count) => ({ bucketMs: count * secondMs, period: `${count}s` })),
  ...[1, 5, 10, 30].map((count) => ({ bucketMs: count * minuteMs, period: `${count}m` })),
  ...[1, 3, 6, 12].map((count) => ({ bucketMs: count * hourMs, period: `${count}h` })),
  { bucketMs: 24 * hourMs, period: '1d' },
];
const widest: Bucket = { bucketMs: 168 * hourMs, period: '1w' };

/** The narrowest bucket with at most `most` of them in the range. */
export const bucketFor = (range: TimeRange, most: number): Bucket =>
  buckets.find(({ bucketMs }) => (range.endMs - range.startMs) / bucketMs <= most) ?? widest;
