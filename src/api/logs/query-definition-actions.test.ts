// Query definitions as AWS's actions tell them: strong read-after-write, folders, parameters, errors.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeEach(async () => {
  test = await openTestServer();
});
afterEach(() => test.close());

const definition = {
  name: 'ops/errors',
  queryString: 'filter level = {{level}}',
  logGroupNames: ['/app', 'arn:aws:logs:us-east-1:000000000000:log-group:/b:*'],
  parameters: [{ name: 'level', defaultValue: '"ERROR"', description: 'which level' }],
};

const put = async (input: object): Promise<string> =>
  (await test.aws('PutQueryDefinition', input)).body.queryDefinitionId;
const all = async (input: object = {}) =>
  (await test.aws('DescribeQueryDefinitions', input)).body.queryDefinitions;

it('are there as soon as they are put', async () => {
  const queryDefinitionId = await put(definition);
  expect(await all()).toEqual([
    { ...definition, queryDefinitionId, queryLanguage: 'CWLI', lastModified: nowMs },
  ]);
});

it('are replaced as a whole', async () => {
  const queryDefinitionId = await put(definition);
  expect(await put({ name: 'errors', queryString: 'limit 1', queryDefinitionId })).toBe(queryDefinitionId);
  expect(await all()).toEqual([
    {
      queryDefinitionId,
      queryLanguage: 'CWLI',
      name: 'errors',
      queryString: 'limit 1',
      lastModified: nowMs,
      logGroupNames: [],
    },
  ]);
});

it('are found by prefix and in pages, ordered by name', async () => {
  for (const name of ['b/2', 'a/1', 'b/1', 'b/1']) await put({ name, queryString: 'limit 1' });
  const names = (found: { name: string }[]) => found.map(({ name }) => name);
  expect(names(await all())).toEqual(['a/1', 'b/1', 'b/1', 'b/2']);
  expect(names(await all({ queryDefinitionNamePrefix: 'b/' }))).toEqual(['b/1', 'b/1', 'b/2']);
  expect(await all({ queryLanguage: 'PPL' })).toEqual([]);
  const { body } = await test.aws('DescribeQueryDefinitions', { maxResults: 3 });
  expect(names(body.queryDefinitions)).toHaveLength(3);
  expect(names(await all({ maxResults: 3, nextToken: body.nextToken }))).toEqual(['b/2']);
});

it('are not doubled by a request that is sent again', async () => {
  const clientToken = '0123456789abcdef0123456789abcdef0123';
  const first = await put({ ...definition, clientToken });
  expect(first).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(await put({ ...definition, clientToken })).toBe(first);
  expect(await all()).toHaveLength(1);
});

it('go when they are deleted', async () => {
  const queryDefinitionId = await put(definition);
  expect((await test.aws('DeleteQueryDefinition', { queryDefinitionId })).body).toEqual({ success: true });
  expect(await all()).toEqual([]);
  const again = await test.aws('DeleteQueryDefinition', { queryDefinitionId });
  expect([again.status, again.body.__type]).toEqual([400, 'ResourceNotFoundException']);
});

describe('are run by their name', () => {
  const ask = async (queryString: string) => {
    await test.app.store.append('/app', [
      { message: '{"level":"ERROR","n":1}', timestampMs: nowMs },
      { message: '{"level":"WARN","n":2}', timestampMs: nowMs },
    ]);
    await put(definition);
    const range = { startTime: 0, endTime: nowMs / 1_000 };
    const started = await test.aws('StartQuery', { logGroupName: '/app', ...range, queryString });
    const { queryId } = started.body;
    if (queryId === undefined) return started.body;
    for (;;) {
      const { body } = await test.aws('GetQueryResults', { queryId });
      if (body.status !== 'Running') return body.results.map((row: { value: string }[]) => row[0]?.value);
    }
  };

  it.each([
    ['$errors() | fields n', ['1']],
    ['fields n | $`ops/errors`(level = "WARN")', ['2']],
  ])('%s', async (query, expected) => {
    expect(await ask(query)).toEqual(expected);
  });

  it.each([
    ['limit 5 | $erors()', 'erors', /There is no saved query `erors`. Did you mean `errors`\?/],
    [
      '$errors(level = >) | limit 5',
      '$errors(level = >)',
      /unexpected symbol found > \(in the saved query errors\)/,
    ],
    ['$errors() | stats count(*) as c | fields n', 'n', /Unknown symbols found in or after stats: n/],
  ])('%s is refused with its place', async (query, place, message) => {
    const body = await ask(query);
    expect(body.__type).toBe('MalformedQueryException');
    expect(body.message).toMatch(message);
    const { startCharOffset, endCharOffset } = body.queryCompileError.location;
    expect(query.slice(startCharOffset, endCharOffset)).toBe(place);
  });
});

it.each([
  [{ queryDefinitionId: 'nope' }, 'ResourceNotFoundException', /no saved query with the id nope/],
  [
    { queryString: 'limit 1' },
    'InvalidParameterException',
    /^Required parameters not found in queryString: level$/,
  ],
  [
    { parameters: [{ name: 'level' }, { name: 'level' }] },
    'InvalidParameterException',
    /^Duplicate parameter name/,
  ],
  [
    { parameters: Array.from({ length: 21 }, (_, i) => ({ name: `p${i}` })) },
    'InvalidParameterException',
    /^Parameter count exceeds the maximum of 20$/,
  ],
  [{ queryLanguage: 'SQL' }, 'InvalidParameterException', /CWLI/],
  [{ name: '' }, 'InvalidParameterException', /at 'name' failed to satisfy constraint/],
  [{ logGroupNames: ['a b'] }, 'InvalidParameterException', /neither the name nor the ARN/],
])('cannot be put with %.60j', async (change, type, message) => {
  const { status, body } = await test.aws('PutQueryDefinition', { ...definition, ...change });
  expect([status, body.__type]).toEqual([400, type]);
  expect(body.message).toMatch(message);
  expect(await all()).toEqual([]);
});
