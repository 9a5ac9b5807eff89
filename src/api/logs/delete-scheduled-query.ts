// DeleteScheduledQuery: with its history and its tags. What it has written stays.

import { z } from 'zod';
import { action } from './action.ts';
import { identifier, nameOfScheduledQuery } from './scheduled-query-members.ts';

const shape = z.object({ identifier });

export const deleteScheduledQuery = action(
  shape,
  async (input, { schedules }) => {
    await schedules.delete(nameOfScheduledQuery(input.identifier));
    return {};
  },
  'ValidationException',
);
