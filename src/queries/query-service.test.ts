// Lives of queries over a hand-driven runner and clock: what a poller sees, what stop does, what is forgotten when.
import { describe, expect, it } from 'vitest';
import { concurrentQueriesMax, keptQueriesMax, keptResultCharsMax, resultRetentionMs } from '../limits.ts';
import type { QueryRequest, QueryResult } from './query.ts';
import { QueryService, type QueryState, TooManyQueries } from './query-service.ts';

const request: QueryRequest = { text: 'limit 1', logGroups: ['/g'], startMs: 0, endMs: 999 };

function resultOf(cell: string): QueryResult {
  return {
    columns: [{ name: '@message', kind: 'text' }],
    rows: [[cell]],
    statistics: { recordsMatched: 1, recordsScanned: 1, bytesScanned: cell.length, logGroupsScanned: 1 },
    durationMs: 1,
    warnings: [],
  };
}

interface Run {
  readonly signal: AbortSignal;
  complete(result: QueryResult): void;
  fail(cause: unknown): void;
}

/** A service whose queries end when the test says so. */
function rig(check: (request: QueryRequest) => void = () => {}) {
  const runs: Run[] = [];
  const failures: QueryState[] = [];
  const clock = { nowMs: 1_000 };
  let ids = 0;
  const service = new QueryService({
    check,
    run: (_, signal) =>
      new Promise((complete, fail) => {
        runs.push({ signal, complete, fail });
        signal.addEventListener('abort', () => fail(signal.reason));
      }),
    nowMs: () => clock.nowMs,
    newId: () => `q${++ids}`,
    onFailure: (state) => failures.push(state),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { service, runs, clock, failures, settle };
}

describe('QueryService', () => {
  it('runs in the background and keeps the result', async () => {
    const { service, runs, clock, settle } = rig();
    const id = service.start(request);
    expect(service.get(id)).toEqual({ id: 'q1', request, status: 'Running', startedMs: 1_000 });
    clock.nowMs = 1_250;
    runs[0]?.complete(resultOf('hello'));
    await settle();
    expect(service.get(id)).toMatchObject({
      status: 'Complete',
      endedMs: 1_250,
      result: { rows: [['hello']] },
    });
  });

  it('refuses before anything runs what does not compile', () => {
    const { service, runs } = rig(() => {
      throw new Error('no such command');
    });
    expect(() => service.start(request)).toThrow('no such command');
    expect(runs).toHaveLength(0);
    expect(service.list()).toEqual([]);
  });

  it('reports a failure once, as a sentence and to the owner', async () => {
    const { service, runs, failures, settle } = rig();
    const id = service.start(request);
    runs[0]?.fail(new Error('disk is gone'));
    await settle();
    expect(service.get(id)).toMatchObject({ status: 'Failed', failure: 'disk is gone' });
    expect(failures.map((state) => state.id)).toEqual([id]);
  });

  it('stops a running query at once, and only that', async () => {
    const { service, runs, failures, settle } = rig();
    const id = service.start(request);
    expect(service.stop(id)).toBe('stopped');
    expect(service.get(id)?.status).toBe('Cancelled');
    expect(runs[0]?.signal.aborted).toBe(true);
    await settle();
    expect(service.get(id)?.status).toBe('Cancelled');
    expect(failures).toEqual([]);
    expect(service.stop(id)).toBe('ended');
    expect(service.stop('q9')).toBe('unknown');
  });

  it('lists newest first', () => {
    const { service } = rig();
    service.start(request);
    service.start(request);
    expect(service.list().map((state) => state.id)).toEqual(['q2', 'q1']);
  });

  it('runs no more than the limit, and again when one ends', () => {
    const { service } = rig();
    for (let count = 0; count < concurrentQueriesMax; count += 1) service.start(request);
    expect(() => service.start(request)).toThrow(TooManyQueries);
    service.stop('q1');
    expect(service.start(request)).toBe(`q${concurrentQueriesMax + 1}`);
  });

  it('forgets results after their retention, running queries never', async () => {
    const { service, runs, clock, settle } = rig();
    const done = service.start(request);
    const running = service.start(request);
    runs[0]?.complete(resultOf('x'));
    await settle();
    clock.nowMs += resultRetentionMs;
    expect(service.get(done)?.status).toBe('Complete');
    clock.nowMs += 1;
    expect(service.get(done)).toBeUndefined();
    expect(service.get(running)?.status).toBe('Running');
  });

  it('forgets the oldest when there are too many', () => {
    const { service } = rig();
    for (let count = 0; count <= keptQueriesMax; count += 1) service.stop(service.start(request));
    expect(service.list()).toHaveLength(keptQueriesMax);
    expect(service.get('q1')).toBeUndefined();
    expect(service.get('q2')?.status).toBe('Cancelled');
  });

  it('forgets the oldest when results grow too large, but not the one just made', async () => {
    const { service, runs, settle } = rig();
    const half = 'x'.repeat(keptResultCharsMax / 2);
    for (const cell of [half, half, `${half}!`]) {
      service.start(request);
      runs.at(-1)?.complete(resultOf(cell));
      await settle();
    }
    expect(service.list().map((state) => state.id)).toEqual(['q3']);
    service.start(request);
    runs.at(-1)?.complete(resultOf(`${half}${half}!`));
    await settle();
    expect(service.list().map((state) => state.id)).toEqual(['q4']);
  });

  it('close stops what runs and waits for it', async () => {
    const { service, runs } = rig();
    service.start(request);
    await service.close();
    expect(runs[0]?.signal.aborted).toBe(true);
    expect(service.list()).toEqual([]);
  });
});
