// GetScheduledQuery: one scheduled query, by name or ARN, with what became of its last run.

import { z } from 'zod';
import { ScheduleMissing } from '../../schedules/schedule.ts';
import { action } from './action.ts';
import { encodeSchedule, identifier, nameOfScheduledQuery } from './scheduled-query-members.ts';

const shape = z.object({ identifier });

export const getScheduledQuery = action(
  shape,
  (input, context) => {
    const name = nameOfScheduledQuery(input.identifier);
    const schedule = context.schedules.get(name);
    if (schedule === undefined) throw new ScheduleMissing(name);
    return encodeSchedule(schedule, context);
  },
  'ValidationException',
);
