import { expect, it } from 'vitest';
import { formatAgo, formatClock, formatTick, formatTime, formatTimestamp, parseTimestamp } from './time.ts';

const time = (iso: string): number => Date.parse(iso);

it('writes a time to the second, and milliseconds where there are some', () => {
  expect(formatTime(time('2026-11-22T14:05:09Z'), 'utc')).toBe('2026-11-22 14:05:09');
  expect(formatTime(time('2026-11-22T14:05:09.040Z'), 'utc')).toBe('2026-11-22 14:05:09.040');
  expect(formatTimestamp(time('2026-11-22T14:05:09Z'), 'utc')).toBe('2026-11-22 14:05:09.000');
  expect(formatClock(time('2026-11-22T14:05:09Z'), 'utc')).toBe('14:05:09');
});

it('writes local times in the zone of the machine', () => {
  const noon = new Date(2026, 10, 22, 12, 0, 0).getTime();
  expect(formatTime(noon, 'local')).toBe('2026-11-22 12:00:00');
});

it.each([
  ['2026-11-22T00:00:00Z', 3_600_000, 'Nov 22'],
  ['2026-11-22T06:00:00Z', 3_600_000, '06:00'],
  ['2026-11-22T06:00:30Z', 30_000, '06:00:30'],
  ['2026-11-22T06:00:30.250Z', 250, '00:30.250'],
])('labels the tick %s', (iso, stepMs, label) => expect(formatTick(time(iso), stepMs, 'utc')).toBe(label));

it('tells an age in one unit', () => {
  expect(formatAgo(1_000_000, 1_004_000)).toBe('just now');
  expect(formatAgo(0, 200_000)).toBe('3 min ago');
  expect(formatAgo(0, 90 * 3_600_000)).toBe('3 d ago');
});

it('reads the timestamps of results, and nothing else', () => {
  expect(parseTimestamp('2026-11-22 14:05:09.040')).toBe(time('2026-11-22T14:05:09.040Z'));
  expect(parseTimestamp('2026-13-22 14:05:09.040')).toBeUndefined();
  expect(parseTimestamp('yesterday')).toBeUndefined();
});
