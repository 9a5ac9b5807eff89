// The official AWS SDK and, where it is installed, the AWS CLI against a started server: what strangers will do first.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  CreateLookupTableCommand,
  DeleteLookupTableCommand,
  DeleteQueryDefinitionCommand,
  DescribeLogGroupsCommand,
  DescribeLookupTablesCommand,
  DescribeQueriesCommand,
  DescribeQueryDefinitionsCommand,
  GetLogRecordCommand,
  GetLookupTableCommand,
  GetQueryResultsCommand,
  type GetQueryResultsCommandOutput,
  InvalidOperationException,
  MalformedQueryException,
  PutLogEventsCommand,
  PutMetricFilterCommand,
  PutQueryDefinitionCommand,
  paginateDescribeLogGroups,
  ResourceNotFoundException,
  StartQueryCommand,
  type StartQueryCommandInput,
  StopQueryCommand,
  UpdateLookupTableCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/app.ts';
import { ecsGroup, nowMs, taskEvent } from './api-fixture.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-sdk-'));
let server: Awaited<ReturnType<typeof serve>>;
let client: CloudWatchLogsClient;

beforeAll(async () => {
  const place = { dataDir, host: '127.0.0.1', port: 0, accountId: '000000000000', region: 'us-east-1' };
  const limits = { queryTimeoutSeconds: 60, memoryMegabytes: 'auto' } as const;
  server = await serve({ ...place, ...limits, logLevel: 'silent' });
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const hour = { startTime: nowMs / 1_000 - 3_600, endTime: nowMs / 1_000 };

async function results(queryId: string | undefined): Promise<GetQueryResultsCommandOutput> {
  for (;;) {
    const answer = await client.send(new GetQueryResultsCommand({ queryId }));
    if (answer.status !== 'Running' && answer.status !== 'Scheduled') return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function query(
  queryString: string,
  input: Partial<StartQueryCommandInput> = {},
): Promise<GetQueryResultsCommandOutput> {
  const { queryId } = await client.send(
    new StartQueryCommand({ logGroupName: ecsGroup, ...hour, queryString, ...input }),
  );
  return results(queryId);
}

/** Rows as objects. */
const rows = ({ results: found }: GetQueryResultsCommandOutput) =>
  (found ?? []).map((row) => Object.fromEntries(row.map(({ field, value }) => [field, value])));

describe('the AWS SDK', () => {
  it('creates, puts, starts, polls and reads', async () => {
    const place = { logGroupName: ecsGroup, logStreamName: 'events' };
    await client.send(new CreateLogGroupCommand({ logGroupName: ecsGroup }));
    await client.send(new CreateLogStreamCommand(place));
    const logEvents = [taskEvent(1, 'PENDING'), taskEvent(2)].map((message, index) => ({
      timestamp: nowMs - 60_000 + index,
      message,
    }));
    const put = await client.send(new PutLogEventsCommand({ ...place, logEvents }));
    expect(put.rejectedLogEventsInfo).toBeUndefined();

    const answer = await query('fields @timestamp, detail.lastStatus, `detail-type` | sort @timestamp desc');
    expect(answer).toMatchObject({ status: 'Complete', queryLanguage: 'CWLI' });
    expect(rows(answer)).toEqual([
      {
        '@timestamp': '2026-11-22 11:59:00.001',
        'detail.lastStatus': 'RUNNING',
        'detail-type': 'ECS Task State Change',
        '@ptr': expect.any(String),
      },
      expect.objectContaining({ 'detail.lastStatus': 'PENDING' }),
    ]);
    expect(answer.statistics).toMatchObject({ recordsMatched: 2, recordsScanned: 2, logGroupsScanned: 1 });

    const record = await client.send(
      new GetLogRecordCommand({ logRecordPointer: rows(answer)[0]?.['@ptr'] }),
    );
    expect(record.logRecord).toMatchObject({ '@message': taskEvent(2), 'ecs.cluster': 'prod' });
  });

  it('finds at once what was just put', async () => {
    const place = { logGroupName: ecsGroup, logStreamName: 'events' };
    for (let version = 3; version < 8; version += 1) {
      const logEvents = [{ timestamp: nowMs - 30_000 + version, message: taskEvent(version) }];
      await client.send(new PutLogEventsCommand({ ...place, logEvents }));
      const [row] = rows(await query(`filter detail.version = ${version} | stats count(*) as found`));
      expect(row).toEqual({ found: '1' });
    }
  });

  it('reads the log groups that the text names', async () => {
    const text = `SOURCE '${ecsGroup}' | stats count(*) as found`;
    const range = { ...hour, queryString: text };
    const { queryId } = await client.send(new StartQueryCommand(range));
    const found = rows(await results(queryId));
    expect(Number(found[0]?.found)).toBeGreaterThan(0);
    const { queries } = await client.send(
      new DescribeQueriesCommand({ logGroupName: ecsGroup, maxResults: 1 }),
    );
    expect(queries).toMatchObject([{ queryId, queryString: text, status: 'Complete' }]);
    await expect(
      client.send(new StartQueryCommand({ ...hour, queryString: `SOURCE '/nope' | limit 1` })),
    ).rejects.toThrow("Log group '/nope' does not exist for account ID '000000000000'");
    await expect(
      client.send(new StartQueryCommand({ ...hour, queryString: 'limit 1' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('pages through log groups', async () => {
    for (const name of ['/a', '/b', '/c'])
      await client.send(new CreateLogGroupCommand({ logGroupName: name }));
    const names: (string | undefined)[] = [];
    for await (const page of paginateDescribeLogGroups({ client, pageSize: 2 }, {})) {
      names.push(...(page.logGroups ?? []).map((group) => group.logGroupName));
    }
    expect(names).toEqual(['/a', ecsGroup, '/b', '/c']);
  });

  it('reads where a query is wrong', async () => {
    const queryString = 'fields @message | frobnicate x';
    const cause = await query(queryString).catch((error: unknown) => error);
    expect(cause).toBeInstanceOf(MalformedQueryException);
    if (!(cause instanceof MalformedQueryException)) return;
    expect(cause.$metadata.httpStatusCode).toBe(400);
    const { startCharOffset, endCharOffset } = cause.queryCompileError?.location ?? {};
    expect(queryString.slice(startCharOffset, endCharOffset)).toBe('frobnicate');
    expect(cause.message).toMatch(/\(\[18,28\]\)$/);
  });

  it('is told about groups and queries that do not exist', async () => {
    await expect(query('fields @message', { logGroupName: '/nope' })).rejects.toThrow(
      ResourceNotFoundException,
    );
    await expect(query('fields @message', { logGroupName: '/nope' })).rejects.toThrow(
      "Log group '/nope' does not exist for account ID '000000000000'",
    );
    await expect(results('no-such-query')).rejects.toThrow(ResourceNotFoundException);
  });

  it('cannot stop what has ended, and cannot do what we cannot', async () => {
    const { queryId } = await client.send(
      new StartQueryCommand({ logGroupName: ecsGroup, ...hour, queryString: 'limit 1' }),
    );
    await results(queryId);
    await expect(client.send(new StopQueryCommand({ queryId }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    const filter = {
      logGroupName: ecsGroup,
      filterName: 'stops',
      filterPattern: '',
      metricTransformations: [],
    };
    await expect(client.send(new PutMetricFilterCommand(filter))).rejects.toThrow(InvalidOperationException);
    expect((await client.send(new DescribeLogGroupsCommand({}))).logGroups).toHaveLength(4);
  });

  it('saves a query, finds it at once, runs it by its name and deletes it', async () => {
    const parameters = [{ name: 'version', defaultValue: '1', description: 'which' }];
    const queryString = 'filter detail.version = {{version}} | stats count(*) as found';
    const definition = { name: 'ops/one version', queryString, logGroupNames: [ecsGroup], parameters };
    const { queryDefinitionId } = await client.send(new PutQueryDefinitionCommand(definition));
    const prefix = { queryDefinitionNamePrefix: 'ops/' };
    const { queryDefinitions } = await client.send(new DescribeQueryDefinitionsCommand(prefix));
    expect(queryDefinitions).toEqual([
      { ...definition, queryDefinitionId, queryLanguage: 'CWLI', lastModified: expect.any(Number) },
    ]);
    expect(rows(await query('$`ops/one version`(version = 2)'))).toEqual([{ found: '1' }]);
    const deleted = await client.send(new DeleteQueryDefinitionCommand({ queryDefinitionId }));
    expect(deleted.success).toBe(true);
    await expect(query('$`ops/one version`()')).rejects.toThrow(MalformedQueryException);
  });

  it('keeps lookup tables', async () => {
    const tableBody = 'id,name\n1,Ada\n';
    const { lookupTableArn } = await client.send(
      new CreateLookupTableCommand({ lookupTableName: 'users', tableBody }),
    );
    expect(lookupTableArn).toBe('arn:aws:logs:us-east-1:000000000000:lookup-table:users');
    await client.send(new UpdateLookupTableCommand({ lookupTableArn, tableBody: `${tableBody}2,Eva\n` }));
    const { lookupTables } = await client.send(new DescribeLookupTablesCommand({}));
    expect(lookupTables).toMatchObject([
      { lookupTableName: 'users', tableFields: ['id', 'name'], recordsCount: 2 },
    ]);
    const table = await client.send(new GetLookupTableCommand({ lookupTableArn }));
    expect(table.tableBody).toBe(`${tableBody}2,Eva\n`);
    await client.send(new DeleteLookupTableCommand({ lookupTableArn }));
    await expect(client.send(new GetLookupTableCommand({ lookupTableArn }))).rejects.toThrow(
      ResourceNotFoundException,
    );
  });

  it('sends a hundred batches at once and loses none', async () => {
    const place = { logGroupName: '/a', logStreamName: 'parallel' };
    await client.send(new CreateLogStreamCommand(place));
    const batches = Array.from({ length: 100 }, (_, batch) =>
      Array.from({ length: 10 }, (_, line) => ({ timestamp: nowMs, message: `batch ${batch} line ${line}` })),
    );
    await Promise.all(
      batches.map((logEvents) => client.send(new PutLogEventsCommand({ ...place, logEvents }))),
    );
    const [row] = rows(await query('stats count(*) as events', { logGroupName: '/a' }));
    expect(row).toEqual({ events: '1000' });
  });
});

const awsCli = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'aws')));

describe.runIf(awsCli)('the AWS CLI', () => {
  const run = promisify(execFile);
  const aws = async (...args: string[]) => {
    const { stdout } = await run('aws', ['--endpoint-url', server.url, '--output', 'json', 'logs', ...args], {
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: 'anyone',
        AWS_SECRET_ACCESS_KEY: 'anything',
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_MAX_ATTEMPTS: '1',
        NO_PROXY: '127.0.0.1',
      },
    });
    return stdout === '' ? null : JSON.parse(stdout);
  };

  it('puts and queries', async () => {
    const place = ['--log-group-name', '/cli', '--log-stream-name', 's'];
    await aws('create-log-group', '--log-group-name', '/cli');
    await aws('create-log-stream', ...place);
    await aws('put-log-events', ...place, '--log-events', `timestamp=${nowMs},message=hello`);
    const { logGroups } = await aws('describe-log-groups', '--log-group-name-prefix', '/cli');
    expect(logGroups).toMatchObject([{ logGroupName: '/cli', storedBytes: 5 }]);
    const range = ['--start-time', String(hour.startTime), '--end-time', String(hour.endTime)];
    const started = await aws(
      'start-query',
      '--log-group-name',
      '/cli',
      ...range,
      '--query-string',
      'fields @message',
    );
    const answer = await results(started.queryId);
    expect(rows(answer)).toEqual([{ '@message': 'hello', '@ptr': expect.any(String) }]);
    const polled = await aws('get-query-results', '--query-id', started.queryId);
    expect(polled).toMatchObject({ status: 'Complete', statistics: { recordsMatched: 1 } });
  });

  it('shows our refusals', async () => {
    const args = [
      '--log-group-name',
      '/cli',
      '--start-time',
      '1',
      '--end-time',
      '2',
      '--query-string',
      'frobnicate',
    ];
    await expect(aws('start-query', ...args)).rejects.toThrow(
      /An error occurred \(MalformedQueryException\) when calling the StartQuery operation: .* \(\[0,10\]\)/,
    );
    const filter = [
      '--log-group-name',
      '/cli',
      '--filter-name',
      'f',
      '--destination-arn',
      'arn:aws:lambda:x',
    ];
    await expect(aws('put-subscription-filter', ...filter, '--filter-pattern', '')).rejects.toThrow(
      /InvalidOperationException.*Shiplog does not support PutSubscriptionFilter/,
    );
  });
});
