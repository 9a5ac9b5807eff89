// One data directory, one holder: opening, lending connections, being refused.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataDirectoryInUse, readHolder } from './data-directory.ts';
import { Database } from './database.ts';

let dataDir: string;
const clock = () => 1_000;

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'shiplog-database-')), 'data');
});
afterEach(() => rmSync(join(dataDir, '..'), { recursive: true }));

describe('Database', () => {
  it('creates the directory, tells who holds it, and gives it back', async () => {
    const database = await Database.open({ dataDir, clock });
    expect(readHolder(dataDir)).toEqual({ pid: process.pid, sinceMs: 1_000 });
    expect(existsSync(database.filePath)).toBe(true);
    await database.close();
    expect(readHolder(dataDir)).toBeNull();
    await (await Database.open({ dataDir, clock })).close();
  });

  it('is refused to a second store of the same process', async () => {
    const database = await Database.open({ dataDir, clock });
    const refusal = await Database.open({ dataDir, clock }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataDirectoryInUse);
    expect(String(refusal)).toContain(`${dataDir} is in use by process ${process.pid}`);
    await database.close();
  });

  it('is refused while another process holds it, naming that process and not one that is gone', async () => {
    await (await Database.open({ dataDir, clock })).close();
    const holder = await holdInChild(join(dataDir, 'shiplog.duckdb'));
    // What a killed process leaves behind.
    writeFileSync(join(dataDir, 'holder.json'), '{"pid":1,"sinceMs":0}');
    try {
      const refusal = await Database.open({ dataDir, clock }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(DataDirectoryInUse);
      expect((refusal as DataDirectoryInUse).holder?.pid).toBe(holder.pid);
      expect(String(refusal)).toMatch(/in use by process \d+\. Stop that process or name another directory/);
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'exit');
    }
    await (await Database.open({ dataDir, clock })).close();
  });

  it('is refused by whatever path it is named', async () => {
    const database = await Database.open({ dataDir, clock });
    symlinkSync(dataDir, `${dataDir}-link`);
    await expect(Database.open({ dataDir: `${dataDir}-link`, clock })).rejects.toThrow(/is in use by/);
    await database.close();
  });

  it('opens over what a killed process has left behind', async () => {
    await (await Database.open({ dataDir, clock })).close();
    writeFileSync(join(dataDir, 'holder.json'), '{"pid":1,"sinceMs":0}');
    writeFileSync(join(dataDir, 'tmp', 'spilled'), '');
    const database = await Database.open({ dataDir, clock });
    expect(readHolder(dataDir)?.pid).toBe(process.pid);
    expect(readdirSync(join(dataDir, 'tmp'))).toEqual([]);
    await database.close();
  });

  it('passes on what else goes wrong', async () => {
    writeFileSync(join(dataDir, '..', 'file'), '');
    await expect(Database.open({ dataDir: join(dataDir, '..', 'file'), clock })).rejects.toThrow(
      /EEXIST|ENOTDIR/,
    );
    const database = await Database.open({ dataDir, clock });
    await database.close();
    writeFileSync(database.filePath, 'no database '.repeat(1_000));
    await expect(Database.open({ dataDir, clock })).rejects.toThrow(/not a valid DuckDB database/);
  });

  it('lends as many connections as it may, and makes others wait their turn', async () => {
    const database = await Database.open({ dataDir, clock, readersMax: 2 });
    let busy = 0;
    let busiest = 0;
    const work = Array.from({ length: 6 }, (_, n) =>
      database.withReader(async (connection) => {
        busiest = Math.max(busiest, ++busy);
        const rows = (await connection.runAndReadAll(`SELECT ${n}`)).getRows();
        busy--;
        if (n === 3) throw new Error('work may fail');
        return rows[0]?.[0];
      }),
    );
    const results = await Promise.allSettled(work);
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
      0,
      1,
      2,
      'failed',
      4,
      5,
    ]);
    expect(busiest).toBe(2);
    await database.close();
  });
});

/** Another process with the DuckDB file open. */
async function holdInChild(file: string) {
  const duckdb = createRequire(import.meta.url).resolve('@duckdb/node-api');
  const script = `
    const { DuckDBInstance } = require(${JSON.stringify(duckdb)});
    DuckDBInstance.create(${JSON.stringify(file)}).then(() => {
      console.log('held');
      setInterval(() => {}, 1000);
    });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
