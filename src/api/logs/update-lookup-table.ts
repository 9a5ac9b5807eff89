// UpdateLookupTable: replaces the whole content of a table.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UpdateLookupTable.html

import { z } from 'zod';
import { action } from './action.ts';
import {
  arnOf,
  bodyOf,
  contentMembers,
  lookupTableArn,
  nameOfArn,
  refuseMember,
} from './lookup-table-members.ts';

const shape = z.object({ lookupTableArn, ...contentMembers });

export const updateLookupTable = action(shape, async (input, context) => {
  // An empty key takes a key away, and there is none.
  refuseMember('kmsKeyId', (input.kmsKeyId ?? '') !== '');
  const { description } = input;
  const body = await bodyOf(input, context.queries);
  const table = await context.store.updateLookupTable(nameOfArn(input.lookupTableArn), { body, description });
  return { lookupTableArn: arnOf(table.name, context), lastUpdatedTime: table.updatedMs };
});
