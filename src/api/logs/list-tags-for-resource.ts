// ListTagsForResource.

import { z } from 'zod';
import { action } from './action.ts';
import { resourceArn } from './tag-changes.ts';
import { taggedResource } from './tagged-resource.ts';

const shape = z.object({ resourceArn });

export const listTagsForResource = action(shape, (input, context) => ({
  tags: taggedResource(input.resourceArn, context).tags,
}));
