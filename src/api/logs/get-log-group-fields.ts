// GetLogGroupFields: which fields a group's events have, most frequent first.
// Differs: AWS samples a quarter of an hour around `time`; we count all events, so `time` changes nothing.

import { z } from 'zod';
import { action } from './action.ts';
import { epochMs, logGroupIdentifier, logGroupName, oneLogGroup } from './members.ts';

const shape = z.object({
  logGroupName: logGroupName.optional(),
  logGroupIdentifier: logGroupIdentifier.optional(),
  time: epochMs.optional(),
});

/** Fields that the service itself gives to every event. */
const systemFields = ['@timestamp', '@message', '@ptr', '@ingestionTime', '@log', '@logStream'];

export const getLogGroupFields = action(shape, async (input, { store }) => {
  const group = oneLogGroup(input);
  const discovered = await store.fieldCounts(group);
  const total = (await store.summaries()).find(({ name }) => name === group)?.events ?? 0;
  if (total === 0) return { logGroupFields: [] };
  return {
    logGroupFields: [
      ...systemFields.map((name) => ({ name, percent: 100 })),
      ...discovered.map(({ name, events }) => ({ name, percent: Math.round((100 * events) / total) })),
    ],
  };
});
