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

/**
 * Ends with what it has when it has searched for `findEventsMsMax`, which may be nothing. Throws LogGroupMissing, an AbortError when the
 * signal fires.
 */
export async function findEvents(
  request: FindEvents,
  { store, nowMs }: { readonly store: Store; readonly nowMs: () => number },
  signal?: AbortSignal,
): Promise<FoundEvents> {
  const { logGroup, pattern, eventsMax, bytesMax, ...place } = request;
  const { matches: accepts, requiredTexts: texts } = pattern;
  const search = pattern.matchesAll ? {} : { search: { texts, accepts } };
  const reading = { ...place, ...search, eventsAtOnce: eventsMax, bytesAtOnce: bytesMax };
  const untilMs = nowMs() + findEventsMsMax;
  const page = new Page(request);
  for await (const { events, next, done } of store.readEvents(logGroup, reading, signal)) {
    for (const event of events) {
      if (!page.take(event)) return { events: page.events, next: page.positionBefore(event) };
    }
    if (done) return { events: page.events, next: null };
    // Where everything is taken, a portion is a page.
    const enough = pattern.matchesAll ? page.events.length > 0 : page.events.length === eventsMax;
    if (enough || nowMs() >= untilMs) return { events: page.events, next };
  }
  return { events: page.events, next: null };
}

class Page {
  readonly events: TimedEvent[] = [];
  readonly #request: FindEvents;
  #bytes = 0;

  constructor(request: FindEvents) {
    this.#request = request;
  }

  /** False when there is no room for it. */
  take(event: TimedEvent): boolean {
    const { eventsMax, bytesMax } = this.#request;
    const bytes = Buffer.byteLength(event.message) + eventOverheadBytes;
    const fits = this.#bytes + bytes <= bytesMax && this.events.length < eventsMax;
    if (!fits && this.events.length > 0) return false;
    this.events.push(event);
    this.#bytes += bytes;
    return true;
  }

  /** Where reading goes on to come to this event first. */
  positionBefore(event: TimedEvent): EventPosition {
    return behind(event, this.#request.direction === 'forward' ? 'backward' : 'forward');
  }
}
