import { expect, it } from 'vitest';
import { stories } from './stories.ts';

const endMs = Date.UTC(2026, 10, 22, 18);

it('tells every story once, oldest first, with what a good answer says', () => {
  const told = stories({ seed: 1, endMs });
  expect(new Set(told.map((story) => story.id)).size).toBe(told.length);
  expect(told.map((story) => story.atMs)).toEqual(told.map((story) => story.atMs).sort((a, b) => a - b));
  for (const story of told) expect(story.expectation.length).toBeGreaterThan(20);
});

it('moves with the end of the history and keeps its names', () => {
  const [a, b] = [stories({ seed: 1, endMs }), stories({ seed: 1, endMs: endMs + 1000 })];
  expect(b.map((story) => story.atMs)).toEqual(a.map((story) => story.atMs + 1000));
  expect(b.map((story) => story.taskArn)).toEqual(a.map((story) => story.taskArn));
});

it('tells the same kinds of stories about other things for another seed', () => {
  const [a, b] = [stories({ seed: 1, endMs }), stories({ seed: 2, endMs })];
  const idsOf = (list: typeof a) => list.map((story) => story.id).sort();
  expect(idsOf(b)).toEqual(idsOf(a));
  const bad = (list: typeof a) => list.find((story) => story.id === 'bad-deployment')?.deploymentId;
  expect(bad(b)).not.toBe(bad(a));
});
