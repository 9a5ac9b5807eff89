// The store: log groups that grow by appended events. Interface and errors only; duckdb-store.ts implements it.

import { logGroupsMax } from '../limits.ts';
import type { CommitListener } from './commit-feed.ts';
import type { Documents } from './documents.ts';
import type { EventPortion, ReadEvents } from './event-order.ts';
import type { FieldSince } from './field-times.ts';
import type { GroupSettings } from './group-settings.ts';
import type { LookupTableStore } from './lookup-table.ts';
import type { RejectedStore } from './rejected.ts';
import type { SavedQueryStore } from './saved-query.ts';
import type {
  AppendResult,
  FieldTimes,
  GroupSchema,
  GroupSummary,
  IncomingEvent,
  StreamSummary,
} from './schema.ts';

export interface StoredEvent {
  readonly logGroup: string;
  readonly timestampMs: number;
  readonly ingestionMs: number;
  readonly logStream: string;
  readonly message: string;
  /** Discovered and derived fields that this event has. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Differs: AWS samples the events of 15 minutes (logs-insights-ql 5.6); we look at the `fieldSampleEvents` stored last. */
export interface FieldCounts {
  /** How many events were looked at. */
  readonly sampledEvents: number;
  /** How many of them carry a field, most frequent first; at the end, with 0, those the group has besides. */
  readonly fields: readonly { readonly name: string; readonly events: number }[];
}

export interface AppendOptions {
  /** With it, LogStreamMissing when a stream is not there at the commit, and nothing is stored; otherwise streams are made. */
  readonly existingStreams?: boolean;
}

export interface Store extends LookupTableStore, SavedQueryStore {
  /** Throws LogGroupExists when the name is taken, TooManyLogGroups. Without settings it has those of group-settings.ts. */
  createGroup(name: string, settings?: GroupSettings): Promise<void>;
  /**
   * Replaces the settings of a group by what `change` makes of them; nothing else changes them meanwhile. Throws LogGroupMissing
   * and what `change` throws.
   */
  changeGroup(name: string, change: (settings: GroupSettings) => GroupSettings): Promise<void>;
  /**
   * Removes a group, its events, streams and settings; a group of the same name is another one. Queries that read it go on to
   * their end or fail with UnknownLogGroup. Throws LogGroupMissing, LogGroupProtected.
   */
  deleteGroup(name: string): Promise<void>;
  groups(): readonly GroupSchema[];
  group(name: string): GroupSchema | undefined;
  /** Of these groups, in this order, less those that are missing; without names of all groups. */
  summaries(names?: readonly string[]): Promise<readonly GroupSummary[]>;
  /** Throws LogGroupMissing, and LogStreamExists when the name is taken. */
  createStream(group: string, stream: string): Promise<void>;
  /** Removes a stream and its events. Throws LogGroupMissing, LogStreamMissing, LogGroupProtected. */
  deleteStream(group: string, stream: string): Promise<void>;
  /** Whether the group has the stream. Throws LogGroupMissing. Costs nothing: the names are in memory. */
  hasStream(group: string, stream: string): boolean;
  /** Throws LogGroupMissing. */
  streams(group: string): Promise<readonly StreamSummary[]>;
  /** Deletes events that are older than their group keeps; returns how many. Groups without a retention are left alone. */
  expire(): Promise<number>;
  /**
   * Appends to one group, creating it when absent; a group that is deleted before the commit is LogGroupMissing. Resolves after the commit is durable: calls that arrive while a commit
   * runs are committed together. EventBridge envelopes that were stored before are counted as duplicates, not stored.
   */
  append(group: string, events: readonly IncomingEvent[], options?: AppendOptions): Promise<AppendResult>;
  /**
   * Appends ECS events, each to the group of its cluster (design section 5, "Log groups"). Messages that are not EventBridge
   * envelopes are rejected with a reason.
   */
  appendEcs(events: readonly IncomingEvent[]): Promise<AppendResult>;
  /** As appendEcs for very many events: faster, and acknowledged as a whole. */
  bulkEcs(): BulkLoad;
  /** Tells what is stored from now on, after each durable commit; returns what ends that. */
  onCommit(listener: CommitListener): () => void;
  /**
   * The events of a group in the order of time, a portion at a time (read-events.ts). Throws LogGroupMissing, also when the group is
   * deleted meanwhile, and an AbortError when the signal fires.
   */
  readEvents(group: string, request: ReadEvents, signal?: AbortSignal): AsyncIterable<EventPortion>;
  /** The event behind a pointer (`@ptr`), or null. */
  event(groupId: number, sequence: bigint): Promise<StoredEvent | null>;
  /** The fields of a group, counted in its latest events, or the latest of a time (both inclusive); throws LogGroupMissing. */
  fieldCounts(
    group: string,
    time?: { readonly startMs: number; readonly endMs: number },
  ): Promise<FieldCounts>;
  /** One for each field, of the events stored since its time; throws LogGroupMissing. */
  fieldTimes(group: string, fields: readonly FieldSince[]): Promise<readonly FieldTimes[]>;
  /** What was refused on its way in, kept aside. */
  readonly rejected: RejectedStore;
  /** Small durable documents of one kind: settings, tags, schedules. The caller alone knows the shape of its values. */
  documents<Value>(kind: string): Documents<Value>;
  /** Bytes of the database on disk. */
  diskBytes(): Promise<number>;
  close(): Promise<void>;
}

export class LogGroupExists extends Error {
  override readonly name = 'LogGroupExists';
  constructor(group: string) {
    super(`The log group ${group} exists already.`);
  }
}

/** More log groups than a store holds. */
export class TooManyLogGroups extends Error {
  override readonly name = 'TooManyLogGroups';
  constructor() {
    super(`There are ${logGroupsMax} log groups already; delete some first.`);
  }
}

/** Thrown by what would delete a group that is protected, or a part of it. */
export class LogGroupProtected extends Error {
  override readonly name = 'LogGroupProtected';
  constructor(group: string) {
    super(`The log group ${group} is protected against deletion.`);
  }
}

/** Events on their way into the store in large numbers. One process may have several at once. */
export interface BulkLoad {
  /**
   * Takes events; resolves when more may come. The result has the rejected of these events, and the counts of all that was
   * stored or recognised since the last call. Rejects as soon as the store has failed.
   */
  add(events: readonly IncomingEvent[]): Promise<AppendResult>;
  /** Resolves, with the last counts, when everything that was added is durable. */
  finish(): Promise<AppendResult>;
}

/** Thrown by what names a group that is not there. */
export class LogGroupMissing extends Error {
  override readonly name = 'LogGroupMissing';
  constructor(group: string) {
    super(`There is no log group ${group}.`);
  }
}

export class LogStreamExists extends Error {
  override readonly name = 'LogStreamExists';
  constructor(group: string, stream: string) {
    super(`The log stream ${stream} exists already in ${group}.`);
  }
}

export class LogStreamMissing extends Error {
  override readonly name = 'LogStreamMissing';
  constructor(group: string, stream: string) {
    super(`There is no log stream ${stream} in ${group}.`);
  }
}
