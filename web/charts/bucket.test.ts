import { expect, it } from 'vitest';
import { bucketFor } from './bucket.ts';

const hours = (count: number) => ({ startMs: 0, endMs: count * 3_600_000 });

it.each([
  [hours(0), '1s'],
  [hours(1), '1m'],
  [hours(24), '30m'],
  [hours(7 * 24), '3h'],
  [hours(30 * 24), '12h'],
  [hours(365 * 24), '1w'],
])('divides %o into buckets of %s', (range, period) => expect(bucketFor(range, 60).period).toBe(period));
