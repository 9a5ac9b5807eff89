// GetLogGroupFields: which fields a group's events have, most frequent first.
// Differs: without `time` AWS samples the last quarter of an hour; we count in the events stored last, however old they are, because
// a history has fields also when nothing happens.

import { z } from 'zod';
import { action } from './action.ts';
import { epochMs, logGroupIdentifier, logGroupName, oneLogGroup } from './members.ts';

/** AWS searches so much before and after `time`. */
const aroundMs = 8 * 60_000;
/** Differs: `time` is seconds on AWS; a value as large as this is milliseconds, as in StartQuery. */
const millisecondsFrom = 1e11;

const shape = z.object({
  logGroupName: logGroupName.optional(),
  logGroupIdentifier: logGroupIdentifier.optional(),
  time: epochMs.optional(),
});

/** Fields that the service itself gives to every event. */
const systemFields = ['@timestamp', '@message', '@ptr', '@ingestionTime', '@log', '@logStream'];

export const getLogGroupFields = action(shape, async (input, { store }) => {
  const group = oneLogGroup(input);
  const { time } = input;
  const { sampledEvents, fields } = await store.fieldCounts(
    group,
    time === undefined ? undefined : around(time),
  );
  if (sampledEvents === 0) return { logGroupFields: [] };
  const found = time === undefined ? fields : fields.filter(({ events }) => events > 0);
  return {
    logGroupFields: [
      ...systemFields.map((name) => ({ name, percent: 100 })),
      ...found.map(({ name, events }) => ({ name, percent: Math.round((100 * events) / sampledEvents) })),
    ],
  };
});

function around(time: number): { readonly startMs: number; readonly endMs: number } {
  const centreMs = time < millisecondsFrom ? time * 1_000 : time;
  return { startMs: centreMs - aroundMs, endMs: centreMs + aroundMs };
}
