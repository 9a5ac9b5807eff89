// Events by the front door: what is stored, what is recognised, what is refused and how.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const messages = async () => {
  const query = 'fields @message | sort detail.version asc';
  const { body } = await test.post('/api/v1/query', {
    query,
    logGroups: [ecsGroup],
    startMs: 0,
    endMs: nowMs,
  });
  return body.rows.map((row: string[]) => row[0]);
};

describe('POST /ingest/events', () => {
  it('stores one event, as it came', async () => {
    const pretty = JSON.stringify(JSON.parse(taskEvent(1)), null, 2);
    const { status, body } = await test.post('/ingest/events', pretty);
    expect([status, body]).toEqual([200, { stored: 1, duplicates: 0, rejected: [] }]);
    expect(await messages()).toEqual([pretty]);
  });

  it('recognises what it has', async () => {
    const { body } = await test.post('/ingest/events', `${taskEvent(1)}\n${taskEvent(2)}\n${taskEvent(2)}`);
    expect(body).toEqual({ stored: 1, duplicates: 2, rejected: [] });
  });

  it('takes an array', async () => {
    const { body } = await test.post('/ingest/events', `[${taskEvent(3)}, ${taskEvent(4)}]`);
    expect(body).toEqual({ stored: 2, duplicates: 0, rejected: [] });
  });

  it('stores the good ones and says what is wrong with the others', async () => {
    const lines = ['hello', taskEvent(5), '{"no":"envelope"}', taskEvent(6), '{"cut'];
    const { status, body } = await test.post('/ingest/events', lines.join('\n'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ stored: 2, duplicates: 0 });
    expect(body.rejected).toEqual([
      { index: 0, reason: 'not JSON: "hello"' },
      { index: 2, reason: expect.any(String) },
      { index: 4, reason: expect.stringMatching(/ends in the middle/) },
    ]);
  });

  it.each(['{"no":"envelope"}', 'hello', '[1, 2]'])(
    'answers 400 to %s, in which nothing is an event',
    async (text) => {
      const { status, body } = await test.post('/ingest/events', text);
      expect([status, body.error.code, body.error.stored]).toEqual([400, 'nothing-stored', 0]);
      expect(body.error.rejected.length).toBeGreaterThan(0);
    },
  );

  it('takes an empty array for nothing, and an empty body for a mistake', async () => {
    expect((await test.post('/ingest/events', '[]')).body).toEqual({
      stored: 0,
      duplicates: 0,
      rejected: [],
    });
    expect((await test.post('/ingest/events', ' \n')).body.error.code).toBe('empty-body');
    expect((await test.post('/ingest/events', '[[')).body.error.code).toBe('bad-json');
  });

  it('has a limit for scraps', async () => {
    const { status } = await test.post('/ingest/events', `${taskEvent(1)}\n${'1\n'.repeat(500_000)}`);
    expect(status).toBe(413);
  });

  it("takes events out of AWS's containers", async () => {
    const logEvents = [{ id: '1', timestamp: nowMs, message: taskEvent(7) }];
    const payload = { messageType: 'DATA_MESSAGE', logGroup: 'g', logStream: 's', logEvents };
    expect((await test.post('/ingest/events', payload)).body).toEqual({
      stored: 1,
      duplicates: 0,
      rejected: [],
    });
  });

  it('is the same for the remote import', async () => {
    expect((await test.post('/api/v1/import', taskEvent(1))).body).toEqual({
      stored: 0,
      duplicates: 1,
      rejected: [],
    });
  });
});
