// Results in their folder: what a process that was killed leaves, what a disk can do to a file, and what a page reads.
import { mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resultBlockRows } from '../../limits.ts';
import type { QueryState } from '../query.ts';
import { DamagedResult } from './result-file.ts';
import { ResultStore } from './result-store.ts';

const state: QueryState = {
  id: 'q',
  request: { text: 'fields a', logGroups: ['/g'], startMs: 0, endMs: 9 },
  logGroups: ['/g'],
  status: 'Complete',
  startedMs: 5,
  endedMs: 6,
  columns: [{ name: 'a', kind: 'text' }],
  rowCount: 0,
  statistics: { recordsMatched: 1, recordsScanned: 1, bytesScanned: 1, logGroupsScanned: 1 },
};
const rows = Array.from({ length: 2 * resultBlockRows + 1 }, (_, index) => [`row ${index}`, null]);

let directory: string;
let problems: string[];
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'shiplog-results-')), 'results');
  problems = [];
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

const newStore = () =>
  new ResultStore({
    directory,
    bytesMax: 1_000_000_000,
    onProblem: (message, cause) => problems.push(cause === undefined ? message : `${message}: ${cause}`),
  });
const file = () => join(directory, 'q.result');

/** Three blocks, the last of one row. */
async function saveRows(): Promise<QueryState> {
  const store = newStore();
  const result = store.begin(state);
  for (let start = 0; start < rows.length; start += 700) await result.add(rows.slice(start, start + 700));
  const ended = { ...state, rowCount: result.rowCount };
  await store.save(result, ended);
  return ended;
}

describe('a saved result', () => {
  it('is read in pages, wherever they begin', async () => {
    const ended = await saveRows();
    const [kept] = await newStore().load(new Set(), 0);
    expect(kept?.state).toEqual(ended);
    expect(kept?.state.rowCount).toBe(rows.length);
    for (const [start, count] of [
      [0, 1],
      [0, rows.length],
      [resultBlockRows - 1, 2],
      [1_399, 702],
      [rows.length - 1, 5],
      [rows.length, 5],
      [7, 0],
    ] as const) {
      expect(await kept?.result.page(start, count)).toEqual(rows.slice(start, start + count));
    }
    expect(problems).toEqual([]);
  });

  it('is read in shorter pages when the rows are large, one row at least', async () => {
    await saveRows();
    const [kept] = await newStore().load(new Set(), 0);
    expect(await kept?.result.page(0, 10, 1)).toEqual(rows.slice(0, 1));
    expect(await kept?.result.page(5, 10, 30)).toEqual(rows.slice(5, 8));
    expect(await kept?.result.page(5, 10, 1_000)).toEqual(rows.slice(5, 15));
  });

  it('says so when a block is not what was written', async () => {
    await saveRows();
    const bytes = readFileSync(file());
    bytes.write('ROW', bytes.indexOf('row 0'));
    writeFileSync(file(), bytes);
    const [kept] = await newStore().load(new Set(), 0);
    await expect(kept?.result.page(0, 1)).rejects.toThrow(DamagedResult);
    await expect(kept?.result.page(0, 1)).rejects.toThrow(
      "The result of query 'q' is damaged on disk; run the query again",
    );
    expect(await kept?.result.page(rows.length - 1, 1)).toEqual(rows.slice(-1));
  });

  it('that is gone says so too', async () => {
    await saveRows();
    const [kept] = await newStore().load(new Set(), 0);
    rmSync(file());
    await expect(kept?.result.page(0, 1)).rejects.toThrow(DamagedResult);
  });

  it('may have a long end', async () => {
    const store = newStore();
    const logGroups = Array.from({ length: 3_000 }, (_, index) => `/a/log/group/of/many/${index}`);
    const many = { ...state, logGroups, request: { ...state.request, logGroups } };
    const result = store.begin(many);
    await store.save(result, many);
    expect((await newStore().load(new Set(), 0))[0]?.state).toEqual(many);
  });
});

describe('what a process that was killed leaves', () => {
  it('is a query that failed, whatever it had found', async () => {
    const result = newStore().begin({ ...state, status: 'Scheduled' });
    await result.add(rows);
    const [kept] = await newStore().load(new Set(), 0);
    expect(kept?.state).toMatchObject({
      id: 'q',
      status: 'Failed',
      rowCount: 0,
      failure: 'The server ended while this query ran; start it again.',
    });
    expect(await kept?.result.page(0, 10)).toEqual([]);
    // It is written down, so that it says the same the next time.
    expect((await newStore().load(new Set(), 0))[0]?.state).toEqual(kept?.state);
    await result.save(state);
  });

  it.each([0, 1, 40, 200])('is told when even its beginning is not there (%i bytes)', async (length) => {
    await saveRows();
    truncateSync(file(), length);
    expect(await newStore().load(new Set(), 0)).toEqual([]);
    expect(problems).toEqual([`The file ${file()} is damaged; it is skipped`]);
  });

  it('fails when the end is cut off or torn', async () => {
    await saveRows();
    const whole = readFileSync(file());
    for (const bytes of [
      whole.subarray(0, -1),
      whole.subarray(0, -30),
      Buffer.from(whole).fill(0, whole.length - 60, whole.length - 40),
    ]) {
      writeFileSync(file(), bytes);
      expect((await newStore().load(new Set(), 0))[0]?.state.status).toBe('Failed');
    }
  });

  it('goes when it is damaged and older than results are kept', async () => {
    await saveRows();
    truncateSync(file(), 3);
    utimesSync(file(), 100, 100);
    expect(await newStore().load(new Set(), 100_001)).toEqual([]);
    expect(problems).toEqual([]);
    expect(await newStore().load(new Set(), 100_001)).toEqual([]);
  });

  it('is nothing when there is no folder, or only other files', async () => {
    expect(await newStore().load(new Set(), 0)).toEqual([]);
    await saveRows();
    writeFileSync(join(directory, 'notes.txt'), 'mine');
    expect(await newStore().load(new Set(['q']), 0)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

it('a disk that refuses leaves the rows in memory, and is told', async () => {
  const store = newStore();
  await store.save(store.begin({ ...state, id: 'first' }), state);
  rmSync(directory, { recursive: true });
  const result = store.begin(state);
  await result.add([['here']]);
  await store.save(result, state);
  expect(await result.page(0, 10)).toEqual([['here']]);
  expect(problems).toEqual([
    expect.stringMatching(/^The result of query 'q' is not kept beyond this server's life: Error: ENOENT/),
  ]);
  await expect(store.begin(state).add(rows)).rejects.toThrow(
    /^The result could not be written to disk: ENOENT/,
  );
});
