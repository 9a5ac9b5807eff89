// What a statement reads events from: the tables of some log groups, and a time.

/** A log group as a table: its physical name and the columns of its fields. */
export interface SourceGroup {
  readonly name: string;
  readonly table: string;
  readonly groupId: number;
  readonly fields: ReadonlyMap<string, string>;
  /** Only events stored at this time or later are read, in epoch milliseconds. */
  readonly ingestedFromMs?: number;
}

export interface Source {
  readonly groups: readonly SourceGroup[];
  readonly accountId: string;
  /** Epoch milliseconds, both inclusive. */
  readonly startMs: number;
  readonly endMs: number;
}
