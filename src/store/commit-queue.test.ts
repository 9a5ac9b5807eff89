// Appends in company: committed together, failing alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from './open-store.ts';

let dataDir: string;
let open: OpenStore;

beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-commit-`);
  open = await openStore({ dataDir, clock: () => 1_000 });
});
afterEach(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const run = async (text: string) =>
  (await open.engine.run({ text, parameters: [], constants: {}, columns: [] })).rows;
const put = (group: string, ...messages: readonly string[]) =>
  open.store.append(
    group,
    messages.map((message) => ({ message })),
  );
const count = async (group: string): Promise<number> =>
  Number((await run(`SELECT count(*) FROM "${open.store.group(group)?.table}"`))[0]?.[0]);

describe('CommitQueue', () => {
  it('numbers events without gaps, whatever is appended at the same time', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => put('g', `${i}`, `{"k${i}":1}`)));
    const rows = await run(`SELECT "@seq" FROM "${open.store.group('g')?.table}" ORDER BY ALL`);
    expect(rows.map((row) => row[0])).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('lets no append fail because of another one', async () => {
    await Promise.all([put('good', 'x'), put('broken', 'x')]);
    // Behind the store's back, so that writing to this group fails from now on.
    await run(`DROP TABLE "${open.store.group('broken')?.table}"`);
    const results = await Promise.allSettled([
      put('good', '{"a":1}'),
      put('broken', '{"b":1}'),
      put('good', '{"a":2,"c":3}'),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await count('good')).toBe(3);
    expect(await put('good', '{"a":3}')).toMatchObject({ stored: 1 });
    await expect(put('broken', 'x')).rejects.toThrow(/does not exist/);
  });

  it('leaves nothing of a failed append behind', async () => {
    await Promise.all([put('a', 'x'), put('b', 'x')]);
    await run(`DROP TABLE "${open.store.group('b')?.table}"`);
    const message = (cluster: string) =>
      JSON.stringify({
        id: cluster,
        'detail-type': 't',
        source: 'aws.ecs',
        detail: { clusterArn: `arn:aws:ecs:r:1:cluster/${cluster}` },
      });
    const events = ['new', 'other'].map((cluster) => ({ message: message(cluster) }));
    expect(await open.store.appendEcs(events)).toMatchObject({ stored: 2 });
    const [, otherGroup] = open.store.groups().filter((group) => group.name.includes('containerinsights'));
    await run(`DROP TABLE "${otherGroup?.table}"`);
    const more = ['new', 'other'].map((cluster) => ({ message: message(cluster).replace('"t"', '"u"') }));
    await expect(open.store.appendEcs(more)).rejects.toThrow();
    expect(await count('/aws/events/ecs/containerinsights/new/performance')).toBe(1);
  });

  it('lets other work have its turn while it prepares many events', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ message: `{"i":${i},"text":"some words"}` }));
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    await open.store.append('g', many);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(10);
    expect(await count('g')).toBe(20_000);
  });

  it('finishes what was appended before it closes', async () => {
    const pending = Array.from({ length: 10 }, (_, i) => put('g', `${i}`));
    await open.store.close();
    expect(await Promise.all(pending)).toHaveLength(10);
    open = await openStore({ dataDir, clock: () => 2_000 });
    expect(await count('g')).toBe(10);
  });
});
