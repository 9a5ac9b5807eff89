// What is set for a log group: class, retention, protection; and what becomes of it when it is deleted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const dayMs = 86_400_000;
const described = async (logGroupNamePrefix: string) =>
  (await test.aws('DescribeLogGroups', { logGroupNamePrefix })).body.logGroups[0];
const missing = {
  __type: 'ResourceNotFoundException',
  message: 'The specified log group does not exist.',
};

describe('the class of a log group', () => {
  it('is shown, and a filter', async () => {
    await test.aws('CreateLogGroup', { logGroupName: '/ia', logGroupClass: 'INFREQUENT_ACCESS' });
    await test.aws('CreateLogGroup', { logGroupName: '/del', logGroupClass: 'DELIVERY' });
    expect((await described('/ia')).logGroupClass).toBe('INFREQUENT_ACCESS');
    const { body } = await test.aws('DescribeLogGroups', { logGroupClass: 'DELIVERY' });
    expect(body.logGroups).toMatchObject([
      { logGroupName: '/del', logGroupClass: 'DELIVERY', retentionInDays: 2 },
    ]);
  });

  it('decides what AWS refuses', async () => {
    const index = { policyDocument: '{"Fields":["a"]}' };
    const put = await test.aws('PutIndexPolicy', { logGroupIdentifier: '/ia', ...index });
    expect(put.body).toEqual({
      __type: 'InvalidOperationException',
      message:
        'The log group /ia is of log-group-class INFREQUENT_ACCESS. PutIndexPolicy is not supported for this log class.',
    });
    for (const [action, input] of [
      ['PutIndexPolicy', { logGroupIdentifier: '/del', ...index }],
      ['PutRetentionPolicy', { logGroupName: '/del', retentionInDays: 7 }],
      ['DeleteRetentionPolicy', { logGroupName: '/del' }],
    ] as const) {
      expect((await test.aws(action, input)).body).toEqual({
        __type: 'ValidationException',
        message: 'This operation is not supported for Delivery log class',
      });
    }
    for (const [action, input] of [
      ['FilterLogEvents', { logGroupName: '/ia' }],
      ['GetLogEvents', { logGroupName: '/ia', logStreamName: 's' }],
      ['StartLiveTail', { logGroupIdentifiers: ['/ia'] }],
    ] as const) {
      expect((await test.aws(action, input)).body).toEqual({
        __type: 'InvalidOperationException',
        message: `The log group /ia is of log-group-class INFREQUENT_ACCESS. ${action} is not supported for this log class.`,
      });
    }
    const retention = await test.aws('PutRetentionPolicy', { logGroupName: '/ia', retentionInDays: 7 });
    expect(retention.status).toBe(200);
  });
});

describe('retention', () => {
  it('is shown until it is taken away', async () => {
    await test.aws('CreateLogGroup', { logGroupName: '/kept' });
    expect(await described('/kept')).not.toHaveProperty('retentionInDays');
    const put = await test.aws('PutRetentionPolicy', { logGroupName: '/kept', retentionInDays: 3653 });
    expect([put.status, put.body]).toEqual([200, {}]);
    expect((await described('/kept')).retentionInDays).toBe(3653);
    await test.aws('DeleteRetentionPolicy', { logGroupName: '/kept' });
    expect(await described('/kept')).not.toHaveProperty('retentionInDays');
  });

  it('is one of the days that AWS has, of a group that exists', async () => {
    for (const retentionInDays of [2, 0, -1, 4000, 7.5]) {
      const { status, body } = await test.aws('PutRetentionPolicy', {
        logGroupName: '/kept',
        retentionInDays,
      });
      expect([status, body.__type]).toEqual([
        400,
        retentionInDays === 7.5 ? 'SerializationException' : 'InvalidParameterException',
      ]);
    }
    for (const action of ['PutRetentionPolicy', 'DeleteRetentionPolicy']) {
      const { body } = await test.aws(action, { logGroupName: '/nope', retentionInDays: 1 });
      expect(body).toEqual(missing);
    }
  });

  it('rejects events that it would delete, and deletes those that were there', async () => {
    const place = { logGroupName: '/aging', logStreamName: 's' };
    await test.aws('CreateLogGroup', { logGroupName: '/aging' });
    await test.aws('CreateLogStream', place);
    const put = (ageDays: number) =>
      test.aws('PutLogEvents', {
        ...place,
        logEvents: [{ timestamp: nowMs - ageDays * dayMs, message: String(ageDays) }],
      });
    for (const ageDays of [100, 8, 6]) await put(ageDays);
    await test.aws('PutRetentionPolicy', { logGroupName: '/aging', retentionInDays: 7 });
    expect((await put(8)).body.rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 });
    expect(await test.app.store.expire()).toBe(2);
    const [summary] = await test.app.store.summaries(['/aging']);
    expect(summary?.events).toBe(1);
  });
});

describe('deletion', () => {
  it('takes the group, and what is asked of it then finds nothing', async () => {
    await test.aws('CreateLogGroup', { logGroupName: '/gone', tags: { a: 'b' } });
    const deleted = await test.aws('DeleteLogGroup', { logGroupName: '/gone' });
    expect([deleted.status, deleted.body]).toEqual([200, {}]);
    for (const [action, input] of [
      ['DeleteLogGroup', { logGroupName: '/gone' }],
      ['DeleteLogStream', { logGroupName: '/gone', logStreamName: 's' }],
      ['CreateLogStream', { logGroupName: '/gone', logStreamName: 's' }],
      ['DescribeLogStreams', { logGroupName: '/gone' }],
      ['ListTagsLogGroup', { logGroupName: '/gone' }],
      [
        'PutLogEvents',
        { logGroupName: '/gone', logStreamName: 's', logEvents: [{ timestamp: 1, message: 'x' }] },
      ],
    ] as const) {
      expect((await test.aws(action, input)).body).toEqual(missing);
    }
    await test.aws('CreateLogGroup', { logGroupName: '/gone' });
    expect((await test.aws('ListTagsLogGroup', { logGroupName: '/gone' })).body).toEqual({ tags: {} });
  });

  it('takes one stream', async () => {
    const place = { logGroupName: '/gone', logStreamName: 's' };
    await test.aws('CreateLogStream', place);
    expect((await test.aws('DeleteLogStream', place)).body).toEqual({});
    expect((await test.aws('DeleteLogStream', place)).body).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
    const logEvents = [{ timestamp: 1, message: 'x' }];
    expect((await test.aws('PutLogEvents', { ...place, logEvents })).body.__type).toBe(
      'ResourceNotFoundException',
    );
  });

  it('is refused while it is protected', async () => {
    await test.aws('CreateLogGroup', { logGroupName: '/safe', deletionProtectionEnabled: true });
    await test.aws('CreateLogStream', { logGroupName: '/safe', logStreamName: 's' });
    expect((await described('/safe')).deletionProtectionEnabled).toBe(true);
    for (const action of ['DeleteLogGroup', 'DeleteLogStream']) {
      const { body } = await test.aws(action, { logGroupName: '/safe', logStreamName: 's' });
      expect(body).toEqual({
        __type: 'ValidationException',
        message:
          'The log group /safe is protected against deletion. PutLogGroupDeletionProtection ends that.',
      });
    }
    const logGroupIdentifier = 'arn:aws:logs:us-east-1:000000000000:log-group:/safe';
    const off = { logGroupIdentifier, deletionProtectionEnabled: false };
    expect((await test.aws('PutLogGroupDeletionProtection', off)).body).toEqual({});
    expect((await test.aws('DeleteLogGroup', { logGroupName: '/safe' })).status).toBe(200);
    expect((await test.aws('PutLogGroupDeletionProtection', off)).body).toEqual(missing);
  });
});
