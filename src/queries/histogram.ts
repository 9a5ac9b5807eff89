// How wide the buckets of a histogram are: the smallest round width that keeps their number readable.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const widthsMs = [
  second,
  5 * second,
  10 * second,
  30 * second,
  minute,
  5 * minute,
  10 * minute,
  30 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  7 * day,
  30 * day,
];
const bucketsMax = 100;

/** Width in milliseconds for a range of epoch milliseconds: at most a hundred buckets, or 365 days each for ages. */
export function histogramBucketMs(startMs: number, endMs: number): number {
  return widthsMs.find((widthMs) => (endMs - startMs) / widthMs <= bucketsMax) ?? 365 * day;
}
