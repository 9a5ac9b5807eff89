// DescribeLogGroups: by prefix or part of the name (case-sensitive), class or identifiers, in pages of at most 50, ordered by name.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html

import { z } from 'zod';
import { defaultGroupSettings } from '../../store/group-settings.ts';
import type { GroupSchema, GroupSummary } from '../../store/schema.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { action } from './action.ts';
import { logGroupClass } from './log-class.ts';
import { accountMembers, asksForUs } from './log-group-choice.ts';
import {
  integer,
  list,
  logGroupArn,
  logGroupIdentifier,
  logGroupName,
  matching,
  nameOfIdentifier,
  nextToken,
} from './members.ts';
import { page } from './page.ts';

const pageSizeMax = 50;

const shape = z.object({
  ...accountMembers,
  logGroupNamePrefix: logGroupName.optional(),
  logGroupNamePattern: matching(String.raw`[\.\-_/#A-Za-z0-9]*`, 0, 512).optional(),
  logGroupIdentifiers: list(logGroupIdentifier, 1, 50).optional(),
  logGroupClass: logGroupClass.optional(),
  nextToken: nextToken.optional(),
  limit: integer(1, pageSizeMax).optional(),
});
type Input = z.output<typeof shape>;

export const describeLogGroups = action(shape, async (input, context) => {
  checkChoice(input);
  const { logGroupNamePrefix, logGroupNamePattern, logGroupClass: logClass } = input;
  const names = input.logGroupIdentifiers?.map(nameOfIdentifier);
  const chosen = ({ name, settings }: GroupSchema): boolean =>
    name.startsWith(logGroupNamePrefix ?? '') &&
    name.includes(logGroupNamePattern ?? '') &&
    (logClass === undefined || settings.logClass === logClass) &&
    (names?.includes(name) ?? true);
  const groups = asksForUs(input, context) ? context.store.groups().filter(chosen) : [];
  const sorted = groups.map(({ name }) => name).sort();
  const scope = ['groups', logGroupNamePrefix, logGroupNamePattern, logClass, names];
  const { items, ...next } = page(sorted, scope, input.limit ?? pageSizeMax, input.nextToken);
  const summaries = await context.store.summaries(items);
  return { logGroups: summaries.map((group) => encode(group, context)), ...next };
});

function checkChoice(input: Input): void {
  const { logGroupNamePrefix, logGroupNamePattern, logGroupIdentifiers, logGroupClass: logClass } = input;
  if (logGroupNamePrefix !== undefined && logGroupNamePattern !== undefined) {
    throw new ServiceError(
      'InvalidParameterException',
      'logGroupNamePrefix and logGroupNamePattern are mutually exclusive parameters.',
    );
  }
  const others = [logGroupNamePrefix, logGroupNamePattern, logClass];
  if (logGroupIdentifiers !== undefined && others.some((given) => given !== undefined)) {
    throw new ServiceError(
      'InvalidParameterException',
      'logGroupIdentifiers can be combined with no other filter than includeLinkedAccounts.',
    );
  }
}

/** Differs: with logGroupNamePattern too everything is shown; AWS's page says arn, creationTime and logGroupName only. */
function encode(group: GroupSummary, context: ApiContext): object {
  const arn = logGroupArn(group.name, context);
  const settings = context.store.group(group.name)?.settings ?? defaultGroupSettings;
  return {
    logGroupName: group.name,
    creationTime: group.createdMs,
    ...(settings.retentionDays === undefined ? {} : { retentionInDays: settings.retentionDays }),
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupArn: arn,
    storedBytes: group.bytes,
    logGroupClass: settings.logClass,
    deletionProtectionEnabled: settings.protected,
  };
}
