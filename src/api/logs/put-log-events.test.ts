// Batches as AWS takes and refuses them, and what becomes of the events.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ecsGroup,
  nowMs,
  openTestServer,
  type TestServer,
  taskEvent,
} from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
const place = { logGroupName: '/app', logStreamName: 's' };
const dayMs = 86_400_000;

beforeAll(async () => {
  test = await openTestServer();
  await test.aws('CreateLogGroup', { logGroupName: '/app' });
  await test.aws('CreateLogStream', place);
});
afterAll(() => test.close());

const put = (...logEvents: { timestamp: number; message: string }[]) =>
  test.aws('PutLogEvents', { ...place, logEvents });
const events = async () => (await test.app.store.summaries()).find((group) => group.name === '/app')?.events;

describe('PutLogEvents', () => {
  it('stores events of any age and answers as older clients expect', async () => {
    const { status, body } = await put(
      { timestamp: 0, message: 'the beginning' },
      { timestamp: 1, message: 'later' },
    );
    expect([status, body]).toEqual([200, { nextSequenceToken: 'not-used' }]);
    expect(await events()).toBe(2);
  });

  it('takes exactly 24 hours and 1,048,576 bytes', async () => {
    const wide = await put({ timestamp: 5, message: 'a' }, { timestamp: 5 + dayMs, message: 'b' });
    expect(wide.status).toBe(200);
    const heavy = await put({ timestamp: 5, message: 'a'.repeat(1_048_576 - 26) });
    expect(heavy.status).toBe(200);
  });

  it('reports events of the future and stores those before them', async () => {
    const before = await events();
    const { body } = await put(
      { timestamp: nowMs, message: 'now' },
      { timestamp: nowMs + 7_200_000, message: 'in two hours' },
      { timestamp: nowMs + 7_200_001, message: 'later' },
      { timestamp: nowMs + 9_000_000, message: 'still later' },
    );
    expect(body.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 2 });
    expect(await events()).toBe((before ?? 0) + 2);
  });

  it('reports nanoseconds as the future, and refuses what is no long', async () => {
    const nanoseconds = nowMs * 1_000_000;
    const { body } = await put(
      { timestamp: nowMs, message: 'now' },
      { timestamp: nanoseconds, message: 'long after' },
    );
    expect(body.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
    expect((await put({ timestamp: 2 ** 64, message: 'never' })).body.__type).toBe(
      'InvalidParameterException',
    );
  });

  it.each([
    [
      'nothing',
      [],
      /'logEvents' failed to satisfy constraint: Member must have length greater than or equal to 1/,
    ],
    [
      'an empty message',
      [{ timestamp: 1, message: '' }],
      /at 'logEvents.0.message' .* greater than or equal to 1/,
    ],
    [
      'a negative time',
      [{ timestamp: -1, message: 'x' }],
      /at 'logEvents.0.timestamp' .* greater than or equal to 0/,
    ],
    [
      'disorder',
      [
        { timestamp: 2, message: 'x' },
        { timestamp: 1, message: 'y' },
      ],
      /^Log events in a single PutLogEvents request must be in chronological order\.$/,
    ],
    [
      'more than a day',
      [
        { timestamp: 0, message: 'x' },
        { timestamp: dayMs + 1, message: 'y' },
      ],
      /^The batch of log events in a single PutLogEvents request cannot span more than 24 hours\.$/,
    ],
    [
      'an event that is too large',
      [{ timestamp: 0, message: 'é'.repeat(524_276) }],
      /^Log event too large: 1048578 bytes exceeds limit of 1048576$/,
    ],
    [
      'a batch that is too large',
      [
        { timestamp: 0, message: 'x'.repeat(524_288) },
        { timestamp: 0, message: 'x'.repeat(524_288) },
      ],
      /^Upload too large: 1048628 bytes exceeds limit of 1048576$/,
    ],
    [
      'too many events',
      Array.from({ length: 10_001 }, () => ({ timestamp: 0, message: 'x' })),
      /'logEvents' failed to satisfy constraint: Member must have length less than or equal to 10000/,
    ],
  ])('refuses %s', async (_, logEvents, message) => {
    const { status, body } = await put(...logEvents);
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
    expect(body.message).toMatch(message);
  });

  it('wants the group and the stream to exist', async () => {
    const logEvents = [{ timestamp: 1, message: 'x' }];
    const noGroup = await test.aws('PutLogEvents', { ...place, logGroupName: '/nope', logEvents });
    expect(noGroup.body).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
    const noStream = await test.aws('PutLogEvents', { ...place, logStreamName: 'nope', logEvents });
    expect(noStream.body).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
  });

  it('recognises an ECS event that was stored before', async () => {
    await test.aws('CreateLogGroup', { logGroupName: ecsGroup });
    const stream = { logGroupName: ecsGroup, logStreamName: 's' };
    await test.aws('CreateLogStream', stream);
    const logEvents = [{ timestamp: nowMs, message: taskEvent(1) }];
    for (let times = 0; times < 2; times += 1) {
      expect((await test.aws('PutLogEvents', { ...stream, logEvents })).status).toBe(200);
    }
    const summary = (await test.app.store.summaries()).find((group) => group.name === ecsGroup);
    expect(summary?.events).toBe(1);
    expect((await test.get('/metrics')).text).toContain('shiplog_events_total{outcome="duplicate"} 1');
  });
});
