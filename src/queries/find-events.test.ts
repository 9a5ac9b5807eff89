import { describe, expect, it } from 'vitest';
import { compileFilterPattern } from '../filter-pattern/index.ts';
import { findEventsMsMax } from '../limits.ts';
import type { EventPortion, ReadEvents, TimedEvent } from '../store/event-order.ts';
import type { Store } from '../store/store.ts';
import { eventId } from './event-id.ts';
import { type FindEvents, findEvents } from './find-events.ts';

const event = (sequence: number, message: string): TimedEvent => ({
  timestampMs: 10 * sequence,
  sequence,
  ingestionMs: 1,
  logStream: 's',
  message,
});

/** A store that hands out these portions, and what was asked of it. */
function storeOf(portions: readonly (readonly TimedEvent[])[]): { store: Store; asked: ReadEvents[] } {
  const asked: ReadEvents[] = [];
  const reading: Pick<Store, 'readEvents'> = {
    async *readEvents(_, request): AsyncGenerator<EventPortion> {
      asked.push(request);
      for (const [index, events] of portions.entries()) {
        const last = events.at(-1);
        const next = { timestampMs: last?.timestampMs ?? 999, sequence: (last?.sequence ?? 0) + 1 };
        yield { events, next, done: index === portions.length - 1 };
      }
    },
  };
  return { store: reading as Store, asked };
}

const request = (pattern: string, more: Partial<FindEvents> = {}): FindEvents => ({
  logGroup: 'g',
  pattern: compileFilterPattern(pattern),
  direction: 'forward',
  startMs: 0,
  endMs: 1_000,
  eventsMax: 10,
  bytesMax: 1_000,
  ...more,
});
const still = (): number => 0;

describe('a page of events', () => {
  it('has what matches, to the end', async () => {
    const { store, asked } = storeOf([[event(1, 'ERROR a')], [], [event(3, 'ERROR b')]]);
    const found = await findEvents(request('ERROR'), { store, nowMs: still });
    expect(found).toEqual({ events: [event(1, 'ERROR a'), event(3, 'ERROR b')], next: null });
    expect(asked[0]).toMatchObject({ startMs: 0, endMs: 1_000, eventsAtOnce: 10, bytesAtOnce: 1_000 });
    expect(asked[0]?.search?.texts).toEqual([['ERROR']]);
    expect(asked[0]?.search?.accepts('an ERROR')).toBe(true);
    expect(asked[0]?.search?.accepts('an error')).toBe(false);
  });

  it('ends before the event that does not fit', async () => {
    const { store } = storeOf([
      [event(1, 'a'), event(2, 'a')],
      [event(3, 'a'), event(4, 'a')],
    ]);
    const byCount = await findEvents(request('a', { eventsMax: 3 }), { store, nowMs: still });
    expect(byCount.events).toHaveLength(3);
    expect(byCount.next).toEqual({ timestampMs: 40, sequence: 4 });
    // Each weighs 27.
    const byWeight = await findEvents(request('a', { bytesMax: 60 }), { store, nowMs: still });
    expect(byWeight.events).toHaveLength(2);
    const one = await findEvents(request('a', { bytesMax: 1 }), { store, nowMs: still });
    expect(one).toMatchObject({ events: [event(1, 'a')], next: { timestampMs: 20, sequence: 2 } });
    const backward = request('a', { eventsMax: 1, direction: 'backward' });
    expect((await findEvents(backward, { store, nowMs: still })).next).toEqual({
      timestampMs: 20,
      sequence: 3,
    });
  });

  it('is empty when the search takes long, with where to go on', async () => {
    const { store } = storeOf([[], [], [event(3, 'ERROR')]]);
    let nowMs = 0;
    const clock = (): number => {
      nowMs += findEventsMsMax / 2;
      return nowMs;
    };
    const found = await findEvents(request('ERROR'), { store, nowMs: clock });
    expect(found).toEqual({ events: [], next: { timestampMs: 999, sequence: 1 } });
  });

  it('searches for nothing where everything matches', async () => {
    const { store, asked } = storeOf([[event(1, 'x')], [event(2, 'y')]]);
    const found = await findEvents(request(''), { store, nowMs: still });
    expect(found).toEqual({ events: [event(1, 'x')], next: { timestampMs: 10, sequence: 2 } });
    expect(asked[0]).not.toHaveProperty('search');
  });

  it('has ids of digits in the order of time', () => {
    const ids = [
      eventId(7, { timestampMs: 999, sequence: 4_000_000_000 }),
      eventId(7, { timestampMs: 1_763_812_800_000, sequence: 0 }),
      eventId(7, { timestampMs: 1_763_812_800_000, sequence: 12 }),
    ];
    expect(ids.every((id) => /^\d{37}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
});
