// GetLogEvents: the events of one stream, forwards or backwards, always ascending in a page. A page has a token for each direction; who gets
// the token back that he sent has come to the end, and may ask again with it for events that have arrived since.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html

import { z } from 'zod';
import { compileFilterPattern } from '../../filter-pattern/index.ts';
import { pageBytesMax, pageEventsMax } from '../../limits.ts';
import { findEvents } from '../../queries/find-events.ts';
import { behind, type TimedEvent } from '../../store/event-order.ts';
import { LogStreamMissing } from '../../store/store.ts';
import { action } from './action.ts';
import { readStreamToken, streamToken, type TokenPlace } from './event-tokens.ts';
import { requireStandard } from './log-class.ts';
import {
  checkTimeRange,
  epochMs,
  integer,
  logGroupIdentifier,
  logGroupName,
  logStreamName,
  oneLogGroup,
  text,
} from './members.ts';

const shape = z.object({
  logGroupName: logGroupName.optional(),
  logGroupIdentifier: logGroupIdentifier.optional(),
  logStreamName,
  startTime: epochMs.optional(),
  endTime: epochMs.optional(),
  nextToken: text(1).optional(),
  limit: integer(1, pageEventsMax).optional(),
  startFromHead: z.boolean().optional(),
  // Nothing is masked here.
  unmask: z.boolean().optional(),
});
type GetLogEvents = z.output<typeof shape>;

const everything = compileFilterPattern('');

export const getLogEvents = action(shape, async (input, context, { signal }) => {
  const logGroup = oneLogGroup(input);
  const { logStreamName: stream, startTime: startMs = 0 } = input;
  // AWS: "Events with a timestamp equal to or later than this time are not included."
  const endMs = (input.endTime ?? Number.MAX_SAFE_INTEGER) - 1;
  checkTimeRange(input);
  requireStandard(logGroup, 'GetLogEvents', context.store);
  if (!context.store.hasStream(logGroup, stream)) throw new LogStreamMissing(logGroup, stream);
  const place = placeOf(input);
  const { events, next } = await findEvents(
    {
      logGroup,
      pattern: everything,
      direction: place.direction,
      startMs,
      endMs,
      eventsMax: input.limit ?? pageEventsMax,
      bytesMax: pageBytesMax,
      streams: { names: [stream] },
      ...(place.from === undefined ? {} : { from: place.from }),
    },
    context,
    signal,
  );
  const ascending = place.direction === 'forward' ? events : [...events].reverse();
  return {
    events: ascending.map(({ timestampMs, message, ingestionMs }) => ({
      timestamp: timestampMs,
      message,
      ingestionTime: ingestionMs,
    })),
    ...tokensAround(ascending, next ?? place.from ?? { timestampMs: startMs, sequence: 0 }),
  };
});

/** Inferred: the token alone says where to go on; AWS asks for `startFromHead` beside a forward token, clients forget it. */
function placeOf({
  nextToken,
  startFromHead,
}: GetLogEvents): Partial<TokenPlace> & Pick<TokenPlace, 'direction'> {
  if (nextToken !== undefined) return readStreamToken(nextToken);
  return { direction: startFromHead === true ? 'forward' : 'backward' };
}

/** A page without events leaves the reader where he is, or where a search that took too long has come to. */
function tokensAround(events: readonly TimedEvent[], here: TokenPlace['from']): object {
  const [first, last] = [events[0], events.at(-1)];
  return {
    nextForwardToken: streamToken('forward', last === undefined ? here : behind(last, 'forward')),
    nextBackwardToken: streamToken('backward', first ?? here),
  };
}
