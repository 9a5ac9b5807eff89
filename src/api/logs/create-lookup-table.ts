// CreateLookupTable: from CSV, or from the rows of a finished query.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLookupTable.html

import { z } from 'zod';
import { resourceTags } from '../../store/resource-tags.ts';
import { action } from './action.ts';
import { arnOf, bodyOf, contentMembers, lookupTableName, refuseMember } from './lookup-table-members.ts';
import { tags } from './members.ts';

const shape = z.object({
  lookupTableName,
  ...contentMembers,
  tags: tags.optional(),
});

export const createLookupTable = action(shape, async (input, context) => {
  refuseMember('kmsKeyId', input.kmsKeyId !== undefined);
  const { lookupTableName: name, description } = input;
  const body = await bodyOf(input, context.queries);
  const table = await context.store.createLookupTable(name, { body, description });
  if (input.tags !== undefined) await resourceTags(context.store).put(`lookup-table:${name}`, input.tags);
  return { lookupTableArn: arnOf(name, context), createdAt: table.createdMs };
});
