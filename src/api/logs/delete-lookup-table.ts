// DeleteLookupTable. Queries that name the table do not compile any more; those that run already go on.

import { z } from 'zod';
import { action } from './action.ts';
import { lookupTableArn, nameOfArn } from './lookup-table-members.ts';

const shape = z.object({ lookupTableArn });

export const deleteLookupTable = action(shape, async (input, { store }) => {
  await store.deleteLookupTable(nameOfArn(input.lookupTableArn));
  return {};
});
