// Statements on DuckDB: what goes in as parameter or constant, what comes out as cell, and how a statement is stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine.ts';
import type { ParameterValue } from '../statement.ts';
import { Database } from './database.ts';
import { duckDbEngine } from './duckdb-engine.ts';

const dataDir = mkdtempSync(`${tmpdir()}/shiplog-engine-`);
let database: Database;
let engine: Engine;

beforeAll(async () => {
  database = await Database.open({ dataDir, clock: () => 0, readersMax: 1 });
  engine = duckDbEngine(database);
});
afterAll(() => {
  database.close();
  rmSync(dataDir, { recursive: true });
});

const run = (
  text: string,
  parameters: readonly ParameterValue[] = [],
  constants: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
) => engine.run({ text, parameters, constants, columns: [] }, signal);

describe('duckDbEngine', () => {
  it('binds parameters with their types', async () => {
    const { rows } = await run('SELECT $p1, $p2, $p3, $p4, $p5, typeof($p2), typeof($p3)', [
      "it's \0 text",
      1.5,
      2n ** 62n,
      true,
      null,
    ]);
    expect(rows).toEqual([["it's \0 text", 1.5, 2n ** 62n, true, null, 'DOUBLE', 'BIGINT']]);
  });

  it('returns numbers of every width, and decimals as numbers', async () => {
    const { rows } = await run(
      'SELECT 1::UINTEGER, 2::BIGINT, 3::HUGEINT, 0.25, 1e300, sum(x) FROM range(3) r(x)',
    );
    expect(rows).toEqual([[1, 2n, 3n, 0.25, 1e300, 3n]]);
  });

  it('sets constants before planning, which regular expressions with groups need', async () => {
    const text = `SELECT regexp_extract('task/a/b', getvariable('k1'), ['one', 'two']).two`;
    expect((await run(text, [], { k1: 'task/(\\w)/(\\w)' })).rows).toEqual([['b']]);
    expect((await run(text, [], { k1: "task/(\\w)/('?\\w)" })).rows).toEqual([['b']]);
  });

  it('ignores parameters that the text does not use, and misses those that it does', async () => {
    expect((await run('SELECT $p2', ['not used', 'used'])).rows).toEqual([['used']]);
    await expect(run('SELECT $p2', ['not used'])).rejects.toThrow(/no value for p?2/);
  });

  it('refuses results that are no cells', async () => {
    await expect(run('SELECT [1, 2]')).rejects.toThrow(/must return text, numbers or booleans/);
  });

  it('reports what DuckDB refuses, and goes on', async () => {
    await expect(run('SELECT no_such_column')).rejects.toThrow(/no_such_column/);
    expect((await run('SELECT 1')).rows).toEqual([[1]]);
  });

  it('cannot read or write files, whatever the text', async () => {
    await expect(run(`SELECT * FROM read_text('/etc/hostname')`)).rejects.toThrow(/disabled/);
    await expect(run(`COPY (SELECT 1) TO '${dataDir}/out.csv'`)).rejects.toThrow(/disabled/);
  });

  it('is stopped by its signal, before and while it runs', async () => {
    await expect(run('SELECT 1', [], {}, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    const controller = new AbortController();
    const endless = run('SELECT count(*) FROM range(1000000000000)', [], {}, controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
    expect((await run('SELECT 1')).rows).toEqual([[1]]);
  });

  it('is stopped while it waits for its turn', async () => {
    const first = new AbortController();
    const second = new AbortController();
    const running = run('SELECT count(*) FROM range(1000000000000)', [], {}, first.signal);
    const waiting = run('SELECT 1', [], {}, second.signal);
    second.abort();
    setTimeout(() => first.abort(), 50);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
