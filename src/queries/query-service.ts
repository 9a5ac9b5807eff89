// The life of queries that are started now and polled later: start, wait, run, look, stop, keep, forget.
// Running them is the caller's `run`; AWS's words for all this live in api/logs. There are no timers here: what has
// expired is forgotten when somebody next looks, so an idle server does nothing.

import {
  concurrentQueriesMax,
  keptQueriesMax,
  keptQueryCharsMax,
  unsavedResultsMax,
  waitingQueriesMax,
} from '../limits.ts';
import type { QueryOutcome, QueryRequest, QueryState, ResultRow, ResultSink } from './query.ts';
import { QueryStopped, resultTooLarge } from './query-stopped.ts';
import type { Result } from './results/result.ts';
import type { ResultStore } from './results/result-store.ts';

export interface QueryServiceOptions {
  /**
   * The names of the log groups that a query reads. Throws what `run` would throw for one that does not compile, or a log group
   * that is missing.
   */
  readonly check: (request: QueryRequest) => readonly string[];
  readonly run: (request: QueryRequest, sink: ResultSink, signal: AbortSignal) => Promise<QueryOutcome>;
  readonly results: ResultStore;
  /** How long an ended query is kept. */
  readonly retentionMs: number;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Told about queries that ended badly while running: a limit stopped them (QueryStopped), or something is broken. */
  readonly onFailure?: (state: QueryState, cause: unknown) => void;
}

/** Thrown by start() when as many queries run and wait as may. */
export class TooManyQueries extends Error {
  constructor() {
    super(
      `${concurrentQueriesMax} queries are running and ${waitingQueriesMax} are waiting already; wait for one to finish or stop one`,
    );
    this.name = 'TooManyQueries';
  }
}

interface Entry {
  state: QueryState;
  readonly result: Result;
  readonly abort: AbortController;
  /** When the engine has let go of it. */
  ran: Promise<void>;
  /** When it is durable, as far as it can be. */
  saved: Promise<void>;
}

const nothingCounted = { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 };
const serverEnded = 'The server ended while this query ran; start it again.';

export class QueryService {
  readonly #options: QueryServiceOptions;
  /** In the order of their start, which is the order in which they run and are forgotten. */
  readonly #entries = new Map<string, Entry>();
  readonly #waiting = new Set<string>();
  #running = 0;
  #unsaved = 0;
  #chars = 0;
  #loaded: Promise<void> | undefined;
  #lastEnded: Entry | undefined;

  constructor(options: QueryServiceOptions) {
    this.#options = options;
  }

  /**
   * Compiles now, runs in the background, returns the id to poll. `startedBy` is kept beside the query. Throws TooManyQueries and
   * whatever `check` throws.
   */
  start(request: QueryRequest, startedBy?: string): string {
    if (this.#waiting.size >= waitingQueriesMax) throw new TooManyQueries();
    const logGroups = this.#options.check(request);
    const state: QueryState = {
      id: this.#options.newId(),
      request,
      ...(startedBy === undefined ? {} : { startedBy }),
      logGroups,
      status: 'Scheduled',
      startedMs: this.#options.nowMs(),
      columns: [],
      rowCount: 0,
      statistics: nothingCounted,
    };
    this.#keep(entryOf(state, this.#options.results.begin(state)));
    this.#waiting.add(state.id);
    this.#runNext();
    return state.id;
  }

  /** Undefined for an id that was never given out or is forgotten. */
  async get(id: string): Promise<QueryState | undefined> {
    if (!this.#entries.has(id)) await this.load();
    this.#expire();
    const entry = this.#entries.get(id);
    return entry === undefined ? undefined : stateOf(entry);
  }

  /**
   * Rows of a query in the order of its result, from `start` on; those found so far while it runs. Fewer than `count` when they take
   * more than `bytesMax`, but one at least. Throws DamagedResult.
   */
  async rows(id: string, start: number, count: number, bytesMax?: number): Promise<readonly ResultRow[]> {
    return (await this.#entries.get(id)?.result.page(start, count, bytesMax)) ?? [];
  }

  /** Newest first. */
  async list(): Promise<readonly QueryState[]> {
    await this.load();
    this.#expire();
    return [...this.#entries.values()].map(stateOf).reverse();
  }

  /** Cancels a running or waiting query at once, keeping the rows found so far; one that has ended stays as it is. */
  async stop(id: string): Promise<'stopped' | 'ended' | 'unknown'> {
    if (!this.#entries.has(id)) await this.load();
    const entry = this.#entries.get(id);
    if (entry === undefined) return 'unknown';
    if (entry.state.endedMs !== undefined) return 'ended';
    this.#end(entry, { status: 'Cancelled' });
    entry.abort.abort();
    return 'stopped';
  }

  /** Reads, once, what former servers have left; the calls above do so when they need it. */
  load(): Promise<void> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  /** Stops whatever runs and resolves when the engine has let go of it and what is known of it is durable. */
  async close(): Promise<void> {
    await this.#loaded;
    const entries = [...this.#entries.values()];
    for (const entry of entries) {
      if (entry.state.endedMs !== undefined) continue;
      this.#end(entry, { status: 'Failed', failure: serverEnded });
      entry.abort.abort();
    }
    await Promise.all(entries.flatMap(({ ran, saved }) => [ran, saved]));
    this.#entries.clear();
  }

  async #load(): Promise<void> {
    const { results, nowMs, retentionMs } = this.#options;
    const known = new Set(this.#entries.keys());
    const kept = await results.load(known, nowMs() - retentionMs);
    const younger = [...this.#entries.values()];
    this.#entries.clear();
    this.#chars = 0;
    for (const { state, result } of kept) this.#keep(entryOf(state, result));
    for (const entry of younger) this.#keep(entry);
    this.#makeRoom();
  }

  #keep(entry: Entry): void {
    this.#entries.set(entry.state.id, entry);
    this.#chars += charsOf(entry.state);
  }

  #runNext(): void {
    for (const id of this.#waiting) {
      if (this.#running >= concurrentQueriesMax) return;
      this.#waiting.delete(id);
      const entry = this.#entries.get(id);
      if (entry === undefined) continue;
      this.#running += 1;
      entry.state = { ...entry.state, status: 'Running', ranMs: this.#options.nowMs() };
      entry.ran = this.#run(entry);
    }
  }

  async #run(entry: Entry): Promise<void> {
    try {
      const { request } = entry.state;
      const { columns, statistics } = await this.#options.run(request, this.#sink(entry), entry.abort.signal);
      this.#end(entry, { status: 'Complete', columns, statistics });
    } catch (cause) {
      this.#fail(entry, cause);
    }
    // It holds its place until its result is durable when too many others are not.
    if (this.#unsaved > unsavedResultsMax) await entry.saved;
    this.#running -= 1;
    this.#runNext();
  }

  #sink(entry: Entry): ResultSink {
    return {
      begin: (columns) => this.#change(entry, { columns }),
      scanned: (counts) => this.#change(entry, { statistics: { ...nothingCounted, ...counts } }),
      add: (rows) => {
        this.#makeRoom();
        const { bytesMax } = this.#options.results;
        if (this.#bytes() > bytesMax) throw resultTooLarge(bytesMax, 'bytes');
        return entry.result.add(rows);
      },
    };
  }

  #change(entry: Entry, change: Pick<QueryState, 'columns'> | Pick<QueryState, 'statistics'>): void {
    if (entry.state.endedMs === undefined) entry.state = { ...entry.state, ...change };
  }

  #fail(entry: Entry, cause: unknown): void {
    if (entry.state.endedMs !== undefined) return;
    const failure = cause instanceof Error ? cause.message : String(cause);
    const status = cause instanceof QueryStopped && cause.limit === 'time' ? 'Timeout' : 'Failed';
    // What was found in time is right as far as it goes; of a query that failed nobody can say.
    if (status === 'Failed') entry.result.clear();
    this.#end(entry, { status, failure });
    this.#options.onFailure?.(entry.state, cause);
  }

  /** The first end counts; rows that come later do not. */
  #end(
    entry: Entry,
    outcome: Pick<QueryState, 'status'> & Partial<Pick<QueryState, 'columns' | 'statistics' | 'failure'>>,
  ): void {
    if (entry.state.endedMs !== undefined) return;
    entry.result.freeze();
    entry.state = { ...stateOf(entry), ...outcome, endedMs: this.#options.nowMs() };
    this.#waiting.delete(entry.state.id);
    this.#lastEnded = entry;
    this.#unsaved += 1;
    entry.saved = this.#options.results.save(entry.result, entry.state).then(() => {
      this.#unsaved -= 1;
      this.#makeRoom();
    });
  }

  /** Drops what is past its time; a query that has not ended never is. They are in the order of their start, so the first will do. */
  #expire(): void {
    const oldestMs = this.#options.nowMs() - this.#options.retentionMs;
    for (const [id, { state }] of this.#entries) {
      if (state.endedMs === undefined) continue;
      if (state.endedMs >= oldestMs) return;
      this.#forget(id);
    }
  }

  /** Drops the oldest results until the rest fits, but not the one that ended last, however large: somebody waits for it. */
  #makeRoom(): void {
    const { bytesMax } = this.#options.results;
    let bytes = this.#bytes();
    for (const [id, entry] of this.#entries) {
      const fits = this.#entries.size <= keptQueriesMax && this.#chars <= keptQueryCharsMax;
      if (fits && bytes <= bytesMax) return;
      if (entry.state.endedMs === undefined || entry === this.#lastEnded) continue;
      bytes -= entry.result.bytes;
      this.#forget(id);
    }
  }

  /** Of all results on the disk. */
  #bytes(): number {
    let bytes = 0;
    for (const { result } of this.#entries.values()) bytes += result.bytes;
    return bytes;
  }

  #forget(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    this.#chars -= charsOf(entry.state);
    void this.#options.results.remove(entry.result);
  }
}

function entryOf(state: QueryState, result: Result): Entry {
  const none = Promise.resolve();
  return { state, result, abort: new AbortController(), ran: none, saved: none };
}

/** While it runs, the rows are counted where they are. */
function stateOf({ state, result }: Entry): QueryState {
  return state.endedMs === undefined ? { ...state, rowCount: result.rowCount } : state;
}

/** What a query costs to remember, beside its rows. */
function charsOf({ request, logGroups }: QueryState): number {
  const names = request.logGroups === 'all' ? [] : request.logGroups;
  return [request.text, ...names, ...logGroups].reduce((chars, text) => chars + text.length, 0);
}
