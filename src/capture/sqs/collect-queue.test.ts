// Events out of a queue that does whatever a queue may do: each is stored once, and nothing is deleted that is not stored.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { taskMessage } from '../../../test/ecs-events.ts';
import { type SqsServer, type SqsServerOptions, startSqsServer } from '../../../test/sqs-server.ts';
import { random } from '../../demo/prng.ts';
import { openStore } from '../../store/open-store.ts';
import type { IncomingEvent } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { type CollectEffects, type CollectOptions, collectQueue } from './collect-queue.ts';
import { queueAddress } from './queue-url.ts';
import { openSqsQueue } from './sqs-queue.ts';

let dataDir: string;
let store: Store;
let engine: Awaited<ReturnType<typeof openStore>>['engine'];
let server: SqsServer | undefined;

beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-sqs-`);
  ({ store, engine } = await openStore({ dataDir, clock: Date.now }));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await store.close();
  rmSync(dataDir, { recursive: true });
});

/** Everything waits a thousandth of its time. */
function quickEffects() {
  const said: string[] = [];
  const pausesMs: number[] = [];
  const effects: CollectEffects = {
    nowMs: Date.now,
    sleep(ms, signal) {
      pausesMs.push(ms);
      return sleep(ms / 1_000, undefined, { signal }).catch(() => {});
    },
    every(periodMs, tick) {
      const timer = setInterval(tick, periodMs / 1_000);
      return () => clearInterval(timer);
    },
    random: () => 0.5,
    onNotice: (sentence) => said.push(sentence),
    onRefused: ({ messageId, reason }) => said.push(`${messageId}: ${reason}`),
    onProgress: () => {},
  };
  return { effects, said, pausesMs };
}

interface Collecting extends Partial<CollectOptions> {
  readonly target?: Pick<Store, 'appendEcs'>;
  readonly signal?: AbortSignal;
  readonly region?: string;
}

async function collect(from: SqsServer, options: Collecting = {}) {
  const { effects, said, pausesMs } = quickEffects();
  const address = queueAddress(from.queueUrl);
  if (address === null) throw new Error('no queue');
  const queue = await openSqsQueue({
    address: { ...address, region: 'eu-west-1' },
    endpointUrl: undefined,
    waitSeconds: 0,
    answerMs: 150,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  });
  const { workers = 4, untilEmpty = true, target = store, signal = new AbortController().signal } = options;
  try {
    return {
      summary: await collectQueue(queue, target, { workers, untilEmpty }, effects, signal),
      said,
      pausesMs,
    };
  } finally {
    queue.close();
  }
}

const start = async (options: SqsServerOptions = {}) => {
  server = await startSqsServer({ secondMs: 1, ...options });
  return server;
};

const event = (i: number): string => taskMessage({ version: i, second: i, id: `e${i}` });
const sns = (text: string): string =>
  JSON.stringify({ Type: 'Notification', MessageId: 'x', TopicArn: 'arn:aws:sns:r:1:t', Message: text });
const subscription = (text: string): string =>
  JSON.stringify({
    messageType: 'DATA_MESSAGE',
    logGroup: 'g',
    logStream: 's',
    logEvents: [{ id: '1', timestamp: 1, message: text }],
  });

/** How often each event id is stored. */
async function storedIds(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { table } of store.groups()) {
    const text = `SELECT "id", count(*) FROM "${table}" GROUP BY ALL`;
    const { rows } = await engine.run({ text, parameters: [], constants: {}, columns: [] });
    for (const [id, count] of rows) counts.set(String(id), Number(count));
  }
  return counts;
}

const once = (ids: readonly string[]) => new Map(ids.map((id) => [id, 1]));
const sorted = (counts: ReadonlyMap<string, number>) => [...counts].toSorted();

it('stores what is in the queue, in every form, and deletes it', async () => {
  const from = await start();
  const awslogs = { data: gzipSync(subscription(event(5))).toString('base64') };
  for (const body of [
    event(1),
    JSON.stringify(JSON.parse(event(2)), null, 2),
    sns(event(3)),
    subscription(event(4)),
    JSON.stringify({ awslogs }),
    sns(subscription(event(6))),
    `[${event(7)},${event(8)}]`,
    event(1),
    JSON.stringify({ messageType: 'CONTROL_MESSAGE', logEvents: [] }),
  ])
    from.send(body);
  const { summary, said } = await collect(from);
  expect(sorted(await storedIds())).toEqual(sorted(once([1, 2, 3, 4, 5, 6, 7, 8].map((i) => `e${i}`))));
  expect(summary).toMatchObject({ received: 9, stored: 8, duplicates: 1, refused: 0, deleted: 9 });
  expect(from.left()).toEqual([]);
  expect(said).toEqual([]);
});

it('leaves what is no event to the redrive policy, and tells of it once', async () => {
  const from = await start({ receivesMax: 3 });
  const poison = ['hello', '[]', '', '{"no":"envelope"}', '[1,2]', sns('words'), `[${event(1)},{"a":1}]`];
  for (const body of [...poison, event(2)]) from.send(body);
  const refusals = new Map<string, string>();
  await vi.waitFor(async () => {
    const { summary } = await collect(from);
    for (const { messageId, reason } of summary.refusals) refusals.set(messageId, reason);
    expect(summary.refused).toBe(summary.refusals.length);
    expect(from.left()).toEqual([]);
  }, 10_000);
  expect(from.dead.toSorted()).toEqual(poison.toSorted());
  expect([...refusals.keys()].toSorted()).toEqual(poison.map((_, i) => `m-${i}`));
  expect(refusals.get('m-0')).toContain('not JSON: "hello"');
  // The good half of a message is stored; only whole messages can be deleted.
  expect(sorted(await storedIds())).toEqual(sorted(once(['e1', 'e2'])));
});

it('goes on until it is interrupted, with one reader while nothing comes', async () => {
  const from = await start({ mischief: { random: () => 0, slow: 1 } });
  const interruption = new AbortController();
  const running = collect(from, { untilEmpty: false, workers: 8, signal: interruption.signal });
  await vi.waitFor(() => expect(from.asked.ReceiveMessage).toBeGreaterThan(5));
  expect(from.underWayMost).toBe(1);
  for (let i = 0; i < 200; i++) from.send(event(i));
  await vi.waitFor(() => expect(from.left()).toEqual([]), 5_000);
  expect(from.underWayMost).toBeGreaterThan(1);
  expect(from.underWayMost).toBeLessThanOrEqual(8);
  interruption.abort();
  expect((await running).summary).toMatchObject({ stored: 200 });
});

it('stores and deletes what it holds when it is interrupted', async () => {
  const from = await start();
  for (let i = 0; i < 10; i++) from.send(event(i));
  const interruption = new AbortController();
  const target = {
    appendEcs: (events: readonly IncomingEvent[]) => {
      interruption.abort();
      return store.appendEcs(events);
    },
  };
  const { summary } = await collect(from, { untilEmpty: false, target, signal: interruption.signal });
  expect(summary).toMatchObject({ stored: 10, deleted: 10 });
  expect(from.left()).toEqual([]);
});

it('keeps messages hidden while a store is slow', async () => {
  const from = await start();
  from.send(event(1));
  const target = {
    appendEcs: async (events: readonly IncomingEvent[]) => {
      // Several times as long as a receive hides them.
      await vi.waitFor(() => expect(from.asked.ChangeMessageVisibilityBatch).toBeGreaterThan(12), 5_000);
      return store.appendEcs(events);
    },
  };
  const { summary } = await collect(from, { target });
  expect(summary).toMatchObject({ received: 1, stored: 1, deleted: 1 });
});

it('tries again while the store fails, deletes nothing meanwhile, and gives up in the end', async () => {
  const from = await start();
  from.send(event(1));
  let failures = 3;
  const target = {
    appendEcs: async (events: readonly IncomingEvent[]) => {
      if (failures-- > 0) throw new Error('The disk is full.');
      return store.appendEcs(events);
    },
  };
  const { summary, said, pausesMs } = await collect(from, { target });
  expect(summary).toMatchObject({ stored: 1, deleted: 1 });
  expect(pausesMs).toEqual([375, 750, 1_500]);
  expect(said).toEqual(['The disk is full. Trying again.']);

  from.send(event(2));
  failures = Number.POSITIVE_INFINITY;
  await expect(collect(from, { target })).rejects.toThrow('The disk is full.');
  expect(from.left()).toEqual([event(2)]);
});

it('believes no count that does not add up', async () => {
  const from = await start();
  for (const i of [1, 2, 3]) from.send(event(i));
  const target = {
    // Loses one event and says nothing about it.
    appendEcs: (events: readonly IncomingEvent[]) =>
      store.appendEcs(events.filter(({ message }) => message !== event(2))),
  };
  const { summary } = await collect(from, { target });
  expect(summary).toMatchObject({ refused: 1, deleted: 2 });
  expect(from.left()).toEqual([event(2)]);
});

describe('a refusal at the start', () => {
  it.each([
    [
      'QueueDoesNotExist',
      'AWS.SimpleQueueService.NonExistentQueue',
      /no queue shiplog at .* Region .* eu-west-1/,
    ],
    ['AccessDeniedException', undefined, /they need sqs:ReceiveMessage, sqs:DeleteMessage/],
    ['InvalidClientTokenId', undefined, /credentials are not accepted/],
    ['ExpiredTokenException', undefined, /credentials have expired/],
    ['KmsAccessDenied', 'KMS.AccessDeniedException', /kms:Decrypt/],
  ])('%s', async (type, queryCode, message) => {
    const from = await start({ refusal: queryCode === undefined ? { type } : { type, queryCode } });
    await expect(collect(from, { untilEmpty: false })).rejects.toThrow(message);
  });

  it('of the right to delete', async () => {
    const from = await start({ refusal: { operation: 'DeleteMessageBatch', type: 'AccessDenied' } });
    from.send(event(1));
    await expect(collect(from, { untilEmpty: false })).rejects.toThrow(/sqs:DeleteMessage/);
    expect(sorted(await storedIds())).toEqual([['e1', 1]]);
  });

  it('of a host where nothing listens', async () => {
    const from = await start();
    await from.close();
    await expect(collect(from)).rejects.toThrow(/Nothing answers at http:.*ECONNREFUSED/);
  });
});

it('gives up emptying a queue that is throttled for ever', async () => {
  const from = await start({ mischief: { random: () => 0, throttle: 1 } });
  await expect(collect(from)).rejects.toThrow('SQS throttles the requests to shiplog.');
  expect(from.asked.ReceiveMessage).toBeGreaterThan(4);
});

describe('whatever the queue does', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i', async (seed) => {
    const chance = random(seed, 'sqs');
    const some = () => (chance.chance(0.5) ? chance.unit() * 0.3 : 0);
    const durable = new Set<string>();
    const deletedTooEarly: string[] = [];
    const from = await start({
      receivesMax: 1_000,
      mischief: {
        random: chance.unit,
        throttle: some(),
        failure: some(),
        cut: some(),
        hang: some() / 10,
        slow: some(),
        empty: some(),
        redeliver: some(),
        expire: some(),
        entryFailure: some(),
      },
      onDelete: (body) => {
        for (const [, id = ''] of body.matchAll(/"id\\*":\\*"(e\d+)/g))
          if (!durable.has(id)) deletedTooEarly.push(id);
      },
    });
    const ids = Array.from({ length: 150 }, (_, i) => `e${i}`);
    for (let i = 0; i < 200; i++) {
      const text = event(i % 150);
      from.send(chance.pick([text, sns(text), subscription(text)]));
    }
    const poison = ['words', '{"a":1}'];
    for (const body of poison) from.send(body);
    const target = {
      appendEcs: async (events: readonly IncomingEvent[]) => {
        const result = await store.appendEcs(events);
        for (const { message } of events) durable.add(JSON.parse(message).id);
        return result;
      },
    };
    const workers = chance.int(1, 8);
    for (let round = 0; round < 50 && from.left().length > poison.length; round++) {
      await collect(from, { target, workers }).catch((cause: Error) =>
        expect(cause.name).toBe('QueueProblem'),
      );
    }
    expect(deletedTooEarly).toEqual([]);
    expect(from.left().toSorted()).toEqual(poison.toSorted());
    expect(sorted(await storedIds())).toEqual(sorted(once(ids)));
  });
});
