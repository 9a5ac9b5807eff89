// A run's rows as a lookup table: created by the first run, replaced as a whole by each later one. What cannot be a table leaves
// the old content as it is.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/scheduled-queries-lookup-table-destination.html

import { csvOfPages } from '../queries/csv-of-rows.ts';
import type { DeliveryEnvironment, Rows } from './delivery.ts';
import type { LookupTableDestination } from './schedule.ts';

/** Resolves to the name of the table. */
export async function deliverLookupTable(
  { place: name, description, tags }: LookupTableDestination,
  rows: Rows,
  { store, tagLookupTable }: Pick<DeliveryEnvironment, 'store' | 'tagLookupTable'>,
): Promise<string> {
  const content = { body: await csvOfPages(rows), description };
  if (store.lookupTable(name) === undefined) {
    await store.createLookupTable(name, content);
    if (tags !== undefined) await tagLookupTable(name, tags);
  } else {
    await store.updateLookupTable(name, content);
  }
  return name;
}
