// Index policies, the indexes they make, and what filterIndex finds with them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
let clockMs = nowMs;
const logGroupIdentifier = 'arn:aws:logs:us-east-1:000000000000:log-group:/app';
const put = (logGroupName: string, message: string) =>
  test.aws('PutLogEvents', {
    logGroupName,
    logStreamName: 's',
    logEvents: [{ timestamp: nowMs - 60_000, message }],
  });
const policy = (document: unknown, group = logGroupIdentifier) =>
  test.aws('PutIndexPolicy', {
    logGroupIdentifier: group,
    policyDocument: typeof document === 'string' ? document : JSON.stringify(document),
  });
async function found(query: string) {
  const { body } = await test.post('/api/v1/query', { query, startMs: 0, endMs: nowMs });
  return {
    ids: body.rows.map(([id]: string[]) => id),
    warnings: body.warnings.map(({ code }: { code: string }) => code),
    scanned: body.statistics.logGroupsScanned,
  };
}

beforeAll(async () => {
  test = await openTestServer();
  for (const logGroupName of ['/app', '/web']) {
    await test.aws('CreateLogGroup', { logGroupName });
    await test.aws('CreateLogStream', { logGroupName, logStreamName: 's' });
  }
});
afterAll(() => test.close());

describe('an index policy', () => {
  it('is kept as it was given, and shown', async () => {
    expect((await test.aws('DescribeIndexPolicies', { logGroupIdentifiers: ['/app'] })).body).toEqual({
      indexPolicies: [],
    });
    const document = '{"Fields": ["user"], "FieldsV2": {"level": {"type": "FACET"}}}';
    const indexPolicy = {
      logGroupIdentifier,
      lastUpdateTime: nowMs,
      policyDocument: document,
      source: 'LOG_GROUP',
    };
    expect((await policy(document)).body).toEqual({ indexPolicy });
    const { body } = await test.aws('DescribeIndexPolicies', { logGroupIdentifiers: [logGroupIdentifier] });
    expect(body).toEqual({ indexPolicies: [indexPolicy] });
  });

  it.each([
    ['no JSON', 'Fields', /must be a JSON object/],
    ['no fields', {}, /at least one field/],
    ['an unknown member', { fields: ['a'] }, /Unrecognized key/],
    ['a field that is no text', { Fields: [1] }, /Fields\.0/],
    ['a name that would be lost', { FieldsV2: { ['__proto__']: { type: 'FACET' } } }, /nothing of this name/],
    ['an unknown type', { FieldsV2: { a: { type: 'RANGE' } } }, /FieldsV2\.a\.type/],
    ['a field twice', { Fields: ['a', 'a'] }, /each field once.*'a'/],
    ['a field in both', { Fields: ['a'], FieldsV2: { a: { type: 'FACET' } } }, /each field once/],
    ['an empty name', { Fields: [''] }, /1 to 100 characters/],
    ['a long name', { Fields: ['a'.repeat(101)] }, /1 to 100 characters/],
    ['a generated field that has no index', { Fields: ['@message'] }, /is written @@message/],
    ['21 fields', { Fields: Array.from({ length: 21 }, (_, i) => `f${i}`) }, /no more than 20/],
  ])('is refused with %s', async (_, document, message) => {
    const { status, body } = await policy(document);
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
    expect(body.message).toMatch(message);
  });

  it('takes 20 fields, generated ones and those that begin with @', async () => {
    const many = [...Array.from({ length: 18 }, (_, i) => `f${i}`), '@ingestionTime', '@@user'];
    expect((await policy({ Fields: many }, '/web')).status).toBe(200);
    expect((await test.aws('DeleteIndexPolicy', { logGroupIdentifier: '/web' })).body).toEqual({});
  });

  it('is of a log group that exists', async () => {
    const missing = {
      __type: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    };
    expect((await policy({ Fields: ['a'] }, '/nope')).body).toEqual(missing);
    expect((await test.aws('DeleteIndexPolicy', { logGroupIdentifier: '/nope' })).body).toEqual(missing);
    for (const action of ['DescribeIndexPolicies', 'DescribeFieldIndexes']) {
      expect((await test.aws(action, { logGroupIdentifiers: ['/nope'] })).body).toEqual(missing);
    }
    const none = await test.aws('DeleteIndexPolicy', { logGroupIdentifier: '/web' });
    expect(none.body).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'The log group /web has no index policy.',
    });
  });
});

describe('filterIndex', () => {
  it('reads the groups that have the index, and says when none has', async () => {
    await put('/app', '{"id":"a1","user":"ann"}');
    await put('/web', '{"id":"w1","user":"ann","other":"1"}');
    expect(await found('filterIndex user = "ann" | fields id')).toEqual({
      ids: ['a1'],
      warnings: [],
      scanned: 1,
    });
    expect(await found('filterIndex other = 1 | fields id')).toEqual({
      ids: [],
      warnings: ['no-index'],
      scanned: 0,
    });
    expect((await found('filterIndex @logStream = "s" | fields id')).ids.sort()).toEqual(['a1', 'w1']);
  });

  it('finds what was stored since the index was made; a later policy keeps it', async () => {
    // The clock of the server is changed by the test, so this one has a server of its own.
    const own = await openTestServer({ nowMs: () => clockMs });
    try {
      const place = { logGroupName: '/later', logStreamName: 's' };
      await own.aws('CreateLogGroup', place);
      await own.aws('CreateLogStream', place);
      const store = (id: string) =>
        own.aws('PutLogEvents', {
          ...place,
          logEvents: [{ timestamp: nowMs - 60_000, message: `{"id":"${id}","user":"ann"}` }],
        });
      await store('at first');
      // Stored at nowMs by the clock of the store, which stands still.
      clockMs = nowMs + 1;
      const indexed = { logGroupIdentifier: '/later', policyDocument: '{"Fields":["user"]}' };
      await own.aws('PutIndexPolicy', indexed);
      const query = { query: 'filterIndex user = "ann" | fields id', startMs: 0, endMs: nowMs };
      expect((await own.post('/api/v1/query', query)).body.rows).toEqual([]);
      clockMs = nowMs;
      await own.aws('DeleteIndexPolicy', { logGroupIdentifier: '/later' });
      await own.aws('PutIndexPolicy', indexed);
      clockMs = nowMs + 5;
      await own.aws('PutIndexPolicy', { ...indexed, policyDocument: '{"Fields":["id","user"]}' });
      expect((await own.post('/api/v1/query', query)).body.rows).toHaveLength(1);
    } finally {
      await own.close();
    }
  });
});

describe('DescribeFieldIndexes', () => {
  it('shows the indexes of the policy and those that every group has and events were found for', async () => {
    const { body } = await test.aws('DescribeFieldIndexes', { logGroupIdentifiers: ['/app', '/app'] });
    const times = { lastScanTime: nowMs, firstEventTime: nowMs - 60_000, lastEventTime: nowMs - 60_000 };
    expect(body).toEqual({
      fieldIndexes: [
        { logGroupIdentifier, fieldIndexName: 'user', type: 'FIELD_INDEX', ...times },
        { logGroupIdentifier, fieldIndexName: 'level', type: 'FACET', lastScanTime: nowMs },
        { logGroupIdentifier, fieldIndexName: '@logStream', type: 'FIELD_INDEX', ...times },
      ],
    });
  });

  it('is empty for a log group without events and policy', async () => {
    await test.aws('CreateLogGroup', { logGroupName: '/empty' });
    expect((await test.aws('DescribeFieldIndexes', { logGroupIdentifiers: ['/empty'] })).body).toEqual({
      fieldIndexes: [],
    });
  });
});
