// FilterLogEvents: the events of a group that a filter pattern matches, of all or some streams, in the order of time.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
// A page may be empty and still have a token: then the search is not at its end yet.

import { z } from 'zod';
import { compileFilterPattern } from '../../filter-pattern/index.ts';
import { pageBytesMax, pageEventsMax } from '../../limits.ts';
import { eventId } from '../../queries/event-id.ts';
import { findEvents } from '../../queries/find-events.ts';
import type { StreamChoice } from '../../store/event-order.ts';
import { LogGroupMissing, LogStreamMissing, type Store } from '../../store/store.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { filterToken, readFilterToken } from './event-tokens.ts';
import { requireStandard } from './log-class.ts';
import {
  checkTimeRange,
  epochMs,
  filterPattern,
  integer,
  list,
  logGroupIdentifier,
  logGroupName,
  logStreamName,
  oneLogGroup,
  text,
} from './members.ts';

const shape = z.object({
  logGroupName: logGroupName.optional(),
  logGroupIdentifier: logGroupIdentifier.optional(),
  logStreamNames: list(logStreamName, 1, 100).optional(),
  logStreamNamePrefix: logStreamName.optional(),
  startTime: epochMs.optional(),
  endTime: epochMs.optional(),
  filterPattern: filterPattern.optional(),
  nextToken: text(1).optional(),
  limit: integer(1, pageEventsMax).optional(),
  startFromHead: z.boolean().optional(),
  // Ignored by AWS since 2019.
  interleaved: z.boolean().optional(),
  // Nothing is masked here.
  unmask: z.boolean().optional(),
});
type FilterLogEvents = z.output<typeof shape>;

export const filterLogEvents = action(shape, async (input, context, { signal }) => {
  const logGroup = oneLogGroup(input);
  const pattern = compileFilterPattern(input.filterPattern ?? '');
  checkTimeRange(input);
  requireStandard(logGroup, 'FilterLogEvents', context.store);
  const { startTime: startMs = 0, endTime: endMs = Number.MAX_SAFE_INTEGER - 1 } = input;
  const streams = streamsOf(input, logGroup, context.store);
  const scope = ['filter', logGroup, streams, startMs, endMs, input.filterPattern ?? ''];
  // AWS: "If you provide both nextToken and startFromHead, the direction of the nextToken is used."
  const { direction, from } =
    input.nextToken === undefined
      ? ({ direction: input.startFromHead === false ? 'backward' : 'forward', from: undefined } as const)
      : readFilterToken(input.nextToken, scope);
  const request = {
    logGroup,
    pattern,
    direction,
    startMs,
    endMs,
    eventsMax: input.limit ?? pageEventsMax,
    bytesMax: pageBytesMax,
    ...(from === undefined ? {} : { from }),
    ...(streams === undefined ? {} : { streams }),
  };
  const groupId = groupIdOf(logGroup, context.store);
  const { events, next } = await findEvents(request, context, signal);
  return {
    events: events.map((event) => ({
      logStreamName: event.logStream,
      timestamp: event.timestampMs,
      message: event.message,
      ingestionTime: event.ingestionMs,
      eventId: eventId(groupId, event),
    })),
    // AWS: "As of May 15, 2020, this parameter is no longer supported. This parameter returns an empty list."
    searchedLogStreams: [],
    ...(next === null ? {} : { nextToken: filterToken({ direction, from: next }, scope) }),
  };
});

function groupIdOf(logGroup: string, store: Store): number {
  const group = store.group(logGroup);
  if (group === undefined) throw new LogGroupMissing(logGroup);
  return group.groupId;
}

/** Inferred: a stream that is named must exist; a prefix may find none. */
function streamsOf(
  { logStreamNames: names, logStreamNamePrefix: prefix }: FilterLogEvents,
  logGroup: string,
  store: Store,
): StreamChoice | undefined {
  if (names !== undefined && prefix !== undefined) {
    throw new ServiceError(
      'InvalidParameterException',
      'logStreamNames and logStreamNamePrefix are mutually exclusive parameters.',
    );
  }
  for (const name of names ?? []) {
    if (!store.hasStream(logGroup, name)) throw new LogStreamMissing(logGroup, name);
  }
  if (names !== undefined) return { names: [...new Set(names)] };
  return prefix === undefined ? undefined : { prefix };
}
