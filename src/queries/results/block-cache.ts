// The blocks of rows that were read or written last, so that who polls a result is not a reason to read its file.

import type { ResultRow } from '../query.ts';

interface Cached {
  readonly rows: readonly ResultRow[];
  readonly bytes: number;
}

export class BlockCache {
  readonly #bytesMax: number;
  /** The one that was used last stands last. */
  readonly #blocks = new Map<string, Cached>();
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get(key: string): readonly ResultRow[] | undefined {
    const found = this.#blocks.get(key);
    if (found === undefined) return undefined;
    this.#blocks.delete(key);
    this.#blocks.set(key, found);
    return found.rows;
  }

  put(key: string, rows: readonly ResultRow[], bytes: number): void {
    this.#drop(key);
    this.#blocks.set(key, { rows, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#blocks.keys()) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#blocks.get(key)?.bytes ?? 0;
    this.#blocks.delete(key);
  }
}
