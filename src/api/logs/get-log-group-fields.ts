// GetLogGroupFields: which fields a group's events have, most frequent first.
// Differs: AWS samples a quarter of an hour around `time`; we count in the latest events, so `time` changes nothing.

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
  const { sampledEvents, fields } = await store.fieldCounts(group);
  if (sampledEvents === 0) return { logGroupFields: [] };
  return {
    logGroupFields: [
      ...systemFields.map((name) => ({ name, percent: 100 })),
      ...fields.map(({ name, events }) => ({ name, percent: Math.round((100 * events) / sampledEvents) })),
    ],
  };
});
