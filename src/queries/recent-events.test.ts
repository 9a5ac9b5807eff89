// The latest events of several log groups, as a tail begins with them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFilterPattern } from '../filter-pattern/index.ts';
import { tailRecordedBytesMax } from '../limits.ts';
import { type OpenStore, openStore } from '../store/open-store.ts';
import { decodePointer } from './pointer.ts';
import { type RecentRequest, recentEvents } from './recent-events.ts';

const dataDir = mkdtempSync(`${tmpdir()}/shiplog-recent-`);
let open: OpenStore;
let nowMs = 0;

beforeAll(async () => {
  open = await openStore({ dataDir, clock: () => 0 });
  const event = (timestampMs: number, message = `${timestampMs}`) => ({ timestampMs, message });
  await open.store.append('a', [event(5), event(1, 'rare'), event(3)]);
  await open.store.append('b', [event(4), event(2)]);
  const large = 'x'.repeat(1_000_000);
  const many = Array.from({ length: 40 }, (_, index) => event(index, `${index} ${large}`));
  await open.store.append('large', many);
});
afterAll(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const find = (request: Partial<RecentRequest>, filter = '') =>
  recentEvents(
    {
      logGroups: ['a', 'b'],
      startMs: 0,
      endMs: 1_000,
      count: 100,
      pattern: compileFilterPattern(filter),
      ...request,
    },
    { store: open.store, nowMs: () => nowMs },
  );
const messages = async (request: Partial<RecentRequest>, filter = '') =>
  (await find(request, filter)).events.map(({ message }) => message);

describe('recentEvents', () => {
  it('finds the latest of all groups together, oldest first', async () => {
    expect(await messages({})).toEqual(['rare', '2', '3', '4', '5']);
    expect(await messages({ count: 2 })).toEqual(['4', '5']);
    expect(await messages({ startMs: 2, endMs: 4 })).toEqual(['2', '3', '4']);
    expect(await messages({ logGroups: [] })).toEqual([]);
    expect((await find({ count: 2 })).sampled).toBe(false);
  });

  it('looks for matches as far back as they are, and points to them', async () => {
    const { events, sampled } = await find({ count: 1 }, 'rare');
    expect(events).toMatchObject([{ logGroup: 'a', message: 'rare', timestampMs: 1 }]);
    expect(decodePointer(events[0]?.ptr ?? '')).toEqual({
      groupId: open.store.group('a')?.groupId,
      sequence: 1n,
    });
    expect(sampled).toBe(false);
  });

  it('holds the latest that are light enough together, and says that there are more', async () => {
    const { events, sampled } = await find({ logGroups: ['large'] });
    const chars = events.reduce((sum, { message }) => sum + message.length, 0);
    expect(chars).toBeLessThanOrEqual(tailRecordedBytesMax);
    expect(events.at(-1)?.message.slice(0, 3)).toBe('39 ');
    expect(events.length).toBeGreaterThan(25);
    expect(sampled).toBe(true);
  });

  it('ends when it has searched for long enough', async () => {
    nowMs = 0;
    const slow = { store: open.store, nowMs: () => (nowMs += 20_000) };
    const request = { logGroups: ['large'], startMs: 0, endMs: 1_000, count: 100 };
    const { sampled } = await recentEvents({ ...request, pattern: compileFilterPattern('') }, slow);
    expect(sampled).toBe(true);
  });
});
