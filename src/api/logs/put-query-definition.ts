// PutQueryDefinition: saves a query, or replaces the whole of a saved one. It can be read back at once.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutQueryDefinition.html

import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  parameterDefaultCharsMax,
  parameterDescriptionCharsMax,
  parameterNameCharsMax,
  queryCharsMax,
  savedQueryNameCharsMax,
} from '../../limits.ts';
import { SavedQueryMissing } from '../../store/saved-query.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { logGroupIdentifier, nameOfIdentifier, text } from './members.ts';

const parameter = z.object({
  name: text(1, parameterNameCharsMax),
  defaultValue: text(0, parameterDefaultCharsMax).optional(),
  description: text(0, parameterDescriptionCharsMax).optional(),
});

const shape = z.object({
  name: text(1, savedQueryNameCharsMax),
  queryString: text(1, queryCharsMax),
  queryDefinitionId: text(1, 256).optional(),
  logGroupNames: z.array(logGroupIdentifier).optional(),
  parameters: z.array(parameter).optional(),
  queryLanguage: z.string().optional(),
  clientToken: z
    .string()
    .regex(/^\S{36,128}$/, { error: String.raw`Member must satisfy regular expression pattern: \S{36,128}` })
    .optional(),
});
type PutQueryDefinition = z.output<typeof shape>;

export const putQueryDefinition = action(shape, async (input, context) => {
  const {
    name,
    queryString: query,
    logGroupNames: logGroups = [],
    parameters = [],
    queryLanguage = 'CWLI',
  } = input;
  if (queryLanguage !== 'CWLI') {
    throw new ServiceError(
      'InvalidParameterException',
      `Shiplog keeps queries in Logs Insights QL (queryLanguage CWLI), not in ${queryLanguage}`,
    );
  }
  // AWS's own sample passes ARNs; what is neither name nor ARN is refused, and the rest is kept as it was given.
  for (const group of logGroups) nameOfIdentifier(group);
  const saved = await context.store.putSavedQuery(idOf(input, context), {
    name,
    query,
    logGroups,
    parameters,
  });
  return { queryDefinitionId: saved.id };
});

/** A request that is repeated because its answer was lost carries the same token, so it must lead to the same query. */
function idOf({ queryDefinitionId, clientToken }: PutQueryDefinition, context: ApiContext): string {
  if (queryDefinitionId === undefined)
    return clientToken === undefined ? context.newId() : idOfToken(clientToken);
  const known = context.store.savedQueries().some(({ id }) => id === queryDefinitionId);
  if (!known) throw new SavedQueryMissing(queryDefinitionId);
  return queryDefinitionId;
}

/** In the form of a UUID, as AWS's ids are. */
function idOfToken(token: string): string {
  const digits = createHash('sha256').update(token).digest('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-');
}
