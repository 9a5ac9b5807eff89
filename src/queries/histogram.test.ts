import { expect, it } from 'vitest';
import { histogramBucketMs } from './histogram.ts';

it.each([
  [60_000, 1000],
  [3_600_000, 60_000],
  [24 * 3_600_000, 30 * 60_000],
  [7 * 24 * 3_600_000, 3 * 3_600_000],
  [50 * 365 * 24 * 3_600_000, 365 * 24 * 3_600_000],
])('a range of %i ms has buckets of %i ms', (rangeMs, widthMs) => {
  expect(histogramBucketMs(0, rangeMs)).toBe(widthMs);
});
