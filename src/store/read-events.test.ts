import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  behind,
  type EventPortion,
  type EventSearch,
  type ReadEvents,
  type TimedEvent,
} from './event-order.ts';
import { type OpenStore, openStore } from './open-store.ts';
import { LogGroupMissing } from './store.ts';

const dataDir = mkdtempSync(`${tmpdir()}/shiplog-read-events-`);
let open: OpenStore;

/** 600 events in three streams, six at each of a hundred times, stored out of order. */
const count = 600;
const timeOf = (n: number): number => 1_000 + ((n * 37) % 100) * 10;

beforeAll(async () => {
  open = await openStore({ dataDir, clock: () => 5_000 });
  const events = Array.from({ length: count }, (_, n) => ({
    message: `event ${n} ${n % 2 === 0 ? 'even' : 'odd'}${n % 100 === 0 ? ' rare' : ''}`,
    timestampMs: timeOf(n),
    logStream: `stream-${n % 3}`,
  }));
  await open.store.append('app', events);
});
afterAll(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const whole: ReadEvents = {
  direction: 'forward',
  startMs: 0,
  endMs: 100_000,
  eventsAtOnce: 50,
  bytesAtOnce: 1_000_000,
};

async function portions(request: Partial<ReadEvents>): Promise<readonly EventPortion[]> {
  const all: EventPortion[] = [];
  for await (const portion of open.store.readEvents('app', { ...whole, ...request })) all.push(portion);
  return all;
}
const read = async (request: Partial<ReadEvents> = {}): Promise<readonly TimedEvent[]> =>
  (await portions(request)).flatMap(({ events }) => events);
const numbers = (events: readonly TimedEvent[]): readonly number[] => events.map(({ sequence }) => sequence);

/** What all events are in order of time, then of storing. */
const expected = Array.from({ length: count }, (_, n) => n).sort((a, b) => timeOf(a) - timeOf(b) || a - b);

describe('reading events', () => {
  it('goes through time, and at one time through the order of storing, in both directions', async () => {
    expect(numbers(await read())).toEqual(expected);
    expect(numbers(await read({ direction: 'backward' }))).toEqual([...expected].reverse());
    const [first] = await read();
    expect(first).toEqual({
      timestampMs: 1_000,
      sequence: 0,
      ingestionMs: 5_000,
      logStream: 'stream-0',
      message: 'event 0 even rare',
    });
  });

  it('keeps to its range, both ends included', async () => {
    const inside = expected.filter((n) => timeOf(n) >= 1_100 && timeOf(n) <= 1_200);
    expect(numbers(await read({ startMs: 1_100, endMs: 1_200 }))).toEqual(inside);
    expect(await read({ startMs: 1_101, endMs: 1_109 })).toEqual([]);
    expect(await read({ startMs: 1_200, endMs: 1_100 })).toEqual([]);
  });

  it('keeps to streams by names or prefix', async () => {
    const ofStream = expected.filter((n) => n % 3 === 1);
    expect(numbers(await read({ streams: { names: ['stream-1', 'no such'] } }))).toEqual(ofStream);
    expect(await read({ streams: { prefix: 'stream-' } })).toHaveLength(count);
    expect(await read({ streams: { prefix: 'stream%' } })).toEqual([]);
    expect(await read({ streams: { names: [`' OR 1=1 --`] } })).toEqual([]);
  });

  it('finds what has the texts and is accepted', async () => {
    const search = (texts: EventSearch['texts'], accepts = (_: string): boolean => true) => ({
      search: { texts, accepts },
    });
    const rare = expected.filter((n) => n % 100 === 0);
    expect(numbers(await read(search([['odd']])))).toEqual(expected.filter((n) => n % 2 === 1));
    expect(numbers(await read(search([['odd', 'even'], ['rare']])))).toEqual(rare);
    expect(numbers(await read({ ...search([['rare']]), direction: 'backward' }))).toEqual(
      [...rare].reverse(),
    );
    expect(numbers(await read(search([], (message) => message.includes('rare'))))).toEqual(rare);
    expect(numbers(await read(search([['rare']], (message) => !message.includes(' 100 '))))).toEqual(
      rare.filter((n) => n !== 100),
    );
    expect(await portions(search([['never']]))).toMatchObject([{ events: [], done: true }]);
    expect(await portions({ ...search([['rare']]), eventsAtOnce: 6 })).toMatchObject([{ done: true }]);
    expect(numbers(await read({ ...search([['rare']]), eventsAtOnce: 1 }))).toEqual(rare);
  });

  it('goes on behind any event, whatever was read at once', async () => {
    for (const direction of ['forward', 'backward'] as const) {
      const all = await read({ direction });
      for (const at of [5, 299, 598]) {
        const event = all[at];
        if (event === undefined) continue;
        const from = behind(event, direction);
        const rest = numbers(all.slice(at + 1));
        expect(numbers(await read({ direction, from, eventsAtOnce: 7 }))).toEqual(rest);
        expect(numbers(await read({ direction, from, bytesAtOnce: 500 }))).toEqual(rest);
      }
    }
  });

  it('weighs what it reads at once, but reads one event at least', async () => {
    const sizes = (await portions({ bytesAtOnce: 100 })).map(({ events }) => events.length);
    expect(sizes[0]).toBe(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    expect(await portions({ eventsAtOnce: 1_000 })).toHaveLength(1);
    const last = await portions({ eventsAtOnce: 200 });
    expect(last.map(({ done }) => done)).toEqual([false, false, true]);
  });

  it('says that the group is missing', async () => {
    expect(() => open.store.readEvents('nope', whole)).toThrow(LogGroupMissing);
    await open.store.append('gone', [{ message: 'x' }, { message: 'y' }]);
    const reading = open.store.readEvents('gone', { ...whole, endMs: 10_000, eventsAtOnce: 1 });
    await expect(
      (async () => {
        for await (const _ of reading) await open.store.deleteGroup('gone');
      })(),
    ).rejects.toThrow(LogGroupMissing);
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    const reading = open.store.readEvents('app', { ...whole, eventsAtOnce: 1 }, controller.signal);
    await expect(
      (async () => {
        for await (const _ of reading) controller.abort();
      })(),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
