// Queries from StartQuery to their rows, over a few plain events.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
const group = '/app';
/** Seconds of the first event. */
const second = 1_700_000_000;

beforeAll(async () => {
  test = await openTestServer();
  for (const logGroupName of [group, '/empty']) await test.aws('CreateLogGroup', { logGroupName });
  await test.aws('CreateLogStream', { logGroupName: group, logStreamName: 's' });
  const messages = ['{"level":"info","n":1}', '{"level":"error","n":2.5}', '{"level":"error"}'];
  await test.aws('PutLogEvents', {
    logGroupName: group,
    logStreamName: 's',
    logEvents: messages.map((message, index) => ({ timestamp: second * 1_000 + index * 999, message })),
  });
});
afterAll(() => test.close());

const start = (input: object) =>
  test.aws('StartQuery', { logGroupName: group, startTime: second, endTime: second + 1, ...input });

async function results(queryId: string, page: object = {}) {
  for (;;) {
    const { body } = await test.aws('GetQueryResults', { queryId, ...page });
    if (body.status !== 'Running') return body;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
const query = async (queryString: string, input: object = {}) =>
  results((await start({ queryString, ...input })).body.queryId);

describe('StartQuery and GetQueryResults', () => {
  it('answer with rows, statistics and a status', async () => {
    expect(await query('fields level, n | filter level = "error" | sort @timestamp asc')).toEqual({
      queryLanguage: 'CWLI',
      results: [
        [
          { field: 'level', value: 'error' },
          { field: 'n', value: '2.5' },
          { field: '@ptr', value: expect.stringMatching(/^[\w-]{16}$/) },
        ],
        [
          { field: 'level', value: 'error' },
          { field: '@ptr', value: expect.any(String) },
        ],
      ],
      statistics: {
        recordsMatched: 2,
        recordsScanned: 3,
        estimatedRecordsSkipped: 0,
        bytesScanned: 22 + 25 + 17,
        estimatedBytesSkipped: 0,
        logGroupsScanned: 1,
        resultCount: 2,
      },
      status: 'Complete',
    });
  });

  it.each([
    ['seconds, the last one whole', { startTime: second, endTime: second }, 2],
    ['milliseconds', { startTime: second * 1_000 + 999, endTime: second * 1_000 + 1_997 }, 1],
    ['milliseconds, inclusive', { startTime: second * 1_000 + 999, endTime: second * 1_000 + 1_998 }, 2],
    ['a window before the group was created', { startTime: 0, endTime: 1 }, 0],
  ])('read times as %s', async (_, times, count) => {
    expect((await query('fields n', times)).results).toHaveLength(count);
  });

  it.each([
    { logGroupName: undefined, logGroupNames: [group, '/empty'] },
    { logGroupName: undefined, logGroupIdentifiers: [group] },
    {
      logGroupName: undefined,
      logGroupIdentifiers: [`arn:aws:logs:us-east-1:000000000000:log-group:${group}`],
    },
    {
      logGroupName: undefined,
      logGroupIdentifiers: [`arn:aws:logs:us-east-1:000000000000:log-group:${group}:`],
    },
    {
      logGroupName: undefined,
      logGroupIdentifiers: [`arn:aws-cn:logs:cn-north-1:111122223333:log-group:${group}:*`],
    },
  ])('find the groups of %j', async (input) => {
    expect((await query('stats count(*) as c', input)).results).toEqual([[{ field: 'c', value: '3' }]]);
  });

  it('obey the limit, and come in pages', async () => {
    expect((await query('fields n', { limit: 2 })).results).toHaveLength(2);
    const { queryId } = (await start({ queryString: 'fields level | sort @timestamp asc' })).body;
    const first = await results(queryId, { maxItems: 2 });
    expect([first.results.length, first.statistics.resultCount]).toEqual([2, 3]);
    const second = await results(queryId, { maxItems: 2, nextToken: first.nextToken });
    expect([second.results.length, second.nextToken]).toEqual([1, undefined]);
    const other = (await start({ queryString: 'fields level' })).body.queryId;
    expect((await results(other, { nextToken: first.nextToken })).__type).toBe('InvalidParameterException');
  });

  it.each([
    [
      'no group',
      { logGroupName: undefined },
      /^Exactly one of logGroupName, logGroupNames and logGroupIdentifiers/,
    ],
    ['two ways to name groups', { logGroupNames: [group] }, /^Exactly one of/],
    [
      'no name',
      { logGroupName: undefined, logGroupIdentifiers: ['arn:aws:s3:::bucket'] },
      /^'arn:aws:s3:::bucket' is neither the name nor the ARN/,
    ],
    ['an end before the start', { endTime: second - 1 }, /^startTime must not be after endTime$/],
    [
      'another language',
      { queryLanguage: 'SQL' },
      /Logs Insights QL \(queryLanguage CWLI\), not in SQL; write the query in it/,
    ],
    [
      'what is no language',
      { queryLanguage: 'KQL' },
      /'queryLanguage' .* enum value set: \[CWLI, SQL, PPL\]$/,
    ],
    [
      'an end before the start, in other units',
      { startTime: second * 1_000 + 5_000, endTime: second + 1 },
      /^startTime must not be after endTime$/,
    ],
    ['limit 0', { limit: 0 }, /'limit' .* greater than or equal to 1/],
    ['limit 100001', { limit: 100_001 }, /'limit' .* less than or equal to 100000/],
    [
      'a text that is too long',
      { queryString: 'x'.repeat(10_001) },
      /'queryString' failed to satisfy constraint: Member must have length less than or equal to 10000/,
    ],
    ['no text', { queryString: undefined }, /Value null at 'queryString'/],
  ])('refuse %s', async (_, input, message) => {
    const { status, body } = await start({ queryString: 'fields n', ...input });
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
    expect(body.message).toMatch(message);
  });

  it('read maxItems 0 as not given, and refuse tokens that are none', async () => {
    const { queryId } = (await start({ queryString: 'fields n' })).body;
    expect((await results(queryId, { maxItems: 0 })).results).toHaveLength(3);
    expect((await results(queryId, { maxItems: 10_001 })).message).toContain("'maxItems'");
    expect((await results(queryId, { nextToken: '' })).message).toBe('The specified nextToken is invalid.');
    expect((await results('', {})).message).toContain("'queryId'");
  });

  it('refuse a query that does not compile, with the place', async () => {
    const queryString = 'fields n | filtr level = "x"';
    const { status, body } = await start({ queryString });
    expect([status, body.__type]).toEqual([400, 'MalformedQueryException']);
    const { location, message } = body.queryCompileError;
    expect(queryString.slice(location.startCharOffset, location.endCharOffset)).toBe('filtr');
    expect(body.message).toMatch(/\(\[11,16\]\)$/);
    expect(body.message.startsWith(message)).toBe(true);
  });

  it('refuse a group that does not exist, as AWS words it', async () => {
    const { body, headers } = await start({
      queryString: 'fields n',
      logGroupName: undefined,
      logGroupNames: [group, '/nope'],
    });
    expect(body).toEqual({
      __type: 'ResourceNotFoundException',
      message: `Log group '/nope' does not exist for account ID '000000000000' (Service: AWSLogs; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: ${headers['x-amzn-requestid']}; Proxy: null)`,
    });
  });

  it('know no other queries', async () => {
    for (const action of ['GetQueryResults', 'StopQuery']) {
      const { status, body } = await test.aws(action, { queryId: 'nope' });
      expect([status, body.__type]).toEqual([400, 'ResourceNotFoundException']);
    }
  });
});

describe('StopQuery', () => {
  it('refuses to stop what has ended', async () => {
    const { queryId } = (await start({ queryString: 'fields n' })).body;
    await results(queryId);
    const { status, body } = await test.aws('StopQuery', { queryId });
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
  });

  it('stops what runs', async () => {
    const { queryId } = (await start({ queryString: 'fields n' })).body;
    const { body } = await test.aws('StopQuery', { queryId });
    expect(body).toEqual({ success: true });
    expect(await results(queryId)).toMatchObject({ status: 'Cancelled', results: [] });
  });
});

describe('a SOURCE in the text', () => {
  const nowhere = { logGroupName: undefined };
  const counted = async (source: string, input: object = nowhere) => {
    const { results: rows } = await query(`${source} | stats count(*) as events`, input);
    return rows[0]?.[0]?.value;
  };

  it.each([
    [`SOURCE '/app'`, '3'],
    ['SOURCE "/empty" "/app"', '3'],
    [`SOURCE '/empty' | SOURCE '/app'`, '3'],
    ['SOURCE logGroups(namePrefix: ["/ap"])', '3'],
    [`SOURCE 'arn:aws:logs:us-east-1:000000000000:log-group:/app'`, '3'],
    [`SOURCE '/app' START=${second} END=${second}`, '2'],
    [`SOURCE '/app' START=${second}999 END=${second}999`, '1'],
    [`SOURCE '/empty'`, undefined],
  ])('chooses the log groups: %s', async (source, events) => {
    expect(await counted(source)).toBe(events);
  });

  it('takes the place of those in the request, which need not be there', async () => {
    expect(await counted(`SOURCE '/app'`, { logGroupName: '/empty' })).toBe('3');
    expect(await counted(`SOURCE '/app'`, { logGroupName: '/gone', logGroupNames: ['/gone'] })).toBe('3');
  });

  it('is found by the log group that it names', async () => {
    await counted(`SOURCE '/app'`);
    const { body } = await test.aws('DescribeQueries', { logGroupName: '/app', maxResults: 1 });
    expect(body.queries[0]).toMatchObject({
      queryString: `SOURCE '/app' | stats count(*) as events`,
      logGroupName: '/app',
    });
  });

  it.each([
    [
      `SOURCE '/gone' | limit 1`,
      'ResourceNotFoundException',
      /^Log group '\/gone' does not exist for account ID '000000000000' \(Service: AWSLogs; Status Code: 400; /,
    ],
    [
      `filter n in (SOURCE '/gone' | fields n)`,
      'InvalidParameterException',
      /^Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified$/,
    ],
    [
      'SOURCE logGroups(namePrefix: ["/x"]) | limit 1',
      'MalformedQueryException',
      /^No log group is chosen by this SOURCE\. .* \(\[0,36\]\)$/,
    ],
    [
      `SOURCE '/app' START=2000 END=1000 | limit 1`,
      'MalformedQueryException',
      /^The START of this SOURCE is after its END\. \(\[0,33\]\)$/,
    ],
    [
      'limit 1',
      'InvalidParameterException',
      /^Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified$/,
    ],
  ])('refuses %s', async (queryString, type, message) => {
    const { status, body } = await start({ queryString, ...nowhere });
    expect([status, body.__type]).toEqual([400, type]);
    expect(body.message).toMatch(message);
  });
});

describe('ListLogGroupsForQuery', () => {
  const groupsOf = async (queryString: string, input: object = {}) => {
    const { queryId } = (await start({ queryString, ...input })).body;
    return (await test.aws('ListLogGroupsForQuery', { queryId })).body.logGroupIdentifiers;
  };

  it('tells what is read, by the parameters or by the text', async () => {
    expect(await groupsOf('fields n')).toEqual([group]);
    const identifiers = [`arn:aws:logs:us-east-1:000000000000:log-group:${group}:*`, '/empty'];
    expect(await groupsOf('fields n', { logGroupName: undefined, logGroupIdentifiers: identifiers })).toEqual(
      [group, '/empty'],
    );
    const prefix = 'SOURCE logGroups(namePrefix: ["/em"]) | fields n';
    expect(await groupsOf(prefix, { logGroupName: undefined })).toEqual(['/empty']);
    expect(await groupsOf(`filter n in (SOURCE '/empty' | fields n)`)).toEqual([group, '/empty']);
  });

  it('comes in pages of 50 at least', async () => {
    const { status, body } = await test.aws('ListLogGroupsForQuery', { queryId: 'x', maxResults: 49 });
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
    const missing = await test.aws('ListLogGroupsForQuery', { queryId: 'x' });
    expect(missing.body).toEqual({
      __type: 'ResourceNotFoundException',
      message: "Query 'x' does not exist",
    });
  });
});

describe('DescribeQueries', () => {
  it('finds queries of a log group that their text chose', async () => {
    const { queryId } = (
      await start({
        queryString: 'SOURCE logGroups(namePrefix: ["/em"]) | fields n',
        logGroupName: undefined,
      })
    ).body;
    await results(queryId);
    const { body } = await test.aws('DescribeQueries', { logGroupName: '/empty', maxResults: 1 });
    expect(body.queries[0]).toMatchObject({ queryId, logGroupName: '/empty' });
  });

  it('echoes queries as AWS expands them', async () => {
    const { queryId } = (
      await start({
        queryString: 'fields n | limit 1',
        logGroupName: undefined,
        logGroupNames: [group, '/empty'],
      })
    ).body;
    await results(queryId);
    const { body } = await test.aws('DescribeQueries', { logGroupName: '/empty', maxResults: 1 });
    expect(body.queries).toEqual([
      {
        queryLanguage: 'CWLI',
        queryId,
        queryString: 'SOURCE "/app" "/empty" START=1700000000000 END=1700000001999 | fields n | limit 1',
        status: 'Complete',
        createTime: expect.any(Number),
        logGroupName: group,
        queryDuration: 0,
        bytesScanned: 64,
        userIdentity: 'arn:aws:iam::000000000000:user/local',
      },
    ]);
  });

  it.each([
    ['fields n | sort n', undefined],
    ['# only a comment', 'SOURCE "/app" START=1700000000000 END=1700000001999'],
    ['', 'SOURCE "/app" START=1700000000000 END=1700000001999'],
    ['# first\nstats count(*) as events', undefined],
    [
      `SOURCE '/app' START=${second} END=${second} | stats count(*) as events`,
      `SOURCE '/app' START=${second} END=${second} | stats count(*) as events`,
    ],
  ])('echoes %j as a query that gives the same rows', async (queryString, echoed) => {
    const asked = await query(queryString);
    const { queryString: echo } = (await test.aws('DescribeQueries', { maxResults: 1 })).body.queries[0];
    if (echoed !== undefined) expect(echo).toBe(echoed);
    const again = await query(echo, { logGroupName: undefined, startTime: 0, endTime: 1 });
    expect(again.results).toEqual(asked.results);
    expect(asked.results.length).toBeGreaterThan(0);
  });

  it('filters by status and language', async () => {
    const count = async (input: object) => (await test.aws('DescribeQueries', input)).body.queries.length;
    expect(await count({ status: 'Cancelled' })).toBe(1);
    expect(await count({ status: 'Scheduled' })).toBe(0);
    expect(await count({ queryLanguage: 'PPL' })).toBe(0);
    expect((await test.aws('DescribeQueries', { status: 'Done' })).body.message).toContain(
      'enum value set: [Scheduled, Running,',
    );
  });
});
