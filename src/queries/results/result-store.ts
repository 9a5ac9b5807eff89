// The folder of results: a file for each started query, from its start on. What a server that died has left there is read when
// somebody first asks for it.

import { mkdirSync } from 'node:fs';
import { open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { resultBytesMax, resultCacheBytes } from '../../limits.ts';
import type { QueryState } from '../query.ts';
import { BlockCache } from './block-cache.ts';
import { Result, type ResultPlace } from './result.ts';
import { readBegun, readEnd } from './result-file.ts';

export interface ResultStoreOptions {
  /** Created when the first query starts. */
  readonly directory: string;
  /** Of all results. */
  readonly bytesMax: number;
  /** Told in a sentence about files that are damaged or cannot be written; nothing else stops for them. */
  readonly onProblem: (message: string, cause?: unknown) => void;
}

export interface KeptResult {
  readonly state: QueryState;
  readonly result: Result;
}

const ending = '.result';
/** Files that are read at the same time. */
const readersMax = 8;
const interrupted = 'The server ended while this query ran; start it again.';

export class ResultStore {
  readonly bytesMax: number;
  readonly #options: ResultStoreOptions;
  readonly #cache = new BlockCache(resultCacheBytes);
  #created = false;

  constructor(options: ResultStoreOptions) {
    this.#options = options;
    this.bytesMax = options.bytesMax;
  }

  begin(begun: QueryState): Result {
    if (!this.#created) mkdirSync(this.#options.directory, { recursive: true });
    this.#created = true;
    return Result.begin(begun, this.#place(begun.id));
  }

  /** Durable when resolved; a problem is told, not thrown: then the rows stay in memory. */
  async save(result: Result, state: QueryState): Promise<void> {
    await result.save(state).catch((cause: unknown) => {
      this.#options.onProblem(
        `The result of query '${state.id}' is not kept beyond this server's life`,
        cause,
      );
    });
  }

  async remove(result: Result): Promise<void> {
    await result.remove().catch((cause: unknown) => {
      this.#options.onProblem('A result that is past its time cannot be deleted', cause);
    });
  }

  /**
   * What other processes have left, oldest first, without `except`, which is in use. Queries that ran when their process ended are
   * Failed. Damaged files are told and left alone, until they are older than `oldestMs`.
   */
  async load(except: ReadonlySet<string>, oldestMs: number): Promise<readonly KeptResult[]> {
    const names = await readdir(this.#options.directory).catch(() => []);
    const ids = names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
    const waiting = ids.filter((id) => !except.has(id));
    const kept: KeptResult[] = [];
    const reader = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        const found = await this.#read(id, oldestMs).catch((cause: unknown) => this.#damaged(id, cause));
        if (found !== undefined) kept.push(found);
      }
    };
    await Promise.all(Array.from({ length: readersMax }, reader));
    return kept.toSorted((one, other) => one.state.startedMs - other.state.startedMs);
  }

  async #read(id: string, oldestMs: number): Promise<KeptResult | undefined> {
    const place = this.#place(id);
    const handle = await open(place.path, 'r');
    try {
      const end = await readEnd(handle);
      if (end?.state.id === id) return { state: end.state, result: Result.stored(id, end.blocks, place) };
      const begun = await readBegun(handle);
      if (begun?.id === id) return await this.#interrupted(begun);
    } finally {
      await handle.close();
    }
    const { mtimeMs } = await stat(place.path);
    if (mtimeMs < oldestMs) await unlink(place.path);
    else this.#damaged(id);
    return undefined;
  }

  /** The rows it had found are gone: nobody has been told of their places in the file. */
  async #interrupted(begun: QueryState): Promise<KeptResult> {
    const state: QueryState = { ...begun, status: 'Failed', endedMs: begun.startedMs, failure: interrupted };
    const result = this.begin(state);
    await this.save(result, state);
    return { state, result };
  }

  #damaged(id: string, cause?: unknown): undefined {
    this.#options.onProblem(`The file ${this.#place(id).path} is damaged; it is skipped`, cause);
  }

  #place(id: string): ResultPlace {
    return {
      path: join(this.#options.directory, `${id}${ending}`),
      cache: this.#cache,
      bytesMax: Math.min(resultBytesMax, this.#options.bytesMax),
    };
  }
}
