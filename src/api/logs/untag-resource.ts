// UntagResource. Keys that the resource does not have are passed over.

import { z } from 'zod';
import { action } from './action.ts';
import { resourceArn, tagKeys, withoutTags } from './tag-changes.ts';
import { taggedResource } from './tagged-resource.ts';

const shape = z.object({ resourceArn, tagKeys });

export const untagResource = action(shape, async (input, context) => {
  await taggedResource(input.resourceArn, context).change((now) => withoutTags(now, input.tagKeys));
  return {};
});
