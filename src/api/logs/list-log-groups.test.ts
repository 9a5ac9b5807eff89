// Log groups by every filter of ListLogGroups, and by their data sources.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
const source = (name: string, type: string) => ({ 'cw:datasource:name': name, 'cw:datasource:type': type });

beforeAll(async () => {
  test = await openTestServer();
  const groups = [
    { logGroupName: '/app/api', tags: { ...source('shop', 'orders'), env: 'prod' } },
    { logGroupName: '/app/web', tags: { ...source('shop', 'visits'), env: 'staging' } },
    { logGroupName: '/jobs/app', tags: source('shop', 'orders') },
    { logGroupName: '/rare', logGroupClass: 'INFREQUENT_ACCESS' },
    { logGroupName: '/mail', tags: source('mail', 'sent') },
  ];
  for (const group of groups) await test.aws('CreateLogGroup', group);
  const policyDocument = '{"Fields":["user"]}';
  await test.aws('PutIndexPolicy', { logGroupIdentifier: '/app/web', policyDocument });
});
afterAll(() => test.close());

const found = async (input: object) =>
  (await test.aws('ListLogGroups', input)).body.logGroups.map(
    ({ logGroupName }: { logGroupName: string }) => logGroupName,
  );

describe('ListLogGroups', () => {
  it('shows name, ARN and class', async () => {
    expect((await test.aws('ListLogGroups', { logGroupNamePattern: '^/rare' })).body).toEqual({
      logGroups: [
        {
          logGroupName: '/rare',
          logGroupArn: 'arn:aws:logs:us-east-1:000000000000:log-group:/rare',
          logGroupClass: 'INFREQUENT_ACCESS',
        },
      ],
    });
  });

  it.each([
    [{}, ['/app/api', '/app/web', '/jobs/app', '/mail', '/rare']],
    [{ logGroupNamePattern: 'app' }, ['/app/api', '/app/web', '/jobs/app']],
    [{ logGroupNamePattern: '^/app' }, ['/app/api', '/app/web']],
    [{ logGroupNamePattern: '^/jobs|rare' }, ['/jobs/app', '/rare']],
    [{ logGroupNamePattern: 'APP' }, []],
    [{ logGroupClass: 'STANDARD', logGroupNamePattern: 'rare' }, []],
    [{ fieldIndexNames: ['user'] }, ['/app/web']],
    [{ fieldIndexNames: ['user', 'id'] }, []],
    [{ fieldIndexNames: ['@logStream'], logGroupNamePattern: '^/rare|^/mail' }, ['/mail']],
    [{ logGroupTags: [{ key: 'env' }] }, ['/app/api', '/app/web']],
    [{ logGroupTags: [{ key: 'env', values: ['prod', 'test'] }] }, ['/app/api']],
    [{ logGroupTags: [{ key: 'env', values: ['!prod'] }], logGroupNamePattern: '^/app' }, ['/app/web']],
    [
      { logGroupTags: [{ key: 'env' }, { key: 'cw:datasource:type', values: ['*s'] }] },
      ['/app/api', '/app/web'],
    ],
    [{ dataSources: [{ name: 'shop', type: 'orders' }] }, ['/app/api', '/jobs/app']],
    [{ dataSources: [{ name: 'shop' }, { name: 'mail', type: 'visits' }] }, ['/app/web']],
    [{ dataSources: [{ name: 'aws_waf' }] }, []],
    [{ includeLinkedAccounts: true, accountIdentifiers: ['111111111111'] }, []],
    [{ accountIdentifiers: ['111111111111'], logGroupNamePattern: 'rare' }, ['/rare']],
  ])('%j', async (input, expected) => expect(await found(input)).toEqual(expected));

  it('comes in pages', async () => {
    const first = await test.aws('ListLogGroups', { limit: 4 });
    const { nextToken } = first.body;
    expect(first.body.logGroups).toHaveLength(4);
    expect(await found({ limit: 4, nextToken })).toEqual(['/rare']);
    const foreign = await test.aws('ListLogGroups', { nextToken, logGroupClass: 'STANDARD' });
    expect(foreign.body.__type).toBe('InvalidParameterException');
  });

  it.each([
    { logGroupNamePattern: 'ab' },
    { logGroupNamePattern: '(a+)+$x' },
    { logGroupNamePattern: 'aaa|bbb|ccc|ddd|eee|fff' },
    { logGroupNamePattern: 'a'.repeat(25) },
    { limit: 1_001 },
    { accountIdentifiers: ['1'] },
    { dataSources: [] },
    { logGroupTags: [{ key: 'a', values: ['a*b*'] }] },
  ])('refuses %j', async (input) => {
    const { status, body } = await test.aws('ListLogGroups', input);
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
  });
});

describe('data sources', () => {
  it('are summed up over log groups', async () => {
    const groupBy = 'DATA_SOURCE_NAME_AND_TYPE';
    const { body } = await test.aws('ListAggregateLogGroupSummaries', { groupBy });
    const summary = (name: string, type: string, logGroupCount: number) => ({
      logGroupCount,
      groupingIdentifiers: [
        { key: 'dataSource.Name', value: name },
        { key: 'dataSource.Type', value: type },
      ],
    });
    expect(body.aggregateLogGroupSummaries).toEqual([
      summary('mail', 'sent', 1),
      summary('shop', 'orders', 2),
      summary('shop', 'visits', 1),
    ]);
    const some = await test.aws('ListAggregateLogGroupSummaries', {
      groupBy,
      logGroupNamePattern: '^/app',
      limit: 1,
    });
    expect(some.body.aggregateLogGroupSummaries).toEqual([summary('shop', 'orders', 1)]);
    expect(some.body.nextToken).toBeDefined();
    const nothing = await test.aws('ListAggregateLogGroupSummaries', {});
    expect(nothing.body.message).toContain("Value null at 'groupBy'");
  });

  it('have the fields of their log groups', async () => {
    await test.app.store.append('/app/api', [{ message: '{"id":1,"by":{"name":"ann"}}' }]);
    await test.app.store.append('/jobs/app', [{ message: '{"id":1,"took":5}' }]);
    await test.app.store.append('/app/web', [{ message: '{"page":1}' }]);
    const { body } = await test.aws('GetLogFields', { dataSourceName: 'shop', dataSourceType: 'orders' });
    const field = (logFieldName: string) => ({ logFieldName, logFieldType: { type: 'string' } });
    expect(body).toEqual({ logFields: [field('by.name'), field('id'), field('took')] });
    const none = await test.aws('GetLogFields', { dataSourceName: 'shop', dataSourceType: 'x' });
    expect([none.status, none.body.__type]).toEqual([400, 'ResourceNotFoundException']);
  });

  it('choose log groups in a query', async () => {
    const ask = async (query: string) =>
      (await test.post('/api/v1/query', { query, startMs: 0, endMs: 9e12 })).body.rows;
    expect(await ask('SOURCE dataSource(["shop.orders"]) | stats count(*)')).toEqual([['2']]);
    expect(await ask('SOURCE dataSource(["shop"]) | stats count(*)')).toEqual([['3']]);
    const tags = '[{"key": "env", "values": ["stag*"]}]';
    expect(await ask(`SOURCE logGroupTags(${tags}) | stats count(*)`)).toEqual([['1']]);
  });
});
