// GetLookupTable: one table with its CSV, as it was given.

import { z } from 'zod';
import { LookupTableMissing } from '../../store/lookup-table.ts';
import { action } from './action.ts';
import { arnOf, lookupTableArn, nameOfArn } from './lookup-table-members.ts';

const shape = z.object({ lookupTableArn });

export const getLookupTable = action(shape, async (input, context) => {
  const name = nameOfArn(input.lookupTableArn);
  const table = context.store.lookupTable(name);
  if (table === undefined) throw new LookupTableMissing(name);
  return {
    lookupTableArn: arnOf(name, context),
    lookupTableName: name,
    ...(table.description === undefined ? {} : { description: table.description }),
    tableBody: await context.store.lookupTableBody(name),
    sizeBytes: table.sizeBytes,
    lastUpdatedTime: table.updatedMs,
  };
});
