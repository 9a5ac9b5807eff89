// DeleteLogGroup: with its events, streams, tags and policies. Queries that read it already go on; those that have not begun to, fail.

import { z } from 'zod';
import { action } from './action.ts';
import { logGroupName } from './members.ts';

const shape = z.object({ logGroupName });

export const deleteLogGroup = action(shape, async (input, { store }) => {
  await store.deleteGroup(input.logGroupName);
  return {};
});
