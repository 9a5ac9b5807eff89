// Scheduled queries with the official JavaScript SDK against a served directory: every action, its successes and its failures, and
// runs with the real engine, over a clock that the test moves.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  CreateScheduledQueryCommand,
  type CreateScheduledQueryCommandInput,
  DeleteScheduledQueryCommand,
  DescribeQueriesCommand,
  GetLookupTableCommand,
  GetQueryResultsCommand,
  GetScheduledQueryCommand,
  GetScheduledQueryHistoryCommand,
  ListScheduledQueriesCommand,
  ListTagsForResourceCommand,
  PutLogEventsCommand,
  type TriggerHistoryRecord,
  UpdateScheduledQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/api/server.ts';
import { type App, openApp } from '../../src/app.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const hourMs = 3_600_000;
const role = 'arn:aws:iam::000000000000:role/r';
const arnOf = (kind: string, name: string): string => `arn:aws:logs:us-east-1:000000000000:${kind}:${name}`;

let dataDir: string;
let nowMs: number;
let app: App;
let server: RunningServer;
let client: CloudWatchLogsClient;

async function open(): Promise<void> {
  app = await openApp({ dataDir, accountId: '000000000000', region: 'us-east-1', nowMs: () => nowMs });
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    maxAttempts: 1,
  });
}

async function close(): Promise<void> {
  client.destroy();
  await server.close();
  await app.close();
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shiplog-scheduled-'));
  nowMs = noon;
  await open();
  await client.send(new CreateLogGroupCommand({ logGroupName: '/in' }));
  await client.send(new CreateLogStreamCommand({ logGroupName: '/in', logStreamName: 's' }));
  const events = [
    [noon, 'web'],
    [noon + 1, 'web'],
    [noon + 2, 'api'],
    [noon + hourMs, 'late'],
  ].map(([timestamp, service]) => ({ timestamp: Number(timestamp), message: JSON.stringify({ service }) }));
  await client.send(new PutLogEventsCommand({ logGroupName: '/in', logStreamName: 's', logEvents: events }));
});
afterEach(async () => {
  await close();
  await rm(dataDir, { recursive: true, force: true });
});

const definition = (
  changes: Partial<CreateScheduledQueryCommandInput> = {},
): CreateScheduledQueryCommandInput => ({
  name: 'ops/stops',
  queryLanguage: 'CWLI',
  queryString: 'stats count(*) as n by service | sort service',
  logGroupIdentifiers: ['/in'],
  scheduleExpression: 'cron(0 * * * ? *)',
  startTimeOffset: 3_600,
  executionRoleArn: role,
  ...changes,
});
const create = (changes: Partial<CreateScheduledQueryCommandInput> = {}) =>
  client.send(new CreateScheduledQueryCommand(definition(changes)));

const history = async (identifier = 'ops/stops'): Promise<readonly TriggerHistoryRecord[]> =>
  (await client.send(new GetScheduledQueryHistoryCommand({ identifier, startTime: 0, endTime: 10 ** 13 })))
    .triggerHistory ?? [];

const ended = () =>
  expect
    .poll(async () => (await history())[0]?.executionStatus, { timeout: 20_000 })
    .not.toMatch(/Running|^$/);

const invalidToken = ['ValidationException', 'The specified nextToken is invalid.'];

async function refusal(send: () => Promise<unknown>): Promise<readonly [string, string]> {
  try {
    await send();
  } catch (cause) {
    const { name, message } = cause as Error;
    return [name, message];
  }
  throw new Error('it was not refused');
}

describe('a scheduled query', () => {
  it('is created, read, listed, replaced and deleted', async () => {
    const destinationConfiguration = {
      s3Configuration: {
        destinationIdentifier: 's3://bucket/a',
        roleArn: role,
        ownerAccountId: '111122223333',
      },
      lookupTableConfiguration: { tableName: 'stops', roleArn: role, description: 'd', tags: { a: 'b' } },
    };
    const created = await create({
      description: 'hourly',
      timezone: 'Europe/Berlin',
      endTimeOffset: 60,
      scheduleStartTime: noon,
      scheduleEndTime: noon / 1_000 + 86_400,
      state: 'DISABLED',
      destinationConfiguration,
      tags: { team: 'ops' },
    });
    const scheduledQueryArn = arnOf('scheduled-query', 'ops/stops');
    expect(created).toMatchObject({ scheduledQueryArn, state: 'DISABLED' });
    const summary = {
      scheduledQueryArn,
      name: 'ops/stops',
      state: 'DISABLED',
      scheduleExpression: 'cron(0 * * * ? *)',
      timezone: 'Europe/Berlin',
      destinationConfiguration,
      creationTime: noon,
      lastUpdatedTime: noon,
    };
    const whole = {
      ...summary,
      description: 'hourly',
      queryLanguage: 'CWLI',
      queryString: 'stats count(*) as n by service | sort service',
      logGroupIdentifiers: ['/in'],
      startTimeOffset: 3_600,
      endTimeOffset: 60,
      scheduleType: 'CUSTOMER_MANAGED',
      scheduleStartTime: noon,
      scheduleEndTime: noon + 86_400_000,
      executionRoleArn: role,
    };
    for (const identifier of ['ops/stops', scheduledQueryArn]) {
      const { $metadata: _, ...read } = await client.send(new GetScheduledQueryCommand({ identifier }));
      expect(read).toEqual(whole);
    }
    expect(
      await client.send(new ListTagsForResourceCommand({ resourceArn: scheduledQueryArn })),
    ).toMatchObject({
      tags: { team: 'ops' },
    });
    expect((await client.send(new ListScheduledQueriesCommand({}))).scheduledQueries).toEqual([summary]);

    nowMs += 1_000;
    const {
      name: _,
      tags: __,
      ...rest
    } = definition({ scheduleExpression: 'rate(1 day)', startTimeOffset: 86_400 });
    const { $metadata, ...updated } = await client.send(
      new UpdateScheduledQueryCommand({ ...rest, identifier: scheduledQueryArn }),
    );
    expect($metadata.httpStatusCode).toBe(200);
    expect(updated).toEqual({
      scheduledQueryArn,
      name: 'ops/stops',
      state: 'ENABLED',
      scheduleExpression: 'rate(1 day)',
      timezone: 'UTC',
      creationTime: noon,
      lastUpdatedTime: noon + 1_000,
      queryLanguage: 'CWLI',
      queryString: whole.queryString,
      logGroupIdentifiers: ['/in'],
      startTimeOffset: 86_400,
      endTimeOffset: 0,
      scheduleType: 'CUSTOMER_MANAGED',
      executionRoleArn: role,
    });

    await client.send(new DeleteScheduledQueryCommand({ identifier: 'ops/stops' }));
    expect((await client.send(new ListScheduledQueriesCommand({}))).scheduledQueries).toEqual([]);
    expect(app.store.documents('resource-tags').list()).toEqual([]);
  });

  it('is listed in pages, by state and by type', async () => {
    for (const name of ['b', 'a', 'c']) await create({ name, state: name === 'c' ? 'DISABLED' : 'ENABLED' });
    const names = async (input: object) => {
      const { scheduledQueries = [], nextToken } = await client.send(new ListScheduledQueriesCommand(input));
      return [scheduledQueries.map(({ name }) => name), nextToken] as const;
    };
    const [first, token] = await names({ maxResults: 2 });
    expect(first).toEqual(['a', 'b']);
    expect(await names({ maxResults: 2, nextToken: token })).toEqual([['c'], undefined]);
    expect(await names({ state: 'DISABLED' })).toEqual([['c'], undefined]);
    expect(await names({ state: 'ENABLED', scheduleType: 'CUSTOMER_MANAGED' })).toEqual([
      ['a', 'b'],
      undefined,
    ]);
    expect(await names({ scheduleType: 'AWS_MANAGED' })).toEqual([[], undefined]);
    expect(await refusal(() => names({ nextToken: token, state: 'ENABLED' }))).toEqual(invalidToken);
  });

  it.each<readonly [string, object, string, RegExp]>([
    ['a mistake in the query', { queryString: 'filter a = ' }, 'ValidationException', /\(\[\d+,\d+\]\)$/],
    [
      'a missing log group',
      { logGroupIdentifiers: ['/none'] },
      'ResourceNotFoundException',
      /'\/none' does not exist/,
    ],
    ['no log group', { logGroupIdentifiers: undefined }, 'ValidationException', /SOURCE/],
    [
      'too many log groups',
      { logGroupIdentifiers: Array.from({ length: 51 }, () => '/in') },
      'ValidationException',
      /less than or equal to 50/,
    ],
    ['SQL', { queryLanguage: 'SQL' }, 'ValidationException', /not in SQL/],
    [
      'a long query',
      { queryString: 'x'.repeat(10_001) },
      'ValidationException',
      /less than or equal to 10000/,
    ],
    ['a bad schedule', { scheduleExpression: 'cron(0 9 * * *)' }, 'ValidationException', /takes six/],
    ['a bad time zone', { timezone: 'Mars/Olympus' }, 'ValidationException', /is no time zone/],
    ['a bad name', { name: 'a b' }, 'ValidationException', /regular expression pattern/],
    ['no role', { executionRoleArn: undefined }, 'ValidationException', /executionRoleArn.*must not be null/],
    ['a bad window', { endTimeOffset: 3_600 }, 'ValidationException', /must be greater/],
    ['a bad state', { state: 'ON' }, 'ValidationException', /enum value set: \[ENABLED, DISABLED\]/],
    ['a bad tag', { tags: { 'a!': 'b' } }, 'ValidationException', /tags/],
    [
      'a way out of exports',
      {
        destinationConfiguration: {
          s3Configuration: { destinationIdentifier: 's3://bucket/../../x', roleArn: role },
        },
      },
      'ValidationException',
      /neither \. nor \.\./,
    ],
    [
      'no S3 URI',
      {
        destinationConfiguration: {
          s3Configuration: { destinationIdentifier: '/etc/passwd', roleArn: role },
        },
      },
      'ValidationException',
      /s3:\/\/bucket\/prefix, or the ARN of a log group/,
    ],
    [
      'a key',
      {
        destinationConfiguration: {
          s3Configuration: { destinationIdentifier: 's3://bucket', roleArn: role, kmsKeyId: 'k' },
        },
      },
      'ValidationException',
      /kmsKeyId/,
    ],
    [
      'a bad table',
      { destinationConfiguration: { lookupTableConfiguration: { tableName: 'a-b', roleArn: role } } },
      'ValidationException',
      /letters, digits and underscores/,
    ],
  ])('is refused with %s', async (_, changes, type, message) => {
    const [name, text] = await refusal(() => create(changes));
    expect([name, text]).toEqual([type, expect.stringMatching(message)]);
    const { name: __, ...rest } = definition(changes);
    if ('name' in changes || 'tags' in changes) return;
    await create();
    const input = { ...rest, identifier: 'ops/stops' };
    expect((await refusal(() => client.send(new UpdateScheduledQueryCommand(input))))[0]).toBe(type);
  });

  it('is refused when it exists, and not found when it does not', async () => {
    await create();
    expect(await refusal(() => create())).toEqual([
      'ConflictException',
      'The scheduled query ops/stops exists already.',
    ]);
    const identifier = arnOf('scheduled-query', 'none');
    const { name: _, ...rest } = definition();
    for (const send of [
      () => client.send(new GetScheduledQueryCommand({ identifier })),
      () => client.send(new UpdateScheduledQueryCommand({ ...rest, identifier })),
      () => client.send(new DeleteScheduledQueryCommand({ identifier })),
      () => client.send(new GetScheduledQueryHistoryCommand({ identifier, startTime: 0, endTime: 1 })),
    ]) {
      expect(await refusal(send)).toEqual(['ResourceNotFoundException', 'There is no scheduled query none.']);
    }
    const backwards = { identifier: 'ops/stops', startTime: 2, endTime: 1 };
    expect((await refusal(() => client.send(new GetScheduledQueryHistoryCommand(backwards))))[0]).toBe(
      'ValidationException',
    );
  });
});

describe('runs', () => {
  const logGroup = (destinationIdentifier: string) => ({
    s3Configuration: { destinationIdentifier, roleArn: role },
  });

  it('deliver a file and a lookup table, show as queries and stay in the history across restarts', async () => {
    await create({
      destinationConfiguration: {
        s3Configuration: { destinationIdentifier: 's3://bucket/stops/', roleArn: role },
        lookupTableConfiguration: { tableName: 'stops', roleArn: role, tags: { made: 'here' } },
      },
    });
    app.schedules.watch();
    nowMs = noon + hourMs + 5_000;
    await ended();
    const [record] = await history();
    const { queryId } = record ?? {};
    expect(record).toEqual({
      queryId: expect.any(String),
      executionStatus: 'Complete',
      triggeredTimestamp: noon + hourMs,
      destinations: [
        {
          destinationType: 'S3',
          destinationIdentifier: 's3://bucket/stops/',
          status: 'COMPLETE',
          processedIdentifier: 's3://bucket/stops/ops%2Fstops/2026-11-22T13-00-00.000Z.json',
        },
        {
          destinationType: 'LOOKUP_TABLE',
          destinationIdentifier: 'stops',
          status: 'COMPLETE',
          processedIdentifier: 'stops',
        },
      ],
    });
    const { results, status } = await client.send(new GetQueryResultsCommand({ queryId }));
    expect(status).toBe('Complete');
    expect(results).toEqual([
      [
        { field: 'service', value: 'api' },
        { field: 'n', value: '1' },
      ],
      [
        { field: 'service', value: 'web' },
        { field: 'n', value: '2' },
      ],
    ]);
    const path = join(dataDir, 'exports/bucket/stops/ops%2Fstops/2026-11-22T13-00-00.000Z.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      scheduledQuery: 'ops/stops',
      triggeredTime: noon + hourMs,
      queryId,
      results,
    });
    const table = { lookupTableArn: arnOf('lookup-table', 'stops') };
    expect((await client.send(new GetLookupTableCommand(table))).tableBody).toBe(
      'service,n\r\napi,1\r\nweb,2\r\n',
    );
    expect(
      await client.send(new ListTagsForResourceCommand({ resourceArn: table.lookupTableArn })),
    ).toMatchObject({
      tags: { made: 'here' },
    });
    const { queries = [] } = await client.send(new DescribeQueriesCommand({}));
    expect(queries.map(({ queryId: id }) => id)).toEqual([queryId]);

    await close();
    await open();
    expect(await history()).toEqual([record]);
    expect(await client.send(new GetScheduledQueryCommand({ identifier: 'ops/stops' }))).toMatchObject({
      lastTriggeredTime: noon + hourMs,
      lastExecutionStatus: 'Complete',
    });
    app.schedules.watch();
    nowMs = noon + 5 * hourMs;
    await expect.poll(async () => (await history()).length, { timeout: 20_000 }).toBe(2);
    await ended();
    expect((await history())[0]?.triggeredTimestamp).toBe(nowMs);
  });

  it('write a log group once, also when a run is repeated', async () => {
    await create({ destinationConfiguration: logGroup(arnOf('log-group', '/out:*')) });
    nowMs = noon + hourMs;
    app.schedules.watch();
    await ended();
    const stream = 'ops/stops/2026-11-22T13-00-00.000Z';
    expect((await history())[0]?.destinations).toEqual([
      {
        destinationType: 'LOG_GROUP',
        destinationIdentifier: arnOf('log-group', '/out:*'),
        status: 'COMPLETE',
        processedIdentifier: stream,
      },
    ]);
    // What a process leaves behind that ends between the delivery and the last word about it.
    const runs = app.store.documents<object>('scheduled-query-run');
    const [[id, run] = ['', {}]] = runs.list();
    await runs.put(id, { ...run, status: 'running' });
    await close();
    await open();
    app.schedules.watch();
    await ended();
    const out = await app.runQuery({
      text: 'fields @timestamp, @logStream, @message | sort @message',
      logGroups: ['/out'],
      startMs: 0,
      endMs: 10 ** 13,
    });
    expect(out.rows.map((row) => row.slice(0, 3))).toEqual([
      ['2026-11-22 13:00:00.000', stream, '{"service":"api","n":"1"}'],
      ['2026-11-22 13:00:00.000', stream, '{"service":"web","n":"2"}'],
    ]);
  });

  it('fail at a destination that refuses, and keep what it had', async () => {
    await app.store.createLookupTable('stops', { body: 'a\n1\n' });
    await create({
      queryString: 'fields service as a, service as b | limit 1 | display a, b, @message',
      destinationConfiguration: { lookupTableConfiguration: { tableName: 'stops', roleArn: role } },
    });
    await app.schedules.run('ops/stops');
    await app.store.deleteLookupTable('stops');
    for (let index = 0; index < 100; index++) await app.store.createLookupTable(`t${index}`, { body: 'a\n' });
    nowMs += 1;
    await app.schedules.run('ops/stops');
    const [full, whole] = await history();
    expect(whole?.destinations).toMatchObject([{ status: 'COMPLETE' }]);
    expect([full?.executionStatus, full?.destinations]).toMatchObject([
      'Complete',
      [{ status: 'CLIENT_ERROR', errorMessage: expect.stringMatching(/100 lookup tables already/) }],
    ]);
  });

  it('are found by time and status, in pages', async () => {
    await create({ state: 'DISABLED' });
    for (let run = 0; run < 3; run++) {
      nowMs = noon + run * 1_000;
      await app.schedules.run('ops/stops');
    }
    await app.store.deleteGroup('/in');
    nowMs = noon + 3_000;
    await app.schedules.run('ops/stops');
    const page = async (input: object) => {
      const range = { identifier: 'ops/stops', startTime: noon, endTime: noon + 10_000 };
      const {
        triggerHistory = [],
        nextToken,
        ...about
      } = await client.send(new GetScheduledQueryHistoryCommand({ ...range, ...input }));
      expect(about).toMatchObject({
        name: 'ops/stops',
        scheduledQueryArn: arnOf('scheduled-query', 'ops/stops'),
      });
      return [
        triggerHistory.map(({ triggeredTimestamp = 0 }) => triggeredTimestamp - noon),
        nextToken,
      ] as const;
    };
    const [first, nextToken] = await page({ maxResults: 3 });
    expect(first).toEqual([3_000, 2_000, 1_000]);
    expect(await page({ maxResults: 3, nextToken })).toEqual([[0], undefined]);
    expect(await refusal(() => page({ nextToken, startTime: 1 }))).toEqual(invalidToken);
    expect((await page({ startTime: noon + 1_000, endTime: noon + 2_000 }))[0]).toEqual([2_000, 1_000]);
    expect((await page({ executionStatuses: ['InvalidQuery', 'Failed'] }))[0]).toEqual([3_000]);
    expect((await page({ startTime: noon / 1_000, endTime: noon / 1_000 + 1 }))[0]).toEqual([1_000, 0]);
    expect((await history())[0]).toMatchObject({
      executionStatus: 'InvalidQuery',
      errorMessage: expect.stringMatching(/\/in/),
      destinations: [],
    });
  });
});
