// Payloads of every way in over HTTP, changed at random: each is answered, never with a fault of ours; what is not stored is kept aside
// before the answer; and the same request again stores nothing.

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer, taskEvent } from '../e2e/api-fixture.ts';

let test: TestServer;
const faults: unknown[] = [];
beforeAll(async () => {
  test = await openTestServer();
  test.app.log.error = (what: unknown) => {
    faults.push(what);
  };
});
afterAll(() => test.close());

interface Change {
  readonly at: number;
  readonly removed: number;
  readonly added: Uint8Array;
}

/** A byte here and there, a piece cut out, a piece put in. */
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2_000 })),
  added: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom('"', '\n', '{', '}', '[', ']', ',', '\\', '{"detail-type":1}', 'null', '\u0000', '\ud83d')
      .map((text) => Buffer.from(text)),
  ),
});

function changed(body: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((before, { at, removed, added }) => {
    const start = Math.floor(at * before.length);
    return Buffer.concat([before.subarray(0, start), added, before.subarray(start + removed)]);
  }, body);
}

let version = 0;
const fresh = (count: number): string[] => Array.from({ length: count }, () => taskEvent(++version));
const subscription = (messages: readonly string[]): string => {
  const logEvents = messages.map((message, n) => ({ id: String(n), timestamp: nowMs, message }));
  return JSON.stringify({ messageType: 'DATA_MESSAGE', logGroup: 'g', logStream: 's', logEvents });
};
const base64 = (data: string | Buffer): string => Buffer.from(data).toString('base64');
const firehose = (records: readonly (string | Buffer)[]): string =>
  JSON.stringify({
    requestId: 'r',
    timestamp: 1,
    records: records.map((record) => ({ data: base64(record) })),
  });

/** Route and body made of some events; the innermost data is changed in those that have layers. */
const ways: Readonly<
  Record<string, (events: readonly string[], inside: (data: Buffer) => Buffer) => readonly [string, Buffer]>
> = {
  'one event': ([event = ''], inside) => ['/ingest/eventbridge', inside(Buffer.from(event))],
  'an array': (events, inside) => ['/ingest/eventbridge', inside(Buffer.from(`[${events.join(', ')}]`))],
  lines: (events, inside) => ['/ingest/events', inside(Buffer.from(events.join('\n')))],
  'a Firehose request': (events, inside) => ['/ingest/firehose', inside(Buffer.from(firehose(events)))],
  'records of Firehose': (events, inside) => [
    '/ingest/firehose',
    Buffer.from(firehose(events.map((event) => inside(Buffer.from(event))))),
  ],
  'zipped records of Firehose': (events, inside) => [
    '/ingest/firehose',
    Buffer.from(firehose([inside(gzipSync(subscription(events))), gzipSync(subscription(events))])),
  ],
  'a subscription': (events, inside) => ['/ingest/logs', inside(Buffer.from(subscription(events)))],
  'zipped data of a subscription': (events, inside) => [
    '/ingest/logs',
    inside(gzipSync(subscription(events))),
  ],
  'what Lambda is called with': (events, inside) => [
    '/ingest/logs',
    Buffer.from(JSON.stringify({ awslogs: { data: base64(inside(gzipSync(subscription(events)))) } })),
  ],
};

const totals = () => test.app.store.rejected.totals();
const everRejected = (): number => [...totals().bySource.values()].reduce((sum, total) => sum + total, 0);
const stored = async (): Promise<number> =>
  (await test.app.store.summaries()).reduce((sum, { events }) => sum + events, 0);

it.each(Object.entries(ways))('%s, changed', async (_, way) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (count, changes) => {
        const [url, body] = way(fresh(count), (data) => changed(data, changes));
        const before = { stored: await stored(), rejected: everRejected() };
        const { status, body: answer } = await test.post(url, body);
        expect(faults).toEqual([]);
        expect([200, 400]).toContain(status);
        const after = { stored: await stored(), rejected: everRejected() };
        if (url !== '/ingest/firehose') {
          const account = status === 200 ? answer : (answer.error as { rejected?: unknown[] });
          expect(after.stored - before.stored).toBe(account.stored ?? 0);
          // An empty body holds nothing to keep; everything else that was refused is counted and kept.
          if ((account.rejected ?? []).length > 0) expect(after.rejected).toBeGreaterThan(before.rejected);
        }
        if (status === 400 && answer.error?.code !== 'empty-body')
          expect(after.rejected).toBeGreaterThan(before.rejected);
        expect((await test.post(url, body)).status).toBe(status);
        expect(await stored()).toBe(after.stored);
      },
    ),
    { numRuns: 60 },
  );
});

it('loses no event that is whole, whatever stands beside it', async () => {
  const noise = fc.oneof(
    fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
    fc.constantFrom('{', '}', '{"a":', '"', '[', 'null', '2026-11-22T10:00:00Z {"a":1}', '{"detail-type":'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(noise, { nil: null }), { minLength: 1, maxLength: 8 }),
      async (parts) => {
        const events: string[] = [];
        const lines = parts.map((part) => {
          if (part !== null) return part;
          const [event = ''] = fresh(1);
          events.push(event);
          return event;
        });
        const before = await stored();
        await test.post('/ingest/events', lines.join('\n'));
        const missing = events.length - ((await stored()) - before);
        if (missing === 0) return;
        const kept = await Promise.all(
          test.app.store.rejected.ids().map((id) => test.app.store.rejected.get(id)),
        );
        const texts = kept.map(({ body }) => Buffer.from(body).toString('utf8'));
        const aside = events.filter((event) => texts.some((text) => text.includes(event))).length;
        expect(aside).toBeGreaterThanOrEqual(missing);
      },
    ),
    { numRuns: 100 },
  );
});
