// DeleteScheduledQuery: with its history and its tags. What it has written stays.

import { z } from 'zod';
import { resourceTags } from '../../store/resource-tags.ts';
import { action } from './action.ts';
import { identifier, nameOfScheduledQuery } from './scheduled-query-members.ts';

const shape = z.object({ identifier });

export const deleteScheduledQuery = action(
  shape,
  async (input, { schedules, store }) => {
    const name = nameOfScheduledQuery(input.identifier);
    await schedules.delete(name);
    await resourceTags(store).delete(`scheduled-query:${name}`);
    return {};
  },
  'ValidationException',
);
