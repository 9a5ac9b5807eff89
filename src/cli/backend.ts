// What a command asks of the place where the events are. Two answer: local-backend.ts, a data directory that this process
// has opened, and remote-backend.ts, a server. open-backend.ts chooses; a command does not notice the difference.

import type { Recovery } from '../capture/recorder.ts';
import type { Finding } from '../investigations/finding.ts';
import type { Investigation, InvestigationRequest } from '../investigations/investigation.ts';
import type { ExplainStage } from '../queries/explain-query.ts';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import type { TailAsked } from '../queries/tail.ts';
import type { TailUpdate } from '../queries/tail-session.ts';
import type { Run, ScheduleDraft, ScheduleState } from '../schedules/schedule.ts';
import type { LookupTableContent, LookupTableSummary } from '../store/lookup-table.ts';
import type { RejectedDraft, RejectedRecord } from '../store/rejected.ts';
import type { SavedQuery, SavedQueryDraft } from '../store/saved-query.ts';
import type { AppendResult, GroupSummary, IncomingEvent } from '../store/schema.ts';
import type { BulkLoad } from '../store/store.ts';

export interface StatusReport {
  /** The data directory, or the URL of the server. */
  readonly place: string;
  readonly dataDir: string;
  readonly version: string;
  /** Bytes of the database on disk. */
  readonly diskBytes: number;
  /** Documents that were rejected and are kept aside. */
  readonly rejectedKept: number;
  readonly logGroups: readonly GroupSummary[];
}

/** The newest of what is kept aside, and how much of it there is. */
export interface RejectedList {
  readonly kept: number;
  readonly keptBytes: number;
  readonly records: readonly RejectedRecord[];
}

export interface RejectedDocument extends RejectedRecord {
  readonly bodyBase64: string;
}

/** What is kept beside the events. What is refused is a wrong call. */
export interface Library {
  /** Ordered by name. */
  savedQueries(): Promise<readonly SavedQuery[]>;
  /** Replaces the query of that name, if there is one. */
  saveQuery(draft: SavedQueryDraft): Promise<SavedQuery>;
  deleteSavedQuery(id: string): Promise<void>;
  /** Ordered by name. */
  lookupTables(): Promise<readonly LookupTableSummary[]>;
  /** With its CSV. */
  lookupTable(name: string): Promise<LookupTableSummary & { readonly body: string }>;
  createLookupTable(name: string, content: LookupTableContent): Promise<LookupTableSummary>;
  updateLookupTable(name: string, content: LookupTableContent): Promise<LookupTableSummary>;
  deleteLookupTable(name: string): Promise<void>;
  /** Ordered by name. */
  schedules(): Promise<readonly ScheduleState[]>;
  schedule(name: string): Promise<ScheduleState>;
  /** Throws QueryRejected and UnknownLogGroup too. */
  createSchedule(draft: ScheduleDraft): Promise<ScheduleState>;
  deleteSchedule(name: string): Promise<void>;
  /** Newest first. */
  scheduleRuns(name: string): Promise<readonly Run[]>;
  /** Resolves when the run has ended, however it did. */
  runSchedule(name: string): Promise<Run>;
  /** Documents that an import could not read; durable when it resolves. */
  keepAside(drafts: readonly RejectedDraft[]): Promise<void>;
  /** Newest first. */
  rejected(limit: number): Promise<RejectedList>;
  rejectedDocument(id: number): Promise<RejectedDocument>;
  retryRejected(id: number): Promise<Recovery>;
  retryAllRejected(): Promise<readonly Recovery[]>;
  /** How many it deleted; all without an id. */
  deleteRejected(id?: number): Promise<number>;
}

export interface Backend extends Library {
  query(request: QueryRequest, signal: AbortSignal): Promise<QueryResult>;
  explain(request: QueryRequest, stage: ExplainStage): Promise<string>;
  investigate(
    investigation: Investigation,
    request: InvestigationRequest,
    signal: AbortSignal,
  ): Promise<Finding>;
  /** Recorded events and, over a server, those that come. Ends when everything asked for is told; throws when it cannot go on. */
  tail(asked: TailAsked, signal: AbortSignal): AsyncIterable<TailUpdate>;
  /** Stores ECS events, each in the group of its cluster; resolves when they are durable. */
  appendEcs(events: readonly IncomingEvent[]): Promise<AppendResult>;
  /** As appendEcs for very many events; only over a directory that this process has opened. */
  bulkEcs?(): BulkLoad;
  status(): Promise<StatusReport>;
  close(): Promise<void>;
}
