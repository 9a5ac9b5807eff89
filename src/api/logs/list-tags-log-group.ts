// ListTagsLogGroup, the older ListTagsForResource: by the name of a log group.

import { z } from 'zod';
import { LogGroupMissing } from '../../store/store.ts';
import { action } from './action.ts';
import { logGroupName } from './members.ts';

const shape = z.object({ logGroupName });

export const listTagsLogGroup = action(shape, (input, { store }) => {
  const group = store.group(input.logGroupName);
  if (group === undefined) throw new LogGroupMissing(input.logGroupName);
  return { tags: group.settings.tags };
});
