// UntagLogGroup, the older UntagResource: by the name of a log group.

import { z } from 'zod';
import { action } from './action.ts';
import { list, logGroupName, text } from './members.ts';
import { withoutTags } from './tag-changes.ts';

const shape = z.object({ logGroupName, tags: list(text(1, 128), 1, Number.POSITIVE_INFINITY) });

export const untagLogGroup = action(shape, async (input, { store }) => {
  await store.changeGroup(input.logGroupName, (settings) => ({
    ...settings,
    tags: withoutTags(settings.tags, input.tags),
  }));
  return {};
});
