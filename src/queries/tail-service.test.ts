// Live tails by number and time, with a clock and seconds of the test's own.
import { describe, expect, it } from 'vitest';
import { tailsMax, tailTakenEventsMax } from '../limits.ts';
import type { CommitListener } from '../store/commit-feed.ts';
import { TailService, TooManyTails } from './tail-service.ts';

const request = { takesGroup: () => true, takesStream: () => true, matches: () => true };
const forever = (): AbortSignal => new AbortController().signal;

function service() {
  const listeners = new Set<CommitListener>();
  const ticks = new Set<() => void>();
  const clock = { nowMs: 1_000 };
  const tails = new TailService({
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    every: (_, tick) => {
      ticks.add(tick);
      return () => ticks.delete(tick);
    },
    nowMs: () => clock.nowMs,
  });
  const second = (): void => {
    for (const tick of [...ticks]) tick();
  };
  return { tails, listeners, ticks, clock, second };
}

describe('TailService', () => {
  it('runs as many as AWS does, and listens for none when none runs', () => {
    const { tails, listeners, ticks } = service();
    const sessions = Array.from({ length: tailsMax }, () => tails.start(request, forever()));
    expect(() => tails.start(request, forever())).toThrow(TooManyTails);
    sessions[0]?.end({ kind: 'gone' });
    tails.start(request, forever());
    tails.stop();
    expect([tails.running, listeners.size, ticks.size]).toEqual([0, 0, 0]);
  });

  it('gives each tail its share of what they may look at', async () => {
    const { tails, listeners, second } = service();
    const nothing = { ...request, matches: () => false };
    const updates = [0, 1].map(() => tails.start(nothing, forever()).updates());
    const event = { timestampMs: 1, logStream: 's', message: 'x', bytes: 1 };
    const tell = (count: number): void => {
      const events = Array.from({ length: count }, () => event);
      for (const listener of listeners)
        listener({ logGroup: 'g', groupId: 1, firstSequence: 0, ingestionMs: 1, events });
    };
    const sampled = async (): Promise<unknown> => {
      second();
      const [first] = await Promise.all(updates.map((each) => each.next()));
      return first?.value;
    };
    tell(tailTakenEventsMax / 2);
    expect(await sampled()).toMatchObject({ sampled: false });
    tell(tailTakenEventsMax / 2 + 1);
    expect(await sampled()).toMatchObject({ sampled: true });
  });

  it('ends a tail when nobody waits for it, before it began or after', () => {
    const { tails } = service();
    const gone = new AbortController();
    tails.start(request, gone.signal);
    gone.abort();
    tails.start(request, gone.signal);
    expect(tails.running).toBe(0);
  });

  it('ends a tail after its time, if it has one', async () => {
    const { tails, clock, second } = service();
    const endless = tails.start(request, forever());
    const updates = tails.start({ ...request, lastsMs: 5_000 }, forever()).updates();
    clock.nowMs += 4_999;
    second();
    expect(await updates.next()).toMatchObject({ done: false });
    clock.nowMs += 1;
    second();
    expect(await updates.next()).toEqual({ done: true, value: { kind: 'timeout' } });
    expect(tails.running).toBe(1);
    endless.end({ kind: 'gone' });
  });

  it('tells those that wait that the server stops', async () => {
    const { tails } = service();
    const next = tails.start(request, forever()).updates().next();
    tails.stop();
    expect(await next).toEqual({ done: true, value: { kind: 'stopped' } });
  });
});
