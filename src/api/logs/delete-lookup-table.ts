// DeleteLookupTable. Queries that name the table do not compile any more; those that run already go on.

import { z } from 'zod';
import { resourceTags } from '../../store/resource-tags.ts';
import { action } from './action.ts';
import { lookupTableArn, nameOfArn } from './lookup-table-members.ts';

const shape = z.object({ lookupTableArn });

export const deleteLookupTable = action(shape, async (input, { store }) => {
  const name = nameOfArn(input.lookupTableArn);
  await store.deleteLookupTable(name);
  await resourceTags(store).delete(`lookup-table:${name}`);
  return {};
});
