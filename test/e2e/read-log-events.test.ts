// FilterLogEvents, GetLogEvents and TestMetricFilter through the official SDK and its paginators: many events, several streams with the
// same times, and events that arrive while somebody reads.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  type FilteredLogEvent,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
  type GetLogEventsCommandOutput,
  PutLogEventsCommand,
  paginateFilterLogEvents,
  paginateGetLogEvents,
  TestMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/app.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-read-log-events-'));
let server: Awaited<ReturnType<typeof serve>>;
let client: CloudWatchLogsClient;

const group = '/app/orders';
const streams = ['web/1', 'web/2', 'worker/1'] as const;
/** Events of each stream, ten at each time. */
const perStream = 4_000;
const startMs = Date.now() - 3_600_000;
const timeOf = (n: number): number => startMs + Math.floor(n / 10) * 100;
/** So that a page ends by its weight before it ends by its count. */
const pad = '.'.repeat(40);
const messageOf = (stream: string, n: number): string =>
  JSON.stringify({
    stream,
    n,
    status: n % 50 === 0 ? 500 : 200,
    level: n % 50 === 0 ? 'ERROR' : 'INFO',
    pad,
  });

beforeAll(async () => {
  const place = { dataDir, host: '127.0.0.1', port: 0, accountId: '000000000000', region: 'us-east-1' };
  const limits = { queryTimeoutSeconds: 60, memoryMegabytes: 'auto' } as const;
  server = await serve({ ...place, ...limits, logLevel: 'silent' });
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
  });
  await client.send(new CreateLogGroupCommand({ logGroupName: group }));
  for (const stream of streams) {
    await createStream(stream);
    await put(
      stream,
      Array.from({ length: perStream }, (_, n) => ({ timestamp: timeOf(n), message: messageOf(stream, n) })),
    );
  }
});
afterAll(async () => {
  client.destroy();
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const createStream = (logStreamName: string) =>
  client.send(new CreateLogStreamCommand({ logGroupName: group, logStreamName }));

async function put(
  logStreamName: string,
  logEvents: { timestamp: number; message: string }[],
): Promise<void> {
  await client.send(new PutLogEventsCommand({ logGroupName: group, logStreamName, logEvents }));
}

const filter = (input: Partial<FilterLogEventsCommandInput> = {}) =>
  client.send(new FilterLogEventsCommand({ logGroupName: group, ...input }));

async function filterAll(input: Partial<FilterLogEventsCommandInput> = {}): Promise<FilteredLogEvent[]> {
  const events: FilteredLogEvent[] = [];
  for await (const page of paginateFilterLogEvents({ client }, { logGroupName: group, ...input }))
    events.push(...(page.events ?? []));
  return events;
}

const get = (input: Partial<GetLogEventsCommandInput> = {}): Promise<GetLogEventsCommandOutput> =>
  client.send(new GetLogEventsCommand({ logGroupName: group, logStreamName: 'web/1', ...input }));

const numbers = (events: readonly { message?: string | undefined }[] = []): readonly number[] =>
  events.map(({ message }) => JSON.parse(message ?? '{}').n);
const ids = (events: readonly FilteredLogEvent[]): ReadonlySet<string | undefined> =>
  new Set(events.map(({ eventId }) => eventId));

describe('FilterLogEvents', () => {
  it('pages through all streams in the order of time, each event once', async () => {
    const events = await filterAll();
    expect(events).toHaveLength(3 * perStream);
    expect(ids(events).size).toBe(3 * perStream);
    const times = events.map(({ timestamp }) => timestamp ?? 0);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const stream of streams) {
      const own = events.filter(({ logStreamName }) => logStreamName === stream);
      expect(numbers(own)).toEqual(Array.from({ length: perStream }, (_, n) => n));
    }
    expect(events[0]).toEqual({
      logStreamName: 'web/1',
      timestamp: startMs,
      message: messageOf('web/1', 0),
      ingestionTime: expect.any(Number),
      eventId: expect.stringMatching(/^\d{37}$/),
    });
  });

  it('has pages of at most 10,000 events and 1 MB', async () => {
    const { events = [], nextToken, searchedLogStreams } = await filter();
    expect(searchedLogStreams).toEqual([]);
    const bytes = events.reduce((sum, { message = '' }) => sum + Buffer.byteLength(message) + 26, 0);
    expect(events.length).toBeLessThanOrEqual(10_000);
    expect(bytes).toBeLessThanOrEqual(1_048_576);
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(nextToken).toBeDefined();
  });

  it('finds what a pattern matches, in any pages', async () => {
    const expected = 3 * (perStream / 50);
    for (const filterPattern of [
      'ERROR',
      '{ $.status = 500 }',
      '{ $.level = ERR* && $.n >= 0 }',
      '%"level":%'.replaceAll('"', '\\x22'),
    ]) {
      const events = await filterAll({ filterPattern });
      expect(events).toHaveLength(filterPattern.startsWith('%') ? 3 * perStream : expected);
    }
    const inPages = await filterAll({ filterPattern: '{ $.status >= 500 }', limit: 7 });
    expect(inPages).toHaveLength(expected);
    expect(ids(inPages).size).toBe(expected);
    const { events, nextToken } = await filter({ filterPattern: 'nothing has this' });
    expect(events).toEqual([]);
    expect(nextToken).toBeUndefined();
  });

  it('keeps to a window, both ends included, and to streams', async () => {
    const window = { startTime: timeOf(100), endTime: timeOf(110) };
    const events = await filterAll(window);
    expect(events).toHaveLength(60);
    expect(await filterAll({ ...window, logStreamNames: ['web/1', 'worker/1'] })).toHaveLength(40);
    expect(await filterAll({ ...window, logStreamNamePrefix: 'web/' })).toHaveLength(40);
    expect(await filterAll({ ...window, logStreamNamePrefix: 'nope' })).toEqual([]);
    const arn = `arn:aws:logs:us-east-1:000000000000:log-group:${group}:*`;
    expect(await filterAll({ ...window, logGroupName: undefined, logGroupIdentifier: arn })).toHaveLength(60);
  });

  it('reads from the end when asked to', async () => {
    const newest = await filterAll({ startFromHead: false, startTime: timeOf(3_950), limit: 13 });
    const oldest = await filterAll({ startTime: timeOf(3_950) });
    expect(newest.map(({ eventId }) => eventId)).toEqual(oldest.map(({ eventId }) => eventId).reverse());
  });

  it('skips and doubles nothing when events arrive between the pages', async () => {
    const before = ids(await filterAll());
    const seen: FilteredLogEvent[] = [];
    let nextToken: string | undefined;
    let arrived = 0;
    do {
      const page = await filter({ limit: 900, ...(nextToken === undefined ? {} : { nextToken }) });
      seen.push(...(page.events ?? []));
      nextToken = page.nextToken;
      // At the beginning, where the reader was, and at the end, where it has not been.
      await put('worker/1', [
        { timestamp: startMs, message: JSON.stringify({ n: -1, late: arrived }) },
        {
          timestamp: timeOf(perStream) + 10_000 + arrived,
          message: JSON.stringify({ n: -2, late: arrived }),
        },
      ]);
      arrived++;
    } while (nextToken !== undefined);
    expect(ids(seen).size).toBe(seen.length);
    const found = ids(seen);
    expect([...before].every((id) => found.has(id))).toBe(true);
    // The reader has met those that came in before it was at the end.
    const late = seen
      .filter(({ message }) => message?.includes('"late"'))
      .map(({ message }) => JSON.parse(message ?? '').n);
    expect(new Set(late)).toEqual(new Set([-2]));
    expect(late.length).toBeGreaterThanOrEqual(arrived - 1);
  });

  it('lets a follower ask again from the last time it saw, knowing events by their ids', async () => {
    await createStream('tail');
    const tail = { logStreamNames: ['tail'] };
    const seen = new Set<string | undefined>();
    const got: number[] = [];
    let startTime = 0;
    for (let round = 0; round < 5; round++) {
      const message = JSON.stringify({ n: round });
      await put('tail', [{ timestamp: startMs + 5, message }]);
      for (const event of await filterAll({ ...tail, startTime })) {
        if (seen.has(event.eventId)) continue;
        seen.add(event.eventId);
        got.push(...numbers([event]));
        startTime = event.timestamp ?? 0;
      }
    }
    expect(got).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    [
      { filterPattern: '{ $.a == 1 }' },
      'InvalidParameterException',
      /^Invalid filter pattern: .*\(\[7,8\]\)$/,
    ],
    [{ filterPattern: 'a@b.c' }, 'InvalidParameterException', /Invalid character\(s\) in term 'a@b\.c'/],
    [
      { filterPattern: '{ $.a = 1' },
      'InvalidParameterException',
      /If a filter pattern starts with '\{' it must end with '\}'/,
    ],
    [
      { logStreamNames: ['web/1'], logStreamNamePrefix: 'web' },
      'InvalidParameterException',
      /mutually exclusive/,
    ],
    [{ nextToken: 'nonsense' }, 'InvalidParameterException', /nextToken is invalid/],
    [{ startTime: 2, endTime: 1 }, 'InvalidParameterException', /startTime/],
    [{ limit: 10_001 }, 'InvalidParameterException', /less than or equal to 10000/],
    [{ logGroupName: '/no/such' }, 'ResourceNotFoundException', /log group does not exist/],
    [{ logStreamNames: ['no such'] }, 'ResourceNotFoundException', /log stream does not exist/],
  ])('refuses %o', async (input, name, message) => {
    await expect(filter(input)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });

  it('refuses the token of another search', async () => {
    const { nextToken } = await filter({ limit: 1 });
    await expect(filter({ limit: 1, nextToken, filterPattern: 'ERROR' })).rejects.toThrow(
      'nextToken is invalid',
    );
    expect((await filter({ limit: 5, nextToken })).events).toHaveLength(5);
  });
});

describe('GetLogEvents', () => {
  it('reads a stream from its head, until the token comes back', async () => {
    const events: { message?: string | undefined }[] = [];
    const pages = paginateGetLogEvents(
      { client, pageSize: 1_500, stopOnSameToken: true },
      { logGroupName: group, logStreamName: 'web/1', startFromHead: true },
    );
    for await (const page of pages) events.push(...(page.events ?? []));
    expect(numbers(events)).toEqual(Array.from({ length: perStream }, (_, n) => n));
  });

  it('reads the latest first, ascending in each page, and goes backwards', async () => {
    const first = await get({ limit: 100 });
    expect(numbers(first.events)).toEqual(Array.from({ length: 100 }, (_, n) => perStream - 100 + n));
    expect(first.nextForwardToken).toMatch(/^f\/\d+\/s$/);
    expect(first.nextBackwardToken).toMatch(/^b\/\d+\/s$/);
    const second = await get({ limit: 100, nextToken: first.nextBackwardToken });
    expect(numbers(second.events)).toEqual(Array.from({ length: 100 }, (_, n) => perStream - 200 + n));
    const again = await get({ limit: 100, nextToken: second.nextForwardToken, startFromHead: true });
    expect(numbers(again.events)).toEqual(numbers(first.events));
  });

  it('comes to both ends', async () => {
    const head = await get({ startFromHead: true, limit: 1 });
    const before = await get({ nextToken: head.nextBackwardToken });
    expect(before).toMatchObject({ events: [], nextBackwardToken: head.nextBackwardToken });
    const back = await get({ nextToken: before.nextForwardToken, startFromHead: true, limit: 1 });
    expect(numbers(back.events)).toEqual([0]);
  });

  it('has a token for what arrives later, also in a stream that was empty', async () => {
    await createStream('fresh');
    const fresh = { logStreamName: 'fresh' };
    for (const startFromHead of [true, false]) {
      const empty = await get({ ...fresh, startFromHead });
      expect(empty.events).toEqual([]);
      const message = JSON.stringify({ n: 1 });
      await put(fresh.logStreamName, [{ timestamp: startMs, message }]);
      const later = await get({ ...fresh, nextToken: empty.nextForwardToken, startFromHead: true });
      expect(later.events?.at(-1)).toMatchObject({ timestamp: startMs, message });
      const end = await get({ ...fresh, nextToken: later.nextForwardToken, startFromHead: true });
      expect(end).toMatchObject({ events: [], nextForwardToken: later.nextForwardToken });
      await put(fresh.logStreamName, [{ timestamp: startMs + 1, message: 'newer' }]);
      const newer = await get({ ...fresh, nextToken: end.nextForwardToken, startFromHead: true });
      expect(newer.events).toMatchObject([{ message: 'newer' }]);
      if (startFromHead) fresh.logStreamName = 'fresher';
      if (startFromHead) await createStream('fresher');
    }
  });

  it('keeps to a window whose end is excluded', async () => {
    const window = { startTime: timeOf(100), endTime: timeOf(110) };
    expect(numbers((await get(window)).events)).toEqual([100, 101, 102, 103, 104, 105, 106, 107, 108, 109]);
    expect((await get({ startTime: timeOf(100), endTime: timeOf(100) })).events).toEqual([]);
    // As Grafana asks for what surrounds a line.
    const context = await get({ startTime: timeOf(100), startFromHead: true, limit: 3, unmask: true });
    expect(numbers(context.events)).toEqual([100, 101, 102]);
  });

  it.each([
    [{ logStreamName: 'no such' }, 'ResourceNotFoundException', /log stream does not exist/],
    [{ logGroupName: '/no/such' }, 'ResourceNotFoundException', /log group does not exist/],
    [{ nextToken: 'f/1/s' }, 'InvalidParameterException', /nextToken is invalid/],
    [{ nextToken: 'x/100000000000000000000000000/s' }, 'InvalidParameterException', /nextToken is invalid/],
    [{ limit: 0 }, 'InvalidParameterException', /greater than or equal to 1/],
    [{ startTime: 2, endTime: 1 }, 'InvalidParameterException', /startTime/],
    [{ logGroupIdentifier: group }, 'InvalidParameterException', /Exactly one/],
  ])('refuses %o', async (input, name, message) => {
    await expect(get(input)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });
});

describe('TestMetricFilter', () => {
  const line = '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /apache_pb.gif HTTP/1.0" 200 1534';

  it('says which messages match, and shows their columns', async () => {
    const { matches } = await client.send(
      new TestMetricFilterCommand({
        filterPattern: '[..., status_code = 2*, size]',
        logEventMessages: ['nothing here', line],
      }),
    );
    expect(matches).toEqual([
      {
        eventNumber: 2,
        eventMessage: line,
        extractedValues: {
          $1: '127.0.0.1',
          $2: '-',
          $3: 'frank',
          $4: '10/Oct/2000:13:25:15 -0700',
          $5: 'GET /apache_pb.gif HTTP/1.0',
          $status_code: '200',
          $size: '1534',
        },
      },
    ]);
  });

  it('refuses a pattern, and too many messages', async () => {
    const test = (filterPattern: string, logEventMessages: string[]) =>
      client.send(new TestMetricFilterCommand({ filterPattern, logEventMessages }));
    await expect(test('[a, a]', [line])).rejects.toThrow('two columns have the name a');
    await expect(test('x'.repeat(1_025), [line])).rejects.toThrow('length less than or equal to 1024');
    await expect(test('x', [])).rejects.toThrow('length greater than or equal to 1');
    await expect(
      test(
        'x',
        Array.from({ length: 51 }, () => line),
      ),
    ).rejects.toThrow('less than or equal to 50');
  });
});
