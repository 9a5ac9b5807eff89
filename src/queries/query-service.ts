// The life of queries that are started now and polled later: start, look, stop, keep, forget.
// Running them is the caller's `run`; AWS's words for all this live in api/logs. There are no timers here: what has
// expired is forgotten when somebody next looks, so an idle server does nothing.

import { concurrentQueriesMax, keptQueriesMax, keptResultCharsMax, resultRetentionMs } from '../limits.ts';
import type { QueryRequest, QueryResult } from './query.ts';
import { QueryStopped } from './query-stopped.ts';

export type QueryStatus = 'Running' | 'Complete' | 'Failed' | 'Cancelled' | 'Timeout';

/** One started query as seen at one moment. `result` is there when Complete, `failure` (a sentence) when Failed or Timeout. */
export interface QueryState {
  readonly id: string;
  readonly request: QueryRequest;
  readonly status: QueryStatus;
  readonly startedMs: number;
  readonly endedMs?: number;
  readonly result?: QueryResult;
  readonly failure?: string;
}

export interface QueryServiceOptions {
  /** Throws what `run` would throw for a query that does not compile or a log group that is missing. */
  readonly check: (request: QueryRequest) => void;
  readonly run: (request: QueryRequest, signal: AbortSignal) => Promise<QueryResult>;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Told about queries that ended badly while running: a limit stopped them (QueryStopped), or something is broken. */
  readonly onFailure?: (state: QueryState, cause: unknown) => void;
}

/** Thrown by start() when `concurrentQueriesMax` queries run already. */
export class TooManyQueries extends Error {
  constructor() {
    super(`${concurrentQueriesMax} queries are running already; wait for one to finish or stop one`);
    this.name = 'TooManyQueries';
  }
}

interface Entry {
  state: QueryState;
  /** Characters of the kept result, which is what it costs to remember. */
  chars: number;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

export class QueryService {
  readonly #options: QueryServiceOptions;
  /** In the order of their start, which is the order in which they are forgotten. */
  readonly #entries = new Map<string, Entry>();
  #running = 0;
  #chars = 0;

  constructor(options: QueryServiceOptions) {
    this.#options = options;
  }

  /** Compiles now, runs in the background, returns the id to poll. Throws TooManyQueries and whatever `check` throws. */
  start(request: QueryRequest): string {
    this.#expire();
    if (this.#running >= concurrentQueriesMax) throw new TooManyQueries();
    this.#options.check(request);
    const id = this.#options.newId();
    const abort = new AbortController();
    this.#running += 1;
    const ended = this.#options.run(request, abort.signal).then(
      async (result) => this.#end(id, { status: 'Complete', result }, await charsOf(result)),
      (cause: unknown) => this.#fail(id, abort.signal, cause),
    );
    const state: QueryState = { id, request, status: 'Running', startedMs: this.#options.nowMs() };
    this.#entries.set(id, { state, chars: 0, abort, ended });
    return id;
  }

  /** Undefined for an id that was never given out or is forgotten. */
  get(id: string): QueryState | undefined {
    this.#expire();
    return this.#entries.get(id)?.state;
  }

  /** Newest first. */
  list(): readonly QueryState[] {
    this.#expire();
    return [...this.#entries.values()].map((entry) => entry.state).reverse();
  }

  /** Cancels a running query at once; one that has ended stays as it is. */
  stop(id: string): 'stopped' | 'ended' | 'unknown' {
    const entry = this.#entries.get(id);
    if (entry === undefined) return 'unknown';
    if (entry.state.status !== 'Running') return 'ended';
    this.#end(id, { status: 'Cancelled' });
    entry.abort.abort();
    return 'stopped';
  }

  /** Stops whatever runs and resolves when the engine has let go of it. */
  async close(): Promise<void> {
    for (const id of this.#entries.keys()) this.stop(id);
    await Promise.all([...this.#entries.values()].map((entry) => entry.ended));
    this.#entries.clear();
  }

  #fail(id: string, signal: AbortSignal, cause: unknown): void {
    if (signal.aborted) return;
    const status = cause instanceof QueryStopped && cause.limit === 'time' ? 'Timeout' : 'Failed';
    this.#end(id, { status, failure: cause instanceof Error ? cause.message : String(cause) });
    const state = this.#entries.get(id)?.state;
    if (state !== undefined) this.#options.onFailure?.(state, cause);
  }

  #end(id: string, outcome: Pick<QueryState, 'status' | 'result' | 'failure'>, chars = 0): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.state.status !== 'Running') return;
    entry.state = { ...entry.state, ...outcome, endedMs: this.#options.nowMs() };
    entry.chars = chars;
    this.#running -= 1;
    this.#chars += entry.chars;
    this.#makeRoom(id);
  }

  /** Drops results that are past their time; a running query never is. */
  #expire(): void {
    const oldestMs = this.#options.nowMs() - resultRetentionMs;
    for (const [id, { state }] of this.#entries) {
      if (state.endedMs !== undefined && state.endedMs < oldestMs) this.#forget(id);
    }
  }

  /** Drops the oldest results until the rest fits, but not the newest, however large: somebody waits for it. */
  #makeRoom(newestId: string): void {
    for (const [id, { state }] of this.#entries) {
      if (this.#entries.size <= keptQueriesMax && this.#chars <= keptResultCharsMax) return;
      if (state.endedMs !== undefined && id !== newestId) this.#forget(id);
    }
  }

  #forget(id: string): void {
    this.#chars -= this.#entries.get(id)?.chars ?? 0;
    this.#entries.delete(id);
  }
}

/** Cells are many: counting a million of them at once would hold up everything else. */
const cellsCountedAtOnce = 500_000;

async function charsOf({ rows, columns }: QueryResult): Promise<number> {
  const rowsAtOnce = Math.ceil(cellsCountedAtOnce / Math.max(1, columns.length));
  let chars = 0;
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % rowsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const cell of row) chars += cell?.length ?? 0;
  }
  return chars;
}
