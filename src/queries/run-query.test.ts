import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../store/open-store.ts';
import { QueryRejected, UnknownLogGroup } from './compile-query.ts';
import { decodePointer } from './pointer.ts';
import type { QueryRequest, QueryResult, ResultRow } from './query.ts';
import { runQuery, streamQuery } from './run-query.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-query-'));
let open: OpenStore;

const events = [
  { timestampMs: 1_000, message: '{"level":"info","took":12.5,"ok":true}' },
  { timestampMs: 2_000, message: '{"level":"warn","took":"7"}' },
  { timestampMs: 3_000, message: 'took 30 ms' },
  { timestampMs: 61_000, message: '{"level":"info","took":1}' },
];

beforeAll(async () => {
  open = await openStore({ dataDir, clock: () => 100_000 });
  await open.store.append('/app/one', events);
  await open.store.append('/app/two', [{ timestampMs: 5_000, message: '{"level":"info","extra":1}' }]);
});

afterAll(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

function run(text: string, request: Partial<QueryRequest> = {}): Promise<QueryResult> {
  return runQuery(
    { text, logGroups: ['/app/one'], startMs: 0, endMs: 100_000, ...request },
    { store: open.store, engine: open.engine, nowMs: () => 100_000, accountId: '123456789012' },
  );
}

describe('a query over stored events', () => {
  it('gives the API its strings, newest first, absent cells as null, a pointer at the end', async () => {
    const { columns, rows } = await run('fields @timestamp, level, took * 2 as twice, @log');
    expect(columns.map((column) => column.name)).toEqual(['@timestamp', 'level', 'twice', '@log', '@ptr']);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['1970-01-01 00:01:01.000', 'info', '2', '123456789012:/app/one'],
      ['1970-01-01 00:00:03.000', null, null, '123456789012:/app/one'],
      ['1970-01-01 00:00:02.000', 'warn', '14', '123456789012:/app/one'],
      ['1970-01-01 00:00:01.000', 'info', '25', '123456789012:/app/one'],
    ]);
    expect(new Set(rows.map((row) => decodePointer(row[4] ?? '')?.sequence)).size).toBe(4);
  });

  it('finds fields that are named like what every object of JavaScript has', async () => {
    const message = '{"constructor":"a","__proto__":"b","toString":"c"}';
    await open.store.append('/app/named', [{ timestampMs: 1, message }]);
    const query = 'fields constructor, `__proto__`, toString | filter constructor = "a"';
    const { rows } = await run(query, { logGroups: ['/app/named'] });
    await open.store.deleteGroup('/app/named');
    expect(rows.map((row) => row.slice(0, 3))).toEqual([['a', 'b', 'c']]);
  });

  it('counts what it scanned and what matched, before limits', async () => {
    const { statistics, rows } = await run('filter level = "info" | limit 1');
    expect(rows).toHaveLength(1);
    const bytes = events.reduce((sum, event) => sum + event.message.length, 0);
    expect(statistics).toEqual({
      recordsMatched: 2,
      recordsScanned: 4,
      bytesScanned: bytes,
      logGroupsScanned: 1,
    });
  });

  it.each([
    ['filter ispresent(level) | stats count(*) by level', 3],
    ['filter ispresent(level) | stats count(*) as n by level | sort n desc | limit 1', 3],
    ['filter ispresent(level) | stats count(*) as n by level | filter n > 1', 3],
    ['filter ispresent(level) | stats count(*) as n by level | stats max(n)', 3],
    ['filter level = "none" | stats count(*) by level', 0],
    ['stats count(*) by level', 4],
    ['filter ispresent(level) | limit 1 | stats count(*)', 3],
    ['filter ispresent(level) | dedup level', 3],
    ['filter ispresent(level) | fields level | limit 2', 3],
  ])('%s matched %i', async (text, matched) => {
    expect((await run(text)).statistics.recordsMatched).toBe(matched);
  });

  it('reads several groups as one', async () => {
    const { rows } = await run('stats count(*) as n, count(extra) as e by level', { logGroups: 'all' });
    expect(rows).toEqual([
      ['info', '3', '1'],
      ['warn', '1', '0'],
      [null, '1', '0'],
    ]);
  });

  it('includes both ends of the range', async () => {
    const { rows } = await run('fields took', { startMs: 2_000, endMs: 3_000 });
    expect(rows).toHaveLength(2);
  });

  it('has a histogram of the matching events when asked', async () => {
    const { histogram } = await run('filter level = "info"', { histogram: true });
    expect(histogram).toEqual({
      bucketMs: 1_000,
      buckets: [
        { startMs: 1_000, count: 1 },
        { startMs: 61_000, count: 1 },
      ],
    });
  });

  it('runs over no groups at all', async () => {
    const { rows, statistics } = await run('stats count(*)', { logGroups: [] });
    expect(rows).toEqual([]);
    expect(statistics.recordsScanned).toBe(0);
  });
});

describe('a query that somebody looks at while it runs', () => {
  /** The rows by the calls that brought them, read in slices of time. */
  async function sliced(text: string): Promise<{ parts: (readonly ResultRow[])[]; matched: number }> {
    const parts: (readonly ResultRow[])[] = [];
    const { statistics } = await streamQuery(
      { text, logGroups: ['/app/one', '/app/two'], startMs: 0, endMs: 64_000 },
      {
        store: open.store,
        engine: open.engine,
        nowMs: () => 100_000,
        accountId: '123456789012',
        slicedFromRecords: 1,
      },
      { begin: () => {}, add: (rows) => void parts.push(rows), scanned: () => {} },
    );
    return { parts, matched: statistics.recordsMatched };
  }

  it.each([
    ['fields @timestamp, level', 5],
    ['fields took | limit 3', 3],
    ['filter level = "info" | fields level, extra', 2],
    ['filter level = "none"', 0],
    ['fields jsonParse(@message) as j | fields j.level', 3],
  ])('has the rows of %s as they are otherwise, in parts', async (text, partsLeast) => {
    const whole = await run(text, { logGroups: ['/app/one', '/app/two'], endMs: 64_000 });
    const { parts, matched } = await sliced(text);
    expect(parts.flat()).toEqual(whole.rows);
    expect(matched).toBe(whole.statistics.recordsMatched);
    expect(parts.filter((rows) => rows.length > 0).length).toBeGreaterThanOrEqual(Math.min(partsLeast, 2));
  });
});

describe('a query that cannot run', () => {
  it('is rejected with everything that is wrong with it', async () => {
    const failure = await run('filter x like /(/ | fields a as b | fields c as b').catch(
      (cause: unknown) => cause,
    );
    expect(failure).toBeInstanceOf(QueryRejected);
    expect((failure as QueryRejected).diagnostics.length).toBeGreaterThanOrEqual(2);
  });

  it('is rejected when it nests beyond what the engine can read in a second', async () => {
    let expression = 'took';
    for (let depth = 0; depth < 150; depth++) expression = `strlen(${expression})`;
    const failure = await run(`fields ${expression} as x`).catch((cause: unknown) => cause);
    expect((failure as QueryRejected).diagnostics.map(({ code }) => code)).toEqual(['nesting-too-deep']);
  });

  it('runs when it nests functions that need their operand several times', async () => {
    let expression = 'took';
    for (let depth = 0; depth < 40; depth++) expression = `if(${expression} = 1, "a", "b")`;
    const { rows } = await run(`fields ${expression} as x | limit 1`);
    expect(rows[0]?.[0]).toBe('b');
  });

  it('names a log group that is missing', async () => {
    const failure = await run('fields a', { logGroups: ['/nope'] }).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(UnknownLogGroup);
    expect((failure as UnknownLogGroup).logGroup).toBe('/nope');
  });

  it('stops when told to', async () => {
    const abort = new AbortController();
    abort.abort();
    const request = { text: 'fields a', logGroups: ['/app/one'], startMs: 0, endMs: 1 };
    const environment = { store: open.store, engine: open.engine, nowMs: () => 0, accountId: '1' };
    await expect(runQuery(request, environment, abort.signal)).rejects.toThrow(/stopped|abort/i);
  });
});

describe('a log group that is deleted', () => {
  it('before its query has begun is missing, whatever has its name since', async () => {
    await open.store.append('/gone', [{ timestampMs: 1_000, message: 'old' }]);
    const { store, engine } = open;
    const late: typeof engine = {
      ...engine,
      run: (...given) => engine.run(...given),
      snapshot: (...given) => engine.snapshot(...given),
      async stream(...given) {
        await store.deleteGroup('/gone');
        await store.append('/gone', [{ timestampMs: 1_000, message: 'new' }]);
        return engine.stream(...given);
      },
    };
    const request = { text: 'fields @message', logGroups: ['/gone'], startMs: 0, endMs: 9_000 };
    const environment = { store, engine: late, nowMs: () => 100_000, accountId: '123456789012' };
    await expect(runQuery(request, environment)).rejects.toThrow(UnknownLogGroup);
  });
});
