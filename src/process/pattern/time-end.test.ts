import { describe, expect, it } from 'vitest';
import { timeEnd } from './time-end.ts';

/** What of the text's beginning is a time. */
function timeOf(text: string): string {
  const codes = Uint16Array.from(`${text}\0\0\0\0`, (character) => character.charCodeAt(0));
  return text.slice(0, timeEnd(codes, 0, text.length));
}

describe('times at the start of running text', () => {
  it.each([
    ['2023-01-01 19:00:01 [INFO]', '2023-01-01 19:00:01'],
    ['2023-01-01T19:00:01.123Z next', '2023-01-01T19:00:01.123Z'],
    ['2023-01-01T19:00:01+02:00', '2023-01-01T19:00:01+02:00'],
    ['2023-01-01 19:00:01,123 - x', '2023-01-01 19:00:01,123'],
    ['2023/01/01 19:00 x', '2023/01/01 19:00'],
    ['2023-01-01 ended', '2023-01-01'],
    ['2023-01-01', '2023-01-01'],
    ['10/Oct/2000:13:55:36 -0700] "GET', '10/Oct/2000:13:55:36 -0700'],
    ['Oct 11 22:14:15 host', 'Oct 11 22:14:15'],
    ['Oct  1 22:14:15 host', 'Oct  1 22:14:15'],
    ['19:00:01', '19:00:01'],
    ['9:05 o', '9:05'],
  ])('%s', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });

  it.each(['2023-01-0', '20230101', '2023-01-01x', '10:2', '10:20:30x', 'Oct 11 was', 'Octopus', '12/3', ''])(
    'none in %s',
    (text) => {
      expect(timeOf(text)).toBe('');
    },
  );

  it('does not read beyond the end', () => {
    const codes = Uint16Array.from('2023-01-01 19:00:01', (character) => character.charCodeAt(0));
    expect(timeEnd(codes, 0, 10)).toBe(10);
    expect(timeEnd(codes, 0, 9)).toBe(0);
  });
});
