// What is recorded, over an empty and a filled directory: status, log groups, fields, one event.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ecsGroup,
  nowMs,
  openTestServer,
  type TestServer,
  taskEvent,
} from '../../../test/e2e/api-fixture.ts';
import { encodePointer } from '../../queries/pointer.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const firstMs = nowMs - 3_600_000 + 1_000;

describe('an empty directory', () => {
  it('has nothing, and says so', async () => {
    expect((await test.get('/api/v1/status')).body).toEqual({
      version: test.app.version,
      dataDir: test.app.dataDir,
      engine: 'duckdb',
      startedMs: nowMs,
      nowMs,
      logGroups: 0,
      events: 0,
      bytes: 0,
      rejectedKept: 0,
      diskBytes: expect.any(Number),
      lastEventMs: null,
      lastIngestionMs: null,
    });
    expect((await test.get('/api/v1/log-groups')).body).toEqual({ logGroups: [] });
    expect((await test.get('/api/v1/fields')).body).toEqual({ fields: [] });
  });
});

describe('a filled directory', () => {
  const plain = '{"level":"error","code":7}';
  beforeAll(async () => {
    await test.post('/ingest/events', [1, 2, 3].map((version) => taskEvent(version)).join('\n'));
    await test.app.store.append('/app', [{ message: plain, timestampMs: 5, logStream: 's' }]);
  });

  it('is counted', async () => {
    const bytes = 3 * taskEvent(1).length + plain.length;
    expect((await test.get('/api/v1/status')).body).toMatchObject({
      logGroups: 2,
      events: 4,
      bytes,
      lastEventMs: firstMs + 2_000,
      lastIngestionMs: nowMs,
    });
  });

  it('lists its groups by name', async () => {
    const { logGroups } = (await test.get('/api/v1/log-groups')).body;
    expect(logGroups).toEqual([
      {
        name: '/app',
        createdMs: nowMs,
        events: 1,
        bytes: plain.length,
        firstEventMs: 5,
        lastEventMs: 5,
        lastIngestionMs: nowMs,
      },
      expect.objectContaining({
        name: ecsGroup,
        events: 3,
        firstEventMs: firstMs,
        lastEventMs: firstMs + 2_000,
      }),
    ]);
  });

  it('knows the fields of the groups that are named, or of the ECS groups', async () => {
    const fields = async (search: string) => (await test.get(`/api/v1/fields${search}`)).body.fields;
    expect(await fields('?logGroup=/app')).toEqual([
      { name: 'code', events: 1 },
      { name: 'level', events: 1 },
    ]);
    const ecs = await fields('');
    expect(ecs).toContainEqual({ name: 'detail.lastStatus', events: 3 });
    expect(ecs).not.toContainEqual({ name: 'level', events: 1 });
    const both = await fields(`?logGroup=/app&logGroup=${encodeURIComponent(ecsGroup)}`);
    expect(both).toContainEqual({ name: 'level', events: 1 });
    expect(both).toHaveLength(ecs.length + 2);
    expect((await test.get('/api/v1/fields?logGroup=/nope')).body.error).toMatchObject({
      code: 'unknown-log-group',
      logGroup: '/nope',
    });
  });

  it('gives out an event by its pointer', async () => {
    const query = 'fields level | filter level = "error"';
    const { body } = await test.post('/api/v1/query', {
      query,
      logGroups: ['/app'],
      startMs: 0,
      endMs: nowMs,
    });
    const event = await test.get(`/api/v1/events/${body.rows[0][1]}`);
    expect(event.body).toEqual({
      logGroup: '/app',
      timestampMs: 5,
      ingestionMs: nowMs,
      logStream: 's',
      message: plain,
      fields: { level: 'error', code: '7' },
    });
  });

  it('says when a pointer is none, or points to nothing', async () => {
    const bad = await test.get('/api/v1/events/nonsense');
    expect([bad.status, bad.body.error.code]).toEqual([400, 'bad-pointer']);
    const gone = await test.get(`/api/v1/events/${encodePointer(1, 999n)}`);
    expect([gone.status, gone.body.error.code]).toEqual([404, 'unknown-event']);
  });
});
