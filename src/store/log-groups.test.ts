// Groups and streams that are made, changed and removed, and events past their time, also after closing and opening.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultGroupSettings, type GroupSettings } from './group-settings.ts';
import { type OpenStore, openStore } from './open-store.ts';
import { LogGroupExists, LogGroupMissing, LogGroupProtected, LogStreamMissing } from './store.ts';

const dayMs = 86_400_000;
let dataDir: string;
let open: OpenStore;
let nowMs: number;

const reopen = async (): Promise<void> => {
  await open.store.close();
  open = await openStore({ dataDir, clock: () => nowMs });
};

beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-groups-`);
  nowMs = 100 * dayMs;
  open = await openStore({ dataDir, clock: () => nowMs });
});
afterEach(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const envelope = (id: string) => ({
  message: JSON.stringify({
    id,
    'detail-type': 'ECS Task State Change',
    source: 'aws.ecs',
    time: '2026-11-22T10:00:00Z',
    detail: { clusterArn: 'arn:aws:ecs:r:1:cluster/c', taskArn: 'arn:aws:ecs:r:1:task/c/t', version: 3 },
  }),
});
const ecsGroup = '/aws/events/ecs/containerinsights/c/performance';
const idOf = (name: string): number => open.store.group(name)?.groupId ?? 0;
const summary = async (name: string) => (await open.store.summaries()).find((each) => each.name === name);
const messages = async (name: string): Promise<readonly unknown[]> => {
  const { table = '' } = open.store.group(name) ?? {};
  const text = `SELECT "@message" FROM "${table}" ORDER BY "@seq"`;
  return (await open.engine.run({ text, parameters: [], constants: {}, columns: [] })).rows.map(([m]) => m);
};
const settings: GroupSettings = {
  logClass: 'STANDARD',
  protected: false,
  tags: { team: 'a' },
  retentionDays: 3,
};

describe('a deleted group', () => {
  it('is gone with its events, streams, fields and settings, now and after opening again', async () => {
    await open.store.createGroup('app', settings);
    await open.store.append('app', [{ message: '{"a":1}', timestampMs: nowMs, logStream: 's' }]);
    await open.store.deleteGroup('app');
    for (const after of ['now', 'later']) {
      if (after === 'later') await reopen();
      expect(open.store.group('app')).toBeUndefined();
      expect(open.store.groups()).toEqual([]);
      expect(await open.store.summaries()).toEqual([]);
      await expect(open.store.streams('app')).rejects.toThrow(LogGroupMissing);
      await expect(open.store.deleteGroup('app')).rejects.toThrow(LogGroupMissing);
    }
  });

  it('leaves nothing to a group of its name, and no pointer into it', async () => {
    await open.store.createGroup('app', settings);
    await open.store.append('app', [{ message: '{"a":1}', timestampMs: nowMs, logStream: 's' }]);
    const old = idOf('app');
    await open.store.deleteGroup('app');
    await reopen();
    await open.store.createGroup('app');
    await open.store.append('app', [{ message: '{"b":1}', timestampMs: nowMs, logStream: 't' }]);
    const group = open.store.group('app');
    expect([group?.settings, [...(group?.fields.keys() ?? [])]]).toEqual([defaultGroupSettings, ['b']]);
    expect((await open.store.streams('app')).map(({ name }) => name)).toEqual(['t']);
    expect(idOf('app')).toBeGreaterThan(old);
    expect(await open.store.event(old, 0n)).toBeNull();
  });

  it('is not what recognises an event that comes again', async () => {
    await open.store.appendEcs([envelope('e1')]);
    expect(await open.store.appendEcs([envelope('e1')])).toMatchObject({ stored: 0, duplicates: 1 });
    await open.store.deleteGroup(ecsGroup);
    expect(await open.store.appendEcs([envelope('e1')])).toMatchObject({ stored: 1, duplicates: 0 });
  });

  it('takes no events that were on their way to it, while those of a cluster find a new one', async () => {
    await open.store.createGroup('app');
    await open.store.appendEcs([envelope('e0')]);
    const late = open.store.append('app', [{ message: 'late', timestampMs: nowMs }]).catch((error) => error);
    const ecs = open.store.appendEcs([envelope('e1')]);
    const deleted = Promise.all([open.store.deleteGroup('app'), open.store.deleteGroup(ecsGroup)]);
    await deleted;
    expect(await late).toBeInstanceOf(LogGroupMissing);
    expect(await ecs).toMatchObject({ stored: 1, duplicates: 0 });
    expect(open.store.groups().map(({ name }) => name)).toEqual([ecsGroup]);
    expect(await summary(ecsGroup)).toMatchObject({ events: 1 });
  });

  it('ends a bulk load that has events for it, which says so', async () => {
    await open.store.appendEcs([envelope('e0')]);
    const load = open.store.bulkEcs();
    await load.add([envelope('e1')]);
    await open.store.deleteGroup(ecsGroup);
    await expect(load.finish()).rejects.toThrow(LogGroupMissing);
    const again = open.store.bulkEcs();
    await again.add([envelope('e1')]);
    expect(await again.finish()).toMatchObject({ stored: 1 });
  });

  it('makes room', async () => {
    const fill = (group: string) =>
      open.store.append(
        group,
        Array.from({ length: 20_000 }, (_, i) => ({ message: `{"n":${(i * 7_919) % 1e6},"x":"${i * 31}"}` })),
      );
    await fill('one');
    await open.store.createGroup('two');
    await reopen();
    const filled = await open.store.diskBytes();
    for (let round = 0; round < 3; round++) {
      await open.store.deleteGroup('one');
      await fill('one');
    }
    await reopen();
    expect(await open.store.diskBytes()).toBeLessThan(2 * filled);
  });

  it('is refused while it is protected', async () => {
    await open.store.createGroup('app', { ...settings, protected: true });
    await open.store.createStream('app', 's');
    await expect(open.store.deleteGroup('app')).rejects.toThrow(LogGroupProtected);
    await expect(open.store.deleteStream('app', 's')).rejects.toThrow(LogGroupProtected);
    await open.store.changeGroup('app', (now) => ({ ...now, protected: false }));
    await open.store.deleteGroup('app');
    expect(open.store.groups()).toEqual([]);
  });

  it('is read to the end by who reads it already', async () => {
    const count = 5_000;
    await open.store.append(
      'app',
      Array.from({ length: count }, (_, i) => ({ message: `m${i}`, timestampMs: nowMs })),
    );
    let rows = 0;
    let deletion: Promise<void> | undefined;
    const text = `SELECT "@message" FROM "${open.store.group('app')?.table}"`;
    await open.engine.stream({ text, parameters: [], constants: {}, columns: [] }, (part) => {
      deletion ??= open.store.deleteGroup('app');
      rows += part.length;
    });
    await deletion;
    expect([rows, open.store.groups()]).toEqual([count, []]);
  });
});

describe('a deleted stream', () => {
  it('is gone with its events; the others stay, and pointers lead where they led', async () => {
    for (const [message, logStream] of ['a', 'b', 'c', 'd'].map((m, i) => [m, i % 2 === 0 ? 's' : 't']))
      await open.store.append('app', [
        { message: message ?? '', timestampMs: nowMs, logStream: logStream ?? '' },
      ]);
    await open.store.deleteStream('app', 't');
    await reopen();
    expect(open.store.hasStream('app', 't')).toBe(false);
    expect((await open.store.streams('app')).map(({ name }) => name)).toEqual(['s']);
    expect(await messages('app')).toEqual(['a', 'c']);
    await open.store.append('app', [{ message: 'e', timestampMs: nowMs, logStream: 's' }]);
    // Not the 3 of the deleted d.
    expect(await open.store.event(idOf('app'), 3n)).toBeNull();
    expect((await open.store.event(idOf('app'), 4n))?.message).toBe('e');
  });

  it('takes no events that were on their way to it, while others of the same commit are stored', async () => {
    await open.store.createGroup('app');
    for (const name of ['s', 't']) await open.store.createStream('app', name);
    const existing = { existingStreams: true };
    const put = (logStream: string) =>
      open.store.append('app', [{ message: logStream, timestampMs: nowMs, logStream }], existing);
    const appended = Promise.allSettled([put('s'), put('t')]);
    await open.store.deleteStream('app', 's');
    const [late, other] = await appended;
    expect(late).toMatchObject({ status: 'rejected', reason: expect.any(LogStreamMissing) });
    expect(other).toMatchObject({ status: 'fulfilled', value: { stored: 1 } });
    expect((await open.store.streams('app')).map(({ name }) => name)).toEqual(['t']);
  });

  it('must be there', async () => {
    await open.store.createGroup('app');
    await expect(open.store.deleteStream('app', 's')).rejects.toThrow(LogStreamMissing);
    await expect(open.store.deleteStream('nope', 's')).rejects.toThrow(LogGroupMissing);
    expect(() => open.store.hasStream('nope', 's')).toThrow(LogGroupMissing);
  });
});

describe('settings', () => {
  it('are kept', async () => {
    await open.store.createGroup('app', settings);
    await open.store.append('plain', [{ message: 'x' }]);
    await open.store.changeGroup('plain', (now) => ({ ...now, tags: { b: '2' } }));
    await reopen();
    expect(open.store.group('app')?.settings).toEqual(settings);
    expect(open.store.group('plain')?.settings).toEqual({ ...defaultGroupSettings, tags: { b: '2' } });
  });

  it('change one after another, and not at all when the change throws', async () => {
    await open.store.createGroup('app');
    const add = (key: string) =>
      open.store.changeGroup('app', (now) => ({ ...now, tags: { ...now.tags, [key]: '' } }));
    await Promise.all(['a', 'b', 'c'].map(add));
    await expect(
      open.store.changeGroup('app', () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await reopen();
    expect(open.store.group('app')?.settings.tags).toEqual({ a: '', b: '', c: '' });
    await expect(open.store.changeGroup('nope', (now) => now)).rejects.toThrow(LogGroupMissing);
    await expect(open.store.createGroup('app')).rejects.toThrow(LogGroupExists);
  });
});

describe('expire', () => {
  it('deletes what is older than the retention of its group, and nothing else', async () => {
    await open.store.createGroup('kept');
    await open.store.createGroup('three', settings);
    for (const group of ['kept', 'three']) {
      const at = (ageMs: number) => ({ message: String(ageMs), timestampMs: nowMs - ageMs, logStream: 's' });
      await open.store.append(group, [at(4 * dayMs), at(3 * dayMs + 1), at(3 * dayMs), at(0)]);
    }
    expect(await open.store.expire()).toBe(2);
    expect(await open.store.expire()).toBe(0);
    expect(await messages('three')).toEqual([String(3 * dayMs), '0']);
    expect((await messages('kept')).length).toBe(4);
    nowMs += 10 * dayMs;
    expect(await open.store.expire()).toBe(2);
    await reopen();
    // Numbers of events that are gone are not given out again.
    await open.store.append('three', [{ message: 'new', timestampMs: nowMs, logStream: 's' }]);
    expect(await open.store.event(idOf('three'), 3n)).toBeNull();
    expect((await open.store.event(idOf('three'), 4n))?.message).toBe('new');
    expect((await open.store.streams('three')).map(({ name }) => name)).toEqual(['s']);
  });
});

it('a directory from before there were settings and deletions goes on as it was', async () => {
  await open.store.append('app', [{ message: '{"a":1}', timestampMs: nowMs, logStream: 's' }]);
  await open.store.close();
  const instance = await DuckDBInstance.create(join(dataDir, 'shiplog.duckdb'));
  const connection = await instance.connect();
  for (const table of ['log_group_settings', 'counters']) await connection.run(`DROP TABLE ${table}`);
  connection.closeSync();
  instance.closeSync();
  open = await openStore({ dataDir, clock: () => nowMs });
  expect(open.store.group('app')?.settings).toEqual(defaultGroupSettings);
  expect(open.store.hasStream('app', 's')).toBe(true);
  await open.store.append('app', [{ message: '{"a":2}', timestampMs: nowMs, logStream: 's' }]);
  expect(await messages('app')).toEqual(['{"a":1}', '{"a":2}']);
  await open.store.deleteGroup('app');
  expect(open.store.groups()).toEqual([]);
});
