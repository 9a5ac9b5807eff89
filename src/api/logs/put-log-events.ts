// PutLogEvents: AWS's rules for a batch, then one append, answered when the commit is durable.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
// Differs: events of any age are accepted (AWS: at most 14 days old), because filling in the past is what we are for.

import { z } from 'zod';
import {
  eventBytesMax,
  eventOverheadBytes,
  putLogEventsBytesMax,
  putLogEventsCountMax,
} from '../../limits.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { epochMs, list, logGroupName, logStreamName, text } from './members.ts';

const logEvent = z.object({ timestamp: epochMs, message: text(1) });
const shape = z.object({
  logGroupName,
  logStreamName,
  logEvents: list(logEvent, 1, putLogEventsCountMax),
});
type LogEvent = z.output<typeof logEvent>;

const hourMs = 3_600_000;
const spanMsMax = 24 * hourMs;
const futureMsMax = 2 * hourMs;

export const putLogEvents = action(shape, async (input, context) => {
  checkBatch(input.logEvents);
  await checkStream(input.logGroupName, input.logStreamName, context);
  const tooNewIndex = input.logEvents.findIndex((event) => event.timestamp > context.nowMs() + futureMsMax);
  const accepted = tooNewIndex === -1 ? input.logEvents : input.logEvents.slice(0, tooNewIndex);
  await append(input.logGroupName, input.logStreamName, accepted, context);
  return {
    // Ignored by AWS and by us; older clients insist on passing one on.
    nextSequenceToken: 'not-used',
    ...(tooNewIndex === -1 ? {} : { rejectedLogEventsInfo: { tooNewLogEventStartIndex: tooNewIndex } }),
  };
});

function checkBatch(events: readonly LogEvent[]): void {
  const sizes = events.map((event) => Buffer.byteLength(event.message) + eventOverheadBytes);
  const largest = Math.max(...sizes);
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
  refuse(
    (events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) > spanMsMax,
    'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
  );
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new ServiceError('InvalidParameterException', message);
}

async function checkStream(group: string, stream: string, { store }: ApiContext): Promise<void> {
  const streams = await store.streams(group);
  if (!streams.some((known) => known.name === stream)) {
    throw new ServiceError('ResourceNotFoundException', 'The specified log stream does not exist.');
  }
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
  const result = await context.store.append(group, incoming);
  context.metrics.appended(result);
  const [first] = result.rejected;
  refuse(
    first !== undefined,
    `Log event ${first?.index} was not stored: ${first?.reason} (${result.rejected.length} of ${events.length} refused, the others are stored)`,
  );
}
