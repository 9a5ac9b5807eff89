// What every destination is given, and how it says no.

import type { RowPages } from '../queries/csv-of-rows.ts';
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

export type Rows = RowPages;

/** What a destination cannot take, as a sentence: the author's to mend, where other errors are the machine's. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';
}
