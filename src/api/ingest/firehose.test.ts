// Requests as Amazon Data Firehose sends them, good and broken, and the answers that it expects.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ecsGroup,
  nowMs,
  openTestServer,
  type TestServer,
  taskEvent,
} from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const requestId = 'ed1d787c-b9e2-4631-92dc-8e7c9d26d804';
const headers = {
  'x-amz-firehose-protocol-version': '1.0',
  'x-amz-firehose-request-id': requestId,
  'x-amz-firehose-source-arn': 'arn:aws:firehose:us-east-1:111122223333:deliverystream/ecs',
  'x-amz-firehose-common-attributes': '{"commonAttributes":{"deployment":"green"}}',
  'user-agent': 'Amazon Kinesis Data Firehose Agent/1.0',
  'content-type': 'application/json',
};
const request = (...records: readonly (string | Buffer)[]) => ({
  requestId,
  timestamp: nowMs - 1_000,
  records: records.map((record) => ({ data: Buffer.from(record).toString('base64') })),
});
const subscription = (...messages: readonly string[]): string =>
  JSON.stringify({
    messageType: 'DATA_MESSAGE',
    owner: '111122223333',
    logGroup: '/aws/events/ecs',
    logStream: 's',
    subscriptionFilters: ['all'],
    logEvents: messages.map((message, n) => ({ id: String(n), timestamp: nowMs, message })),
  });
const control = JSON.stringify({
  messageType: 'CONTROL_MESSAGE',
  logEvents: [{ id: '', timestamp: 1, message: 'probe' }],
});
const events = async (): Promise<number> => {
  const { body } = await test.get('/api/v1/log-groups');
  return body.logGroups.find(({ name }: { name: string }) => name === ecsGroup)?.events ?? 0;
};
const rejected = () => test.app.store.rejected.list({ limit: 100 });

it('echoes the id of the request when everything is stored, and doubles nothing', async () => {
  const body = request(taskEvent(1), `${taskEvent(2)}\n${taskEvent(3)}\n`, taskEvent(4) + taskEvent(5), '');
  for (const _ of [1, 2]) {
    const answer = await test.post('/ingest/firehose', body, headers);
    expect([answer.status, answer.body]).toEqual([200, { requestId, timestamp: nowMs }]);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['content-length']).toBeDefined();
    expect(await events()).toBe(5);
  }
  expect(await rejected()).toEqual([]);
});

it('unpacks bodies and records, also of several members, and passes over probes', async () => {
  const members = Buffer.concat([
    gzipSync(subscription(taskEvent(6), taskEvent(7))),
    gzipSync(control),
    gzipSync(subscription(taskEvent(8))),
  ]);
  const body = gzipSync(JSON.stringify(request(members, gzipSync(control))));
  const answer = await test.post('/ingest/firehose', body, { ...headers, 'content-encoding': 'gzip' });
  expect([answer.status, answer.body.requestId]).toEqual([200, requestId]);
  expect(await events()).toBe(8);
});

it('keeps damaged records aside, as they came, and stores the others', async () => {
  const cut = gzipSync(subscription(taskEvent(9))).subarray(0, 60);
  const noise = Buffer.from([0xff, 0xfe, 0, 1, 2]);
  const body = request(cut, taskEvent(10), noise, `${taskEvent(11)}\nhello\n`, '{"no":"envelope"}');
  const lacking = { ...body, records: [...body.records, {}, null, { data: 7 }] };
  const answer = await test.post('/ingest/firehose', lacking, headers);
  expect([answer.status, answer.body]).toEqual([200, { requestId, timestamp: nowMs }]);
  expect(await events()).toBe(10);
  const kept = await rejected();
  const bodies = await Promise.all(
    kept.map(async ({ id }) => Buffer.from((await test.app.store.rejected.get(id)).body)),
  );
  expect(bodies.reverse()).toEqual(
    [cut, noise, 'hello', '{"no":"envelope"}', ''].map((it) => Buffer.from(it)),
  );
  expect(kept[0]).toMatchObject({
    source: '/ingest/firehose',
    sender: '127.0.0.1 Amazon Kinesis Data Firehose Agent/1.0',
    reason: 'record 5 lacks data',
    times: 3,
  });
});

it.each<[string, unknown]>([
  ['no JSON', 'hello, hello'],
  ['no request', { records: [] }],
  ['no records', { requestId: 'x' }],
  ['a list', [1]],
])('tells Firehose that %s is a failure, in its form, and keeps it aside', async (_, body) => {
  const before = test.app.store.rejected.totals().kept;
  const answer = await test.post('/ingest/firehose', body, headers);
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    requestId,
    timestamp: nowMs,
    errorMessage: expect.stringMatching(/Firehose/),
  });
  expect(test.app.store.rejected.totals().kept).toBe(before + 1);
});

it('tells failures before and behind the handler in the same form', async () => {
  const damaged = await test.post('/ingest/firehose', 'no gzip', { ...headers, 'content-encoding': 'gzip' });
  expect([damaged.status, damaged.body.requestId, damaged.body.errorMessage]).toEqual([
    400,
    requestId,
    expect.stringMatching(/gzip/),
  ]);
  const broken = await openTestServer({
    recorder: new Proxy(test.app.recorder, {
      get: () => () => Promise.reject(new Error('disk full')),
    }),
  });
  const answer = await broken.post('/ingest/firehose', request(taskEvent(1)), headers);
  await broken.close();
  expect([answer.status, answer.body]).toEqual([
    500,
    { requestId, timestamp: nowMs, errorMessage: 'Shiplog failed to answer this request.' },
  ]);
});
