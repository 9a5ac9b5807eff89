// Tags of what is no log group (those have theirs among their settings): lookup tables and scheduled queries.

import type { Documents } from './documents.ts';
import type { Store } from './store.ts';

export type Tags = Readonly<Record<string, string>>;

/** By kind and name or id: `lookup-table:teams`, `scheduled-query:1f0c`. Who deletes the resource deletes them. */
export function resourceTags(store: Pick<Store, 'documents'>): Documents<Tags> {
  return store.documents<Tags>('resource-tags');
}
