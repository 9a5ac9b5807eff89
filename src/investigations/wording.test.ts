// Words for times, durations and lists.
import { expect, it } from 'vitest';
import {
  capitalized,
  enumerate,
  formatDuration,
  formatRange,
  formatTime,
  plural,
  sentence,
} from './wording.ts';

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [8300, '8.3 s'],
  [12_000, '12 s'],
  [65_000, '1 min 5 s'],
  [3_600_000, '1 h'],
  [3_660_000, '1 h 1 min'],
  [97_200_000, '1 d 3 h'],
  [3_599_900, '59 min 59 s'],
  [12_900, '12 s'],
  [-4_000, '-4 s'],
])('%d ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

it('writes times in UTC', () => {
  expect(formatTime(Date.UTC(2026, 10, 20, 12, 0, 3, 400))).toBe('2026-11-20 12:00:03 UTC');
  expect(formatRange({ startMs: 0, endMs: 1000 })).toBe(
    'between 1970-01-01 00:00:00 UTC and 1970-01-01 00:00:01 UTC',
  );
});

it('counts and enumerates', () => {
  expect([plural(1, 'task'), plural(0, 'task'), plural(2, 'try', 'tries')]).toEqual([
    '1 task',
    '0 tasks',
    '2 tries',
  ]);
  expect([enumerate([]), enumerate(['a']), enumerate(['a', 'b']), enumerate(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect([sentence('a'), sentence('a.'), sentence('a?')]).toEqual(['a.', 'a.', 'a?']);
  expect(capitalized('between')).toBe('Between');
});
