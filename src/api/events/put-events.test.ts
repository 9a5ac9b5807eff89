import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ecsGroup,
  nowMs,
  openTestServer,
  type TestServer,
  taskEvent,
} from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeEach(async () => {
  test = await openTestServer();
});
afterEach(() => test.close());

const put = (Entries: unknown, more = {}) =>
  test.post('/', { Entries, ...more }, { 'x-amz-target': 'AWSEvents.PutEvents' });
const entry = { Source: 'my.app', DetailType: 'Done', Detail: '{"size": 1.0}' };

/** Messages, times and streams of a group. */
async function stored(logGroup: string): Promise<readonly Record<string, string | null>[]> {
  const { columns, rows } = await test.app.runQuery({
    text: 'fields @message, @timestamp, @logStream',
    logGroups: [logGroup],
    startMs: 0,
    endMs: nowMs + 1,
  });
  return rows.map((row) => {
    const { '@ptr': _, ...shown } = Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null]));
    return shown;
  });
}

describe('an entry', () => {
  it('is stored as the envelope that EventBridge delivers, its detail as it was sent', async () => {
    const { status, body } = await put([
      { ...entry, Time: 1_795_262_400.9, Resources: ['arn:aws:s3:::bucket'], TraceHeader: 'Root=1' },
    ]);
    const { EventId } = body.Entries[0];
    expect([status, body]).toEqual([200, { FailedEntryCount: 0, Entries: [{ EventId }] }]);
    expect(await stored('/aws/events/default')).toEqual([
      {
        '@message':
          `{"version":"0","id":"${EventId}","detail-type":"Done","source":"my.app","account":"000000000000",` +
          '"time":"2026-11-21T12:00:00Z","region":"us-east-1","resources":["arn:aws:s3:::bucket"],"detail":{"size": 1.0}}',
        '@timestamp': '2026-11-21 12:00:00.000',
        '@logStream': 'events',
      },
    ]);
  });

  it('happened now when it tells no time', async () => {
    await put([entry]);
    expect((await stored('/aws/events/default'))[0]?.['@timestamp']).toBe('2026-11-22 12:00:00.000');
  });

  it.each([
    ['orders', '/aws/events/orders'],
    ['arn:aws:events:us-east-1:000000000000:event-bus/orders', '/aws/events/orders'],
    ['default', '/aws/events/default'],
  ])('for the bus %s lies in %s', async (EventBusName, group) => {
    await put([{ ...entry, EventBusName }]);
    expect(await stored(group)).toHaveLength(1);
  });

  it('of ECS is recorded with its cluster, and recognised when it is replayed', async () => {
    const { detail, resources, time } = JSON.parse(taskEvent(1));
    const ecs = {
      Source: 'aws.ecs',
      DetailType: 'ECS Task State Change',
      Time: Date.parse(time) / 1_000,
      Resources: resources,
      Detail: JSON.stringify(detail),
      EventBusName: 'replays',
    };
    expect((await put([ecs])).body.FailedEntryCount).toBe(0);
    expect((await put([ecs])).body.FailedEntryCount).toBe(0);
    expect(await stored(ecsGroup)).toHaveLength(1);
    expect(test.app.store.group('/aws/events/replays')).toBeUndefined();
  });

  it('that is sent again is another event, as on AWS', async () => {
    const ids = [(await put([entry])).body, (await put([entry])).body].map(
      ({ Entries }) => Entries[0].EventId,
    );
    expect(new Set(ids).size).toBe(2);
    expect(await stored('/aws/events/default')).toHaveLength(2);
  });
});

const required = (name: string) => ({
  ErrorCode: 'InvalidArgument',
  ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
});
const malformed = { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };

it.each([
  [{ ...entry, Source: undefined }, required('Source')],
  [{ ...entry, DetailType: '' }, required('DetailType')],
  [{ ...entry, Detail: null }, required('Detail')],
  [{ ...entry, Detail: 'text' }, malformed],
  [{ ...entry, Detail: '["a"]' }, malformed],
  [{ ...entry, Detail: '"text"' }, malformed],
  [{ ...entry, Detail: '{"a":}' }, malformed],
  [{ ...entry, DetailType: 'x'.repeat(129) }, expect.objectContaining({ ErrorCode: 'InvalidArgument' })],
])('refuses the entry %j and stores the others', async (bad, expected) => {
  const { status, body } = await put([entry, bad, entry]);
  expect([status, body]).toEqual([
    200,
    {
      FailedEntryCount: 1,
      Entries: [{ EventId: expect.any(String) }, expected, { EventId: expect.any(String) }],
    },
  ]);
  expect(await stored('/aws/events/default')).toHaveLength(2);
});

it.each([
  ['no entries', [], 'ValidationException', /Member must have length greater than or equal to 1/],
  [
    'eleven entries',
    Array(11).fill(entry),
    'ValidationException',
    /Member must have length less than or equal to 10/,
  ],
  [
    'too much of them',
    Array(2).fill({ ...entry, Detail: JSON.stringify({ a: 'x'.repeat(600_000) }) }),
    'ValidationException',
    /^Total size of the entries in the request is over the limit\.$/,
  ],
  [
    'a bus of no name',
    [{ ...entry, EventBusName: 'a b' }],
    'ValidationException',
    /regular expression pattern/,
  ],
  ['a time that no calendar has', [{ ...entry, Time: 1e20 }], 'ValidationException', /'Entries.0.Time'/],
  ['a time that is text', [{ ...entry, Time: 'now' }], 'SerializationException', /Time/],
])('refuses %s as a whole', async (_, entries, type, message) => {
  const { status, body } = await put(entries);
  expect([status, body.__type]).toEqual([400, type]);
  expect(body.message).toMatch(message);
  expect(test.app.store.groups()).toEqual([]);
});

it('is no global endpoint', async () => {
  expect((await put([entry], { EndpointId: 'abc.veo' })).body.__type).toBe('ValidationException');
});

it('tells of each entry whether it is stored, also when storing fails for some', async () => {
  const { store, log } = test.app;
  const failing = await openTestServer({
    log,
    store: new Proxy(store, {
      get(target, name) {
        if (name === 'append') return () => Promise.reject(new Error('the disk is full'));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
  });
  const { detail, resources } = JSON.parse(taskEvent(1));
  const ecs = { Source: 'aws.ecs', DetailType: 'x', Resources: resources, Detail: JSON.stringify(detail) };
  const answer = await failing.post(
    '/',
    { Entries: [entry, ecs] },
    { 'x-amz-target': 'AWSEvents.PutEvents' },
  );
  expect(answer.body).toEqual({
    FailedEntryCount: 1,
    Entries: [
      { ErrorCode: 'InternalFailure', ErrorMessage: expect.not.stringContaining('disk') },
      { EventId: expect.any(String) },
    ],
  });
  await failing.close();
});
