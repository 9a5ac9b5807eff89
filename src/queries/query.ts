// The types of a query's life that api/, cli/, investigations/ and the page share.

import type { ColumnKind } from '../engine/statement.ts';
import type { Diagnostic } from '../language/diagnostic.ts';

export interface QueryRequest {
  readonly text: string;
  /** Names of log groups; 'all' for every group. */
  readonly logGroups: readonly string[] | 'all';
  /** Epoch milliseconds, both inclusive. */
  readonly startMs: number;
  readonly endMs: number;
  /** Acts as one more trailing `limit`. */
  readonly limit?: number;
  /** Also count matching events per time bucket, for the page's histogram. */
  readonly histogram?: boolean;
}

export interface ResultColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface QueryStatistics {
  readonly recordsMatched: number;
  readonly recordsScanned: number;
  readonly bytesScanned: number;
  readonly logGroupsScanned: number;
}

export interface Histogram {
  readonly bucketMs: number;
  readonly buckets: readonly { readonly startMs: number; readonly count: number }[];
}

/** Cells are the API's strings; null means that the cell is absent. */
export type ResultRow = readonly (string | null)[];

/** `@ptr` is the last column of unaggregated results. */
export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly ResultRow[];
  readonly statistics: QueryStatistics;
  readonly histogram?: Histogram;
  readonly durationMs: number;
  /** Doubtful spots of the query that was run (`severity: 'warning'`). */
  readonly warnings: readonly Diagnostic[];
}

/** A result whose rows went elsewhere as they were found. */
export type QueryOutcome = Omit<QueryResult, 'rows'>;

/** Takes what a query finds while it runs. Rows come in the order of the result; what `add` throws ends the query. */
export interface ResultSink {
  /** Once, before any row. */
  begin(columns: readonly ResultColumn[]): void;
  add(rows: readonly ResultRow[]): void | Promise<void>;
  /** As soon as it is known; the outcome tells the rest. */
  scanned?(counts: Pick<QueryStatistics, 'recordsScanned' | 'bytesScanned' | 'logGroupsScanned'>): void;
}

/** Waiting for its turn, running, or one of the ways to end. */
export type QueryStatus = 'Scheduled' | 'Running' | 'Complete' | 'Failed' | 'Cancelled' | 'Timeout';

/** One started query as seen at one moment; times are epoch milliseconds. */
export interface QueryState {
  readonly id: string;
  readonly request: QueryRequest;
  /** Who started it, as the caller of start() names them. */
  readonly startedBy?: string;
  /** Names of the log groups that it reads, by its request or its text. */
  readonly logGroups: readonly string[];
  readonly status: QueryStatus;
  readonly startedMs: number;
  /** When it began to run; absent while it waits, and of one that never ran. */
  readonly ranMs?: number;
  readonly endedMs?: number;
  /** Empty until the first row is near. */
  readonly columns: readonly ResultColumn[];
  /** Rows found so far. They are the first ones of the result, in its order, and stay when the query is stopped. */
  readonly rowCount: number;
  /** Zeros until it is counted. */
  readonly statistics: QueryStatistics;
  /** A sentence, when Failed or Timeout. */
  readonly failure?: string;
}
