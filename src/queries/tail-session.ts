// One live tail: takes committed events as they are told, and once a second makes an update of those that match. What a slow
// reader has not fetched waits in a buffer of fixed size; the oldest goes first. Nothing here ever waits for the reader.

import {
  tailBufferBytesMax,
  tailEventsPerUpdateMax,
  tailTakenBytesMax,
  tailUpdateBytesMax,
  tailUpdatesBufferedMax,
} from '../limits.ts';
import type { Committed } from '../store/commit-feed.ts';
import { encodePointer } from './pointer.ts';

export interface TailRequest {
  /** Asked for every commit and, of the groups it takes, for every event: cheap. */
  takesGroup(logGroup: string): boolean;
  takesStream(logStream: string): boolean;
  /** Asked once a second about the events taken. */
  matches(message: string): boolean;
  /** How long the tail may last; without it, as long as somebody reads. */
  readonly lastsMs?: number;
}

export interface TailedEvent {
  /** Names the event, as the `@ptr` of a query. */
  readonly ptr: string;
  readonly logGroup: string;
  readonly logStream: string;
  readonly timestampMs: number;
  readonly ingestionMs: number;
  readonly message: string;
}

export interface TailUpdate {
  /** In the order of storing. */
  readonly events: readonly TailedEvent[];
  /** More matched, or more came than could be looked at, since the update before. */
  readonly sampled: boolean;
}

/** Why there are no more updates. `gone`: nobody reads. `stopped`: the server ends. */
export type TailEnd =
  | { readonly kind: 'gone' | 'stopped' | 'timeout' }
  | { readonly kind: 'failed'; readonly cause: unknown };

interface Buffered {
  readonly update: TailUpdate;
  readonly bytes: number;
}

interface Taken {
  readonly event: TailedEvent;
  readonly bytes: number;
}

/** Matching pauses after so many events, so that everything else has its turn. */
const eventsPerSlice = 250;

export class TailSession {
  readonly #request: TailRequest;
  readonly #onEnd: () => void;
  readonly #eventsMax: () => number;
  #taken: Taken[] = [];
  #takenBytes = 0;
  #missed = false;
  #matching = false;
  readonly #buffer: Buffered[] = [];
  #bufferBytes = 0;
  #dropped = false;
  #end: TailEnd | undefined;
  #wake: (() => void) | undefined;

  /** `eventsMax`: how many events it may look at in one second. `onEnd` is called once. */
  constructor(request: TailRequest, eventsMax: () => number, onEnd: () => void) {
    this.#request = request;
    this.#eventsMax = eventsMax;
    this.#onEnd = onEnd;
  }

  /** Takes what is wanted of a commit while there is room. */
  offer({ logGroup, groupId, firstSequence, ingestionMs, events }: Committed): void {
    if (!this.#request.takesGroup(logGroup)) return;
    const eventsMax = this.#eventsMax();
    for (const [i, { timestampMs, logStream, message, bytes }] of events.entries()) {
      if (!this.#request.takesStream(logStream)) continue;
      if (this.#taken.length >= eventsMax || this.#takenBytes + bytes > tailTakenBytesMax) {
        this.#missed = true;
        return;
      }
      const ptr = encodePointer(groupId, BigInt(firstSequence + i));
      this.#taken.push({ event: { ptr, logGroup, logStream, timestampMs, ingestionMs, message }, bytes });
      this.#takenBytes += bytes;
    }
  }

  /** Makes an update of what was taken since the last one. Never rejects: what goes wrong ends the session. */
  async tick(): Promise<void> {
    if (this.#matching || this.#end !== undefined) return;
    this.#matching = true;
    const taken = this.#taken;
    const missed = this.#missed;
    this.#taken = [];
    this.#takenBytes = 0;
    this.#missed = false;
    try {
      const matched = await this.#matchesAmong(taken);
      const shown = sample(matched, tailEventsPerUpdateMax, tailUpdateBytesMax);
      this.#push(shown, missed || shown.length < matched.length);
    } catch (cause) {
      this.end({ kind: 'failed', cause });
    } finally {
      this.#matching = false;
    }
  }

  async #matchesAmong(taken: readonly Taken[]): Promise<readonly Taken[]> {
    const matched: Taken[] = [];
    for (const [i, one] of taken.entries()) {
      if (i % eventsPerSlice === eventsPerSlice - 1) await new Promise((resolve) => setImmediate(resolve));
      if (this.#request.matches(one.event.message)) matched.push(one);
    }
    return matched;
  }

  #push(shown: readonly Taken[], sampled: boolean): void {
    if (this.#end !== undefined) return;
    const bytes = bytesOf(shown);
    while (
      this.#buffer.length >= tailUpdatesBufferedMax ||
      (this.#buffer.length > 0 && this.#bufferBytes + bytes > tailBufferBytesMax)
    ) {
      this.#bufferBytes -= this.#buffer.shift()?.bytes ?? 0;
      this.#dropped = true;
    }
    this.#buffer.push({ bytes, update: { events: shown.map(({ event }) => event), sampled } });
    this.#bufferBytes += bytes;
    this.#wake?.();
  }

  /** The oldest update that is left. The first one after a gap says so. */
  #next(): TailUpdate | undefined {
    const first = this.#buffer.shift();
    if (first === undefined) return undefined;
    this.#bufferBytes -= first.bytes;
    const sampled = first.update.sampled || this.#dropped;
    this.#dropped = false;
    return { ...first.update, sampled };
  }

  /** What is buffered is still handed out, except to somebody who is gone. */
  end(end: TailEnd): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#taken = [];
    if (end.kind === 'gone') this.#buffer.length = 0;
    this.#onEnd();
    this.#wake?.();
  }

  /** For one reader. Leaving the loop ends the session. */
  async *updates(): AsyncGenerator<TailUpdate, TailEnd, void> {
    try {
      for (;;) {
        const update = this.#next();
        if (update !== undefined) yield update;
        else if (this.#end !== undefined) return this.#end;
        else
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
      }
    } finally {
      this.end({ kind: 'gone' });
    }
  }
}

const bytesOf = (taken: readonly Taken[]): number => taken.reduce((sum, { bytes }) => sum + bytes, 0);

/** At most `count` of them and about `bytesMax`, from the whole length of the list, in its order. */
export function sample<Item extends { readonly bytes: number }>(
  items: readonly Item[],
  count: number,
  bytesMax: number,
): readonly Item[] {
  const picked =
    items.length <= count
      ? items
      : Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as Item);
  let bytes = 0;
  return picked.filter((item) => {
    const fits = bytes + item.bytes <= bytesMax;
    if (fits) bytes += item.bytes;
    return fits;
  });
}
