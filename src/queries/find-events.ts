// A page of events in the order of time: those that a filter pattern matches, up to a number, a weight and a time. Who wants more goes on
// from the position that comes with the page.

import type { CompiledFilterPattern } from '../filter-pattern/index.ts';
import { eventOverheadBytes, findEventsMsMax } from '../limits.ts';
import { behind, type EventPosition, type ReadEvents, type TimedEvent } from '../store/event-order.ts';
import type { Store } from '../store/store.ts';

export interface FindEvents extends Pick<ReadEvents, 'direction' | 'startMs' | 'endMs' | 'from' | 'streams'> {
  readonly logGroup: string;
  readonly pattern: CompiledFilterPattern;
  readonly eventsMax: number;
  /** Messages as UTF-8, each with `eventOverheadBytes`; one event is taken whatever its size. */
  readonly bytesMax: number;
}

export interface FoundEvents {
  /** In the order of the direction. */
  readonly events: readonly TimedEvent[];
  /** Behind everything that was looked at; null when nothing is left. */
  readonly next: EventPosition | null;
}

/** What is read at once where the pattern decides: some milliseconds of work. */
const eventsAtOnce = 10_000;
const bytesAtOnce = 2 * 1_048_576;
/** Characters that are compared with the pattern before everything else gets its turn. */
const charsPerTurn = 256 * 1_024;

/**
 * Ends early, with what it has, when it has searched for `findEventsMsMax`. Throws LogGroupMissing, an AbortError when the signal fires.
 */
export async function findEvents(
  request: FindEvents,
  { store, nowMs }: { readonly store: Store; readonly nowMs: () => number },
  signal?: AbortSignal,
): Promise<FoundEvents> {
  const { logGroup, pattern, direction, startMs, endMs, from, streams } = request;
  const everything = pattern.matchesAll;
  const untilMs = nowMs() + findEventsMsMax;
  const page = new Page(request);
  const portions = store.readEvents(
    logGroup,
    {
      direction,
      startMs,
      endMs,
      texts: pattern.requiredTexts,
      eventsAtOnce: everything ? request.eventsMax : eventsAtOnce,
      bytesAtOnce: everything ? request.bytesMax : bytesAtOnce,
      ...(from === undefined ? {} : { from }),
      ...(streams === undefined ? {} : { streams }),
    },
    signal,
  );
  for await (const { events, next, done } of portions) {
    for await (const event of matching(events, pattern)) {
      if (!page.take(event)) return { events: page.events, next: page.positionBefore(event) };
    }
    if (done) return { events: page.events, next: null };
    // Where everything is taken a portion is a page.
    const enough = everything ? events.length > 0 : page.full;
    if (enough || nowMs() >= untilMs) return { events: page.events, next };
  }
  return { events: page.events, next: null };
}

async function* matching(
  events: readonly TimedEvent[],
  pattern: CompiledFilterPattern,
): AsyncGenerator<TimedEvent> {
  let chars = 0;
  for (const event of events) {
    if (pattern.matches(event.message)) yield event;
    if (pattern.matchesAll) continue;
    chars += event.message.length;
    if (chars < charsPerTurn) continue;
    chars = 0;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

class Page {
  readonly events: TimedEvent[] = [];
  readonly #request: FindEvents;
  #bytes = 0;

  constructor(request: FindEvents) {
    this.#request = request;
  }

  get full(): boolean {
    return this.events.length >= this.#request.eventsMax;
  }

  /** False when there is no room for it. */
  take(event: TimedEvent): boolean {
    const bytes = Buffer.byteLength(event.message) + eventOverheadBytes;
    const fits = this.events.length === 0 || this.#bytes + bytes <= this.#request.bytesMax;
    if (this.full || !fits) return false;
    this.events.push(event);
    this.#bytes += bytes;
    return true;
  }

  /** Where reading goes on to come to this event first. */
  positionBefore(event: TimedEvent): EventPosition {
    return behind(event, this.#request.direction === 'forward' ? 'backward' : 'forward');
  }
}
