// DescribeQueryDefinitions: saved queries by prefix of the name. Inferred: ordered by name.

import { z } from 'zod';
import { savedQueryNameCharsMax } from '../../limits.ts';
import type { SavedQuery } from '../../store/saved-query.ts';
import { action } from './action.ts';
import { integer, nextToken, text, word } from './members.ts';
import { page } from './page.ts';

const pageSizeMax = 1_000;

const shape = z.object({
  queryLanguage: word('CWLI', 'SQL', 'PPL').optional(),
  queryDefinitionNamePrefix: text(1, savedQueryNameCharsMax).optional(),
  maxResults: integer(1, pageSizeMax).optional(),
  nextToken: nextToken.optional(),
});

export const describeQueryDefinitions = action(shape, (input, { store }) => {
  const { queryDefinitionNamePrefix: prefix = '', queryLanguage = 'CWLI' } = input;
  const matching = store
    .savedQueries()
    .filter(({ name }) => name.startsWith(prefix) && queryLanguage === 'CWLI');
  const scope = ['query-definitions', prefix, queryLanguage];
  const { items, ...next } = page(matching, scope, input.maxResults ?? pageSizeMax, input.nextToken);
  return { queryDefinitions: items.map(encode), ...next };
});

function encode({ id, name, query, logGroups, parameters, modifiedMs }: SavedQuery): object {
  return {
    queryLanguage: 'CWLI',
    queryDefinitionId: id,
    name,
    queryString: query,
    lastModified: modifiedMs,
    logGroupNames: logGroups,
    ...(parameters.length === 0 ? {} : { parameters }),
  };
}
