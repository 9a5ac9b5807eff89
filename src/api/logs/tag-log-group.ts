// TagLogGroup, the older TagResource: by the name of a log group.

import { z } from 'zod';
import { action } from './action.ts';
import { logGroupName, tags } from './members.ts';
import { tooManyForLogGroup, withTags } from './tag-changes.ts';

const shape = z.object({ logGroupName, tags });

export const tagLogGroup = action(shape, async (input, { store }) => {
  await store.changeGroup(input.logGroupName, (settings) => ({
    ...settings,
    tags: withTags(settings.tags, input.tags, tooManyForLogGroup),
  }));
  return {};
});
