// What our JSON API answers, as the page reads it. The shapes that the server names are imported; the rest is here.

import type { Finding } from '../../src/investigations/finding.ts';
import type { InvestigationInput } from '../../src/investigations/investigation.ts';
import type { QueryResult } from '../../src/queries/query.ts';
import type { SavedQuery, SavedQueryDraft, SavedQueryParameter } from '../../src/store/saved-query.ts';
import type { GroupSummary } from '../../src/store/schema.ts';
import type { StoredEvent } from '../../src/store/store.ts';

export type {
  Finding,
  GroupSummary,
  InvestigationInput,
  QueryResult,
  SavedQuery,
  SavedQueryDraft,
  SavedQueryParameter,
  StoredEvent,
};

/** GET /api/v1/status. Times are epoch milliseconds. */
export interface Status {
  readonly version: string;
  readonly dataDir: string;
  readonly engine: string;
  readonly startedMs: number;
  readonly nowMs: number;
  readonly logGroups: number;
  readonly events: number;
  readonly bytes: number;
  /** Documents that were rejected and are kept aside. */
  readonly rejectedKept: number;
  readonly diskBytes: number;
  readonly lastEventMs: number | null;
  readonly lastIngestionMs: number | null;
}

/** One element of GET /api/v1/investigations: everything of an investigation but how it is answered. */
export interface Definition {
  readonly id: string;
  readonly question: string;
  readonly summary: string;
  readonly inputs: readonly InvestigationInput[];
}

export interface FieldCount {
  readonly name: string;
  readonly events: number;
}

/** Body of POST /api/v1/query. */
export interface QueryBody {
  readonly query: string;
  /** Left out for all groups. */
  readonly logGroups?: readonly string[];
  readonly startMs: number;
  readonly endMs: number;
  readonly limit?: number;
  readonly histogram?: boolean;
}
