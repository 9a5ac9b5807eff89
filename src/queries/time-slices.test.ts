import { describe, expect, it } from 'vitest';
import { parse } from '../language/index.ts';
import { build } from '../plan/build.ts';
import type { Source } from '../sql/compile.ts';
import { canBeSliced, slicesOf } from './time-slices.ts';

const source = (startMs: number, endMs: number): Source => ({ groups: [], accountId: '1', startMs, endMs });
const ranges = (startMs: number, endMs: number) =>
  slicesOf(source(startMs, endMs)).map((slice) => [slice.startMs, slice.endMs]);

describe('slices of time', () => {
  it('double backwards from the end', () => {
    expect(ranges(0, 51_200)).toEqual([
      [51_100, 51_200],
      [51_000, 51_099],
      [50_800, 50_999],
      [50_400, 50_799],
      [49_600, 50_399],
      [48_000, 49_599],
      [44_800, 47_999],
      [38_400, 44_799],
      [25_600, 38_399],
      [0, 25_599],
    ]);
  });

  it.each([
    [0, 0],
    [5, 6],
    [7, 107],
    [1_000, 1_511],
    [0, 1_764_000_000_123],
  ])('of %i to %i hold every moment once', (startMs, endMs) => {
    const all = ranges(startMs, endMs).toReversed();
    expect(all[0]?.[0]).toBe(startMs);
    expect(all.at(-1)?.[1]).toBe(endMs);
    for (const [index, [start = 0, end = 0]] of all.entries()) {
      expect(start).toBeLessThanOrEqual(end);
      if (index > 0) expect(start).toBe((all[index - 1]?.[1] ?? 0) + 1);
    }
  });
});

describe('a query', () => {
  const planOf = (text: string) =>
    build({
      query: parse(text).query,
      text,
      moment: { nowMs: 0, startMs: 0, endMs: 9 },
      limit: undefined,
      findLookup: () => undefined,
    }).plan;

  it.each([
    '',
    'filter a = 1',
    'fields a, strlen(b) as c | filter c > 2 | limit 5',
    'parse @message "*-*" as x, y | filter x = 1',
    'fields jsonParse(@message) as j | unnest j.list into item',
  ])('%j can be read in slices', (text) => {
    const plan = planOf(text);
    expect(plan !== null && canBeSliced(plan)).toBe(true);
  });

  it.each([
    'sort a',
    'sort @timestamp asc',
    'stats count(*)',
    'dedup a',
    'limit 5 | filter a = 1',
    'filter a in (fields b)',
    'pattern @message',
    'fields a | accum a as b',
  ])('%j cannot', (text) => {
    const plan = planOf(text);
    expect(plan !== null && canBeSliced(plan)).toBe(false);
  });
});
