// Schedules over a clock, a query service and documents that a test drives. A second rig over the same clock and disk is the process that comes
// after a crash.

import type { QueryRequest, QueryState, ResultRow } from '../src/queries/query.ts';
import type { Run, ScheduleDraft } from '../src/schedules/schedule.ts';
import { Schedules } from '../src/schedules/schedules.ts';
import type { Documents } from '../src/store/documents.ts';

export const at = (iso: string): number => Date.parse(iso);
export const noon = at('2026-11-22T12:00:00Z');
export const minuteMs = 60_000;

/** Calls of `every` on a clock that moves when it is told to. */
export class Clock {
  nowMs = noon;
  readonly #ticks = new Set<{ periodMs: number; nextMs: number; readonly tick: () => void }>();

  readonly every = (periodMs: number, tick: () => void): (() => void) => {
    const entry = { periodMs, nextMs: this.nowMs + periodMs, tick };
    this.#ticks.add(entry);
    return () => this.#ticks.delete(entry);
  };

  /** Moves to `ms`, ticking on the way, and lets what the ticks began settle. */
  async to(ms: number): Promise<void> {
    for (;;) {
      await settled();
      const [next] = [...this.#ticks].sort((one, other) => one.nextMs - other.nextMs);
      if (next === undefined || next.nextMs > ms) break;
      this.nowMs = Math.max(this.nowMs, next.nextMs);
      next.nextMs += next.periodMs;
      next.tick();
    }
    this.nowMs = ms;
    await settled();
  }
}

/** Whatever waits for promises and for small files has had its turn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** What outlives a process. */
export class Disk {
  readonly kinds = new Map<string, Map<string, string>>();
  full = false;

  documents<Value>(kind: string): Documents<Value> {
    const kept = this.kinds.get(kind) ?? new Map<string, string>();
    this.kinds.set(kind, kept);
    const values = new Map([...kept].map(([id, body]) => [id, JSON.parse(body) as Value]));
    const put = async (id: string, value: Value): Promise<void> => {
      if (this.full) throw new Error('the disk is full');
      kept.set(id, JSON.stringify(value));
      values.set(id, JSON.parse(JSON.stringify(value)) as Value);
    };
    return {
      list: () => [...values].sort(([one], [other]) => (one < other ? -1 : 1)),
      get: (id) => values.get(id),
      put,
      change: (id, change) => put(id, change(values.get(id))),
      delete: async (id) => {
        kept.delete(id);
        values.delete(id);
      },
    };
  }
}

/** Queries that end when the test says so, or at once with `answer`. */
export class Queries {
  readonly started: QueryRequest[] = [];
  readonly states = new Map<string, QueryState>();
  answer: readonly ResultRow[] | undefined = [['web', '3']];

  start(request: QueryRequest): string {
    const id = `q${this.started.push(request)}`;
    this.states.set(id, {
      id,
      request,
      logGroups: [],
      status: 'Running',
      startedMs: 0,
      columns: [],
      rowCount: 0,
      statistics: { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 },
    });
    if (this.answer !== undefined) this.end(id, { status: 'Complete' });
    return id;
  }

  end(id: string, outcome: Partial<QueryState>): void {
    const state = this.states.get(id) as QueryState;
    const columns = ['service', 'stops'].map((name) => ({ name, kind: 'text' as const }));
    this.states.set(id, { ...state, columns, rowCount: this.answer?.length ?? 0, endedMs: 1, ...outcome });
  }

  async get(id: string): Promise<QueryState | undefined> {
    return this.states.get(id);
  }

  async rows(_: string, start: number, count: number): Promise<readonly ResultRow[]> {
    return (this.answer ?? []).slice(start, start + count);
  }
}

interface Appended {
  readonly group: string;
  readonly stream: string;
  readonly timestampMs: number;
  readonly message: string;
}

/** A process over a disk: another one over the same disk is what comes after a crash. */
export function rig({
  clock = new Clock(),
  disk = new Disk(),
  queries = new Queries(),
  exportsDir = '/nowhere',
} = {}) {
  const appended: Appended[] = [];
  const failures: unknown[] = [];
  const created: string[] = [];
  const ended: Run[] = [];
  const store = {
    documents: <Value>(kind: string) => disk.documents<Value>(kind),
    group: () => undefined,
    streams: async () => [],
    createGroup: async (group: string) => void created.push(group),
    append: async (
      group: string,
      events: readonly { message: string; timestampMs?: number; logStream?: string }[],
    ) => {
      for (const { message, timestampMs = 0, logStream: stream = '' } of events)
        appended.push({ group, stream, timestampMs, message });
      return { stored: events.length, duplicates: 0, rejected: [] };
    },
    lookupTable: () => undefined,
    createLookupTable: async () => {
      throw new Error('the disk is full');
    },
    updateLookupTable: async () => {
      throw new Error('never');
    },
  };
  const schedules = new Schedules({
    store,
    queries,
    check: () => [],
    exportsDir,
    tagLookupTable: async () => undefined,
    every: clock.every,
    nowMs: () => clock.nowMs,
    onEnd: (run) => ended.push(run),
    onFailure: (_, cause) => failures.push(cause),
  });
  const runs = () => schedules.runs('s').map(({ triggeredMs, status }) => [iso(triggeredMs), status]);
  return { schedules, clock, disk, queries, appended, created, failures, ended, runs };
}

export const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

export const draft = (changes: Partial<ScheduleDraft> = {}): ScheduleDraft => ({
  name: 's',
  query: 'stats count(*) by service',
  logGroups: ['/g'],
  expression: 'cron(0 * * * ? *)',
  timezone: 'UTC',
  startOffsetSeconds: 3_600,
  endOffsetSeconds: 0,
  destinations: [],
  enabled: true,
  ...changes,
});
