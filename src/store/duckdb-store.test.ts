// The store as its callers see it: what is put in comes out again, also after closing and opening.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventBytesMax, fieldSampleEvents } from '../limits.ts';
import { type OpenStore, openStore } from './open-store.ts';
import { LogGroupExists, LogGroupMissing, LogStreamExists } from './store.ts';

let dataDir: string;
let open: OpenStore;
let nowMs: number;

const reopen = async (): Promise<void> => {
  await open.store.close();
  open = await openStore({ dataDir, clock: () => nowMs });
};

beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-store-`);
  nowMs = 1_000;
  open = await openStore({ dataDir, clock: () => nowMs });
});
afterEach(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const groupId = (name: string): number => open.store.group(name)?.groupId ?? 0;

/** Messages and fields of all events of a group, in the order of storing. */
async function stored(name: string) {
  const [summary] = (await open.store.summaries()).filter((each) => each.name === name);
  const events = [];
  for (let sequence = 0n; sequence < BigInt(summary?.events ?? 0); sequence++) {
    events.push(await open.store.event(groupId(name), sequence));
  }
  return events;
}

const envelope = (cluster: string, extra: object = {}) => ({
  id: 'e-1',
  'detail-type': 'ECS Task State Change',
  source: 'aws.ecs',
  time: '2026-11-22T10:00:00.25Z',
  resources: [`arn:aws:ecs:eu-central-1:111122223333:task/${cluster}/t1`],
  detail: {
    clusterArn: `arn:aws:ecs:eu-central-1:111122223333:cluster/${cluster}`,
    taskArn: `arn:aws:ecs:eu-central-1:111122223333:task/${cluster}/t1`,
    version: 3,
    lastStatus: 'RUNNING',
  },
  ...extra,
});
const groupOf = (cluster: string): string => `/aws/events/ecs/containerinsights/${cluster}/performance`;

describe('append', () => {
  it('creates the group, keeps message, times and stream, and discovers fields', async () => {
    const message = '{"level":"warn",  "n":1.0,"nested":{"ok":true}}';
    const result = await open.store.append('app', [{ message, timestampMs: 500, logStream: 's1' }]);
    expect(result).toEqual({ stored: 1, duplicates: 0, rejected: [] });
    expect(await open.store.event(groupId('app'), 0n)).toEqual({
      logGroup: 'app',
      timestampMs: 500,
      ingestionMs: 1_000,
      logStream: 's1',
      message,
      fields: { level: 'warn', n: '1.0', 'nested.ok': '1' },
    });
  });

  it('stores what is no JSON without fields, as often as it is put', async () => {
    await open.store.append('app', [
      { message: 'plain' },
      { message: 'plain' },
      { message: '[1]' },
      { message: '' },
    ]);
    expect((await stored('app')).map((event) => [event?.message, event?.fields])).toEqual([
      ['plain', {}],
      ['plain', {}],
      ['[1]', {}],
      ['', {}],
    ]);
  });

  it('gives an event without time the time of its arrival', async () => {
    await open.store.append('app', [{ message: 'x' }]);
    expect((await stored('app'))[0]?.timestampMs).toBe(1_000);
  });

  it('refuses what is too large, and stores the rest', async () => {
    const result = await open.store.append('app', [
      { message: 'x'.repeat(eventBytesMax) },
      { message: 'é'.repeat(eventBytesMax / 2 + 1) },
    ]);
    expect(result).toMatchObject({
      stored: 1,
      rejected: [{ index: 1, reason: expect.stringContaining('1048578') }],
    });
    expect((await stored('app'))[0]?.message).toHaveLength(eventBytesMax);
  });

  it.each([3, 40])('keeps values exactly, whatever they hold (%i at once)', async (count) => {
    const nasty = [
      'a "quoted", comma;\nnew\r\nline\ttab',
      "it's \\ \\\\ $1 {} [] %s",
      'NUL \0 inside',
      'separators \x1f and \x1e inside',
      '\x1e',
      '\x1f',
      '',
      ' ',
      'null',
      'ünï€😀 \u2028',
      'x'.repeat(100_000),
    ];
    const messages = Array.from({ length: count }, (_, i) =>
      JSON.stringify({ i, values: nasty, [`key${i % 7}`]: nasty[i % nasty.length] }),
    );
    await open.store.append(
      'app',
      messages.map((message) => ({ message, logStream: nasty[0] ?? '' })),
    );
    await reopen();
    const events = await stored('app');
    expect(events.map((event) => event?.message).sort()).toEqual([...messages].sort());
    for (const event of events) {
      const i = Number(event?.fields.i);
      for (const [k, value] of nasty.entries()) expect(event?.fields[`values.${k}`]).toBe(value);
      expect(event?.fields[`key${i % 7}`]).toBe(nasty[i % nasty.length]);
      expect(event?.fields[`key${(i + 1) % 7}`]).toBeUndefined();
      expect(event?.logStream).toBe(nasty[0]);
    }
  });

  it('keeps half characters as U+FFFD, which is all that UTF-8 can', async () => {
    await open.store.append('app', [{ message: '{"a":"\\ud800"}' }]);
    expect((await stored('app'))[0]).toMatchObject({ message: '{"a":"\\ud800"}', fields: { a: '\ufffd' } });
  });

  it('adds columns as fields appear, with names that differ by case or are odd', async () => {
    await open.store.append('app', [{ message: '{"status":"a"}' }]);
    await open.store.append('app', [
      { message: '{"Status":"b","rowid":"c","a\\"b":"d","@seq":"e","x\\u0000y":"f"}' },
    ]);
    await reopen();
    await open.store.append('app', [{ message: '{"Status":"g","x\\u0000y":"h"}' }]);
    expect((await stored('app')).map((event) => ({ ...event?.fields }))).toEqual([
      { status: 'a' },
      { Status: 'b', rowid: 'c', 'a"b': 'd', '@@seq': 'e', 'x\0y': 'f' },
      { Status: 'g', 'x\0y': 'h' },
    ]);
  });

  it('answers each of many calls at once, in any group, in the order of the calls', async () => {
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        open.store.append(`g${i % 3}`, [{ message: `{"i":${i},"f${i}":1}` }, { message: `${i}` }]),
      ),
    );
    expect(results).toEqual(results.map(() => ({ stored: 2, duplicates: 0, rejected: [] })));
    const first = await stored('g0');
    expect(first.map((event) => event?.message)).toEqual(
      Array.from({ length: 20 }, (_, k) => [`{"i":${3 * k},"f${3 * k}":1}`, `${3 * k}`]).flat(),
    );
  });

  it('accepts nothing at all', async () => {
    expect(await open.store.append('app', [])).toEqual({ stored: 0, duplicates: 0, rejected: [] });
    expect(await open.store.appendEcs([])).toEqual({ stored: 0, duplicates: 0, rejected: [] });
  });
});

describe('appendEcs', () => {
  it('sends each event to the group of its cluster, at the time of the event, with derived fields', async () => {
    const messages = [envelope('prod'), envelope('data')].map((event) => JSON.stringify(event));
    await open.store.appendEcs(messages.map((message) => ({ message })));
    expect(open.store.groups().map((group) => group.name)).toEqual([groupOf('prod'), groupOf('data')]);
    const [event] = await stored(groupOf('prod'));
    expect(event).toMatchObject({
      timestampMs: Date.parse('2026-11-22T10:00:00.250Z'),
      message: messages[0],
    });
    expect(event?.fields).toMatchObject({ 'detail.version': '3', 'ecs.cluster': 'prod', 'ecs.taskId': 't1' });
  });

  it('takes the time of the update where the envelope has none, and its arrival where nothing tells', async () => {
    const { time: _, ...timeless } = envelope('prod');
    await open.store.appendEcs([
      {
        message: JSON.stringify({
          ...timeless,
          detail: { ...timeless.detail, updatedAt: '2026-11-22T09:00:00.618059641Z' },
        }),
      },
      { message: JSON.stringify({ ...timeless, id: 'e-2', detail: { ...timeless.detail, version: 4 } }) },
    ]);
    const times = (await stored(groupOf('prod'))).map((event) => event?.timestampMs);
    expect(times).toEqual([Date.parse('2026-11-22T09:00:00.618Z'), 1_000]);
  });

  it('keeps events of no known cluster, and of one whose name fits no group', async () => {
    const { clusterArn: _, ...detail } = envelope('x').detail;
    const lost = {
      ...envelope('x'),
      resources: [],
      detail: { ...detail, taskArn: 'arn:aws:ecs:r:1:task/short' },
    };
    await open.store.appendEcs([
      { message: JSON.stringify(lost) },
      { message: JSON.stringify(envelope('a b')) },
    ]);
    expect(await open.store.summaries()).toMatchObject([{ name: groupOf('unknown'), events: 2 }]);
  });

  it('refuses what is no envelope, by its position', async () => {
    const result = await open.store.appendEcs([
      { message: 'plain' },
      { message: JSON.stringify(envelope('prod')) },
      { message: '{"detail":{}}' },
    ]);
    expect(result).toEqual({
      stored: 1,
      duplicates: 0,
      rejected: [
        { index: 0, reason: expect.stringContaining('not a JSON object') },
        { index: 2, reason: expect.stringContaining('detail-type') },
      ],
    });
  });

  it('keeps numbers as written in fields that are derived, too', async () => {
    const message = JSON.stringify(envelope('prod')).replace('"version":3', '"version":3.0');
    await open.store.append('other', [{ message }]);
    expect((await stored('other'))[0]?.fields).toMatchObject({
      'detail.version': '3.0',
      'ecs.cluster': 'prod',
    });
  });
});

describe('groups and streams', () => {
  it('are created once, and survive a restart', async () => {
    await open.store.createGroup('app');
    await expect(open.store.createGroup('app')).rejects.toBeInstanceOf(LogGroupExists);
    await open.store.createStream('app', 's1');
    await expect(open.store.createStream('app', 's1')).rejects.toBeInstanceOf(LogStreamExists);
    await expect(open.store.createStream('no', 's1')).rejects.toBeInstanceOf(LogGroupMissing);
    nowMs = 2_000;
    await open.store.append('app', [
      { message: 'x', timestampMs: 30, logStream: 's2' },
      { message: 'y', timestampMs: 10, logStream: 's2' },
    ]);
    await reopen();
    expect(open.store.group('app')).toMatchObject({ name: 'app', createdMs: 1_000 });
    expect(open.store.group('no')).toBeUndefined();
    expect(await open.store.streams('app')).toEqual([
      { name: 's1', createdMs: 1_000, firstEventMs: null, lastEventMs: null, lastIngestionMs: null },
      { name: 's2', createdMs: 2_000, firstEventMs: 10, lastEventMs: 30, lastIngestionMs: 2_000 },
    ]);
    await expect(open.store.createGroup('app')).rejects.toBeInstanceOf(LogGroupExists);
    await expect(open.store.streams('no')).rejects.toBeInstanceOf(LogGroupMissing);
  });

  it('are created once also when an append creates the same group at that moment', async () => {
    const [created, appended] = await Promise.allSettled([
      open.store.createGroup('app'),
      open.store.append('app', [{ message: '{"a":1}' }]),
    ]);
    expect([created.status, appended.status]).toEqual(['fulfilled', 'fulfilled']);
    expect((await stored('app'))[0]?.fields).toEqual({ a: '1' });
  });

  it('are summed up: events, bytes of the messages, first and last times', async () => {
    await open.store.createGroup('empty');
    await open.store.append('app', [
      { message: 'é', timestampMs: 5 },
      { message: 'abc', timestampMs: 3 },
    ]);
    expect(await open.store.summaries()).toEqual([
      {
        name: 'empty',
        createdMs: 1_000,
        events: 0,
        bytes: 0,
        firstEventMs: null,
        lastEventMs: null,
        lastIngestionMs: null,
      },
      {
        name: 'app',
        createdMs: 1_000,
        events: 2,
        bytes: 5,
        firstEventMs: 3,
        lastEventMs: 5,
        lastIngestionMs: 1_000,
      },
    ]);
    expect(await open.store.diskBytes()).toBeGreaterThan(0);
  });

  it('count their fields, most frequent first', async () => {
    await open.store.append('app', [{ message: '{"a":1,"b":2}' }, { message: '{"b":3}' }, { message: 'x' }]);
    expect(await open.store.fieldCounts('app')).toEqual({
      sampledEvents: 3,
      fields: [
        { name: 'b', events: 2 },
        { name: 'a', events: 1 },
      ],
    });
    await open.store.createGroup('empty');
    expect(await open.store.fieldCounts('empty')).toEqual({ sampledEvents: 0, fields: [] });
  });

  it('count their fields in the latest events only, and know those of earlier ones', async () => {
    await open.store.append('app', [{ message: '{"old":1}' }, { message: '{"old":1,"edge":1}' }]);
    const latest = Array.from({ length: fieldSampleEvents - 1 }, (_, i) => ({
      message: i < 3 ? '{"new":1,"rare":1}' : '{"new":1}',
    }));
    await open.store.append('app', latest);
    expect(await open.store.fieldCounts('app')).toEqual({
      sampledEvents: fieldSampleEvents,
      fields: [
        { name: 'new', events: fieldSampleEvents - 1 },
        { name: 'rare', events: 3 },
        { name: 'old', events: 1 },
        { name: 'edge', events: 1 },
      ],
    });
    await open.store.append('app', [{ message: '{"new":1}' }]);
    expect((await open.store.fieldCounts('app')).fields.slice(2)).toEqual([
      { name: 'old', events: 0 },
      { name: 'edge', events: 0 },
    ]);
  });
});

describe('event', () => {
  it('is null for a pointer to nothing', async () => {
    await open.store.append('app', [{ message: 'x' }]);
    expect(await open.store.event(groupId('app'), 1n)).toBeNull();
    expect(await open.store.event(groupId('app'), -1n)).toBeNull();
    expect(await open.store.event(groupId('app'), 2n ** 70n)).toBeNull();
    expect(await open.store.event(99, 0n)).toBeNull();
  });
});
