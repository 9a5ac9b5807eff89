// Statements on DuckDB: what goes in as parameter or constant, what comes out as cell, and how a statement is stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, OutOfMemory, type Rows } from '../engine.ts';
import type { ParameterValue } from '../statement.ts';
import { Database } from './database.ts';
import { duckDbEngine } from './duckdb-engine.ts';

const dataDir = mkdtempSync(`${tmpdir()}/shiplog-engine-`);
let database: Database;
let engine: Engine;

beforeAll(async () => {
  database = await Database.open({ dataDir, clock: () => 0, readersMax: 1, memoryMegabytesMax: 128 });
  engine = duckDbEngine(database);
});
afterAll(async () => {
  await database.close();
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

  it('keeps a byte-order mark at the beginning of a text and inside', async () => {
    const texts = ['\ufeff', '\ufeff{}', `\ufeff${'long '.repeat(10)}`, 'a\ufeffb'];
    const { rows } = await run('SELECT $p1, $p2, $p3, $p4', texts);
    expect(rows).toEqual([texts]);
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
    const refusal = expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    second.abort();
    await refusal;
    first.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says when memory does not do, and goes on', async () => {
    const large = `SELECT list(repeat('x', 1000000) || n) :: VARCHAR FROM range(1000) r(n)`;
    await expect(run(large)).rejects.toBeInstanceOf(OutOfMemory);
    await expect(run(`SELECT repeat('x', 5000000000)`)).rejects.toBeInstanceOf(OutOfMemory);
    expect((await run('SELECT 1')).rows).toEqual([[1]]);
  });
});

describe('rows as they come', () => {
  const stream = (text: string, take: (rows: Rows) => void, signal?: AbortSignal) =>
    engine.stream({ text, parameters: [], constants: {}, columns: [] }, take, signal);

  it('are all there and in order, few at a time when they are wide', async () => {
    const wide = Array.from({ length: 50 }, () => 'n').join(', ');
    const portions: number[] = [];
    let next = 0;
    await stream(`SELECT ${wide} FROM range(10000) r(n)`, (rows) => {
      portions.push(rows.length);
      for (const [cell] of rows) expect(Number(cell)).toBe(next++);
    });
    expect(next).toBe(10_000);
    expect(Math.max(...portions)).toBe(100);
  });

  it('are few at a time when they are long', async () => {
    const portions: number[] = [];
    await stream(`SELECT repeat('x', 1000000) FROM range(20)`, (rows) => void portions.push(rows.length));
    expect(portions).toEqual([3, 3, 3, 3, 3, 3, 2]);
  });

  it('let other work happen in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const wide = Array.from({ length: 200 }, () => `repeat('x', 100)`).join(', ');
    await stream(`SELECT ${wide} FROM range(1000)`, () => {});
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  it('end where whoever takes them has had enough, and hold nothing', async () => {
    let taken = 0;
    const enough = new Error('enough');
    const taking = stream('SELECT range FROM range(1000000000000)', (rows) => {
      taken += rows.length;
      if (taken > 10_000) throw enough;
    });
    await expect(taking).rejects.toBe(enough);
    const { rows } = await run(`SELECT count(*) FROM duckdb_memory() WHERE memory_usage_bytes > 50000000`);
    expect(rows).toEqual([[0n]]);
  });

  it('end when the signal fires between them', async () => {
    const controller = new AbortController();
    const taking = stream(
      'SELECT range FROM range(1000000000000)',
      () => controller.abort(),
      controller.signal,
    );
    await expect(taking).rejects.toMatchObject({ name: 'AbortError' });
    expect((await run('SELECT 1')).rows).toEqual([[1]]);
  });
});

it('answers a signal at once although DuckDB lets go later', async () => {
  const controller = new AbortController();
  // One value that takes DuckDB seconds, without looking up.
  const slow = run(
    `SELECT len(list_sort(list_transform(range(3000000), x -> hash(x))))`,
    [],
    {},
    controller.signal,
  );
  const asked = performance.now();
  setTimeout(() => controller.abort(), 30);
  await expect(slow).rejects.toMatchObject({ name: 'AbortError' });
  expect(performance.now() - asked).toBeLessThan(1_000);
  expect((await run('SELECT 1')).rows).toEqual([[1]]);
});

describe('a snapshot', () => {
  const count = { text: 'SELECT count(*) FROM counted', parameters: [], constants: {}, columns: [] };
  let writer: Awaited<ReturnType<Database['connect']>>;
  const grow = () => writer.run('INSERT INTO counted VALUES (1)');
  const counted = async () => (await engine.run(count)).rows[0]?.[0];

  beforeAll(async () => {
    writer = await database.connect();
    await writer.run('CREATE TABLE counted (n INTEGER)');
  });
  afterAll(() => writer.closeSync());

  it('shows the events of one moment, also to statements that are asked for at once', async () => {
    await engine.snapshot(async (moment) => {
      expect((await moment.run(count)).rows).toEqual([[0n]]);
      await grow();
      const again = await Promise.all([moment.run(count), moment.run(count)]);
      expect(again.map(({ rows }) => rows)).toEqual([[[0n]], [[0n]]]);
    });
    expect(await counted()).toBe(1n);
  });

  it('leaves nothing behind when it fails or is stopped', async () => {
    await expect(
      engine.snapshot((moment) => moment.run({ ...count, text: 'SELECT gone' })),
    ).rejects.toThrow();
    await grow();
    expect(await counted()).toBe(2n);
    const controller = new AbortController();
    const stopped = engine.snapshot(async (moment) => {
      await moment.run(count);
      setTimeout(() => controller.abort(), 20);
      return moment.run({ ...count, text: 'SELECT count(*) FROM range(1000000000000)' }, controller.signal);
    }, controller.signal);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    await grow();
    expect(await counted()).toBe(3n);
  });
});
