// One ECS event by its pointer, and the fields of its group.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ecsGroup,
  nowMs,
  openTestServer,
  type TestServer,
  taskEvent,
} from '../../../test/e2e/api-fixture.ts';
import { encodePointer } from '../../queries/pointer.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
  await test.post('/ingest/events', `${taskEvent(1, 'PENDING')}\n${taskEvent(2)}`);
});
afterAll(() => test.close());

async function pointer(): Promise<string> {
  const { body } = await test.post('/api/v1/query', {
    query: 'fields detail.version | filter detail.version = 2',
    startMs: 0,
    endMs: nowMs,
  });
  return body.rows[0][1];
}

describe('GetLogRecord', () => {
  it('answers with the whole event', async () => {
    const logRecordPointer = await pointer();
    const { body } = await test.aws('GetLogRecord', { logRecordPointer, unmask: true });
    expect(body.logRecord).toMatchObject({
      '@message': taskEvent(2),
      '@timestamp': String(nowMs - 3_600_000 + 2_000),
      '@ingestionTime': String(nowMs),
      '@log': `000000000000:${ecsGroup}`,
      '@ptr': logRecordPointer,
      'detail-type': 'ECS Task State Change',
      'detail.version': '2',
      'resources.0': 'arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef',
      'ecs.cluster': 'prod',
      'ecs.service': 'web',
    });
  });

  it('refuses what is no pointer, and one to nothing', async () => {
    const bad = await test.aws('GetLogRecord', { logRecordPointer: 'abc' });
    expect(bad.body.__type).toBe('InvalidParameterException');
    const nothing = await test.aws('GetLogRecord', { logRecordPointer: encodePointer(1, 999n) });
    expect(nothing.body.__type).toBe('ResourceNotFoundException');
  });
});

describe('GetLogGroupFields', () => {
  it('counts the fields of a group', async () => {
    const { body } = await test.aws('GetLogGroupFields', { logGroupName: ecsGroup });
    expect(body.logGroupFields).toEqual(
      expect.arrayContaining([
        { name: '@message', percent: 100 },
        { name: 'detail.lastStatus', percent: 100 },
        { name: 'ecs.service', percent: 100 },
      ]),
    );
  });

  it('looks 8 minutes around a time, in seconds or milliseconds', async () => {
    // The events happened an hour ago, at its first and second second.
    const anHourAgoMs = nowMs - 3_600_000;
    const at = async (time: number): Promise<number> =>
      (await test.aws('GetLogGroupFields', { logGroupName: ecsGroup, time })).body.logGroupFields.length;
    expect(await at(anHourAgoMs)).toBeGreaterThan(10);
    expect(await at(anHourAgoMs / 1_000 + 481)).toBeGreaterThan(10);
    expect(await at(anHourAgoMs / 1_000 + 483)).toBe(0);
    expect(await at(anHourAgoMs / 1_000 - 479)).toBeGreaterThan(10);
    expect(await at(anHourAgoMs / 1_000 - 480)).toBe(0);
  });

  it('knows the group by ARN too, and says when there is none', async () => {
    const logGroupIdentifier = `arn:aws:logs:us-east-1:000000000000:log-group:${ecsGroup}:*`;
    expect((await test.aws('GetLogGroupFields', { logGroupIdentifier })).status).toBe(200);
    expect((await test.aws('GetLogGroupFields', { logGroupName: '/nope' })).body.__type).toBe(
      'ResourceNotFoundException',
    );
  });

  it('has nothing to say about an empty group', async () => {
    await test.aws('CreateLogGroup', { logGroupName: '/empty' });
    expect((await test.aws('GetLogGroupFields', { logGroupName: '/empty' })).body).toEqual({
      logGroupFields: [],
    });
  });
});
