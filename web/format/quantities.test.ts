import { expect, it } from 'vitest';
import { counted, formatBytes, formatDuration, formatShortCount } from './quantities.ts';

it.each([
  [0, '0 ms'],
  [850, '850 ms'],
  [3_182, '3.1 s'],
  [12_900, '12 s'],
  [60_000, '1 min'],
  [252_000, '4 min 12 s'],
  [12_000_000, '3 h 20 min'],
  [187_200_000, '2 d 4 h'],
  [232_000_000, '2 d 16 h'],
  [-4_000, '-4 s'],
])('formats a duration of %d ms', (durationMs, text) => expect(formatDuration(durationMs)).toBe(text));

it.each([
  [812, '812 B'],
  [4_200_000, '4.2 MB'],
  [150_000, '150 kB'],
])('formats %d bytes', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

it.each([
  [950, '950'],
  [1_000, '1k'],
  [1_250, '1.3k'],
  [48_000, '48k'],
  [1_200_000, '1.2M'],
])('shortens the count %d', (count, text) => expect(formatShortCount(count)).toBe(text));

it('counts in words', () => {
  expect([counted(1, 'row'), counted(10_000, 'row'), counted(2, 'query', 'queries')]).toEqual([
    '1 row',
    '10,000 rows',
    '2 queries',
  ]);
});
