// Stores a stream of captured events, portion by portion, never holding more than a bounded number of them.

import type { RejectedDraft } from '../store/rejected.ts';
import type { AppendResult } from '../store/schema.ts';
import type { BulkLoad, Store } from '../store/store.ts';
import type { Captured, Place } from './captured.ts';

/** A store, or a way to one. With `bulkEcs` large imports are faster and nothing is certain before the end. */
export type ImportTarget = Pick<Store, 'appendEcs'> &
  Partial<Pick<Store, 'bulkEcs'>> & {
    /** Durable when it resolves. A server keeps aside by itself what it refuses, and is told of what never reached it. */
    keepAside?(drafts: readonly RejectedDraft[]): Promise<void>;
  };

/** What was captured from one file. */
export interface CapturedFrom {
  readonly file: string;
  readonly captured: readonly Captured[];
}

export interface ImportCounts {
  /** Events found, whether stored or not. */
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  /** Events that the store refused, and what was found that is no event. */
  readonly rejected: number;
}

export interface Rejection {
  readonly file: string;
  /** Null when the file as a whole could not be read. */
  readonly line: number | null;
  readonly byteOffset: number | null;
  readonly reason: string;
}

const portionEvents = 4_096;
const portionChars = 16 * 1_048_576;
/** Of one import, as many are kept aside as are told one by one; so many, or so many bytes, at once. */
export const rejectionsKeptMax = 1_000;
const asidePortion = 100;
const asideBytes = 16 * 1_048_576;

/**
 * Stores every event of `source` and hands each refusal to `onRejected`. When `source` or the store fails, the error is
 * thrown; importing the same again is safe, since what is stored is recognised.
 */
export async function importStream(
  target: ImportTarget,
  source: AsyncIterable<CapturedFrom>,
  onRejected: (rejection: Rejection) => void,
  onProgress: (counts: ImportCounts) => void = () => undefined,
): Promise<ImportCounts> {
  const importer = new Importer(target, onRejected, onProgress);
  for await (const { file, captured } of source) {
    for (const item of captured) await importer.take(file, item);
  }
  return importer.finish();
}

interface Member {
  readonly file: string;
  readonly place: Place;
  readonly event: Extract<Captured, { kind: 'event' }>['event'];
}

class Importer {
  readonly #target: ImportTarget;
  readonly #sink: BulkLoad;
  readonly #onRejected: (rejection: Rejection) => void;
  readonly #onProgress: (counts: ImportCounts) => void;
  #portion: Member[] = [];
  #portionChars = 0;
  #read = 0;
  #stored = 0;
  #duplicates = 0;
  #rejected = 0;
  #aside: RejectedDraft[] = [];
  #asideBytes = 0;

  constructor(
    target: ImportTarget,
    onRejected: (rejection: Rejection) => void,
    onProgress: (counts: ImportCounts) => void,
  ) {
    this.#target = target;
    this.#sink = target.bulkEcs?.() ?? oneByOne(target);
    this.#onRejected = onRejected;
    this.#onProgress = onProgress;
  }

  async take(file: string, item: Captured): Promise<void> {
    if (item.kind === 'problem') {
      this.#reject(file, item.place, item.reason);
      this.#setAside(file, item.place, item.reason, item.content);
      if (this.#aside.length >= asidePortion || this.#asideBytes >= asideBytes) await this.#keepAside();
      return;
    }
    this.#read++;
    this.#portion.push({ file, place: item.place, event: item.event });
    this.#portionChars += item.event.message.length;
    if (this.#portion.length >= portionEvents || this.#portionChars >= portionChars) await this.#send();
  }

  async finish(): Promise<ImportCounts> {
    await this.#send();
    this.#count(await this.#sink.finish(), []);
    await this.#keepAside();
    return this.#counts();
  }

  async #send(): Promise<void> {
    const portion = this.#portion;
    this.#portion = [];
    this.#portionChars = 0;
    if (portion.length > 0) this.#count(await this.#sink.add(portion.map((member) => member.event)), portion);
    await this.#keepAside();
  }

  #count(result: AppendResult, portion: readonly Member[]): void {
    this.#stored += result.stored;
    this.#duplicates += result.duplicates;
    for (const { index, reason } of result.rejected) {
      const member = portion[index];
      this.#reject(member?.file ?? '', member?.place, reason);
      if (this.#target.bulkEcs !== undefined)
        this.#setAside(member?.file ?? '', member?.place, reason, member?.event.message);
    }
    this.#onProgress(this.#counts());
  }

  #reject(file: string, place: Place | undefined, reason: string): void {
    this.#rejected++;
    this.#onRejected({ file, line: place?.line ?? null, byteOffset: place?.byteOffset ?? null, reason });
  }

  #setAside(
    file: string,
    place: Place | undefined,
    reason: string,
    content: string | Uint8Array | undefined,
  ): void {
    // A file that could not be read at all is still where it was.
    if (content === undefined || this.#rejected > rejectionsKeptMax) return;
    const body = typeof content === 'string' ? Buffer.from(content) : content;
    const sender = place === undefined ? file : `${file}:${place.line}`;
    this.#aside.push({ source: 'import', sender, reason, body });
    this.#asideBytes += body.length;
  }

  async #keepAside(): Promise<void> {
    const drafts = this.#aside;
    this.#aside = [];
    this.#asideBytes = 0;
    if (drafts.length > 0) await this.#target.keepAside?.(drafts);
  }

  #counts(): ImportCounts {
    return {
      read: this.#read,
      stored: this.#stored,
      duplicates: this.#duplicates,
      rejected: this.#rejected,
    };
  }
}

/** Each portion is durable before the next one is sent. */
function oneByOne(target: Pick<Store, 'appendEcs'>): BulkLoad {
  return {
    add: (events) => target.appendEcs(events),
    finish: async () => ({ stored: 0, duplicates: 0, rejected: [] }),
  };
}
