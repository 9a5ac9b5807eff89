// The latest recorded events that match a filter pattern: what a tail begins with.

import type { CompiledFilterPattern } from '../filter-pattern/index.ts';
import { tailRecordedBytesMax, tailRecordedEventsMax, tailRecordedMsMax } from '../limits.ts';
import type { EventPosition, TimedEvent } from '../store/event-order.ts';
import type { Store } from '../store/store.ts';
import { findEvents } from './find-events.ts';
import { encodePointer } from './pointer.ts';
import type { TailedEvent } from './tail-session.ts';

export interface RecentRequest {
  /** Of groups that exist. */
  readonly logGroups: readonly string[];
  readonly startMs: number;
  readonly endMs: number;
  /** At most so many, the latest; `tailRecordedEventsMax` in any case. */
  readonly count: number;
  readonly pattern: CompiledFilterPattern;
}

export interface RecentEvents {
  /** Oldest first. */
  readonly events: readonly TailedEvent[];
  /** There are more that were asked for, or may be: a limit ended the search. */
  readonly sampled: boolean;
}

interface Reader {
  readonly store: Store;
  readonly nowMs: () => number;
}

/** Throws LogGroupMissing when a group is deleted meanwhile, an AbortError when the signal fires. */
export async function recentEvents(
  request: RecentRequest,
  reader: Reader,
  signal?: AbortSignal,
): Promise<RecentEvents> {
  const count = Math.min(request.count, tailRecordedEventsMax);
  const untilMs = reader.nowMs() + tailRecordedMsMax;
  let latest: readonly TailedEvent[] = [];
  let complete = true;
  for (const logGroup of request.logGroups) {
    const ofGroup = await latestOf(logGroup, { ...request, count }, untilMs, reader, signal);
    const all = [...latest, ...ofGroup.events].sort((one, other) => one.timestampMs - other.timestampMs);
    latest = withinBytes(all.slice(-count));
    // What is missing of a group matters only where it is later than what is kept.
    complete &&= ofGroup.complete && latest.length === Math.min(all.length, count);
  }
  return { events: latest, sampled: !complete || (latest.length === count && count < request.count) };
}

/** Of one group, oldest first. Not complete when a limit other than the count ended the search. */
async function latestOf(
  logGroup: string,
  { startMs, endMs, count, pattern }: RecentRequest,
  untilMs: number,
  reader: Reader,
  signal: AbortSignal | undefined,
): Promise<{ readonly events: readonly TailedEvent[]; readonly complete: boolean }> {
  const place = {
    logGroup,
    startMs,
    endMs,
    pattern,
    direction: 'backward',
    bytesMax: tailRecordedBytesMax,
  } as const;
  const groupId = reader.store.group(logGroup)?.groupId ?? 0;
  const found: TimedEvent[] = [];
  let from: EventPosition | null | undefined;
  while (from !== null && found.length < count) {
    const onwards = from === undefined ? {} : { from };
    const page = await findEvents({ ...place, ...onwards, eventsMax: count - found.length }, reader, signal);
    found.push(...page.events);
    from = page.next;
    if (from !== null && found.length < count && limitReached(found, untilMs, reader)) break;
  }
  const events = found.reverse().map((event) => tailed(event, logGroup, groupId));
  return { events, complete: from === null || found.length >= count };
}

function limitReached(found: readonly TimedEvent[], untilMs: number, { nowMs }: Reader): boolean {
  return nowMs() >= untilMs || charsOf(found) >= tailRecordedBytesMax;
}

const charsOf = (events: readonly { readonly message: string }[]): number =>
  events.reduce((sum, { message }) => sum + message.length, 0);

/** The last of them that are light enough together. */
function withinBytes(events: readonly TailedEvent[]): readonly TailedEvent[] {
  let first = events.length;
  for (let chars = 0; first > 0; first -= 1) {
    chars += events[first - 1]?.message.length ?? 0;
    if (chars > tailRecordedBytesMax) break;
  }
  return events.slice(first);
}

function tailed({ sequence, ...event }: TimedEvent, logGroup: string, groupId: number): TailedEvent {
  const { logStream, timestampMs, ingestionMs, message } = event;
  const ptr = encodePointer(groupId, BigInt(sequence));
  return { ptr, logGroup, logStream, timestampMs, ingestionMs, message };
}
