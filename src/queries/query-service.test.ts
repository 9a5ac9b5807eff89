// Lives of queries over a hand-driven runner and clock: what a poller sees, what stop does, what is kept and forgotten when.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  concurrentQueriesMax,
  keptQueriesMax,
  resultBlockRows,
  unsavedResultsMax,
  waitingQueriesMax,
} from '../limits.ts';
import type { QueryOutcome, QueryRequest, QueryState, ResultRow, ResultSink } from './query.ts';
import { QueryService, TooManyQueries } from './query-service.ts';
import { QueryStopped } from './query-stopped.ts';
import { ResultStore } from './results/result-store.ts';

const request: QueryRequest = { text: 'limit 1', logGroups: ['/g'], startMs: 0, endMs: 999 };
const retentionMs = 1_000_000;
const columns = [{ name: '@message', kind: 'text' }] as const;
const counted = { recordsMatched: 1, recordsScanned: 2, bytesScanned: 3, logGroupsScanned: 1 };
const outcome: QueryOutcome = { columns, statistics: counted, durationMs: 1, warnings: [] };

interface Run {
  readonly sink: ResultSink;
  readonly signal: AbortSignal;
  fail(cause: unknown): void;
  /** Gives the rows and ends. */
  complete(...rows: readonly ResultRow[]): Promise<void>;
}

const folders: string[] = [];
const closing: QueryService[] = [];
afterEach(async () => {
  for (const service of closing.splice(0)) await service.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Polls until it holds; the time of the test is the limit. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2));
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shiplog-service-'));
  folders.push(folder);
  return folder;
}

/** A service whose queries end when the test says so. */
function rig({
  folder = newFolder(),
  check = () => ['/g'],
  bytesMax = 1_000_000_000,
}: {
  readonly folder?: string;
  readonly check?: (request: QueryRequest) => readonly string[];
  readonly bytesMax?: number;
} = {}) {
  const runs: Run[] = [];
  const failures: QueryState[] = [];
  const problems: string[] = [];
  const clock = { nowMs: 1_000 };
  let ids = 0;
  const service = new QueryService({
    check,
    run: (_, sink, signal) =>
      new Promise((resolve, fail) => {
        const complete = async (...rows: readonly ResultRow[]): Promise<void> => {
          sink.begin(columns);
          await sink.add(rows);
          resolve(outcome);
        };
        runs.push({ sink, signal, complete, fail });
        signal.addEventListener('abort', () => fail(signal.reason));
      }),
    results: new ResultStore({
      directory: join(folder, 'results'),
      bytesMax,
      onProblem: (message) => problems.push(message),
    }),
    retentionMs,
    nowMs: () => clock.nowMs,
    newId: () => `q${++ids}`,
    onFailure: (state) => failures.push(state),
  });
  closing.push(service);
  const ended = (id: string) => until(async () => (await service.get(id))?.endedMs !== undefined);
  const files = () =>
    existsSync(join(folder, 'results')) ? readdirSync(join(folder, 'results')).toSorted() : [];
  return { service, folder, runs, clock, failures, problems, ended, files };
}

describe('a started query', () => {
  it('runs in the background and keeps its rows', async () => {
    const { service, runs, clock, ended } = rig();
    const id = service.start(request, 'somebody');
    const started = { id: 'q1', request, startedBy: 'somebody', logGroups: ['/g'], startedMs: 1_000 };
    const nothing = { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 };
    expect(await service.get(id)).toEqual({
      ...started,
      status: 'Running',
      ranMs: 1_000,
      columns: [],
      rowCount: 0,
      statistics: nothing,
    });
    clock.nowMs = 1_250;
    await runs[0]?.complete(['hello'], [null]);
    await ended(id);
    expect(await service.get(id)).toEqual({
      ...started,
      status: 'Complete',
      ranMs: 1_000,
      endedMs: 1_250,
      columns,
      rowCount: 2,
      statistics: counted,
    });
    expect(await service.rows(id, 0, 10)).toEqual([['hello'], [null]]);
    expect(await service.rows(id, 1, 1)).toEqual([[null]]);
  });

  it('is refused before anything runs when it does not compile', async () => {
    const { service, runs, files } = rig({
      check: () => {
        throw new Error('no such command');
      },
    });
    expect(() => service.start(request)).toThrow('no such command');
    expect(runs).toHaveLength(0);
    expect(await service.list()).toEqual([]);
    expect(files()).toEqual([]);
  });

  it('shows what it has found while it runs', async () => {
    const { service, runs } = rig();
    const id = service.start(request);
    runs[0]?.sink.begin(columns);
    runs[0]?.sink.scanned?.({ recordsScanned: 9, bytesScanned: 90, logGroupsScanned: 1 });
    await runs[0]?.sink.add([['a'], ['b']]);
    expect(await service.get(id)).toMatchObject({
      status: 'Running',
      columns,
      rowCount: 2,
      statistics: { recordsMatched: 0, recordsScanned: 9, bytesScanned: 90 },
    });
    expect(await service.rows(id, 0, 1)).toEqual([['a']]);
  });

  it('fails once, as a sentence and to the owner, without rows', async () => {
    const { service, runs, failures, ended } = rig();
    const id = service.start(request);
    await runs[0]?.sink.add([['half']]);
    runs[0]?.fail(new Error('disk is gone'));
    await ended(id);
    expect(await service.get(id)).toMatchObject({ status: 'Failed', failure: 'disk is gone', rowCount: 0 });
    expect(await service.rows(id, 0, 10)).toEqual([]);
    expect(failures.map((state) => state.id)).toEqual([id]);
  });

  it('keeps what it found in time when its time is over', async () => {
    const { service, runs, ended } = rig();
    const id = service.start(request);
    await runs[0]?.sink.add([['found']]);
    runs[0]?.fail(new QueryStopped('time', 'too long'));
    await ended(id);
    expect(await service.get(id)).toMatchObject({ status: 'Timeout', failure: 'too long', rowCount: 1 });
    expect(await service.rows(id, 0, 10)).toEqual([['found']]);
  });
});

describe('stop', () => {
  it('ends a running query at once, keeps its rows and takes no more', async () => {
    const { service, runs, failures } = rig();
    const id = service.start(request);
    runs[0]?.sink.begin(columns);
    await runs[0]?.sink.add([['found']]);
    expect(await service.stop(id)).toBe('stopped');
    expect(runs[0]?.signal.aborted).toBe(true);
    await runs[0]?.sink.add([['too late']]);
    expect(await service.get(id)).toMatchObject({ status: 'Cancelled', columns, rowCount: 1 });
    expect(await service.rows(id, 0, 10)).toEqual([['found']]);
    expect(failures).toEqual([]);
    expect(await service.stop(id)).toBe('ended');
    expect(await service.stop('q9')).toBe('unknown');
  });

  it('keeps the rows that are on their way to the disk', async () => {
    const { service, runs, folder } = rig();
    const id = service.start(request);
    const rows = Array.from({ length: resultBlockRows + 5 }, (_, index) => [`row ${index}`]);
    runs[0]?.sink.begin(columns);
    const writing = runs[0]?.sink.add(rows);
    await runs[0]?.sink.add([['last']]);
    await service.stop(id);
    await writing;
    expect(await service.rows(id, resultBlockRows + 3, 10)).toEqual([
      [`row ${resultBlockRows + 3}`],
      [`row ${resultBlockRows + 4}`],
      ['last'],
    ]);
    await service.close();
    const { service: next } = rig({ folder });
    expect(await next.get(id)).toMatchObject({ status: 'Cancelled', rowCount: resultBlockRows + 6 });
    expect(await next.rows(id, resultBlockRows + 5, 10)).toEqual([['last']]);
  });
});

describe('many queries', () => {
  it('are listed newest first', async () => {
    const { service } = rig();
    service.start(request);
    service.start(request);
    expect((await service.list()).map((state) => state.id)).toEqual(['q2', 'q1']);
  });

  it('wait for their turn, and are refused when too many wait', async () => {
    const { service, runs, ended } = rig();
    const started = concurrentQueriesMax + waitingQueriesMax;
    for (let count = 0; count < started; count += 1) service.start(request);
    expect(runs).toHaveLength(concurrentQueriesMax);
    const first = `q${concurrentQueriesMax + 1}`;
    expect(await service.get(first)).toMatchObject({ status: 'Scheduled' });
    expect(() => service.start(request)).toThrow(TooManyQueries);
    await service.stop('q1');
    await until(() => runs.length === concurrentQueriesMax + 1);
    expect(await service.get(first)).toMatchObject({ status: 'Running' });
    await service.stop(`q${concurrentQueriesMax + 2}`);
    await runs[1]?.complete();
    await ended('q2');
    await until(() => runs.length === concurrentQueriesMax + 2);
    expect(await service.get(`q${concurrentQueriesMax + 2}`)).toMatchObject({ status: 'Cancelled' });
    expect(await service.get(`q${concurrentQueriesMax + 3}`)).toMatchObject({ status: 'Running' });
  });

  it('hold their places when the disk cannot follow', async () => {
    const { service, runs } = rig();
    const total = unsavedResultsMax * 3;
    for (let count = 0; count < total; count += 1) service.start(request);
    let done = 0;
    await until(async () => {
      for (; done < runs.length; done += 1) await runs[done]?.complete(['x']);
      return done === total;
    });
    await until(async () => (await service.list()).every(({ status }) => status === 'Complete'));
  });
});

describe('what is kept', () => {
  it('is there after a restart, with what ran when the server ended', async () => {
    const { service, runs, clock, folder, ended } = rig();
    const done = service.start(request, 'somebody');
    const rows = Array.from({ length: resultBlockRows * 2 + 1 }, (_, index) => [`é ${index}`]);
    await runs[0]?.complete(...rows.slice(0, resultBlockRows), ...rows.slice(resultBlockRows));
    await ended(done);
    const before = await service.get(done);
    clock.nowMs += 1;
    const running = service.start({ ...request, logGroups: 'all', limit: 7 });
    await service.close();
    const { service: next } = rig({ folder });
    expect((await next.list()).map(({ id }) => id)).toEqual([running, done]);
    expect(await next.get(done)).toEqual(before);
    expect(await next.rows(done, resultBlockRows - 1, 3)).toEqual(
      rows.slice(resultBlockRows - 1, resultBlockRows + 2),
    );
    expect(await next.rows(done, rows.length - 1, 10)).toEqual(rows.slice(-1));
    expect(await next.get(running)).toMatchObject({
      request: { logGroups: 'all', limit: 7 },
      status: 'Failed',
      failure: 'The server ended while this query ran; start it again.',
    });
    expect(await next.stop(running)).toBe('ended');
  });

  it('goes after its time, running queries never', async () => {
    const { service, runs, clock, files, ended } = rig();
    const running = service.start(request);
    const done = service.start(request);
    await runs[1]?.complete(['x']);
    await ended(done);
    clock.nowMs += retentionMs;
    expect((await service.get(done))?.status).toBe('Complete');
    clock.nowMs += 1;
    expect(await service.get(done)).toBeUndefined();
    expect((await service.get(running))?.status).toBe('Running');
    await until(() => files().join() === `${running}.result`);
  });

  it('goes after its time while no server ran', async () => {
    const { service, runs, folder, files, ended } = rig();
    const id = service.start(request);
    await runs[0]?.complete(['x']);
    await ended(id);
    await service.close();
    const next = rig({ folder });
    next.clock.nowMs = 1_001 + retentionMs;
    expect(await next.service.list()).toEqual([]);
    await until(() => files().length === 0);
  });

  it('is bounded in number', async () => {
    const { service, folder } = rig();
    for (let count = 0; count <= 3; count += 1) await service.stop(service.start(request));
    await service.close();
    // A tenth of a second for each thousand files is too much for a test: states alone do.
    const many = rig({ folder });
    const results = { load: async () => manyStates(), remove: async () => {}, bytesMax: 1 };
    const bounded = new QueryService({
      check: () => [],
      run: () => new Promise(() => {}),
      results: results as unknown as ResultStore,
      retentionMs,
      nowMs: () => 1_000,
      newId: () => 'new',
    });
    const listed = await bounded.list();
    expect(listed).toHaveLength(keptQueriesMax);
    expect(listed.at(-1)?.id).toBe('kept1');
    expect(await many.service.list()).toHaveLength(4);
  });

  it('is bounded on the disk, and the one just made stays', async () => {
    const { service, runs, files, ended } = rig({ bytesMax: 3_000 });
    const cell = 'x'.repeat(1_000);
    for (const id of ['q1', 'q2', 'q3']) {
      service.start(request);
      await runs.at(-1)?.complete([cell]);
      await ended(id);
    }
    await until(async () => (await service.list()).length === 1);
    expect((await service.list()).map((state) => state.id)).toEqual(['q3']);
    expect(await service.rows('q3', 0, 1)).toEqual([[cell]]);
    await until(() => files().join() === 'q3.result');
  });

  it('has no result that is larger than all may be', async () => {
    const { service, runs } = rig({ bytesMax: 3_000 });
    service.start(request);
    expect(() => runs[0]?.sink.add([['x'.repeat(3_001)]])).toThrow(
      /^The result is larger than 3,000 bytes, the limit for one query\. Show fewer/,
    );
  });

  it('leaves out files that are damaged, and says so', async () => {
    const { service, runs, folder, ended } = rig();
    for (const id of ['q1', 'q2']) {
      service.start(request);
      await runs.at(-1)?.complete(['x']);
      await ended(id);
    }
    await service.close();
    writeFileSync(join(folder, 'results', 'q1.result'), 'nonsense');
    writeFileSync(join(folder, 'results', 'empty.result'), '');
    const next = rig({ folder });
    expect((await next.service.list()).map(({ id }) => id)).toEqual(['q2']);
    expect(next.problems.toSorted()).toEqual([
      expect.stringMatching(/empty\.result is damaged; it is skipped$/),
      expect.stringMatching(/q1\.result is damaged; it is skipped$/),
    ]);
  });
});

function manyStates() {
  const state = { request, logGroups: [], status: 'Complete', startedMs: 0, endedMs: 1_000 } as const;
  return Array.from({ length: keptQueriesMax + 1 }, (_, index) => ({
    state: { ...state, id: `kept${index}`, columns: [], rowCount: 0, statistics: counted },
    result: { bytes: 0, rowCount: 0 },
  }));
}

it('close stops what runs and waits for it', async () => {
  const { service, runs } = rig();
  const id = service.start(request);
  await service.close();
  expect(runs[0]?.signal.aborted).toBe(true);
  expect(id).toBe('q1');
});
