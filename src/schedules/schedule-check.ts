// What a schedule may be, each rule with its sentence. That its query compiles is checked where the queries are known.

import { parse } from '../language/index.ts';
import {
  queryCharsMax,
  scheduleDescriptionCharsMax,
  scheduleExpressionCharsMax,
  scheduleLogGroupsMax,
  scheduleNameCharsMax,
} from '../limits.ts';
import { nameInArn } from '../queries/log-group-arn.ts';
import { checkName as checkLookupTableName } from '../store/lookup-check.ts';
import { readObjectPlace } from './file-path.ts';
import { type Destination, InvalidSchedule, type ScheduleDraft } from './schedule.ts';
import { type Recurrence, readExpression } from './schedule-expression.ts';

/** Throws InvalidSchedule, InvalidExpression and InvalidLookupTable. */
export function checkSchedule(draft: ScheduleDraft, nowMs: number): Recurrence {
  const { name, description = '', query, expression, timezone } = draft;
  refuse(
    !/^[a-zA-Z0-9_\-/.#]+$/.test(name) || name.length > scheduleNameCharsMax,
    `The name of a scheduled query has 1 to ${scheduleNameCharsMax} letters, digits and _-/.#; '${name}' does not`,
  );
  refuse(
    description.length > scheduleDescriptionCharsMax,
    `The description has more than ${scheduleDescriptionCharsMax} characters`,
  );
  refuse(
    query.length > queryCharsMax,
    `A query has up to ${queryCharsMax} characters, this one ${query.length}`,
  );
  refuse(
    expression.length > scheduleExpressionCharsMax,
    `A schedule expression has up to ${scheduleExpressionCharsMax} characters`,
  );
  checkLogGroups(draft);
  checkTimes(draft);
  for (const destination of draft.destinations) checkDestination(destination);
  return readExpression(expression, timezone, nowMs);
}

function checkLogGroups({ query, logGroups }: ScheduleDraft): void {
  refuse(
    logGroups.length > scheduleLogGroupsMax,
    `A scheduled query has up to ${scheduleLogGroupsMax} log groups, this one ${logGroups.length}; choose more with SOURCE in the query`,
  );
  refuse(
    logGroups.length === 0 && parse(query).query.source === undefined,
    'Say which log groups the query reads, or begin it with SOURCE',
  );
  for (const logGroup of logGroups) checkLogGroup(logGroup);
}

function checkLogGroup(identifier: string): void {
  refuse(
    !/^[.\-_/#A-Za-z0-9]{1,512}$/.test(nameInArn(identifier)),
    `'${identifier}' is neither the name nor the ARN of a log group`,
  );
}

/** As for the windows of log alarms: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ScheduleConfiguration.html */
function checkTimes({ startOffsetSeconds, endOffsetSeconds, startMs, endMs }: ScheduleDraft): void {
  refuse(endOffsetSeconds < 0, 'The end offset must not be negative');
  refuse(
    startOffsetSeconds !== undefined && startOffsetSeconds <= endOffsetSeconds,
    'The start offset must be greater than the end offset: both count back from the trigger',
  );
  refuse(
    startMs !== undefined && endMs !== undefined && startMs > endMs,
    'The schedule must not end before it starts',
  );
}

function checkDestination(destination: Destination): void {
  switch (destination.kind) {
    case 'file':
      readObjectPlace(destination.place);
      return;
    case 'log-group':
      checkLogGroup(destination.place);
      return;
    case 'lookup-table':
      checkLookupTableName(destination.place);
  }
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new InvalidSchedule(`${message}.`);
}
