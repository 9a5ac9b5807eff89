// kill -9 at any moment while log groups and streams are made and deleted: each is there as a whole or not at all, and nothing of
// what is gone is left over.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../../src/store/open-store.ts';

const child = fileURLToPath(new URL('./delete-child.mjs', import.meta.url));
const rounds = 6;
const groupsPerRound = 1_000;
/** What the child does with a group, in this order. */
const steps = ['created', 'filled', 'halved', 'deleted'];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-crash-delete-`);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** The last step that the child told of each group before it was killed. */
async function workAndKill(first: number, afterMs: number): Promise<Map<number, string>> {
  const running = spawn(process.execPath, [child, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const last = new Map<number, string>();
  const lines = createInterface(running.stdout);
  lines.on('line', (line) => {
    if (line === 'ready') setTimeout(() => running.kill('SIGKILL'), afterMs);
    const [step = '', group] = line.split(' ');
    if (group !== undefined) last.set(Number(group), step);
  });
  await Promise.all([once(running, 'exit'), once(lines, 'close')]);
  return last;
}

const rows = async ({ engine }: OpenStore, text: string) =>
  (await engine.run({ text, parameters: [], constants: {}, columns: [] })).rows;

/** How far a group got, as it is found; anything that is no whole step fails the test. */
async function stepFound(open: OpenStore, name: string): Promise<string> {
  const group = open.store.group(name);
  if (group === undefined) return 'deleted';
  expect(group.settings).toMatchObject({ tags: { a: 'b' }, retentionDays: 1 });
  const [counts] = await rows(
    open,
    `SELECT count(*) FILTER ("@logStream" = 'even'), count(*) FILTER ("@logStream" = 'odd') FROM "${group.table}"`,
  );
  const streams = (await open.store.streams(name)).map((stream) => stream.name).sort();
  const found = JSON.stringify([counts?.map(Number), streams]);
  const whole: Readonly<Record<string, string>> = {
    '[[0,0],[]]': 'created',
    '[[20,20],["even","odd"]]': 'filled',
    '[[20,0],["even"]]': 'halved',
  };
  expect(whole, found).toHaveProperty([found]);
  return whole[found] ?? '';
}

/** Tables and rows of the catalogue that belong to no log group. */
async function leftOver(open: OpenStore): Promise<unknown[]> {
  const ids = open.store.groups().map(({ groupId }) => groupId);
  const known = `(${[0, ...ids].join(', ')})`;
  const parts = ['log_groups', 'log_fields', 'log_streams', 'log_group_settings'].map(
    (table) => `SELECT '${table}', group_id FROM ${table} WHERE group_id NOT IN ${known}`,
  );
  const tables = `SELECT table_name, 0 FROM duckdb_tables() WHERE TRY_CAST(substr(table_name, 8) AS INTEGER) NOT IN ${known}`;
  return [...(await rows(open, [...parts, tables].join(' UNION ALL ')))];
}

describe('a process killed while it deletes', () => {
  it('leaves whole log groups and streams, and nothing of those that are gone', async () => {
    let highest = 0;
    let done = 0;
    for (let round = 0; round < rounds; round++) {
      const first = round * groupsPerRound;
      const told = await workAndKill(first, 60 + round * 70);
      const open = await openStore({ dataDir, clock: () => 1_000_000 });
      try {
        for (const [group, step] of told) {
          const found = await stepFound(open, `g${group}`);
          // What was told is done; the step after it may be.
          const at = steps.indexOf(step);
          const allowed = group === Math.max(...told.keys()) ? steps.slice(at, at + 2) : [step];
          expect(allowed, `g${group} after ${step}`).toContain(found);
          done++;
        }
        expect(await leftOver(open)).toEqual([]);
        // Numbers of groups are not given out twice, so no pointer finds another group's event.
        const ids = open.store.groups().map(({ groupId }) => groupId);
        await open.store.createGroup(`mark${round}`);
        const mark = open.store.group(`mark${round}`)?.groupId ?? 0;
        expect(mark).toBeGreaterThan(Math.max(highest, ...ids));
        highest = mark;
      } finally {
        await open.store.close();
      }
    }
    expect(done).toBeGreaterThan(rounds);
  });
});
