// CreateLookupTable: from CSV, or from the rows of a finished query.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLookupTable.html

import { z } from 'zod';
import { action } from './action.ts';
import { arnOf, bodyOf, contentMembers, lookupTableName, refuseMember } from './lookup-table-members.ts';

const shape = z.object({
  lookupTableName,
  ...contentMembers,
  tags: z.record(z.string(), z.string()).optional(),
});

export const createLookupTable = action(shape, async (input, context) => {
  refuseMember('kmsKeyId', input.kmsKeyId !== undefined);
  refuseMember('tags', Object.keys(input.tags ?? {}).length > 0);
  const { lookupTableName: name, description } = input;
  const body = bodyOf(input, context.queries);
  const table = await context.store.createLookupTable(name, { body, description });
  return { lookupTableArn: arnOf(name, context), createdAt: table.createdMs };
});
