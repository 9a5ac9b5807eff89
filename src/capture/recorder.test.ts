// The way in: what is stored, what is kept aside and as what, and what happens when it is tried again.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestApp, taskEvent } from '../../test/e2e/api-fixture.ts';
import type { App } from '../app.ts';
import { rejectedBodyBytesMax, rejectedPerRequestMax } from '../limits.ts';
import { RejectedMissing } from '../store/rejected.ts';
import type { Captured } from './captured.ts';
import { Recorder } from './recorder.ts';

let app: App;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.store.rejected.remove(app.store.rejected.ids());
});

const source = { name: 'test', sender: 'me' };
const place = { line: 1, byteOffset: 0 };
const event = (message: string): Captured => ({ kind: 'event', place, event: { message } });
const scrap = (content: string): Captured => ({ kind: 'problem', place, reason: `bad ${content}`, content });
const bodies = async (): Promise<readonly string[]> => {
  const { rejected } = app.store;
  return Promise.all(rejected.ids().map(async (id) => Buffer.from((await rejected.get(id)).body).toString()));
};
const onlyId = (): number => app.store.rejected.ids()[0] ?? 0;

it('keeps each scrap by itself while there are events beside it', async () => {
  const whole = Buffer.from('whole');
  const captured = [scrap('a'), event(taskEvent(1)), event('{"b":1}'), scrap('c')];
  expect(await app.recorder.record(captured, source, whole)).toMatchObject({
    stored: 1,
    rejected: [{ index: 0 }, { index: 2 }, { index: 3 }],
  });
  expect(await bodies()).toEqual(['a', '{"b":1}', 'c']);
});

it('keeps the whole when nothing in it is an event, or too much is none', async () => {
  await app.recorder.record([scrap('a'), scrap('b')], source, Buffer.from('a b'));
  const many = Array.from({ length: rejectedPerRequestMax + 1 }, (_, n) => scrap(String(n)));
  await app.recorder.record([event(taskEvent(1)), ...many], source, Buffer.from('many'));
  expect(await bodies()).toEqual(['a b', 'many']);
  const [newest] = await app.store.rejected.list({ limit: 1 });
  expect(newest?.reason).toBe(`${many.length} documents: bad 0`);
});

it('tells everything to whoever counts, once', async () => {
  const told: unknown[] = [];
  const recorder = new Recorder({ store: app.store, onRecorded: (result) => told.push(result) });
  await recorder.record([event(taskEvent(20)), scrap('a')], source);
  await recorder.refuse(Buffer.from('b'), 'no', source);
  expect(told).toEqual([
    { stored: 1, duplicates: 0, rejected: [{ index: 1, reason: 'bad a' }] },
    { stored: 0, duplicates: 0, rejected: [{ index: 0, reason: 'no' }] },
  ]);
});

it.each<[string, string | Buffer, number]>([
  ['an event', taskEvent(30), 30],
  ['gzip data', gzipSync(taskEvent(31)), 31],
  [
    'a container',
    JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents: [{ message: taskEvent(32) }] }),
    32,
  ],
])('takes %s in again, and lets go of it', async (_, body) => {
  await app.recorder.refuse(Buffer.from(body), 'because', source);
  const id = onlyId();
  expect(await app.recorder.retry(id)).toEqual({
    id,
    recovered: true,
    stored: 1,
    duplicates: 0,
    rejected: [],
  });
  await expect(app.recorder.retry(id)).rejects.toThrow(RejectedMissing);
});

it('keeps what is still refused, also a part of it', async () => {
  await app.recorder.refuse(Buffer.from(`${taskEvent(40)}\nhello`), 'because', source);
  const id = onlyId();
  expect(await app.recorder.retry(id)).toMatchObject({
    recovered: false,
    stored: 1,
    rejected: [{ index: 1 }],
  });
  expect(await app.recorder.retry(id)).toMatchObject({ recovered: false, duplicates: 1 });
  expect(app.store.rejected.ids()).toEqual([id]);
});

it('does not take in a part of what was cut, or nothing', async () => {
  await app.recorder.refuse(Buffer.alloc(rejectedBodyBytesMax + 1, ' '), 'large', source);
  expect(await app.recorder.retry(onlyId())).toMatchObject({
    recovered: false,
    rejected: [{ reason: expect.stringMatching(/^only \d+ of its \d+ bytes/) }],
  });
  await app.store.rejected.remove(app.store.rejected.ids());
  await app.recorder.refuse(new Uint8Array(), 'empty', source);
  expect(await app.recorder.retry(onlyId())).toMatchObject({ recovered: false });
});

it('answers nothing when what is refused cannot be kept', async () => {
  const store = {
    appendEcs: app.store.appendEcs.bind(app.store),
    rejected: { ...app.store.rejected, keep: () => Promise.reject(new Error('disk full')) },
  };
  const recorder = new Recorder({ store: store as never, onRecorded: () => {} });
  await expect(recorder.record([scrap('a')], source)).rejects.toThrow('disk full');
});
