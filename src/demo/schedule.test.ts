import { expect, it } from 'vitest';
import { random } from './prng.ts';
import { timeQueue } from './schedule.ts';

it('gives back in order of time, first in first out among equals', () => {
  const rng = random(1, 'schedule');
  const queue = timeQueue<number>();
  const pushed = Array.from({ length: 500 }, (_, order) => ({ atMs: rng.int(0, 40), order }));
  for (const { atMs, order } of pushed) queue.push(atMs, order);
  const popped: number[] = [];
  for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) popped.push(entry.item);
  const expected = pushed.sort((a, b) => a.atMs - b.atMs || a.order - b.order).map(({ order }) => order);
  expect(popped).toEqual(expected);
});

it('tells the next time, and infinity when empty', () => {
  const queue = timeQueue<string>();
  expect(queue.nextMs()).toBe(Number.POSITIVE_INFINITY);
  queue.push(9, 'later');
  queue.push(3, 'sooner');
  expect(queue.nextMs()).toBe(3);
  expect(queue.pop()?.item).toBe('sooner');
  expect(queue.nextMs()).toBe(9);
});
