// The latest recorded events that match a filter pattern: what a tail begins with.

import { tailRecordedEventsMax } from '../limits.ts';
import { decodePointer } from './pointer.ts';
import type { QueryRequest, QueryResult } from './query.ts';
import type { TailedEvent } from './tail-session.ts';

export interface RecentRequest {
  readonly logGroups: readonly string[];
  readonly startMs: number;
  readonly endMs: number;
  /** At most so many, the latest. */
  readonly count: number;
  matches(message: string): boolean;
  /** Whether `matches` is true of every message. */
  readonly matchesAll: boolean;
}

export interface RecentEvents {
  /** Oldest first. */
  readonly events: readonly TailedEvent[];
  /** Events of that time were left out that nobody asked to leave out. */
  readonly sampled: boolean;
}

type RunQuery = (request: QueryRequest, signal?: AbortSignal) => Promise<QueryResult>;

/** Looks at the latest `tailRecordedEventsMax` events of that time. Throws what `runQuery` throws. */
export async function recentEvents(
  { logGroups, startMs, endMs, count, matches, matchesAll }: RecentRequest,
  runQuery: RunQuery,
  signal?: AbortSignal,
): Promise<RecentEvents> {
  if (logGroups.length === 0) return { events: [], sampled: false };
  const limit = matchesAll ? Math.min(count, tailRecordedEventsMax) : tailRecordedEventsMax;
  const text = 'fields @timestamp, @ingestionTime, @log, @logStream, @message | sort @timestamp desc';
  const { rows } = await runQuery({ text, logGroups, startMs, endMs, limit }, signal);
  const found = rows.map(eventOf).filter(({ event }) => matchesAll || matches(event.message));
  found.sort(inOrder);
  return {
    events: found.slice(-count).map(({ event }) => event),
    sampled: rows.length === tailRecordedEventsMax && found.length < count,
  };
}

interface Found {
  readonly event: TailedEvent;
  readonly groupId: number;
  readonly sequence: bigint;
}

function eventOf(row: readonly (string | null)[]): Found {
  const [timestamp, ingestion, log, logStream, message, ptr] = row.map((cell) => cell ?? '');
  const { groupId, sequence } = decodePointer(ptr ?? '') ?? { groupId: 0, sequence: 0n };
  const event = {
    ptr: ptr ?? '',
    // `account:group`
    logGroup: (log ?? '').replace(/^\d+:/, ''),
    logStream: logStream ?? '',
    timestampMs: timeOf(timestamp ?? ''),
    ingestionMs: timeOf(ingestion ?? ''),
    message: message ?? '',
  };
  return { event, groupId, sequence };
}

/** Of a cell: `2026-11-22 14:00:00.000`, or the milliseconds as they stand. */
function timeOf(cell: string): number {
  return /^\d+$/.test(cell) ? Number(cell) : Date.parse(`${cell.replace(' ', 'T')}Z`);
}

/** By time; what happened at once in the order of storing. */
function inOrder(one: Found, other: Found): number {
  return (
    one.event.timestampMs - other.event.timestampMs ||
    one.groupId - other.groupId ||
    Number(one.sequence - other.sequence)
  );
}
