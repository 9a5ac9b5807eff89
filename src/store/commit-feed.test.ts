// What listeners are told, and that they cannot harm what they listen to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Committed } from './commit-feed.ts';
import { type OpenStore, openStore } from './open-store.ts';

let dataDir: string;
let open: OpenStore;

beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-feed-`);
  open = await openStore({ dataDir, clock: () => 5_000 });
});
afterEach(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const envelope = (id: string): string =>
  JSON.stringify({
    id,
    'detail-type': 't',
    source: 'aws.ecs',
    detail: { clusterArn: 'arn:aws:ecs:r:1:cluster/prod' },
  });

describe('CommitFeed', () => {
  it('tells each commit of a group with its place in the order of storing', async () => {
    const heard: Committed[] = [];
    open.store.onCommit((committed) => heard.push(committed));
    await open.store.append('g', [{ message: 'é', timestampMs: 1, logStream: 's' }, { message: 'b' }]);
    await open.store.append('g', [{ message: 'c' }]);
    expect(heard).toMatchObject([
      {
        logGroup: 'g',
        groupId: open.store.group('g')?.groupId,
        firstSequence: 0,
        ingestionMs: 5_000,
        events: [
          { timestampMs: 1, logStream: 's', message: 'é', bytes: 2 },
          { timestampMs: 5_000, logStream: 'events', message: 'b', bytes: 1 },
        ],
      },
      { firstSequence: 2, events: [{ message: 'c' }] },
    ]);
  });

  it('tells only what was stored: no duplicates, nothing of a failed commit, nothing after the end of listening', async () => {
    const heard: string[] = [];
    const end = open.store.onCommit(({ events }) => heard.push(...events.map(({ message }) => message)));
    await open.store.appendEcs([{ message: envelope('1') }]);
    await open.store.appendEcs([{ message: envelope('1') }]);
    expect(heard).toEqual([envelope('1')]);
    await open.store.append('g', [{ message: 'a' }]);
    const { table } = open.store.group('g') ?? {};
    await open.engine.run({ text: `DROP TABLE "${table}"`, parameters: [], constants: {}, columns: [] });
    await expect(open.store.append('g', [{ message: 'b' }])).rejects.toThrow();
    end();
    await open.store.appendEcs([{ message: envelope('2') }]);
    expect(heard).toEqual([envelope('1'), 'a']);
  });

  it('tells what a bulk load writes', async () => {
    const heard: number[] = [];
    open.store.onCommit(({ events }) => heard.push(events.length));
    const load = open.store.bulkEcs();
    await load.add([{ message: envelope('1') }, { message: envelope('2') }]);
    await load.finish();
    expect(heard).toEqual([2]);
  });

  it('hears no more of a listener that throws, and stores all the same', async () => {
    let calls = 0;
    const heard: string[] = [];
    open.store.onCommit(() => {
      calls += 1;
      throw new Error('no');
    });
    open.store.onCommit(({ events }) => heard.push(...events.map(({ message }) => message)));
    await open.store.append('g', [{ message: 'a' }]);
    expect(await open.store.append('g', [{ message: 'b' }])).toMatchObject({ stored: 1 });
    expect(calls).toBe(1);
    expect(heard).toEqual(['a', 'b']);
  });
});
