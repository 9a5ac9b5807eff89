// POST /query and /explain as the page and the command line use them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ecsGroup,
  nowMs,
  openTestServer,
  type TestServer,
  taskEvent,
} from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
const range = { startMs: nowMs - 7_200_000, endMs: nowMs };
beforeAll(async () => {
  test = await openTestServer();
  await test.post('/ingest/events', `${taskEvent(1, 'PENDING')}\n${taskEvent(2)}`);
});
afterAll(() => test.close());

describe('POST /api/v1/query', () => {
  it('answers with the result', async () => {
    const { status, body } = await test.post('/api/v1/query', {
      query: 'stats count(*) as events by detail.lastStatus | sort detail.lastStatus asc',
      ...range,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      columns: [{ name: 'detail.lastStatus' }, { name: 'events' }],
      rows: [
        ['PENDING', '1'],
        ['RUNNING', '1'],
      ],
      statistics: { recordsMatched: 2, recordsScanned: 2, logGroupsScanned: 1 },
      warnings: [],
    });
    expect(body.histogram).toBeUndefined();
  });

  it('obeys groups, limit and range, and counts for the histogram', async () => {
    const { body } = await test.post('/api/v1/query', {
      query: 'fields detail.version',
      logGroups: [ecsGroup],
      limit: 1,
      histogram: true,
      ...range,
    });
    expect(body.rows).toEqual([['2', expect.any(String)]]);
    const counted = body.histogram.buckets.reduce(
      (sum: number, bucket: { count: number }) => sum + bucket.count,
      0,
    );
    expect(counted).toBe(2);
    const early = await test.post('/api/v1/query', { query: 'fields detail.version', startMs: 0, endMs: 1 });
    expect(early.body.rows).toEqual([]);
  });

  it('shows where a query is wrong', async () => {
    const { status, body } = await test.post('/api/v1/query', { query: 'fields a | filtr b', ...range });
    expect([status, body.error.code]).toEqual([400, 'malformed-query']);
    expect(body.error.diagnostics[0].span).toEqual({ start: 11, end: 16 });
  });

  it.each([
    [{ query: 'limit 1' }, 400, 'invalid-request', /^startMs: is missing; endMs: is missing$/],
    [
      { query: 'limit 1', startMs: 2, endMs: 1 },
      400,
      'invalid-request',
      /^endMs: must not be before startMs$/,
    ],
    [{ query: 7, ...range }, 400, 'invalid-request', /^query: /],
    [{ query: 'limit 1', ...range, limit: 100_001 }, 400, 'invalid-request', /^limit: /],
    [{ query: 'limit 1', ...range, logGroups: [] }, 400, 'invalid-request', /^logGroups: /],
    [{ query: 'limit 1', ...range, logGroups: ['/nope'] }, 404, 'unknown-log-group', /'\/nope'/],
    ['{"query"', 400, 'bad-json', /^The body is not JSON: /],
  ])('refuses %j', async (input, status, code, message) => {
    const answer = await test.post('/api/v1/query', input);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message).toMatch(message);
  });
});

describe('POST /api/v1/explain', () => {
  it.each([
    ['tokens', /^0-6\t/],
    ['ast', /"kind": "query"/],
    ['plan', /\{/],
    ['sql', /SELECT/],
    ['summary', /^columns {2}detail\.lastStatus \(text\), @ptr/m],
    ['process', /^Nothing/],
    ['all', /=== tokens\n[\s\S]*=== sql\n/],
  ])('prints %s', async (stage, text) => {
    const { status, body } = await test.post('/api/v1/explain', { query: 'fields detail.lastStatus', stage });
    expect(status).toBe(200);
    expect(body.text).toMatch(text);
  });

  it('knows its stages', async () => {
    const { body } = await test.post('/api/v1/explain', { query: 'limit 1', stage: 'dreams' });
    expect(body.error.message).toMatch(/^stage: .*tokens.*ast.*plan.*sql/);
  });
});

it('POST /api/v1/check says what is wrong, and answers 200 all the same', async () => {
  const { status, body } = await test.post('/api/v1/check', { query: 'stats count(*) by a | fields b-c' });
  expect(status).toBe(200);
  expect(body.diagnostics.map(({ code }: { code: string }) => code)).toEqual([
    'dash-is-minus',
    'unknown-symbol',
  ]);
  expect((await test.post('/api/v1/check', { query: 'limit 5' })).body).toEqual({ diagnostics: [] });
});
