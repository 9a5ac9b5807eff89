// DescribeLogStreams: by name or by the time of the last event, in pages of at most 50.

import { z } from 'zod';
import type { StreamSummary } from '../../store/schema.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import {
  integer,
  logGroupArn,
  logGroupIdentifier,
  logGroupName,
  logStreamName,
  nextToken,
  oneLogGroup,
  word,
} from './members.ts';
import { page } from './page.ts';
import { unusedSequenceToken } from './put-log-events.ts';

const pageSizeMax = 50;

const shape = z.object({
  logGroupName: logGroupName.optional(),
  logGroupIdentifier: logGroupIdentifier.optional(),
  logStreamNamePrefix: logStreamName.optional(),
  orderBy: word('LogStreamName', 'LastEventTime').optional(),
  descending: z.boolean().optional(),
  nextToken: nextToken.optional(),
  limit: integer(1, pageSizeMax).optional(),
});

export const describeLogStreams = action(shape, async (input, context) => {
  const group = oneLogGroup(input);
  const { logStreamNamePrefix = '', orderBy, descending = false } = input;
  if (orderBy === 'LastEventTime' && logStreamNamePrefix !== '') {
    throw new ServiceError(
      'InvalidParameterException',
      'Cannot order by LastEventTime with a logStreamNamePrefix.',
    );
  }
  const streams = (await context.store.streams(group)).filter(({ name }) =>
    name.startsWith(logStreamNamePrefix),
  );
  streams.sort((one, other) => (one.name < other.name ? -1 : 1));
  if (orderBy === 'LastEventTime')
    streams.sort((one, other) => (one.lastEventMs ?? 0) - (other.lastEventMs ?? 0));
  if (descending) streams.reverse();
  const scope = ['streams', group, logStreamNamePrefix, orderBy, descending];
  const { items, ...next } = page(streams, scope, input.limit ?? pageSizeMax, input.nextToken);
  const arn = logGroupArn(group, context);
  return {
    logStreams: items.map((stream) => encode(stream, arn)),
    ...next,
  };
});

/** A stream without events has no times. Its bytes are 0 on AWS too, since 2019. */
function encode(stream: StreamSummary, groupArn: string): object {
  const { name, createdMs, firstEventMs, lastEventMs, lastIngestionMs } = stream;
  return {
    logStreamName: name,
    creationTime: createdMs,
    ...(firstEventMs === null ? {} : { firstEventTimestamp: firstEventMs }),
    ...(lastEventMs === null ? {} : { lastEventTimestamp: lastEventMs }),
    ...(lastIngestionMs === null ? {} : { lastIngestionTime: lastIngestionMs }),
    uploadSequenceToken: unusedSequenceToken,
    arn: `${groupArn}:log-stream:${name}`,
    storedBytes: 0,
  };
}
