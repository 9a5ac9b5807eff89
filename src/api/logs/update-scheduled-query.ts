// UpdateScheduledQuery: replaces everything but the name, the tags and the history. What is left out is gone, or its default.

import { z } from 'zod';
import { action } from './action.ts';
import {
  definitionMembers,
  draftOf,
  encodeSchedule,
  identifier,
  nameOfScheduledQuery,
} from './scheduled-query-members.ts';

const shape = z.object({ identifier, ...definitionMembers });

export const updateScheduledQuery = action(
  shape,
  async ({ identifier: given, ...definition }, context) => {
    const draft = draftOf(nameOfScheduledQuery(given), definition);
    return encodeSchedule(await context.schedules.update(draft), context);
  },
  'ValidationException',
);
