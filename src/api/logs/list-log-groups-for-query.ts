// ListLogGroupsForQuery: the log groups that a started query reads, by its request or its text.
// Inferred: those of sub-queries are among them, and all are given by name: AWS gives "names and ARNs", and a name is what a log
// group of one's own account needs.

import { z } from 'zod';
import { action } from './action.ts';
import { queryMissing } from './get-query-results.ts';
import { integer, nextToken, text } from './members.ts';
import { page } from './page.ts';

const pageSize = { least: 50, most: 500 };

const shape = z.object({
  queryId: text(1, 256),
  nextToken: nextToken.optional(),
  maxResults: integer(pageSize.least, pageSize.most).optional(),
});

export const listLogGroupsForQuery = action(shape, async (input, { queries }) => {
  const state = await queries.get(input.queryId);
  if (state === undefined) throw queryMissing(input.queryId);
  const scope = ['groups', state.id];
  const { items, ...next } = page(
    state.logGroups,
    scope,
    input.maxResults ?? pageSize.least,
    input.nextToken,
  );
  return { logGroupIdentifiers: items, ...next };
});
