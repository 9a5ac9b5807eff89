// Scheduled queries over our own API, as the page and the command line use it.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeEach(async () => {
  test = await openTestServer();
  await test.app.store.createGroup('/g');
});
afterEach(() => test.close());

const path = '/api/v1/schedules';
const draft = { name: 'ops/a', query: 'stats count(*) as n', logGroups: ['/g'], expression: 'rate(1 hour)' };
const whole = {
  ...draft,
  timezone: 'UTC',
  endOffsetSeconds: 0,
  destinations: [],
  enabled: true,
  createdMs: nowMs,
  updatedMs: nowMs,
  nextMs: nowMs + 3_600_000,
};
const one = `${path}/${encodeURIComponent('ops/a')}`;

it('are created, read, replaced, run and deleted', async () => {
  expect((await test.post(path, draft)).body).toEqual(whole);
  expect((await test.get(path)).body).toEqual({ schedules: [whole] });
  expect((await test.get(one)).body).toEqual(whole);
  const { name: _, ...content } = draft;
  const replaced = { ...content, enabled: false, destinations: [{ kind: 'file', place: 's3://bucket' }] };
  expect((await test.put(one, replaced)).body).toMatchObject({ ...replaced, name: 'ops/a' });
  expect((await test.get(`${one}/runs`)).body).toEqual({ runs: [] });
  const run = (await test.post(`${one}/runs`, {})).body;
  expect(run).toEqual({
    schedule: 'ops/a',
    triggeredMs: nowMs,
    manual: true,
    startMs: nowMs - 3_600_000,
    endMs: nowMs - 1,
    status: 'complete',
    queryId: expect.any(String),
    attempts: 1,
    endedMs: nowMs,
    deliveries: [
      {
        kind: 'file',
        place: 's3://bucket',
        status: 'done',
        written: 's3://bucket/ops%2Fa/2026-11-22T12-00-00.000Z.json',
      },
    ],
  });
  expect((await test.get(`${one}/runs`)).body).toEqual({ runs: [run] });
  expect((await test.delete(one)).body).toEqual({ deleted: 'ops/a' });
  expect((await test.get(path)).body).toEqual({ schedules: [] });
});

it('are refused with a reason', async () => {
  await test.post(path, draft);
  const refused = [
    [await test.post(path, draft), 409, 'scheduled-query-exists'],
    [await test.post(path, { ...draft, name: 'b', expression: 'x' }), 400, 'invalid-scheduled-query'],
    [await test.post(path, { ...draft, name: 'b', query: 'x' }), 400, 'malformed-query'],
    [await test.post(path, { ...draft, name: 'b', logGroups: ['/none'] }), 404, 'unknown-log-group'],
    [await test.post(path, { ...draft, destinations: [{ kind: 's3', place: 'x' }] }), 400, 'invalid-request'],
    [await test.get(`${path}/none`), 404, 'unknown-scheduled-query'],
    [await test.put(`${path}/none`, draft), 404, 'unknown-scheduled-query'],
    [await test.delete(`${path}/none`), 404, 'unknown-scheduled-query'],
    [await test.get(`${path}/none/runs`), 404, 'unknown-scheduled-query'],
    [await test.post(`${path}/none/runs`, {}), 404, 'unknown-scheduled-query'],
  ] as const;
  for (const [{ status, body }, expected, code] of refused) {
    expect([status, body.error.code]).toEqual([expected, code]);
  }
});

it('do not run twice at a time', async () => {
  await test.post(path, draft);
  const both = await Promise.all([test.post(`${one}/runs`, {}), test.post(`${one}/runs`, {})]);
  expect(both.map(({ status, body }) => [status, body.status ?? body.error.code])).toEqual([
    [200, 'complete'],
    [409, 'scheduled-query-busy'],
  ]);
});
