// What a log group looks like to the readers of the store: its table, its columns, its counts.
// One table per log group. System columns carry the names that the language gives them; every discovered leaf path has a
// VARCHAR column; `fields` maps the case-sensitive path to the physical column name (DuckDB's names ignore case).

import type { GroupSettings } from './group-settings.ts';

/** Columns every log-group table has. Times are epoch milliseconds (BIGINT). */
export const systemColumns = {
  sequence: '@seq', // UINTEGER: order of storing, unique within the group; @ptr is made of group and sequence
  timestamp: '@timestamp', // DOUBLE holding whole milliseconds
  ingestionTime: '@ingestionTime', // BIGINT
  logStream: '@logStream', // VARCHAR
  message: '@message', // VARCHAR, zstd
  bytes: '@bytes', // UINTEGER: UTF-8 length of the message
} as const;

/** A log group as a query sees it. */
export interface GroupSchema {
  readonly name: string;
  /** Physical table name, unquoted. */
  readonly table: string;
  /** Small integer that identifies the group inside @ptr. */
  readonly groupId: number;
  /** Discovered and derived (`ecs.*`) field path -> physical column name, unquoted. */
  readonly fields: ReadonlyMap<string, string>;
  readonly createdMs: number;
  readonly settings: GroupSettings;
}

export interface GroupSummary {
  readonly name: string;
  readonly createdMs: number;
  readonly events: number;
  /** Sum of the UTF-8 bytes of the messages. */
  readonly bytes: number;
  readonly firstEventMs: number | null;
  readonly lastEventMs: number | null;
  readonly lastIngestionMs: number | null;
}

export interface StreamSummary {
  readonly name: string;
  readonly createdMs: number;
  /** Null for a stream without events. */
  readonly firstEventMs: number | null;
  readonly lastEventMs: number | null;
  readonly lastIngestionMs: number | null;
}

/** The times of the events that have a field; null when there are none. */
export interface FieldTimes {
  readonly firstEventMs: number | null;
  readonly lastEventMs: number | null;
  /** When the group last got an event, with this field or not. */
  readonly lastIngestionMs: number | null;
}

/** One event on its way in. `timestampMs` is absent when the message's own time decides. */
export interface IncomingEvent {
  readonly message: string;
  readonly timestampMs?: number;
  readonly logStream?: string;
}

export interface RejectedEvent {
  /** Position in the input of this call. */
  readonly index: number;
  readonly reason: string;
}

export interface AppendResult {
  readonly stored: number;
  readonly duplicates: number;
  readonly rejected: readonly RejectedEvent[];
}
