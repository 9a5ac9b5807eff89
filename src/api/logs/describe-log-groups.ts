// DescribeLogGroups: by prefix or part of the name, in pages of at most 50, ordered by name.

import { z } from 'zod';
import type { GroupSummary } from '../../store/schema.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import {
  integer,
  list,
  logGroupArn,
  logGroupIdentifier,
  nameOfIdentifier,
  nextToken,
  text,
} from './members.ts';
import { page } from './page.ts';

const pageSizeMax = 50;

const shape = z.object({
  logGroupNamePrefix: text(1, 512).optional(),
  logGroupNamePattern: text(0, 512).optional(),
  logGroupIdentifiers: list(logGroupIdentifier, 1, 50).optional(),
  logGroupClass: z.string().optional(),
  nextToken: nextToken.optional(),
  limit: integer(1, pageSizeMax).optional(),
});

export const describeLogGroups = action(shape, async (input, context) => {
  const { logGroupNamePrefix, logGroupNamePattern, logGroupClass } = input;
  if (logGroupNamePrefix !== undefined && logGroupNamePattern !== undefined) {
    throw new ServiceError(
      'InvalidParameterException',
      'logGroupNamePrefix and logGroupNamePattern are mutually exclusive parameters.',
    );
  }
  const names = input.logGroupIdentifiers?.map(nameOfIdentifier);
  const groups = (await context.store.summaries()).filter(
    ({ name }) =>
      name.startsWith(logGroupNamePrefix ?? '') &&
      name.includes(logGroupNamePattern ?? '') &&
      (logGroupClass ?? 'STANDARD') === 'STANDARD' &&
      (names?.includes(name) ?? true),
  );
  groups.sort((one, other) => (one.name < other.name ? -1 : 1));
  const scope = ['groups', logGroupNamePrefix, logGroupNamePattern, logGroupClass, names];
  const { items, ...next } = page(groups, scope, input.limit ?? pageSizeMax, input.nextToken);
  return { logGroups: items.map((group) => encode(group, context)), ...next };
});

function encode(group: GroupSummary, context: ApiContext): object {
  const arn = logGroupArn(group.name, context);
  return {
    logGroupName: group.name,
    creationTime: group.createdMs,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupArn: arn,
    storedBytes: group.bytes,
    logGroupClass: 'STANDARD',
  };
}
