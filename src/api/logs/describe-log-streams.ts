// DescribeLogStreams: by name or by the time of the last event, in pages of at most 50.

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import {
  integer,
  logGroupArn,
  logGroupIdentifier,
  logGroupName,
  nextToken,
  oneLogGroup,
  text,
  word,
} from './members.ts';
import { page } from './page.ts';

const pageSizeMax = 50;

const shape = z.object({
  logGroupName: logGroupName.optional(),
  logGroupIdentifier: logGroupIdentifier.optional(),
  logStreamNamePrefix: text(1, 512).optional(),
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
    logStreams: items.map(({ name, createdMs, firstEventMs, lastEventMs }) => ({
      logStreamName: name,
      creationTime: createdMs,
      ...(firstEventMs === null ? {} : { firstEventTimestamp: firstEventMs }),
      ...(lastEventMs === null ? {} : { lastEventTimestamp: lastEventMs }),
      arn: `${arn}:log-stream:${name}`,
      storedBytes: 0,
    })),
    ...next,
  };
});
