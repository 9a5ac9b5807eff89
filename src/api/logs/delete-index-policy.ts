// DeleteIndexPolicy. Differs: the indexes are gone at once; AWS goes on using what they hold for up to 30 days.
// Inferred: without a policy it is ResourceNotFoundException.

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { logGroupIdentifier, nameOfIdentifier } from './members.ts';

const shape = z.object({ logGroupIdentifier });

export const deleteIndexPolicy = action(shape, async (input, { store }) => {
  const name = nameOfIdentifier(input.logGroupIdentifier);
  await store.changeGroup(name, ({ indexPolicy, ...kept }) => {
    if (indexPolicy !== undefined) return kept;
    throw new ServiceError('ResourceNotFoundException', `The log group ${name} has no index policy.`);
  });
  return {};
});
