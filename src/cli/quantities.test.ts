// How times, durations, sizes and counts read.
import { expect, it } from 'vitest';
import { counted, formatBytes, formatDay, formatDayAndMinute, formatTime } from './quantities.ts';

it.each([
  [0, '0 B'],
  [812, '812 B'],
  [4_200_000, '4.2 MB'],
  [123_456, '123 kB'],
  [5_000_000_000, '5 GB'],
])('%i bytes read %s', (bytes, expected) => expect(formatBytes(bytes)).toBe(expected));

it('prints times in UTC', () => {
  const time = Date.UTC(2026, 10, 22, 14, 5, 6, 700);
  expect(formatTime(time)).toBe('2026-11-22 14:05:06');
  expect(formatDayAndMinute(time)).toBe('11-22 14:05');
  expect(formatDay(time)).toBe('11-22');
});

it('counts with a plural', () => {
  expect(counted(1, 'row')).toBe('1 row');
  expect(counted(1204, 'row')).toBe('1,204 rows');
  expect(counted(2, 'query', 'queries')).toBe('2 queries');
});
