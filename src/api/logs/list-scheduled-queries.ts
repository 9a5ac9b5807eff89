// ListScheduledQueries: ordered by name, in pages. Those that AWS makes by itself (for log alarms) do not exist here.

import { z } from 'zod';
import { action } from './action.ts';
import { integer, nextToken, word } from './members.ts';
import { page } from './page.ts';
import { encodeSummary, state } from './scheduled-query-members.ts';

const pageSizeMax = 1_000;
/** Inferred: AWS's is not documented. */
const pageSizeDefault = 50;

const shape = z.object({
  maxResults: integer(1, pageSizeMax).optional(),
  nextToken: nextToken.optional(),
  state: state.optional(),
  scheduleType: word('CUSTOMER_MANAGED', 'AWS_MANAGED').optional(),
});

export const listScheduledQueries = action(
  shape,
  (input, context) => {
    const { state: wanted, scheduleType = 'CUSTOMER_MANAGED', maxResults = pageSizeDefault } = input;
    const matching = context.schedules
      .list()
      .filter(
        ({ enabled }) => scheduleType === 'CUSTOMER_MANAGED' && wanted !== (enabled ? 'DISABLED' : 'ENABLED'),
      );
    const scope = ['scheduled-queries', wanted, scheduleType];
    const { items, ...next } = page(matching, scope, maxResults, input.nextToken);
    return { scheduledQueries: items.map((schedule) => encodeSummary(schedule, context)), ...next };
  },
  'ValidationException',
);
