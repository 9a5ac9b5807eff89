import { expect, it } from 'vitest';
import { retentionSweepMs } from '../limits.ts';
import { sweepRetention } from './retention-sweep.ts';

/** A store whose sweeps end when the test says so. */
function sweeps() {
  const said: unknown[] = [];
  const open: { resolve: (events: number) => void; reject: (cause: unknown) => void }[] = [];
  let tick = (): void => {};
  const stop = sweepRetention({
    store: { expire: () => new Promise((resolve, reject) => open.push({ resolve, reject })) },
    every: (periodMs, next) => {
      expect(periodMs).toBe(retentionSweepMs);
      tick = next;
      return () => said.push('ended');
    },
    onExpired: (events) => said.push(events),
    onFailure: (cause) => said.push(cause),
  });
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { said, open, tick: () => tick(), stop, settled };
}

it('sweeps at once and then one at a time, whatever comes of it', async () => {
  const { said, open, tick, settled } = sweeps();
  tick();
  expect(open.length).toBe(1);
  open[0]?.resolve(3);
  await settled();
  tick();
  open[1]?.reject('broken');
  await settled();
  tick();
  open[2]?.resolve(0);
  await settled();
  expect([open.length, said]).toEqual([3, [3, 'broken']]);
});

it('ends when its last sweep has', async () => {
  const { said, open, stop } = sweeps();
  const stopped = stop().then(() => said.push('stopped'));
  open[0]?.resolve(1);
  await stopped;
  expect(said).toEqual(['ended', 1, 'stopped']);
});
