// TagResource: adds tags to a log group, a lookup table or a scheduled query; a key that is there gets the new value.

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { tags } from './members.ts';
import { resourceArn, withTags } from './tag-changes.ts';
import { taggedResource } from './tagged-resource.ts';

const shape = z.object({ resourceArn, tags });

export const tagResource = action(shape, async (input, context) => {
  const tooMany = (message: string) =>
    new ServiceError('TooManyTagsException', message, { resourceName: input.resourceArn });
  await taggedResource(input.resourceArn, context).change((now) => withTags(now, input.tags, tooMany));
  return {};
});
