// PutLogEvents: AWS's rules for a batch, then one append, answered when the commit is durable.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
// The sequence token is ignored, as on AWS. An entity is taken and not kept: no operation of the service shows it again.

import { z } from 'zod';
import {
  eventBytesMax,
  eventOverheadBytes,
  putLogEventsBytesMax,
  putLogEventsCountMax,
} from '../../limits.ts';
import { LogGroupMissing, LogStreamMissing } from '../../store/store.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { acceptedEvents } from './event-ages.ts';
import { epochMs, list, logGroupName, logStreamName, text } from './members.ts';

const attributes = (countMin: number, countMax: number, keyCharsMax: number) =>
  z
    .record(text(1, keyCharsMax), text(1, 512))
    .refine((given) => Object.keys(given).length >= countMin && Object.keys(given).length <= countMax, {
      error: `Member must have length between ${countMin} and ${countMax}`,
    });

const logEvent = z.object({ timestamp: epochMs, message: text(1) });
const shape = z.object({
  logGroupName,
  logStreamName,
  logEvents: list(logEvent, 1, putLogEventsCountMax),
  sequenceToken: text(1).optional(),
  entity: z
    .object({ keyAttributes: attributes(2, 4, 32).optional(), attributes: attributes(0, 10, 256).optional() })
    .optional(),
});
export type LogEvent = z.output<typeof logEvent>;

/** Ignored by AWS and by us; older clients insist on passing one on. */
export const unusedSequenceToken = 'not-used';

const spanMsMax = 24 * 3_600_000;

export const putLogEvents = action(shape, async (input, context) => {
  const { logGroupName: name, logEvents } = input;
  checkBatch(logEvents);
  const group = context.store.group(name);
  if (group === undefined) throw new LogGroupMissing(name);
  if (!context.store.hasStream(name, input.logStreamName))
    throw new LogStreamMissing(name, input.logStreamName);
  const { accepted, rejected } = acceptedEvents(logEvents, group.settings, context);
  checkSpan(accepted);
  await append(name, input.logStreamName, accepted, context);
  return {
    nextSequenceToken: unusedSequenceToken,
    ...(rejected === null ? {} : { rejectedLogEventsInfo: rejected }),
  };
});

function checkBatch(events: readonly LogEvent[]): void {
  const sizes = events.map((event) => Buffer.byteLength(event.message) + eventOverheadBytes);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  refuse(largest > eventBytesMax, `Log event too large: ${largest} bytes exceeds limit of ${eventBytesMax}`);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  refuse(
    total > putLogEventsBytesMax,
    `Upload too large: ${total} bytes exceeds limit of ${putLogEventsBytesMax}`,
  );
  refuse(
    events.some((event, index) => event.timestamp < (events[index - 1]?.timestamp ?? 0)),
    'Log events in a single PutLogEvents request must be in chronological order.',
  );
}

/** Of the events that are not rejected for their age [AWS]. */
function checkSpan(events: readonly LogEvent[]): void {
  refuse(
    (events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) > spanMsMax,
    'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
  );
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new ServiceError('InvalidParameterException', message);
}

/** The response shape has no room for an event that the store refuses, so that is an error that names it. */
async function append(
  group: string,
  logStream: string,
  events: readonly LogEvent[],
  context: ApiContext,
): Promise<void> {
  if (events.length === 0) return;
  const incoming = events.map(({ message, timestamp }) => ({ message, timestampMs: timestamp, logStream }));
  const result = await context.store.append(group, incoming, { existingStreams: true });
  context.metrics.appended(result);
  const [first] = result.rejected;
  refuse(
    first !== undefined,
    `Log event ${first?.index} was not stored: ${first?.reason} (${result.rejected.length} of ${events.length} refused, the others are stored)`,
  );
}
