// What every destination is given, and how it says no.

import type { QueryState, ResultRow } from '../queries/query.ts';
import type { Store } from '../store/store.ts';

export interface DeliveryEnvironment {
  readonly store: Pick<
    Store,
    'append' | 'createGroup' | 'streams' | 'group' | 'lookupTable' | 'createLookupTable' | 'updateLookupTable'
  >;
  /** Where files go. */
  readonly exportsDir: string;
  /** Keeps the tags of a table that a run has created. */
  tagLookupTable(name: string, tags: Readonly<Record<string, string>>): Promise<void>;
}

/** The rows of a run's query, read in parts: there may be many. */
export interface Rows extends Pick<QueryState, 'columns' | 'rowCount'> {
  page(start: number, count: number): Promise<readonly ResultRow[]>;
}

/** What a destination cannot take, as a sentence: the author's to mend, where other errors are the machine's. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';
}
