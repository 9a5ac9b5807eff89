// The rows of one started query: those found last in memory, the others in its file. Whoever asks for a page gets it from both,
// while rows still come and after that.

import { open, rm } from 'node:fs/promises';
import { resultBlockBytes, resultBlockRows } from '../../limits.ts';
import type { QueryState, ResultRow } from '../query.ts';
import { resultTooLarge } from '../query-stopped.ts';
import type { BlockCache } from './block-cache.ts';
import { type Block, DamagedResult, ResultWriter, readBlock } from './result-file.ts';

/** The disk would not take rows; the query cannot go on. */
export class ResultNotWritten extends Error {
  constructor(cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`The result could not be written to disk: ${why}`, { cause });
    this.name = 'ResultNotWritten';
  }
}

export interface ResultPlace {
  readonly path: string;
  readonly cache: BlockCache;
  /** Of one result. */
  readonly bytesMax: number;
}

export class Result {
  readonly #id: string;
  readonly #place: ResultPlace;
  /** In the file. */
  #blocks: readonly Block[];
  /** On their way to the file, and those that came after them. */
  #leaving: readonly ResultRow[] = [];
  #tail: ResultRow[] = [];
  #tailBytes = 0;
  #rowCount: number;
  #bytes: number;
  #frozen = false;
  /** The last block on its way. */
  #writing: Promise<void> = Promise.resolve();
  /** Absent when the file was there before. */
  readonly #writer: Promise<ResultWriter> | undefined;

  private constructor(id: string, place: ResultPlace, blocks: readonly Block[], begun?: QueryState) {
    this.#id = id;
    this.#place = place;
    this.#blocks = blocks;
    this.#rowCount = blocks.reduce((sum, { rows }) => sum + rows, 0);
    this.#bytes = blocks.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#writer =
      begun === undefined
        ? undefined
        : open(place.path, 'w').then((handle) => ResultWriter.begin(handle, begun));
    // Whoever needs the writer hears of it.
    this.#writer?.catch(() => undefined);
  }

  /** A new one, with a file that says so far only what was asked. */
  static begin(begun: QueryState, place: ResultPlace): Result {
    return new Result(begun.id, place, [], begun);
  }

  /** One whose file is complete. */
  static stored(id: string, blocks: readonly Block[], place: ResultPlace): Result {
    return new Result(id, place, blocks);
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** What it takes of the disk, about. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Waits for the disk when there is enough for a block. Throws QueryStopped when there is too much, and ResultNotWritten. */
  add(rows: readonly ResultRow[]): void | Promise<void> {
    if (this.#frozen) return;
    for (const row of rows) {
      this.#tail.push(row);
      this.#tailBytes += bytesOf(row);
    }
    this.#rowCount += rows.length;
    if (this.#bytes + this.#tailBytes > this.#place.bytesMax)
      throw resultTooLarge(this.#place.bytesMax, 'bytes');
    if (this.#tail.length >= resultBlockRows || this.#tailBytes >= resultBlockBytes) {
      this.#writing = this.#writeTail();
      return this.#writing;
    }
  }

  /** Takes no more rows; those that are here stay. */
  freeze(): void {
    this.#frozen = true;
  }

  /** Forgets the rows: of a query that failed they are no answer. */
  clear(): void {
    this.#frozen = true;
    this.#blocks = [];
    this.#leaving = [];
    this.#tail = [];
    this.#tailBytes = 0;
    this.#rowCount = 0;
  }

  /** Rows in the order of the result, fewer than `count` when they take more than `bytesMax`. Throws DamagedResult. */
  async page(
    start: number,
    count: number,
    bytesMax = Number.POSITIVE_INFINITY,
  ): Promise<readonly ResultRow[]> {
    const memory = [...this.#leaving, ...this.#tail];
    const wanted: ResultRow[] = [];
    let [first, bytes] = [0, 0];
    const take = (rows: readonly ResultRow[]): void => {
      for (const row of rows.slice(Math.max(0, start - first), Math.max(0, start + count - first))) {
        if (bytes > bytesMax) return;
        wanted.push(row);
        bytes += bytesOf(row);
      }
    };
    for (const block of this.#blocks) {
      const isWanted = first < start + count && first + block.rows > start && bytes <= bytesMax;
      if (isWanted) take(await this.#read(block));
      first += block.rows;
    }
    take(memory);
    return wanted;
  }

  /** Durable when resolved. Until then, and when the disk refuses it, the rows of the tail stay in memory. */
  async save(state: QueryState): Promise<void> {
    this.#frozen = true;
    if (this.#writer === undefined) return;
    const writer = await this.#writer;
    try {
      // Whoever stopped the query did not wait for it.
      await this.#writing;
      if (this.#tail.length > 0) await this.#writeTail();
      await writer.end({ state, blocks: this.#blocks });
      this.#bytes = writer.bytes;
    } finally {
      await writer.close();
    }
  }

  async remove(): Promise<void> {
    await rm(this.#place.path, { force: true });
  }

  async #writeTail(): Promise<void> {
    this.#leaving = this.#tail;
    const bytes = this.#tailBytes;
    this.#tail = [];
    this.#tailBytes = 0;
    try {
      const writer = await this.#writer;
      if (writer === undefined) throw new Error('the file is complete');
      const rows = this.#leaving;
      const block = await writer.addBlock(rows);
      // clear() may have come in between.
      if (this.#leaving !== rows) return;
      this.#place.cache.put(this.#key(block), rows, bytes);
      this.#blocks = [...this.#blocks, block];
      this.#leaving = [];
      this.#bytes += block.bytes;
    } catch (cause) {
      throw new ResultNotWritten(cause);
    }
  }

  async #read(block: Block): Promise<readonly ResultRow[]> {
    const cached = this.#place.cache.get(this.#key(block));
    if (cached !== undefined) return cached;
    const rows = await this.#readFile(block);
    this.#place.cache.put(this.#key(block), rows, block.bytes);
    return rows;
  }

  async #readFile(block: Block): Promise<readonly ResultRow[]> {
    const handle = await open(this.#place.path, 'r').catch((cause: unknown) => {
      throw new DamagedResult(this.#id, { cause });
    });
    try {
      const rows = await readBlock(handle, block);
      if (rows === undefined) throw new DamagedResult(this.#id);
      return rows;
    } finally {
      await handle.close();
    }
  }

  #key({ offset }: Block): string {
    return `${this.#id}/${offset}`;
  }
}

/** About: with the quotes and the comma around each cell. */
function bytesOf(row: ResultRow): number {
  let bytes = 0;
  for (const text of row) bytes += 3 + (text?.length ?? 0);
  return bytes;
}
