// What Grafana's CloudWatch data source sends, call by call, as its Go and TypeScript sources have it, and what these sources do with
// the answers (pkg/tsdb/cloudwatch, public/app/plugins/datasource/cloudwatch): ListMetrics in CBOR as its Go SDK writes it, in JSON
// and in XML as other versions do; JSON 1.1 for the rest.

import { decode, encode } from 'cborg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/api/server.ts';
import type { App } from '../../src/app.ts';
import { ecsGroup, nowMs, openTestApp, taskEvent } from './api-fixture.ts';

let app: App;
let server: RunningServer;

beforeAll(async () => {
  app = await openTestApp();
  await app.store.appendEcs(Array.from({ length: 40 }, (_, index) => ({ message: taskEvent(index + 1) })));
  await app.store.append('/app/web', [
    { message: '{"level":"INFO","ms":"12"}', timestampMs: nowMs - 2_000, logStream: 'pod-1' },
    { message: '{"level":"WARN"}', timestampMs: nowMs - 1_000, logStream: 'pod-1' },
  ]);
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await app.close();
});

/** Headers of the Go SDK; the signature is looked at only where credentials are configured. */
const goHeaders = (service: string) => ({
  'Amz-Sdk-Invocation-Id': '5b5c1a0e-6c5e-4d27-a3a6-9dd4b7a4e3f7',
  'Amz-Sdk-Request': 'attempt=1; max=3',
  Authorization: `AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  'X-Amz-Date': '20261122T120000Z',
  'User-Agent': 'aws-sdk-go-v2/1.47.7 Grafana/12.0.0 api/cloudwatch#1.75.5',
});

async function post(path: string, headers: Record<string, string>, body: string | Uint8Array) {
  const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: Buffer.from(body) });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function logs(operation: string, input: object) {
  const headers = {
    ...goHeaders('logs'),
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `Logs_20140328.${operation}`,
  };
  const { status, bytes } = await post('/', headers, JSON.stringify(input));
  return { status, body: JSON.parse(Buffer.from(bytes).toString()) as ReturnType<typeof JSON.parse> };
}

describe('saving a data source', () => {
  const metric = { Namespace: 'AWS/Billing', MetricName: 'EstimatedCharges' };

  it('lists metrics in CBOR', async () => {
    const path = '/service/GraniteServiceVersion20100801/operation/ListMetrics';
    const headers = {
      ...goHeaders('monitoring'),
      Accept: 'application/cbor',
      'Content-Type': 'application/cbor',
      'Smithy-Protocol': 'rpc-v2-cbor',
      'X-Amzn-Query-Mode': 'true',
    };
    const { status, bytes } = await post(path, headers, encode(metric));
    expect([status, decode(bytes)]).toEqual([200, { Metrics: [] }]);
  });

  it('lists metrics as a form and in JSON, with other versions of the SDK', async () => {
    const form = new URLSearchParams({ Action: 'ListMetrics', Version: '2010-08-01', ...metric }).toString();
    const old = await post('/', { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' }, form);
    expect([old.status, Buffer.from(old.bytes).toString()]).toEqual([
      200,
      expect.stringContaining('<Metrics></Metrics>'),
    ]);
    const json = await post(
      '/',
      {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': 'GraniteServiceVersion20100801.ListMetrics',
        'X-Amzn-Query-Mode': 'true',
      },
      JSON.stringify(metric),
    );
    expect(JSON.parse(Buffer.from(json.bytes).toString())).toEqual({ Metrics: [] });
  });

  it('asks for one log group', async () => {
    const { status, body } = await logs('DescribeLogGroups', { limit: 1 });
    expect([status, body.logGroups.length]).toEqual([200, 1]);
  });
});

describe('the editor', () => {
  it('finds log groups, their names and ARNs, page by page', async () => {
    const found = await logs('DescribeLogGroups', { limit: 50, logGroupNamePrefix: '/aws/events' });
    expect(found.body.logGroups).toMatchObject([
      { logGroupName: ecsGroup, arn: `arn:aws:logs:us-east-1:000000000000:log-group:${ecsGroup}:*` },
    ]);
    const first = await logs('DescribeLogGroups', { limit: 1 });
    const second = await logs('DescribeLogGroups', { limit: 1, nextToken: first.body.nextToken });
    expect([first, second].map(({ body }) => body.logGroups[0].logGroupName)).toEqual(['/app/web', ecsGroup]);
  });

  it('lists fields by the name of a group', async () => {
    const { body } = await logs('GetLogGroupFields', { logGroupName: ecsGroup });
    for (const field of body.logGroupFields) {
      expect(field).toEqual({ name: expect.any(String), percent: expect.any(Number) });
    }
    expect(body.logGroupFields).toContainEqual({ name: 'detail.lastStatus', percent: 100 });
  });
});

const prefix =
  'fields @timestamp,ltrim(@log) as __log__grafana_internal__,ltrim(@logStream) as __logstream__grafana_internal__|';
const ecsArn = `arn:aws:logs:us-east-1:000000000000:log-group:${ecsGroup}:`;
const hour = { startTime: nowMs / 1_000 - 3_600, endTime: nowMs / 1_000 };

/** As executeStartQuery does, then as CloudWatchLogsQueryRunner polls: until a status that it knows to be the last. */
async function query(expression: string, more: object = { logGroupIdentifiers: [ecsArn] }) {
  const input = { ...hour, queryLanguage: 'CWLI', queryString: prefix + expression, ...more };
  const started = await logs('StartQuery', input);
  if (started.status !== 200) return started.body;
  const { queryId } = started.body;
  return expect
    .poll(async () => (await logs('GetQueryResults', { queryId })).body, { interval: 20, timeout: 20_000 })
    .toSatisfy(({ status }: { status: string }) => ['Complete', 'Cancelled', 'Failed'].includes(status))
    .then(async () => ({ ...(await logs('GetQueryResults', { queryId })).body, queryId }));
}

const grafanaTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;
type Row = readonly { readonly field: string; readonly value: string }[];

/** What logsResultsToDataframes needs, or it panics: every statistic, and a value for every field. */
function expectReadable({ results, statistics }: { results: readonly Row[]; statistics: object }): void {
  expect(statistics).toMatchObject({
    bytesScanned: expect.any(Number),
    recordsMatched: expect.any(Number),
    recordsScanned: expect.any(Number),
  });
  for (const row of results) {
    expect(row.length).toBeGreaterThan(0);
    for (const cell of row) expect(cell).toEqual({ field: expect.any(String), value: expect.any(String) });
  }
}

const cellOf = (row: Row | undefined, name: string): string | undefined =>
  row?.find(({ field }) => field === name)?.value;

describe('a query', () => {
  it('of events has times, the group and the stream of each row', async () => {
    const answer = await query('fields @message | sort @timestamp desc | limit 20');
    expectReadable(answer);
    expect([answer.status, answer.results.length]).toEqual(['Complete', 20]);
    const [row] = answer.results;
    expect(cellOf(row, '@timestamp')).toMatch(grafanaTime);
    expect(cellOf(row, '__log__grafana_internal__')).toBe(`000000000000:${ecsGroup}`);
    expect(cellOf(row, '__logstream__grafana_internal__')).toBe('events');
  });

  it('with stats has one row for each group, numbers as plain decimals, times of bins as Grafana reads them', async () => {
    const answer = await query(
      'stats count(*) as events, avg(detail.version) as mean by bin(20s), detail.lastStatus',
    );
    expectReadable(answer);
    for (const row of answer.results as Row[]) {
      expect(row.map(({ field }) => field)).toEqual(['bin(20s)', 'detail.lastStatus', 'events', 'mean']);
      expect(cellOf(row, 'bin(20s)')).toMatch(grafanaTime);
      expect(cellOf(row, 'events')).toMatch(/^\d+$/);
      expect(cellOf(row, 'mean')).toMatch(/^\d+(\.\d+)?$/);
    }
    expect(answer.results.length).toBeGreaterThan(1);
  });

  it('leaves out fields that a row does not have', async () => {
    const answer = await query('fields level, ms | sort @timestamp asc', { logGroupNames: ['/app/web'] });
    expectReadable(answer);
    expect((answer.results as Row[]).map((row) => [cellOf(row, 'level'), cellOf(row, 'ms')])).toEqual([
      ['INFO', '12'],
      ['WARN', undefined],
    ]);
  });

  it.each([
    ['the ARN with its star', { logGroupIdentifiers: [`${ecsArn}*`] }],
    ['the bare ARN', { logGroupIdentifiers: [ecsArn.slice(0, -1)] }],
    ['the name', { logGroupNames: [ecsGroup] }],
    ['a limit, as old versions send it', { logGroupNames: [ecsGroup], limit: 1_000 }],
  ])('takes %s', async (_, groups) => {
    expect((await query('fields detail.version', groups)).results).toHaveLength(40);
  });

  it('that is wrong is refused at once, in words to be shown', async () => {
    expect(await query('stats count(')).toMatchObject({
      __type: 'MalformedQueryException',
      message: expect.any(String),
      queryCompileError: { location: expect.any(Object) },
    });
  });

  it.each(['SQL', 'PPL'])('in %s is refused', async (queryLanguage) => {
    expect((await logs('StartQuery', { ...hour, queryString: 'SELECT 1', queryLanguage })).status).toBe(400);
  });

  it('that has ended cannot be stopped, by the error that Grafana takes for success', async () => {
    const { queryId } = await query('fields @message');
    const { status, body } = await logs('StopQuery', { queryId });
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
  });
});

describe('the context of a row', () => {
  it.each([
    ['before', { startFromHead: false, endTime: nowMs - 1_000 }, ['{"level":"INFO","ms":"12"}']],
    ['after', { startFromHead: true, startTime: nowMs - 1_000 }, ['{"level":"WARN"}']],
  ])('%s it', async (_, window, expected) => {
    const stream = { logGroupName: '/app/web', logStreamName: 'pod-1' };
    const { status, body } = await logs('GetLogEvents', { ...stream, limit: 10, ...window });
    expect([status, body.events.map(({ message }: { message: string }) => message)]).toEqual([200, expected]);
    for (const event of body.events) expect(event.timestamp).toEqual(expect.any(Number));
  });
});

it('lists no anomalies, of whatever suppression', async () => {
  for (const input of [{}, { suppressionState: 'SUPPRESSED' }, { suppressionState: 'UNSUPPRESSED' }]) {
    expect(await logs('ListAnomalies', input)).toEqual({ status: 200, body: { anomalies: [] } });
  }
});

it('lists the one Region', async () => {
  const form = new URLSearchParams({ Action: 'DescribeRegions', Version: '2016-11-15' }).toString();
  const { bytes } = await post('/', { 'Content-Type': 'application/x-www-form-urlencoded' }, form);
  expect(Buffer.from(bytes).toString()).toContain('<regionName>us-east-1</regionName>');
});
