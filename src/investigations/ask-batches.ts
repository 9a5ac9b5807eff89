// Asking about many ids: a query text may have 10,000 characters, so a long list is asked for in several queries.

import type { AskedQuery, AskedRow, InvestigationContext } from './investigation.ts';

/** An id takes some 80 characters of a condition in the AWS form, with room for what else is asked of it. */
const batchSize = 50;

/** The rows of all queries, one query for each fifty ids; none for no ids. */
export async function askBatches(
  ids: readonly string[],
  query: (batch: readonly string[]) => AskedQuery,
  context: InvestigationContext,
): Promise<readonly AskedRow[]> {
  const asked: Promise<readonly AskedRow[]>[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    asked.push(context.ask(query(ids.slice(start, start + batchSize))));
  }
  return (await Promise.all(asked)).flat();
}
