// Log groups and streams as clients make and list them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nowMs, openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const names = (body: { logGroups: { logGroupName: string }[] }) =>
  body.logGroups.map((group) => group.logGroupName);

describe('log groups', () => {
  it('are created once', async () => {
    const created = await test.aws('CreateLogGroup', { logGroupName: '/app/web' });
    expect([created.status, created.body]).toEqual([200, {}]);
    const again = await test.aws('CreateLogGroup', { logGroupName: '/app/web' });
    expect([again.status, again.body]).toEqual([
      400,
      { __type: 'ResourceAlreadyExistsException', message: 'The specified log group already exists' },
    ]);
  });

  it.each([
    [
      { logGroupName: 'has space' },
      /Value 'has space' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: \[\\\.\\-_\/#A-Za-z0-9\]\+/,
    ],
    [{}, /Value null at 'logGroupName' failed to satisfy constraint: Member must not be null/],
    [{ logGroupName: 'x'.repeat(513) }, /length less than or equal to 512/],
    [{ logGroupName: 'a', kmsKeyId: 'arn:aws:kms:…' }, /does not support kmsKeyId/],
    [{ logGroupName: 'a', tags: { 'AWS:x': 'y' } }, /begin with aws: are reserved/],
    [
      { logGroupName: 'a', tags: { 'a;b': 'y' } },
      /at 'tags' .*: Map keys must satisfy constraint: \[.*\{L\}/,
    ],
    [{ logGroupName: 'a', tags: { a: 'y'.repeat(257) } }, /length less than or equal to 256/],
    [
      { logGroupName: 'a', logGroupClass: 'GLACIER' },
      /enum value set: \[STANDARD, INFREQUENT_ACCESS, DELIVERY\]/,
    ],
    [{ logGroupName: 'AWS/x' }, /^Log groups starting with AWS\/ are reserved for AWS\.$/],
  ])('are not created as %j', async (input, message) => {
    const { status, body } = await test.aws('CreateLogGroup', input);
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
    expect(body.message).toMatch(message);
  });

  it('are described with both ARNs', async () => {
    const { body } = await test.aws('DescribeLogGroups', {});
    expect(body).toEqual({
      logGroups: [
        {
          logGroupName: '/app/web',
          creationTime: nowMs,
          metricFilterCount: 0,
          arn: 'arn:aws:logs:us-east-1:000000000000:log-group:/app/web:*',
          logGroupArn: 'arn:aws:logs:us-east-1:000000000000:log-group:/app/web',
          storedBytes: 0,
          logGroupClass: 'STANDARD',
          deletionProtectionEnabled: false,
        },
      ],
    });
  });

  it('are found by prefix, by part of the name and by identifier', async () => {
    for (const name of ['/app/API', '/app/api', '/other/api'])
      await test.aws('CreateLogGroup', { logGroupName: name });
    const found = async (input: object) => names((await test.aws('DescribeLogGroups', input)).body);
    expect(await found({ logGroupNamePrefix: '/app/' })).toEqual(['/app/API', '/app/api', '/app/web']);
    expect(await found({ logGroupNamePattern: 'api' })).toEqual(['/app/api', '/other/api']);
    expect(
      await found({ logGroupIdentifiers: ['arn:aws:logs:eu-west-1:1:log-group:/app/web:*', '/other/api'] }),
    ).toEqual(['/app/web', '/other/api']);
    expect(await found({ logGroupClass: 'INFREQUENT_ACCESS' })).toEqual([]);
    const ours = { includeLinkedAccounts: true, accountIdentifiers: ['000000000000'] };
    expect(await found({ ...ours, logGroupNamePrefix: '/other' })).toEqual(['/other/api']);
    expect(await found({ includeLinkedAccounts: true, accountIdentifiers: ['111111111111'] })).toEqual([]);
    expect(await found({ logGroupNamePrefix: '/nothing' })).toEqual([]);
  });

  it('come in pages', async () => {
    const first = await test.aws('DescribeLogGroups', { limit: 3 });
    expect(names(first.body)).toEqual(['/app/API', '/app/api', '/app/web']);
    const { nextToken } = first.body;
    const second = await test.aws('DescribeLogGroups', { limit: 3, nextToken });
    expect([names(second.body), second.body.nextToken]).toEqual([['/other/api'], undefined]);
    const foreign = await test.aws('DescribeLogGroups', { logGroupNamePrefix: '/app', nextToken });
    expect(foreign.body).toEqual({
      __type: 'InvalidParameterException',
      message: 'The specified nextToken is invalid.',
    });
    const forged = await test.aws('DescribeLogGroups', { nextToken: 'abc' });
    expect(forged.body.__type).toBe('InvalidParameterException');
  });

  it('are not looked for by identifiers and something else at once', async () => {
    const { body } = await test.aws('DescribeLogGroups', {
      logGroupIdentifiers: ['/app/web'],
      logGroupNamePrefix: '/app',
    });
    expect(body.__type).toBe('InvalidParameterException');
  });

  it('are not looked for by prefix and pattern at once', async () => {
    const { body } = await test.aws('DescribeLogGroups', {
      logGroupNamePrefix: 'a',
      logGroupNamePattern: 'b',
    });
    expect(body).toEqual({
      __type: 'InvalidParameterException',
      message: 'logGroupNamePrefix and logGroupNamePattern are mutually exclusive parameters.',
    });
  });
});

describe('log streams', () => {
  const logGroupName = '/app/web';
  const put = (logStreamName: string, timestamp: number) =>
    test.aws('PutLogEvents', { logGroupName, logStreamName, logEvents: [{ timestamp, message: 'x' }] });
  const described = async (input: object) =>
    (await test.aws('DescribeLogStreams', { logGroupName, ...input })).body.logStreams.map(
      (stream: { logStreamName: string }) => stream.logStreamName,
    );

  it('are created once, in a group that exists', async () => {
    for (const logStreamName of ['one', 'two', 'three']) {
      expect((await test.aws('CreateLogStream', { logGroupName, logStreamName })).body).toEqual({});
    }
    expect((await test.aws('CreateLogStream', { logGroupName, logStreamName: 'one' })).body).toEqual({
      __type: 'ResourceAlreadyExistsException',
      message: 'The specified log stream already exists',
    });
    expect((await test.aws('CreateLogStream', { logGroupName: '/nope', logStreamName: 'one' })).body).toEqual(
      {
        __type: 'ResourceNotFoundException',
        message: 'The specified log group does not exist.',
      },
    );
    expect(
      (await test.aws('CreateLogStream', { logGroupName, logStreamName: 'a:b' })).body.message,
    ).toContain('[^:*]*');
  });

  it('are described by name, with the times of their events', async () => {
    await put('two', 2_000);
    await put('one', 3_000);
    await put('two', 1_000);
    const { body } = await test.aws('DescribeLogStreams', { logGroupName, logStreamNamePrefix: 'two' });
    expect(body).toEqual({
      logStreams: [
        {
          logStreamName: 'two',
          creationTime: nowMs,
          firstEventTimestamp: 1_000,
          lastEventTimestamp: 2_000,
          lastIngestionTime: nowMs,
          uploadSequenceToken: 'not-used',
          arn: 'arn:aws:logs:us-east-1:000000000000:log-group:/app/web:log-stream:two',
          storedBytes: 0,
        },
      ],
    });
    expect(await described({})).toEqual(['one', 'three', 'two']);
    expect(await described({ descending: true, limit: 2 })).toEqual(['two', 'three']);
  });

  it('are ordered by their last event', async () => {
    expect(await described({ orderBy: 'LastEventTime' })).toEqual(['three', 'two', 'one']);
    expect(await described({ orderBy: 'LastEventTime', descending: true })).toEqual(['one', 'two', 'three']);
    const { body } = await test.aws('DescribeLogStreams', {
      logGroupName,
      orderBy: 'LastEventTime',
      logStreamNamePrefix: 't',
    });
    expect(body.message).toBe('Cannot order by LastEventTime with a logStreamNamePrefix.');
  });

  it('belong to one group, by name or identifier', async () => {
    const logGroupIdentifier = 'arn:aws:logs:us-east-1:000000000000:log-group:/app/web';
    expect((await test.aws('DescribeLogStreams', { logGroupIdentifier })).body.logStreams).toHaveLength(3);
    for (const input of [{}, { logGroupName, logGroupIdentifier }]) {
      expect((await test.aws('DescribeLogStreams', input)).body.message).toBe(
        'Exactly one of logGroupName and logGroupIdentifier must be specified',
      );
    }
    expect((await test.aws('DescribeLogStreams', { logGroupName: '/nope' })).body.__type).toBe(
      'ResourceNotFoundException',
    );
  });
});
