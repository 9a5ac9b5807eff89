// Stores a stream of captured events: in portions, several on their way at once so that one is prepared while another is
// committed, and never more than a bounded number in memory.

import type { RejectedEvent } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Captured, Place } from './captured.ts';

export interface ImportCounts {
  /** Events found, whether stored or not. */
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly rejected: number;
}

export interface RejectedAt {
  readonly place: Place;
  readonly reason: string;
}

const portionEvents = 4_096;
const portionBytes = 16 * 1_048_576;
const portionsOnTheWay = 4;

/**
 * Stores every event of `source` and reports what it refuses to `onRejected`, portion by portion. When `source` throws, what
 * came before is stored and then the error is thrown. A failure of the store is thrown when it shows.
 */
export async function importStream(
  store: Pick<Store, 'appendEcs'>,
  source: AsyncIterable<readonly Captured[]>,
  onRejected: (rejected: RejectedAt) => void,
  onProgress: (counts: ImportCounts) => void = () => undefined,
): Promise<ImportCounts> {
  const importer = new StreamImporter(store, onRejected, onProgress);
  try {
    for await (const captured of source) {
      for (const item of captured) await importer.take(item);
    }
  } finally {
    await importer.finish();
  }
  return importer.counts();
}

type CapturedEvent = Extract<Captured, { kind: 'event' }>;

class StreamImporter {
  readonly #store: Pick<Store, 'appendEcs'>;
  readonly #onRejected: (rejected: RejectedAt) => void;
  readonly #onProgress: (counts: ImportCounts) => void;
  readonly #onTheWay = new Set<Promise<void>>();
  #portion: CapturedEvent[] = [];
  #portionBytes = 0;
  #read = 0;
  #stored = 0;
  #duplicates = 0;
  #rejected = 0;
  #failure: { readonly cause: unknown } | null = null;

  constructor(
    store: Pick<Store, 'appendEcs'>,
    onRejected: (rejected: RejectedAt) => void,
    onProgress: (counts: ImportCounts) => void,
  ) {
    this.#store = store;
    this.#onRejected = onRejected;
    this.#onProgress = onProgress;
  }

  counts(): ImportCounts {
    return {
      read: this.#read,
      stored: this.#stored,
      duplicates: this.#duplicates,
      rejected: this.#rejected,
    };
  }

  async take(item: Captured): Promise<void> {
    this.#read++;
    if (item.kind === 'problem') {
      this.#reject(item);
      return;
    }
    this.#portion.push(item);
    this.#portionBytes += item.event.message.length;
    if (this.#portion.length >= portionEvents || this.#portionBytes >= portionBytes) await this.#send();
  }

  async finish(): Promise<void> {
    if (this.#portion.length > 0) await this.#send();
    await Promise.all(this.#onTheWay);
    if (this.#failure !== null) throw this.#failure.cause;
  }

  #reject(rejected: RejectedAt): void {
    this.#rejected++;
    this.#onRejected({ place: rejected.place, reason: rejected.reason });
  }

  async #send(): Promise<void> {
    while (this.#onTheWay.size >= portionsOnTheWay) await Promise.race(this.#onTheWay);
    if (this.#failure !== null) throw this.#failure.cause;
    const portion = this.#portion;
    this.#portion = [];
    this.#portionBytes = 0;
    const sent = this.#append(portion)
      .catch((cause: unknown) => {
        this.#failure ??= { cause };
      })
      .finally(() => this.#onTheWay.delete(sent));
    this.#onTheWay.add(sent);
  }

  async #append(portion: readonly CapturedEvent[]): Promise<void> {
    const result = await this.#store.appendEcs(portion.map((item) => item.event));
    this.#stored += result.stored;
    this.#duplicates += result.duplicates;
    for (const rejected of result.rejected) this.#rejectOf(portion, rejected);
    this.#onProgress(this.counts());
  }

  #rejectOf(portion: readonly CapturedEvent[], { index, reason }: RejectedEvent): void {
    const place = portion[index]?.place ?? { line: 0, byteOffset: 0 };
    this.#reject({ place, reason });
  }
}
