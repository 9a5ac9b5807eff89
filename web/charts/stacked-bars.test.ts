import { expect, it } from 'vitest';
import { stackBars } from './stacked-bars.ts';

const series = [
  {
    name: 'tasks',
    color: 'blue',
    counts: new Map([
      [0, 30],
      [1_000, 10],
    ]),
  },
  { name: 'deployments', color: 'red', counts: new Map([[0, 10]]) },
];
// The plot is 400 wide (40 to 440) for 4 seconds and 100 high (8 to 108) for 40 events.
const size = { width: 441, height: 132 };

it('stacks the series of a bucket upon each other, to scale', () => {
  const { stacks, bottom } = stackBars(series, 1_000, { startMs: 0, endMs: 4_000 }, size, 'utc');
  expect(bottom).toBe(108);
  expect(stacks).toEqual([
    {
      startMs: 0,
      x: 40,
      width: 99,
      total: 40,
      parts: [
        { color: 'blue', y: 33, height: 75 },
        { color: 'red', y: 8, height: 25 },
      ],
    },
    { startMs: 1_000, x: 140, width: 99, total: 10, parts: [{ color: 'blue', y: 83, height: 25 }] },
  ]);
});

it('labels whole counts only', () => {
  const one = [{ name: 'a', color: 'blue', counts: new Map([[0, 1]]) }];
  const { countTicks } = stackBars(one, 1_000, { startMs: 0, endMs: 4_000 }, size, 'utc');
  expect(countTicks.map(({ label }) => label)).toEqual(['0', '1']);
});

it('makes room for a bucket that begins before the range', () => {
  const early = [{ name: 'a', color: 'blue', counts: new Map([[0, 1]]) }];
  const { stacks } = stackBars(early, 1_000, { startMs: 500, endMs: 4_000 }, size, 'utc');
  expect(stacks[0]?.x).toBe(40);
});

it('draws an axis without any events', () => {
  expect(stackBars([], 1_000, { startMs: 0, endMs: 4_000 }, size, 'utc').stacks).toEqual([]);
});
