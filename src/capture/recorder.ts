// The one way in for what has been captured, whatever the source: events are stored, and what is refused is kept aside with its
// bytes. When a call resolves both are durable, so the sender may be told that it has arrived. The same input again stores nothing twice.

import { rejectedPerRequestMax } from '../limits.ts';
import type { RejectedDraft } from '../store/rejected.ts';
import type { AppendResult, IncomingEvent, RejectedEvent } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { captureText } from './capture-text.ts';
import type { Captured } from './captured.ts';
import { readText } from './read-text.ts';

/** Where something comes from; see RejectedDraft. */
export interface Source {
  readonly name: string;
  readonly sender: string;
}

/** What came out of taking in again what was kept aside. */
export interface Recovery extends AppendResult {
  readonly id: number;
  /** Whether everything in it is stored now, so that it is no longer kept aside. */
  readonly recovered: boolean;
}

export interface RecorderParts {
  readonly store: Pick<Store, 'appendEcs' | 'rejected'>;
  /** Is told of everything that was recorded: the metrics are. */
  readonly onRecorded: (result: AppendResult) => void;
}

export class Recorder {
  readonly #parts: RecorderParts;
  #waitingBytes = 0;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  /** Of the documents that wait for their commit. Whoever must not wait long looks here first. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /**
   * Stores what was captured from one request, message or file. `rejected` counts from 0 in `captured`, events and scraps alike.
   * `whole` is all of it as it came: kept aside instead of its parts when nothing in it is an event, or too much of it is none.
   * Rejects when the store fails; then nothing is certain, and the sender must send it again.
   */
  async record(captured: readonly Captured[], source: Source, whole?: Uint8Array): Promise<AppendResult> {
    const result = await this.#append(captured);
    await this.#keepAside(captured, result, source, whole);
    this.#parts.onRecorded(result);
    return result;
  }

  /** Keeps aside something that could not even be captured. Durable when it resolves. */
  async refuse(body: Uint8Array, reason: string, { name, sender }: Source): Promise<void> {
    await this.#parts.store.rejected.keep([{ source: name, sender, reason, body }]);
    this.#parts.onRecorded({ stored: 0, duplicates: 0, rejected: [{ index: 0, reason }] });
  }

  /** Takes in again what was kept aside, and lets go of it when it is stored as a whole. Throws RejectedMissing. */
  async retry(id: number): Promise<Recovery> {
    const { rejected } = this.#parts.store;
    const { body, bytes } = await rejected.get(id);
    if (body.length < bytes) {
      const reason = `only ${body.length} of its ${bytes} bytes were kept`;
      return { id, recovered: false, stored: 0, duplicates: 0, rejected: [{ index: 0, reason }] };
    }
    const result = await this.#append(await captureBytes(body));
    const recovered = result.rejected.length === 0;
    if (recovered) await rejected.remove([id]);
    this.#parts.onRecorded({ ...result, rejected: [] });
    return { id, recovered, ...result };
  }

  async #append(captured: readonly Captured[]): Promise<AppendResult> {
    const rejected: RejectedEvent[] = [];
    const positions: number[] = [];
    const events: IncomingEvent[] = [];
    for (const [index, item] of captured.entries()) {
      if (item.kind === 'problem') {
        rejected.push({ index, reason: item.reason });
      } else {
        positions.push(index);
        events.push(item.event);
      }
    }
    const result = await this.#appendEvents(events);
    for (const { index, reason } of result.rejected)
      rejected.push({ index: positions[index] ?? index, reason });
    rejected.sort((one, other) => one.index - other.index);
    return { ...result, rejected };
  }

  async #appendEvents(events: readonly IncomingEvent[]): Promise<AppendResult> {
    if (events.length === 0) return { stored: 0, duplicates: 0, rejected: [] };
    const bytes = events.reduce((sum, { message }) => sum + message.length, 0);
    this.#waitingBytes += bytes;
    try {
      return await this.#parts.store.appendEcs(events);
    } finally {
      this.#waitingBytes -= bytes;
    }
  }

  async #keepAside(
    captured: readonly Captured[],
    { stored, duplicates, rejected }: AppendResult,
    { name, sender }: Source,
    whole: Uint8Array | undefined,
  ): Promise<void> {
    const [first] = rejected;
    if (first === undefined) return;
    const draft = (reason: string, body: Uint8Array): RejectedDraft => ({
      source: name,
      sender,
      reason,
      body,
    });
    const drafts =
      whole !== undefined && (stored + duplicates === 0 || rejected.length > rejectedPerRequestMax)
        ? [
            draft(
              rejected.length === 1 ? first.reason : `${rejected.length} documents: ${first.reason}`,
              whole,
            ),
          ]
        : rejected.map(({ index, reason }) => draft(reason, contentOf(captured[index])));
    await this.#parts.store.rejected.keep(drafts);
  }
}

/** What can be read of bytes that were kept aside: JSON text in any form that is captured, gzipped or not. */
async function captureBytes(body: Uint8Array): Promise<readonly Captured[]> {
  const captured: Captured[] = [];
  try {
    for await (const part of captureText(readText(once(body)))) captured.push(...part);
  } catch (cause) {
    captured.push({ kind: 'problem', reason: cause instanceof Error ? cause.message : String(cause) });
  }
  return captured.length > 0 ? captured : [{ kind: 'problem', reason: 'there is nothing in it' }];
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}

function contentOf(item: Captured | undefined): Uint8Array {
  const content = item?.kind === 'event' ? item.event.message : item?.content;
  return typeof content === 'string' ? Buffer.from(content) : (content ?? new Uint8Array());
}
