// Events that arrive again, by every way of storing: recognised, whatever their order, their company and restarts between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from './open-store.ts';
import type { AppendResult } from './schema.ts';

let dataDir: string;
let open: OpenStore;

const openAgain = async (): Promise<void> => {
  open = await openStore({ dataDir, clock: () => 1_000 });
};
beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-duplicates-`);
  await openAgain();
});
afterEach(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

interface Task {
  readonly id?: string;
  readonly task?: string;
  readonly version?: number;
  readonly status?: string;
  readonly time?: string;
}

const message = ({
  id,
  task = 't1',
  version = 1,
  status = 'RUNNING',
  time = '2026-11-22T10:00:00Z',
}: Task): string =>
  JSON.stringify({
    ...(id === undefined ? {} : { id }),
    'detail-type': 'ECS Task State Change',
    source: 'aws.ecs',
    time,
    detail: {
      taskArn: `arn:aws:ecs:r:1:task/c/${task}`,
      clusterArn: 'arn:aws:ecs:r:1:cluster/c',
      version,
      lastStatus: status,
    },
  });

const action = (id: string, eventName: string): string =>
  JSON.stringify({
    id,
    'detail-type': 'ECS Service Action',
    source: 'aws.ecs',
    resources: ['arn:aws:ecs:r:1:service/c/s'],
    detail: { eventName, clusterArn: 'arn:aws:ecs:r:1:cluster/c' },
  });

const put = (messages: readonly string[]): Promise<AppendResult> =>
  open.store.appendEcs(messages.map((text) => ({ message: text })));
const bulk = async (messages: readonly string[]): Promise<AppendResult> => {
  const load = open.store.bulkEcs();
  const first = await load.add(messages.map((text) => ({ message: text })));
  const last = await load.finish();
  return { ...last, stored: first.stored + last.stored, duplicates: first.duplicates + last.duplicates };
};

/** Message -> whether it carries the flag of a contradiction, sorted. */
async function table(): Promise<string[]> {
  const group = open.store.groups()[0];
  if (group === undefined) return [];
  const conflict = group.fields.has('ecs.versionConflict') ? `"ecs.versionConflict"` : 'NULL';
  const { rows } = await open.engine.run({
    text: `SELECT "@message" || coalesce(' conflict ' || ${conflict}, '') FROM "${group.table}"`,
    parameters: [],
    constants: {},
    columns: [],
  });
  return rows.map((row) => String(row[0])).sort();
}

describe.each([
  ['appendEcs', put],
  ['bulkEcs', bulk],
  [
    'append',
    (messages: readonly string[]) =>
      open.store.append(
        'g',
        messages.map((text) => ({ message: text })),
      ),
  ],
])('%s', (_, store) => {
  const counts = async (messages: readonly string[]): Promise<[number, number]> => {
    const { stored, duplicates } = await store(messages);
    return [stored, duplicates];
  };

  it('recognises a delivery that comes twice, in one call, in the next, after a restart', async () => {
    const event = message({ id: 'a' });
    expect(await counts([event, event])).toEqual([1, 1]);
    expect(await counts([event])).toEqual([0, 1]);
    await open.store.close();
    await openAgain();
    expect(await counts([event])).toEqual([0, 1]);
    expect(await table()).toEqual([event]);
  });

  it('recognises a replay by resource and version, with new id, other time, other order of keys', async () => {
    const event = message({ id: 'a' });
    const { id: _, ...rest } = JSON.parse(message({ time: '2026-12-01T00:00:00Z' })) as Record<
      string,
      unknown
    >;
    expect(await counts([event])).toEqual([1, 0]);
    expect(await counts([JSON.stringify({ ...rest, 'replay-name': 'r', id: 'b' })])).toEqual([0, 1]);
    expect(await table()).toEqual([event]);
  });

  it('keeps events that share an id but differ', async () => {
    const events = [action('same', 'SERVICE_STEADY_STATE'), action('same', 'SERVICE_TASK_START_IMPAIRED')];
    expect(await counts(events)).toEqual([2, 0]);
    expect(await counts(events)).toEqual([0, 2]);
  });

  it('keeps equal content under another id when there is no version', async () => {
    expect(await counts([action('a', 'SERVICE_STEADY_STATE'), action('b', 'SERVICE_STEADY_STATE')])).toEqual([
      2, 0,
    ]);
  });

  it('keeps both of two events that contradict each other, and flags the later', async () => {
    const first = message({ id: 'a', status: 'RUNNING' });
    const second = message({ id: 'b', status: 'STOPPED' });
    expect(await counts([first])).toEqual([1, 0]);
    expect(await counts([second])).toEqual([1, 0]);
    expect(await counts([first, second])).toEqual([0, 2]);
    expect(await table()).toEqual([first, `${second} conflict 1`].sort());
    const third = [
      message({ id: 'c', version: 2, status: 'A' }),
      message({ id: 'd', version: 2, status: 'B' }),
    ];
    expect(await counts(third)).toEqual([2, 0]);
    expect((await table()).filter((row) => row.endsWith(' conflict 1'))).toHaveLength(2);
  });

  it('does not take resource or id from elsewhere', async () => {
    const events = [
      message({ id: 'a', task: 't1' }),
      message({ id: 'b', task: 't2' }),
      message({ id: 'c', version: 2 }),
    ];
    expect(await counts(events)).toEqual([3, 0]);
  });

  it('recognises by version an event without id', async () => {
    expect(await counts([message({}), message({}), message({ id: 'a' })])).toEqual([1, 2]);
  });
});

describe('append', () => {
  it('stores what is no envelope as often as it is put, and an envelope once in each group', async () => {
    const event = message({ id: 'a' });
    const both = [{ message: '{"a":1}' }, { message: '{"a":1}' }, { message: event }];
    expect(await open.store.append('g', both)).toMatchObject({ stored: 3, duplicates: 0 });
    expect(await open.store.append('h', both)).toMatchObject({ stored: 3, duplicates: 0 });
    expect(await open.store.append('g', both)).toMatchObject({ stored: 2, duplicates: 1 });
  });

  it('recognises duplicates among calls that are committed together', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => put([message({ id: `i${i % 4}`, version: i % 4 })])),
    );
    expect(results.reduce((sum, result) => sum + result.stored, 0)).toBe(4);
    expect(results.reduce((sum, result) => sum + result.duplicates, 0)).toBe(16);
  });
});

describe('a stream', () => {
  const deliveries = fc
    .array(fc.record({ task: fc.constantFrom('t1', 't2', 't3'), version: fc.integer({ min: 1, max: 30 }) }), {
      minLength: 1,
      maxLength: 60,
    })
    .map((keys) => keys.map(({ task, version }) => message({ id: `${task}-${version}`, task, version })));

  it('gives the same rows shuffled, with every fifth event twice, in any portions', async () => {
    const sampled = fc.record({
      events: deliveries,
      order: fc.infiniteStream(fc.nat()),
      portion: fc.integer({ min: 1, max: 25 }),
      store: fc.constantFrom(put, bulk),
    });
    await fc.assert(
      fc.asyncProperty(sampled, async ({ events, order, portion, store }) => {
        await open.store.close();
        rmSync(dataDir, { recursive: true });
        await openAgain();
        const repeated = events.flatMap((event, i) => (i % 5 === 0 ? [event, event] : [event]));
        const shuffled = repeated
          .map((event) => ({ event, rank: order.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        const distinct = new Set(events);
        let stored = 0;
        for (let i = 0; i < shuffled.length; i += portion) {
          stored += (await store(shuffled.slice(i, i + portion))).stored;
        }
        expect(stored).toBe(distinct.size);
        expect(await table()).toEqual([...distinct].sort());
      }),
      { numRuns: 25 },
    );
  });
});
