// Bodies as senders make them, through the route that shows best what arrived.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer, taskEvent } from '../../test/e2e/api-fixture.ts';
import { bodyBytesMax } from '../limits.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

it.each([
  ['application/json; charset=utf-8'],
  ['application/x-ndjson'],
  ['text/plain'],
  ['application/x-www-form-urlencoded'],
])('arrives as %s', async (type) => {
  const { status, body } = await test.post('/ingest/events', taskEvent(1), { 'content-type': type });
  expect([status, body.stored + body.duplicates]).toEqual([200, 1]);
});

it('arrives gzipped, also in several members', async () => {
  const members = Buffer.concat([gzipSync(`${taskEvent(2)}\n`), gzipSync(taskEvent(3))]);
  const { body } = await test.post('/ingest/events', members, { 'content-encoding': 'gzip' });
  expect(body.stored).toBe(2);
});

it.each([
  [
    'a truncated gzip',
    gzipSync(taskEvent(4).repeat(50)).subarray(0, 100),
    'gzip',
    400,
    'bad-gzip',
    /ends in the middle/,
  ],
  ['no gzip at all', Buffer.from('{}'), 'gzip', 400, 'bad-gzip', /is not valid/],
  [
    'another encoding',
    Buffer.from('{}'),
    'br',
    415,
    'unsupported-encoding',
    /^Content-Encoding br is not supported/,
  ],
  ['a bomb', gzipSync(Buffer.alloc(bodyBytesMax + 1)), 'gzip', 413, 'too-large', /once decompressed/],
])('is refused as %s', async (_, bytes, encoding, status, code, message) => {
  const answer = await test.post('/ingest/events', bytes, { 'content-encoding': encoding });
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  expect(answer.body.error.message).toMatch(message);
});

it('is refused when it is larger than the limit', async () => {
  const { status, body } = await test.post('/ingest/events', Buffer.alloc(bodyBytesMax + 1));
  expect([status, body.error.code]).toEqual([413, 'too-large']);
});
