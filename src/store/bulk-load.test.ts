// Loading in bulk: the same rows as appending, in full row groups.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rowGroupRows } from '../engine/duckdb/database.ts';
import { type OpenStore, openStore } from './open-store.ts';
import type { AppendResult } from './schema.ts';

let dataDir: string;
let open: OpenStore;

beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/shiplog-bulk-`);
  open = await openStore({ dataDir, clock: () => 1_000 });
});
afterEach(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const run = async (text: string) =>
  (await open.engine.run({ text, parameters: [], constants: {}, columns: [] })).rows;

/** Of two clusters in turn; later events have fields that earlier ones lack. */
const event = (i: number) => ({
  message: JSON.stringify({
    id: `e${i}`,
    'detail-type': 'ECS Task State Change',
    source: 'aws.ecs',
    time: '2026-11-22T10:00:00Z',
    detail: {
      clusterArn: `arn:aws:ecs:r:1:cluster/c${i % 2}`,
      taskArn: `arn:aws:ecs:r:1:task/c${i % 2}/t${i}`,
      version: 1,
      group: `service:s${i % 5}`,
      [`field${Math.floor(i / 10_000)}`]: `value ${i}`,
    },
  }),
});

function total(results: readonly AppendResult[]): readonly [number, number] {
  return [
    results.reduce((sum, result) => sum + result.stored, 0),
    results.reduce((sum, result) => sum + result.duplicates, 0),
  ];
}

describe('BulkLoader', () => {
  it('stores everything once, most of it in full row groups', async () => {
    const count = 2 * rowGroupRows + 8_000;
    const load = open.store.bulkEcs();
    const results: AppendResult[] = [];
    for (let i = 0; i < count; i += 1_000) {
      const portion = Array.from({ length: Math.min(1_000, count - i) }, (_, k) => event(i + k));
      // A tenth comes twice.
      results.push(await load.add([...portion, ...portion.slice(0, 100)]));
    }
    results.push(await load.finish());
    expect(total(results)).toEqual([count, Math.ceil(count / 1_000) * 100]);
    for (const [n, group] of open.store.groups().entries()) {
      const [row] = await run(
        `SELECT count(*), count(DISTINCT "id"), min("@seq"), max("@seq"), count("detail.field0"), count("detail.field3"), min("ecs.cluster")
         FROM "${group.table}"`,
      );
      expect(row?.map(Number).slice(0, 6)).toEqual([count / 2, count / 2, 0, count / 2 - 1, 5_000, 5_000]);
      expect(row?.[6]).toBe(`c${n}`);
      const groups = await run(
        `SELECT sum(count) FROM pragma_storage_info('${group.table}') WHERE column_name = '@seq' AND segment_type <> 'VALIDITY' GROUP BY row_group_id ORDER BY row_group_id`,
      );
      expect(groups.map((each) => Number(each[0]))).toEqual([rowGroupRows, count / 2 - rowGroupRows]);
    }
    expect(total([await reload(count)])).toEqual([0, count]);
  }, 60_000);

  async function reload(count: number): Promise<AppendResult> {
    const load = open.store.bulkEcs();
    const first = await load.add(Array.from({ length: count }, (_, i) => event(i)));
    const last = await load.finish();
    return { ...last, stored: first.stored + last.stored, duplicates: first.duplicates + last.duplicates };
  }

  it('stores what a write under way at the end leaves of a full row group', async () => {
    const load = open.store.bulkEcs();
    const count = rowGroupRows + 10;
    // Of one cluster: the write begins with this call, and leaves ten.
    await load.add(Array.from({ length: count }, (_, i) => event(2 * i)));
    await load.finish();
    expect((await open.store.summaries())[0]?.events).toBe(count);
  }, 60_000);

  it('refuses what is no envelope, by its position in the call', async () => {
    const load = open.store.bulkEcs();
    expect((await load.add([event(0), { message: 'x' }])).rejected).toMatchObject([{ index: 1 }]);
    expect((await load.add([{ message: '{}' }])).rejected).toMatchObject([{ index: 0 }]);
    expect(await load.finish()).toEqual({ stored: 1, duplicates: 0, rejected: [] });
  });

  it('may run beside appends of the same events', async () => {
    const load = open.store.bulkEcs();
    await load.add([event(0), event(2)]);
    expect(await open.store.appendEcs([event(0), event(4)])).toMatchObject({ stored: 2 });
    expect(await load.finish()).toMatchObject({ stored: 1, duplicates: 1 });
  });

  it('tells when the store fails, and stores no more', async () => {
    await open.store.appendEcs([event(0)]);
    await run(`DROP TABLE "${open.store.groups()[0]?.table}"`);
    const load = open.store.bulkEcs();
    await load.add([event(2)]);
    await expect(load.finish()).rejects.toThrow(/does not exist/);
    await expect(load.finish()).rejects.toThrow(/does not exist/);
  });
});
