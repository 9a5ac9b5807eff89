// The life of log groups by the official SDK: what is set for them outlives the server, what is deleted does not come back, queries
// that read a group while it goes end well, and batches at the limits of PutLogEvents.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchLogs,
  InvalidParameterException,
  paginateDescribeLogStreams,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
  TooManyTagsException,
  ValidationException,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/api/server.ts';
import { serve } from '../../src/app.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-group-life-'));
const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 22, 12);
let clockMs = nowMs;
let server: RunningServer;
let logs: CloudWatchLogs;

async function start(options: { strict?: boolean } = {}): Promise<void> {
  const place = { dataDir, host: '127.0.0.1', port: 0, accountId: '000000000000', region: 'us-east-1' };
  const limits = { queryTimeoutSeconds: 60, memoryMegabytes: 'auto', logLevel: 'silent' } as const;
  server = await serve({ ...place, ...limits, ...options }, { nowMs: () => clockMs });
  logs = new CloudWatchLogs({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
    maxAttempts: 1,
  });
}

async function stop(): Promise<void> {
  logs.destroy();
  await server.close();
}

beforeAll(() => start());
afterAll(async () => {
  await stop();
  rmSync(dataDir, { recursive: true });
});

const arn = (name: string): string => `arn:aws:logs:us-east-1:000000000000:log-group:${name}`;
const describedGroup = async (logGroupNamePrefix: string) =>
  (await logs.describeLogGroups({ logGroupNamePrefix })).logGroups?.[0];

async function answer(queryString: string, logGroupName: string) {
  const time = { startTime: 0, endTime: nowMs / 1_000 + 86_400 };
  const { queryId } = await logs.startQuery({ logGroupName, queryString, ...time });
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { status, results } = await logs.getQueryResults({ queryId });
    const ended = status !== 'Running' && status !== 'Scheduled';
    if (ended || Date.now() > deadline) {
      return { status, rows: (results ?? []).map((row) => row.map(({ value }) => value)) };
    }
  }
}

async function makePlace(name: string, logStreamName = 's') {
  const place = { logGroupName: name, logStreamName };
  await logs.createLogGroup(place);
  await logs.createLogStream(place);
  return place;
}

describe('a log group', () => {
  it('has after a restart what was set for it before', async () => {
    const place = await makePlace('/life');
    await logs.putRetentionPolicy({ ...place, retentionInDays: 30 });
    await logs.tagResource({ resourceArn: arn('/life'), tags: { team: 'web' } });
    await logs.putIndexPolicy({ logGroupIdentifier: '/life', policyDocument: '{"Fields":["user"]}' });
    await logs.putLogGroupDeletionProtection({
      logGroupIdentifier: '/life',
      deletionProtectionEnabled: true,
    });
    await logs.putLogEvents({ ...place, logEvents: [{ timestamp: nowMs, message: '{"user":"ann"}' }] });
    await stop();
    await start();
    expect(await describedGroup('/life')).toMatchObject({
      retentionInDays: 30,
      deletionProtectionEnabled: true,
      logGroupClass: 'STANDARD',
      arn: `${arn('/life')}:*`,
      logGroupArn: arn('/life'),
      storedBytes: 14,
    });
    expect((await logs.listTagsForResource({ resourceArn: arn('/life') })).tags).toEqual({ team: 'web' });
    const { fieldIndexes } = await logs.describeFieldIndexes({ logGroupIdentifiers: ['/life'] });
    expect(fieldIndexes?.map(({ fieldIndexName }) => fieldIndexName)).toEqual(['user', '@logStream']);
    expect((await answer('filterIndex user = "ann" | stats count(*)', '/life')).rows).toEqual([['1']]);
    await expect(logs.deleteLogGroup(place)).rejects.toThrow(ValidationException);
  });

  it('is not what it was when it is made again', async () => {
    const place = { logGroupName: '/life', logStreamName: 's' };
    const [[, pointer]] = (await answer('fields user', '/life')).rows as [[string, string]];
    await logs.putLogGroupDeletionProtection({
      logGroupIdentifier: '/life',
      deletionProtectionEnabled: false,
    });
    await logs.deleteLogGroup(place);
    await expect(logs.deleteLogGroup(place)).rejects.toThrow(ResourceNotFoundException);
    await expect(
      logs.startQuery({ ...place, startTime: 0, endTime: 1, queryString: 'fields a' }),
    ).rejects.toThrow(ResourceNotFoundException);
    await logs.createLogGroup(place);
    await expect(logs.createLogGroup(place)).rejects.toThrow(ResourceAlreadyExistsException);
    expect(await describedGroup('/life')).toMatchObject({ storedBytes: 0, deletionProtectionEnabled: false });
    expect(await describedGroup('/life')).not.toHaveProperty('retentionInDays');
    expect((await logs.listTagsForResource({ resourceArn: arn('/life') })).tags).toEqual({});
    expect((await logs.describeIndexPolicies({ logGroupIdentifiers: ['/life'] })).indexPolicies).toEqual([]);
    expect((await logs.describeLogStreams(place)).logStreams).toEqual([]);
    await expect(logs.getLogRecord({ logRecordPointer: pointer })).rejects.toThrow(ResourceNotFoundException);
    await stop();
    await start();
    expect((await logs.listTagsForResource({ resourceArn: arn('/life') })).tags).toEqual({});
    await expect(logs.getLogRecord({ logRecordPointer: pointer })).rejects.toThrow(ResourceNotFoundException);
  });

  it('is deleted under queries that read it: each has the whole answer or says that the group is gone', async () => {
    for (let round = 0; round < 4; round++) {
      const place = await makePlace('/busy');
      const logEvents = Array.from({ length: 2_000 }, (_, i) => ({ timestamp: nowMs, message: `m${i}` }));
      await logs.putLogEvents({ ...place, logEvents });
      const asked = Array.from({ length: 6 }, () => answer('stats count(*)', '/busy'));
      await new Promise((resolve) => setTimeout(resolve, round * 3));
      await logs.deleteLogGroup(place);
      for (const outcome of await Promise.allSettled(asked)) {
        // A query that came too late to be started.
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ResourceNotFoundException);
        else if (outcome.value.status !== 'Failed') {
          expect(outcome.value).toEqual({ status: 'Complete', rows: [['2000']] });
        }
      }
    }
  });

  it('has at most 50 tags', async () => {
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, 'v']));
    await logs.createLogGroup({ logGroupName: '/tagged', tags });
    const resourceArn = arn('/tagged');
    const refusal = await logs.tagResource({ resourceArn, tags: { more: '' } }).catch((error) => error);
    expect(refusal).toBeInstanceOf(TooManyTagsException);
    expect(refusal.resourceName).toBe(resourceArn);
    const { logGroups } = await logs.listLogGroups({ logGroupTags: [{ key: 'k0', values: ['v', 'w'] }] });
    expect(logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(['/tagged']);
  });

  it('loses the events that it does not keep, and takes no more of them', async () => {
    const place = await makePlace('/aging');
    const put = (ageDays: number) =>
      logs.putLogEvents({
        ...place,
        logEvents: [{ timestamp: clockMs - ageDays * dayMs, message: `${ageDays}` }],
      });
    await put(10);
    await put(2);
    await logs.putRetentionPolicy({ ...place, retentionInDays: 3 });
    expect((await put(4)).rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 });
    // The server sweeps when it starts.
    await stop();
    await start();
    const deadline = Date.now() + 10_000;
    let left: unknown;
    do {
      left = (await answer('fields @message', '/aging')).rows.map(([message]) => message);
    } while (JSON.stringify(left) !== '["2"]' && Date.now() < deadline);
    expect(left).toEqual(['2']);
  });
});

describe('log streams', () => {
  it('are many: paged, by name and by their last event', async () => {
    const group = { logGroupName: '/streams' };
    await logs.createLogGroup(group);
    for (let i = 0; i < 120; i++) {
      const place = { ...group, logStreamName: `s${String(i).padStart(3, '0')}` };
      await logs.createLogStream(place);
      if (i % 40 === 0) {
        await logs.putLogEvents({ ...place, logEvents: [{ timestamp: nowMs - i * 1_000, message: 'x' }] });
      }
    }
    const names: (string | undefined)[] = [];
    for await (const page of paginateDescribeLogStreams({ client: logs }, { ...group })) {
      names.push(...(page.logStreams ?? []).map(({ logStreamName }) => logStreamName));
    }
    expect([names.length, names[0], names.at(-1)]).toEqual([120, 's000', 's119']);
    const last = await logs.describeLogStreams({
      ...group,
      orderBy: 'LastEventTime',
      descending: true,
      limit: 3,
    });
    expect(last.logStreams?.map(({ logStreamName }) => logStreamName)).toEqual(['s000', 's040', 's080']);
    await logs.deleteLogStream({ ...group, logStreamName: 's040' });
    expect((await answer('fields @logStream', '/streams')).rows.map(([name]) => name)).toEqual([
      's000',
      's080',
    ]);
  });
});

describe('PutLogEvents', () => {
  it('takes 10,000 events and keeps their order within one millisecond', async () => {
    const place = await makePlace('/many');
    const logEvents = Array.from({ length: 10_000 }, (_, i) => ({ timestamp: nowMs, message: `${i}` }));
    const sequenceToken = 'whatever';
    const entity = { keyAttributes: { Type: 'Service', Name: 'web' }, attributes: { Host: 'i-1' } };
    expect(await logs.putLogEvents({ ...place, logEvents, sequenceToken, entity })).toMatchObject({
      nextSequenceToken: 'not-used',
    });
    const { rows } = await answer('fields @message | sort @timestamp asc | limit 10000', '/many');
    expect(rows.map(([message]) => message)).toEqual(logEvents.map(({ message }) => message));
    const tooMany = [...logEvents, { timestamp: nowMs, message: 'x' }];
    await expect(logs.putLogEvents({ ...place, logEvents: tooMany })).rejects.toThrow(
      InvalidParameterException,
    );
  });

  it('takes a message of 1,048,576 bytes less the 26 that AWS counts for an event', async () => {
    const place = { logGroupName: '/many', logStreamName: 's' };
    const put = (bytes: number) =>
      logs.putLogEvents({ ...place, logEvents: [{ timestamp: nowMs + 1, message: 'x'.repeat(bytes) }] });
    await put(1_048_576 - 26);
    await expect(put(1_048_576 - 25)).rejects.toThrow(InvalidParameterException);
    const { rows } = await answer('stats max(strlen(@message))', '/many');
    expect(rows).toEqual([['1048550']]);
  });

  it("heeds AWS's ages on a strict server: 14 days back, 2 hours ahead; the span is that of the accepted", async () => {
    await stop();
    await start({ strict: true });
    const place = { logGroupName: '/many', logStreamName: 's' };
    const at = (ageMs: number) => ({ timestamp: clockMs - ageMs, message: 'aged' });
    const { rejectedLogEventsInfo } = await logs.putLogEvents({
      ...place,
      logEvents: [at(400 * dayMs), at(14 * dayMs + 1), at(14 * dayMs), at(13.5 * dayMs), at(-dayMs)],
    });
    expect(rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 2, tooNewLogEventStartIndex: 4 });
    expect((await answer('filter @message = "aged" | stats count(*)', '/many')).rows).toEqual([['2']]);
    await expect(logs.putLogEvents({ ...place, logEvents: [at(3 * dayMs), at(dayMs)] })).rejects.toThrow(
      InvalidParameterException,
    );
    clockMs += 1;
  });
});
