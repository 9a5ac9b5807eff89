// What is set for a log group beside its events: class, retention, protection, tags, field indexes. Plain JSON, kept in one
// table of the catalogue and in memory.

/** AWS's three classes. They are kept and shown; all events are stored alike. */
export type LogClass = 'STANDARD' | 'INFREQUENT_ACCESS' | 'DELIVERY';

/** A field whose events `filterIndex` finds. */
export interface FieldIndex {
  readonly field: string;
  readonly type: 'FIELD_INDEX' | 'FACET';
  /** Epoch milliseconds: events stored before are not found [AWS: index policies apply to events that come later]. */
  readonly sinceMs: number;
}

export interface IndexPolicy {
  /** As it was given. */
  readonly document: string;
  readonly updatedMs: number;
  readonly indexes: readonly FieldIndex[];
}

export interface GroupSettings {
  readonly logClass: LogClass;
  /** Events older than so many days are deleted; absent: kept for ever. */
  readonly retentionDays?: number;
  /** Neither the group nor a stream of it may be deleted. */
  readonly protected: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly indexPolicy?: IndexPolicy;
}

/** Of a group that was created without any. */
export const defaultGroupSettings: GroupSettings = { logClass: 'STANDARD', protected: false, tags: {} };

/** Indexes that every group of the class STANDARD has [AWS: "filterIndex", and PutIndexPolicy for the first five]. */
export const defaultIndexes: readonly string[] = [
  '@logStream',
  '@aws.region',
  '@aws.account',
  '@source.log',
  'traceId',
  '@data_source_name',
  '@data_source_type',
  '@data_format',
  'severityText',
  'attributes.session.id',
];

/**
 * Since when events of a group are found by an index on this field, in epoch milliseconds; null when there is no such index.
 * Names are case-sensitive. Index policies and the indexes above are for the class STANDARD only [AWS].
 */
export function indexedSinceMs({ logClass, indexPolicy }: GroupSettings, field: string): number | null {
  if (logClass !== 'STANDARD') return null;
  if (defaultIndexes.includes(field)) return 0;
  return indexPolicy?.indexes.find((index) => index.field === field)?.sinceMs ?? null;
}

/** The oldest time that a group keeps, in epoch milliseconds; null when it keeps everything. */
export function keptSinceMs({ retentionDays }: GroupSettings, nowMs: number): number | null {
  return retentionDays === undefined ? null : nowMs - retentionDays * 86_400_000;
}
