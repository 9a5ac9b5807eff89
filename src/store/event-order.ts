// The order that events of a log group are read in, and the words of whoever reads them so (read-events.ts).

/**
 * A place between two events: behind all that are earlier than this key and before the event that has it. Events of one time are in the
 * order of storing. A position stays what it is while events arrive: those that are stored later have their own places.
 */
export interface EventPosition {
  readonly timestampMs: number;
  readonly sequence: number;
}

export interface TimedEvent extends EventPosition {
  readonly ingestionMs: number;
  readonly logStream: string;
  readonly message: string;
}

export type StreamChoice = { readonly names: readonly string[] } | { readonly prefix: string };

export interface ReadEvents {
  readonly direction: 'forward' | 'backward';
  /** Epoch milliseconds, both inclusive. */
  readonly startMs: number;
  readonly endMs: number;
  /** Where to go on; absent: at the end of the range that the direction begins with. */
  readonly from?: EventPosition;
  readonly streams?: StreamChoice;
  /** Absent: every event. */
  readonly search?: EventSearch;
  /** At most so many events are read at once, and about so many bytes; one event is, whatever its size. */
  readonly eventsAtOnce: number;
  readonly bytesAtOnce: number;
}

/** Which events are wanted. */
export interface EventSearch {
  /** Of each of these lists an event has one text at least; the engine looks for them, which costs far less than `accepts`. */
  readonly texts: readonly (readonly string[])[];
  readonly accepts: (message: string) => boolean;
}

export interface EventPortion {
  /** In the order of the direction; none where a stretch had nothing to offer. */
  readonly events: readonly TimedEvent[];
  /** Behind everything that was looked at. */
  readonly next: EventPosition;
  /** Whether this is the last one. */
  readonly done: boolean;
}

/** The position behind an event, in the direction of reading. */
export function behind(event: EventPosition, direction: ReadEvents['direction']): EventPosition {
  const { timestampMs } = event;
  return { timestampMs, sequence: direction === 'forward' ? event.sequence + 1 : event.sequence };
}
