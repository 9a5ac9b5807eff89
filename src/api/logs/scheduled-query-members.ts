// What the actions on scheduled queries share: their members in both directions, and their ARNs.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateScheduledQuery.html

import { z } from 'zod';
import {
  lookupTableDescriptionCharsMax,
  queryCharsMax,
  scheduleDescriptionCharsMax,
  scheduleExpressionCharsMax,
  scheduleLogGroupsMax,
  scheduleNameCharsMax,
} from '../../limits.ts';
import type { Destination, RunStatus, ScheduleDraft, ScheduleState } from '../../schedules/schedule.ts';
import type { ApiContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { epochMs, integer, list, logGroupIdentifier, tags, text, word } from './members.ts';

/** The model says up to 255, its page up to 300. */
export const scheduledQueryName = text(1, scheduleNameCharsMax).regex(/^[a-zA-Z0-9_\-/.#]+$/, {
  error: String.raw`Member must satisfy regular expression pattern: ^[a-zA-Z0-9_\-/.#]+$`,
});
/** A name or an ARN. */
export const identifier = text(1, 2_048);
export const state = word('ENABLED', 'DISABLED');
export const roleArn = text(1, 2_048);
const kmsKeyId = text(0, 256).optional();

const s3Configuration = z.object({
  // Longer patterns are refused by the rules of schedules, which name what is wrong.
  destinationIdentifier: text(1, 1_024),
  roleArn,
  ownerAccountId: z
    .string()
    .regex(/^\d{12}$/, { error: String.raw`Member must satisfy regular expression pattern: ^\d{12}$` })
    .optional(),
  kmsKeyId,
});

const lookupTableConfiguration = z.object({
  tableName: text(1, 256),
  roleArn,
  description: text(0, lookupTableDescriptionCharsMax).optional(),
  kmsKeyId,
  tags: tags.optional(),
});

const destinationConfiguration = z.object({
  s3Configuration: s3Configuration.optional(),
  lookupTableConfiguration: lookupTableConfiguration.optional(),
});

/** Members that say what runs, when and where to; all of them are replaced by an update. */
export const definitionMembers = {
  description: text(0, scheduleDescriptionCharsMax).optional(),
  queryLanguage: word('CWLI', 'SQL', 'PPL'),
  queryString: text(0, queryCharsMax),
  logGroupIdentifiers: list(logGroupIdentifier, 1, scheduleLogGroupsMax).optional(),
  scheduleExpression: text(0, scheduleExpressionCharsMax),
  timezone: text(1, 256).optional(),
  startTimeOffset: integer(0, Number.MAX_SAFE_INTEGER / 1_000).optional(),
  endTimeOffset: integer(0, Number.MAX_SAFE_INTEGER / 1_000).optional(),
  destinationConfiguration: destinationConfiguration.optional(),
  scheduleStartTime: epochMs.optional(),
  scheduleEndTime: epochMs.optional(),
  executionRoleArn: roleArn,
  state: state.optional(),
};
const definition = z.object(definitionMembers);

/** The schedule that a request describes. Throws ValidationException for what Shiplog cannot do. */
export function draftOf(name: string, input: z.output<typeof definition>): ScheduleDraft {
  const { queryLanguage, description, startTimeOffset, scheduleStartTime, scheduleEndTime } = input;
  refuse(
    queryLanguage !== 'CWLI',
    `Shiplog runs queries in Logs Insights QL (queryLanguage CWLI), not in ${queryLanguage}`,
  );
  return {
    name,
    ...(description === undefined ? {} : { description }),
    query: input.queryString,
    logGroups: input.logGroupIdentifiers ?? [],
    expression: input.scheduleExpression,
    // Inferred: AWS's default is not documented; EventBridge Scheduler's is UTC.
    timezone: input.timezone ?? 'UTC',
    ...(startTimeOffset === undefined ? {} : { startOffsetSeconds: startTimeOffset }),
    endOffsetSeconds: input.endTimeOffset ?? 0,
    destinations: destinationsOf(input.destinationConfiguration),
    ...(scheduleStartTime === undefined ? {} : { startMs: asMs(scheduleStartTime) }),
    ...(scheduleEndTime === undefined ? {} : { endMs: asMs(scheduleEndTime) }),
    enabled: input.state !== 'DISABLED',
    role: input.executionRoleArn,
  };
}

/** "Unix epoch format" of the documentation is either. */
export const asMs = (time: number): number => (time >= 100_000_000_000 ? time : time * 1_000);

function destinationsOf(
  configuration: z.output<typeof destinationConfiguration> = {},
): readonly Destination[] {
  const { s3Configuration: s3, lookupTableConfiguration: lookup } = configuration;
  for (const key of [s3?.kmsKeyId, lookup?.kmsKeyId])
    refuse((key ?? '') !== '', 'Shiplog does not encrypt with keys of KMS; leave kmsKeyId out');
  const found: Destination[] = [];
  if (s3 !== undefined) {
    const { destinationIdentifier: place, roleArn: role, ownerAccountId: owner } = s3;
    // Differs: AWS has no log groups as destinations; the ARN of one says that it is meant.
    const kind = place.startsWith('arn:') ? 'log-group' : 'file';
    found.push({ kind, place, role, ...(owner === undefined ? {} : { owner }) });
  }
  if (lookup !== undefined) {
    const { tableName: place, roleArn: role, description } = lookup;
    found.push({
      kind: 'lookup-table',
      place,
      role,
      ...(description === undefined ? {} : { description }),
      ...(lookup.tags === undefined ? {} : { tags: lookup.tags }),
    });
  }
  return found;
}

type Place = Pick<ApiContext, 'region' | 'accountId'>;

/** Inferred: what follows `scheduled-query:` is not documented; names are unique. */
export function scheduledQueryArn(name: string, { region, accountId }: Place): string {
  return `arn:aws:logs:${region}:${accountId}:scheduled-query:${name}`;
}

/** Differs: as with log groups, account and Region of an ARN are not compared with ours. */
export function nameOfScheduledQuery(given: string): string {
  return /^arn:[^:]+:logs:[^:]*:[^:]*:scheduled-query:(.+)$/.exec(given)?.[1] ?? given;
}

export const executionStatuses = {
  running: 'Running',
  invalid: 'InvalidQuery',
  complete: 'Complete',
  failed: 'Failed',
  timeout: 'Timeout',
} as const satisfies Record<RunStatus, string>;

/** The members of ScheduledQuerySummary. */
export function encodeSummary(schedule: ScheduleState, place: Place): object {
  const { name, enabled, expression, timezone, destinations, lastRun, createdMs, updatedMs } = schedule;
  return {
    scheduledQueryArn: scheduledQueryArn(name, place),
    name,
    state: enabled ? 'ENABLED' : 'DISABLED',
    ...(lastRun === undefined
      ? {}
      : { lastTriggeredTime: lastRun.triggeredMs, lastExecutionStatus: executionStatuses[lastRun.status] }),
    scheduleExpression: expression,
    timezone,
    ...(destinations.length === 0 ? {} : { destinationConfiguration: encodeDestinations(destinations) }),
    creationTime: createdMs,
    lastUpdatedTime: updatedMs,
  };
}

/** The members of the answers of Get and Update. */
export function encodeSchedule(schedule: ScheduleState, place: Place): object {
  const { description, logGroups, startOffsetSeconds, endOffsetSeconds, startMs, endMs, role } = schedule;
  return {
    ...encodeSummary(schedule, place),
    ...(description === undefined ? {} : { description }),
    queryLanguage: 'CWLI',
    queryString: schedule.query,
    ...(logGroups.length === 0 ? {} : { logGroupIdentifiers: logGroups }),
    ...(startOffsetSeconds === undefined ? {} : { startTimeOffset: startOffsetSeconds }),
    endTimeOffset: endOffsetSeconds,
    scheduleType: 'CUSTOMER_MANAGED',
    ...(startMs === undefined ? {} : { scheduleStartTime: startMs }),
    ...(endMs === undefined ? {} : { scheduleEndTime: endMs }),
    ...(role === undefined ? {} : { executionRoleArn: role }),
  };
}

function encodeDestinations(destinations: readonly Destination[]): object {
  const members = destinations.map((destination): [string, object] => {
    const { kind, place, role: roleArn } = destination;
    if (kind === 'lookup-table') {
      const { description, tags: given } = destination;
      return ['lookupTableConfiguration', { tableName: place, roleArn, description, tags: given }];
    }
    return ['s3Configuration', { destinationIdentifier: place, roleArn, ownerAccountId: destination.owner }];
  });
  return Object.fromEntries(members);
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new ServiceError('ValidationException', message);
}
