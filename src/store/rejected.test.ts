// What was rejected: kept across restarts, once for each content, within its limits.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rejectedAgeMs, rejectedBodyBytesMax, rejectedBytesMax, rejectedMax } from '../limits.ts';
import { openStore } from './open-store.ts';
import { type RejectedDraft, RejectedMissing } from './rejected.ts';
import type { Store } from './store.ts';

let dataDir: string;
let store: Store;
let nowMs = 1_000;
const open = async (): Promise<void> => {
  store = (await openStore({ dataDir, clock: () => nowMs })).store;
};
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shiplog-rejected-'));
  nowMs = 1_000;
  await open();
});
afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const draft = (text: string | Buffer, source = '/ingest/events'): RejectedDraft => ({
  source,
  sender: '10.0.0.1 curl',
  reason: 'not JSON',
  body: Buffer.from(text),
});

it('keeps every byte across a restart', async () => {
  const bytes = Buffer.from([0, 255, 0xc3, 0x28, 10]);
  await store.rejected.keep([draft(bytes), draft("it's", 'import')]);
  await store.close();
  await open();
  const [second, first] = await store.rejected.list({ limit: 10 });
  expect(first).toEqual({
    id: 1,
    source: '/ingest/events',
    sender: '10.0.0.1 curl',
    reason: 'not JSON',
    firstMs: 1_000,
    lastMs: 1_000,
    times: 1,
    bytes: 5,
    keptBytes: 5,
  });
  expect(Buffer.from((await store.rejected.get(1)).body)).toEqual(bytes);
  expect(second).toMatchObject({ id: 2, source: 'import' });
  expect(await store.rejected.list({ limit: 10, before: 2 })).toEqual([first]);
  expect(await store.rejected.list({ limit: 1 })).toEqual([second]);
});

it('keeps the same bytes of a source once, and counts on', async () => {
  await store.rejected.keep([draft('a'), draft('a')]);
  nowMs = 2_000;
  await store.rejected.keep([draft('a'), draft('a', 'import')]);
  const kept = await store.rejected.list({ limit: 10 });
  expect(kept.map(({ source, times, firstMs, lastMs }) => [source, times, firstMs, lastMs])).toEqual([
    ['import', 1, 2_000, 2_000],
    ['/ingest/events', 3, 1_000, 2_000],
  ]);
  expect(store.rejected.totals()).toEqual({
    kept: 2,
    keptBytes: 2,
    bySource: new Map([
      ['/ingest/events', 3],
      ['import', 1],
    ]),
  });
});

it('forgets what is removed, but not the count, and gives no id twice', async () => {
  await store.rejected.keep([draft('a'), draft('b')]);
  await store.rejected.remove([1, 2, 99]);
  await expect(store.rejected.get(1)).rejects.toThrow(RejectedMissing);
  await store.close();
  await open();
  await store.rejected.keep([draft('a')]);
  expect(store.rejected.ids()).toEqual([3]);
  expect(store.rejected.totals()).toMatchObject({ kept: 1, bySource: new Map([['/ingest/events', 3]]) });
});

it('cuts what is too large and says how large it was', async () => {
  await store.rejected.keep([draft(Buffer.alloc(rejectedBodyBytesMax + 5, 'x'))]);
  const [kept] = await store.rejected.list({ limit: 1 });
  expect(kept).toMatchObject({ bytes: rejectedBodyBytesMax + 5, keptBytes: rejectedBodyBytesMax });
});

it('lets the oldest go, by number, by bytes and by age', async () => {
  await store.rejected.keep(Array.from({ length: 50 }, (_, n) => draft(String(n))));
  await store.rejected.keep(Array.from({ length: rejectedMax }, (_, n) => draft(`x${n}`)));
  expect(store.rejected.totals()).toMatchObject({ kept: rejectedMax });
  expect(store.rejected.ids()[0]).toBe(51);
  const large = rejectedBytesMax / rejectedBodyBytesMax;
  for (let n = 0; n < large; n++)
    await store.rejected.keep([draft(Buffer.alloc(rejectedBodyBytesMax, `${n} `))]);
  expect(store.rejected.totals()).toMatchObject({ kept: large, keptBytes: rejectedBytesMax });
  nowMs += rejectedAgeMs + 1;
  await store.expire();
  expect(store.rejected.totals()).toMatchObject({
    kept: 0,
    keptBytes: 0,
    bySource: new Map([['/ingest/events', 50 + rejectedMax + large]]),
  });
}, 120_000);
