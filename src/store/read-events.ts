// Events of a log group in the order of time, a portion at a time: for pages of FilterLogEvents and GetLogEvents, and whoever goes through a
// history. Narrow columns are looked at first and messages read for a portion only, so that memory stays bounded, everything else gets its
// turn between two portions, and whoever has enough just stops asking.

import type { Engine } from '../engine/engine.ts';
import { eventOverheadBytes } from '../limits.ts';
import {
  behind,
  type EventPortion,
  type EventPosition,
  type EventSearch,
  type ReadEvents,
} from './event-order.ts';
import { type EventKey, type EventRun, EventStatements } from './event-statements.ts';
import type { Group } from './group.ts';

/** Throws LogGroupMissing when the group is deleted meanwhile, an AbortError when the signal fires. */
export function readEvents(
  engine: Engine,
  group: Group,
  request: ReadEvents,
  signal?: AbortSignal,
): AsyncGenerator<EventPortion> {
  const statements = new EventStatements(engine, group, request, signal);
  const { search } = request;
  return search === undefined ? readAll(statements, request) : readFound(statements, request, search);
}

async function* readAll(statements: EventStatements, request: ReadEvents): AsyncGenerator<EventPortion> {
  let from = request.from ?? firstPosition(request);
  for (;;) {
    const { runs, more } = await statements.runs(from);
    for (const [index, run] of runs.entries()) {
      const events = await statements.events(run);
      from = behind(run.last, request.direction);
      yield { events, next: from, done: !more && index === runs.length - 1 };
    }
    if (runs.length === 0) yield { events: [], next: from, done: true };
    if (!more) return;
  }
}

/** Events of a stretch, which is searched as a whole: the first one, and the longest. */
const stretchEventsLeast = 2_048;
const stretchEventsMax = 262_144;
/** A stretch in which fewer events than this had the texts is followed by one four times as long. */
const candidatesFew = 8_192;

/**
 * The table keeps events that are alike side by side, not those of one time: to read a few of one time costs almost as much as
 * all that were stored with them. So a stretch of time is searched in the order of the table, and what was found is put in order.
 */
async function* readFound(
  statements: EventStatements,
  request: ReadEvents,
  { accepts }: EventSearch,
): AsyncGenerator<EventPortion> {
  const { direction } = request;
  let from = request.from ?? firstPosition(request);
  let stretch = stretchEventsLeast;
  for (;;) {
    const end = await statements.stretchEnd(from, stretch);
    const found: EventKey[] = [];
    let candidates = 0;
    await statements.candidates(from, end, (key, message) => {
      candidates++;
      if (accepts(message)) found.push(key);
    });
    found.sort(direction === 'forward' ? inOrder : (a, b) => inOrder(b, a));
    const parts = [...portions(found, request)];
    for (const [index, keys] of parts.entries()) {
      const last = index === parts.length - 1;
      const events = await statements.events(runOf(keys));
      const next = last && end !== null ? end : behind(keys.at(-1) ?? from, direction);
      yield { events, next, done: last && end === null };
    }
    if (parts.length === 0) yield { events: [], next: end ?? from, done: end === null };
    if (end === null) return;
    from = end;
    if (candidates < candidatesFew) stretch = Math.min(4 * stretch, stretchEventsMax);
  }
}

const inOrder = (a: EventPosition, b: EventPosition): number =>
  a.timestampMs - b.timestampMs || a.sequence - b.sequence;

function firstPosition({ direction, startMs, endMs }: ReadEvents): EventPosition {
  return { timestampMs: direction === 'forward' ? startMs : endMs + 1, sequence: 0 };
}

function runOf(keys: readonly EventKey[]): EventRun {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a portion has an event');
  return { first, last, only: keys.map(({ sequence }) => sequence) };
}

/** Keys side by side that weigh about as much as may be read at once. */
function* portions(
  keys: readonly EventKey[],
  { eventsAtOnce, bytesAtOnce }: ReadEvents,
): Generator<readonly EventKey[]> {
  let start = 0;
  let weight = 0;
  for (const [index, key] of keys.entries()) {
    const bytes = key.bytes + eventOverheadBytes;
    weight += bytes;
    if (index === start || (weight <= bytesAtOnce && index - start < eventsAtOnce)) continue;
    yield keys.slice(start, index);
    start = index;
    weight = bytes;
  }
  if (start < keys.length) yield keys.slice(start);
}
