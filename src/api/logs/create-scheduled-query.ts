// CreateScheduledQuery: a query that runs by itself. It compiles at once, as StartQuery does; the model has no MalformedQueryException
// here, so a mistake is a ValidationException with the same message.

import { z } from 'zod';
import { resourceTags } from '../../store/resource-tags.ts';
import { action } from './action.ts';
import { tags } from './members.ts';
import {
  definitionMembers,
  draftOf,
  scheduledQueryArn,
  scheduledQueryName,
} from './scheduled-query-members.ts';

const shape = z.object({ name: scheduledQueryName, ...definitionMembers, tags: tags.optional() });

export const createScheduledQuery = action(
  shape,
  async ({ name, tags: given, ...definition }, context) => {
    const { enabled } = await context.schedules.create(draftOf(name, definition));
    if (given !== undefined) await resourceTags(context.store).put(`scheduled-query:${name}`, given);
    return { scheduledQueryArn: scheduledQueryArn(name, context), state: enabled ? 'ENABLED' : 'DISABLED' };
  },
  'ValidationException',
);
