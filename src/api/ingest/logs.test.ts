// Subscription payloads in each form in which somebody may pass them on.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer, taskEvent } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const payload = (version: number): string =>
  JSON.stringify({
    messageType: 'DATA_MESSAGE',
    owner: '111122223333',
    logGroup: '/aws/events/ecs',
    logStream: 's',
    subscriptionFilters: ['all'],
    logEvents: [{ id: '1', timestamp: nowMs, message: taskEvent(version) }],
  });
const data = (version: number): string => gzipSync(payload(version)).toString('base64');
const once = { stored: 1, duplicates: 0, rejected: [] };
const again = { stored: 0, duplicates: 1, rejected: [] };

it.each<[string, (version: number) => string | Buffer, number]>([
  ['as JSON', payload, 1],
  ['as gzip data', (version) => gzipSync(payload(version)), 2],
  ['as base64 of gzip', data, 3],
  ['as Lambda is called', (version) => JSON.stringify({ awslogs: { data: data(version) } }), 4],
])('%s, once', async (_, body, version) => {
  expect((await test.post('/ingest/logs', body(version))).body).toEqual(once);
  expect((await test.post('/ingest/logs', body(version))).body).toEqual(again);
});

it('answers probes and keeps nothing of them', async () => {
  const probe = {
    messageType: 'CONTROL_MESSAGE',
    logEvents: [{ id: '', timestamp: 1, message: 'CWL CONTROL MESSAGE' }],
  };
  const { status, body } = await test.post('/ingest/logs', probe);
  expect([status, body]).toEqual([200, { stored: 0, duplicates: 0, rejected: [] }]);
  expect(test.app.store.rejected.totals().kept).toBe(0);
});

it.each<[string, string | Buffer]>([
  ['text', 'hello'],
  ['nothing', ''],
  ['null', 'null'],
  ['another object', '{"a":1}'],
  ['damaged gzip', gzipSync(payload(9)).subarray(0, 50)],
  ['damaged base64', data(9).slice(0, 40)],
  ['events without messages', '{"messageType":"DATA_MESSAGE","logEvents":[1]}'],
])('refuses %s and keeps it aside', async (_, body) => {
  const before = test.app.store.rejected.totals().kept;
  const answer = await test.post('/ingest/logs', body);
  expect([answer.status, answer.body.error.code]).toEqual([400, 'bad-subscription']);
  expect(test.app.store.rejected.totals().kept).toBe(before + 1);
});

it('keeps messages aside that are no events', async () => {
  const mixed = JSON.parse(payload(10));
  mixed.logEvents.push({ id: '2', timestamp: nowMs, message: 'GET / 200' });
  const { status, body } = await test.post('/ingest/logs', mixed);
  expect([status, body]).toMatchObject([200, { stored: 1, rejected: [{ index: 1 }] }]);
  const [kept] = await test.app.store.rejected.list({ limit: 1 });
  expect(Buffer.from((await test.app.store.rejected.get(kept?.id ?? 0)).body).toString()).toBe('GET / 200');
});
