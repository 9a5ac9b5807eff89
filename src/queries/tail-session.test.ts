// One live tail without a store: what it takes, what it tells, what it drops and says so.
import { describe, expect, it } from 'vitest';
import { tailBufferBytesMax, tailUpdateBytesMax } from '../limits.ts';
import type { Committed } from '../store/commit-feed.ts';
import { decodePointer } from './pointer.ts';
import { sample, type TailRequest, TailSession, type TailUpdate } from './tail-session.ts';

const everything: TailRequest = { takesGroup: () => true, takesStream: () => true, matches: () => true };

function committed(messages: readonly string[], changes: Partial<Committed> = {}): Committed {
  const events = messages.map((message) => ({
    timestampMs: 1,
    logStream: 's',
    message,
    bytes: Buffer.byteLength(message),
  }));
  return { logGroup: 'g', groupId: 7, firstSequence: 0, ingestionMs: 2, events, ...changes };
}

const eventsMax = 1_000;

function open(request: Partial<TailRequest> = {}) {
  let ends = 0;
  const end = () => {
    ends += 1;
  };
  const session = new TailSession({ ...everything, ...request }, () => eventsMax, end);
  return { session, updates: session.updates(), ends: () => ends };
}

const messages = (update: TailUpdate): readonly string[] => update.events.map(({ message }) => message);

describe('TailSession', () => {
  it('tells once a second what came, with pointers to it', async () => {
    const { session, updates } = open();
    session.offer(committed(['a', 'b'], { firstSequence: 5 }));
    await session.tick();
    const { value } = await updates.next();
    if (value === undefined || !('events' in value)) throw new Error('no update');
    expect(value.sampled).toBe(false);
    expect(value.events[1]).toEqual({
      ptr: expect.any(String),
      logGroup: 'g',
      logStream: 's',
      timestampMs: 1,
      ingestionMs: 2,
      message: 'b',
    });
    expect(decodePointer(value.events[1]?.ptr ?? '')).toEqual({ groupId: 7, sequence: 6n });
    await session.tick();
    expect((await updates.next()).value).toEqual({ events: [], sampled: false });
  });

  it('takes the groups, streams and messages that are asked for', async () => {
    const { session, updates } = open({
      takesGroup: (name) => name === 'g',
      takesStream: (name) => name === 's',
      matches: (message) => message.includes('!'),
    });
    session.offer(committed(['a', 'b!']));
    session.offer(committed(['c!'], { logGroup: 'other' }));
    session.offer({
      ...committed([]),
      events: [{ timestampMs: 1, logStream: 'other', message: 'd!', bytes: 2 }],
    });
    await session.tick();
    const { value } = await updates.next();
    expect(value).toMatchObject({ events: [{ message: 'b!' }], sampled: false });
  });

  it('looks at so many events a second and says that there were more', async () => {
    const { session, updates } = open({ matches: () => false });
    session.offer(committed(Array.from({ length: eventsMax }, () => 'x')));
    await session.tick();
    expect((await updates.next()).value).toEqual({ events: [], sampled: false });
    session.offer(committed(Array.from({ length: eventsMax + 1 }, () => 'x')));
    await session.tick();
    expect((await updates.next()).value).toEqual({ events: [], sampled: true });
  });

  it('keeps ten updates for a slow reader, drops the oldest and says where', async () => {
    const { session, updates } = open();
    for (let second = 0; second < 13; second += 1) {
      session.offer(committed([`${second}`]));
      await session.tick();
    }
    const first = (await updates.next()).value as TailUpdate;
    const next = (await updates.next()).value as TailUpdate;
    expect([messages(first), first.sampled]).toEqual([['3'], true]);
    expect([messages(next), next.sampled]).toEqual([['4'], false]);
  });

  it('keeps no more bytes than it may, of large messages', async () => {
    const large = 'x'.repeat(tailUpdateBytesMax / 4);
    const { session, updates } = open();
    for (let second = 0; second < 5; second += 1) {
      session.offer(committed([large, large, large, large, 'one more']));
      await session.tick();
    }
    session.end({ kind: 'stopped' });
    let bytes = 0;
    for await (const update of updates) {
      expect(update.sampled).toBe(true);
      for (const { message } of update.events) bytes += message.length;
    }
    expect(bytes).toBe(tailBufferBytesMax);
  });

  it('ends once, tells what is left and why, and takes no more', async () => {
    const { session, updates, ends } = open();
    session.offer(committed(['a']));
    await session.tick();
    session.end({ kind: 'timeout' });
    session.end({ kind: 'stopped' });
    session.offer(committed(['b']));
    await session.tick();
    expect(ends()).toBe(1);
    expect((await updates.next()).value).toMatchObject({ events: [{ message: 'a' }] });
    expect(await updates.next()).toEqual({ done: true, value: { kind: 'timeout' } });
  });

  it('wakes a reader that waits, and ends when the reader leaves', async () => {
    const waiting = open();
    const next = waiting.updates.next();
    waiting.session.end({ kind: 'gone' });
    expect(await next).toEqual({ done: true, value: { kind: 'gone' } });
    const left = open();
    await left.session.tick();
    for await (const _ of left.updates) break;
    expect(left.ends()).toBe(1);
  });

  it('ends with the cause when matching fails', async () => {
    const cause = new Error('no');
    const { session, updates } = open({
      matches: () => {
        throw cause;
      },
    });
    session.offer(committed(['a']));
    await session.tick();
    expect(await updates.next()).toEqual({ done: true, value: { kind: 'failed', cause } });
  });
});

describe('sample', () => {
  const items = (count: number, bytes = 1) => Array.from({ length: count }, (_, index) => ({ index, bytes }));
  it.each([
    { of: 3, count: 5, bytesMax: 10, picked: [0, 1, 2] },
    { of: 10, count: 5, bytesMax: 10, picked: [0, 2, 4, 6, 8] },
    { of: 7, count: 3, bytesMax: 10, picked: [0, 2, 4] },
    { of: 5, count: 5, bytesMax: 2, picked: [0, 1] },
  ])('$count of $of within $bytesMax bytes', ({ of, count, bytesMax, picked }) => {
    expect(sample(items(of), count, bytesMax).map(({ index }) => index)).toEqual(picked);
  });
});
