import { expect, it } from 'vitest';
import { newWorld } from './world.ts';

const world = () => newWorld(1, 1000, 5000);

it('runs what is planned in its time, and nothing after the end', () => {
  const { at, advance, nowMs } = world();
  const ran: number[] = [];
  for (const ms of [3000, 2000, 5000, 5001]) at(ms, () => ran.push(nowMs()));
  while (advance());
  expect(ran).toEqual([2000, 3000, 5000]);
});

it('does at once what was planned for the past', () => {
  const { at, advance, nowMs } = world();
  let ranMs = 0;
  at(2000, () =>
    at(1500, () => {
      ranMs = nowMs();
    }),
  );
  while (advance());
  expect(ranMs).toBe(2000);
});

it('counts the events to come', () => {
  const { at, advance, pending } = world();
  at(2000, () => {}, 4.5);
  at(3000, () => {});
  at(9000, () => {}, 7);
  expect(pending()).toBe(5.5);
  advance();
  expect(pending()).toBe(1);
});

it('stamps envelopes with its own time, and hands them over once', () => {
  const one = world();
  one.at(2345, () => one.emit(one.cluster('prod'), 'ECS Service Action', ['x'], { a: 1 }));
  one.advance();
  const [emission] = one.takeEmissions();
  expect(emission?.envelope).toMatchObject({
    time: '1970-01-01T00:00:02Z',
    account: '111122223333',
    resources: ['x'],
  });
  expect(one.takeEmissions()).toEqual([]);
});

it('has the same digest for the same image, and no cluster that was not declared', () => {
  const { digestOf, cluster } = world();
  expect(digestOf('a')).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(digestOf('a')).toBe(digestOf('a'));
  expect(digestOf('a')).not.toBe(digestOf('b'));
  expect(() => cluster('nowhere')).toThrow('The fleet has no cluster nowhere.');
});
