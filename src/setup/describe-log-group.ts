// EventBridge writes events to a log group of CloudWatch Logs, from where `aws logs filter-log-events` brings them to `shiplog import`.

import { lossAlarms } from './describe-parts.ts';
import { busOutput } from './describe-queue.ts';
import { describeSource } from './describe-source.ts';
import { arnOf, type Description, join, localArn, nameOf } from './description.ts';
import type { SetupRequest } from './request.ts';

const retentionDays = 90;
/** EventBridge writes through either of the two, says its guide on permissions of targets. */
const writers = ['events.amazonaws.com', 'delivery.logs.amazonaws.com'];

export function describeLogGroup(request: SetupRequest): Description {
  const { name } = request;
  // Without the `:*` that the log group's own ARN ends with.
  const group = localArn('logs', 'log-group:', nameOf('EventsLogGroup'));
  const { resources, rules, ruleNames } = describeSource(request, { arn: group });
  return {
    title: 'Events of Amazon ECS into a log group of CloudWatch Logs',
    name,
    parameters: [],
    resources: [
      {
        kind: 'log-group',
        id: 'EventsLogGroup',
        why: 'Kept when the rest is removed: it is a history.',
        name: `/aws/events/${name}`,
        retentionDays,
      },
      {
        kind: 'log-policy',
        id: 'LogPolicy',
        why: 'Only EventBridge may write to it, and only for our rule.',
        name: `${name}-ecs-events`,
        statements: [
          {
            sid: 'Streams',
            principal: { service: writers },
            actions: ['logs:CreateLogStream'],
            resources: [join(group, ':*')],
          },
          ...rules.map((rule, at) => ({
            sid: at === 0 ? 'Events' : 'OthersEvents',
            principal: { service: writers },
            actions: ['logs:PutLogEvents'],
            resources: [join(group, ':*:*')],
            conditions: { ArnEquals: { 'aws:SourceArn': rule } },
          })),
        ],
      },
      ...resources,
      ...lossAlarms(request, ruleNames, 'FailedInvocations'),
      {
        kind: 'access-policy',
        id: 'ReadPolicy',
        why: 'For the role or user that reads it: this log group, and nothing else.',
        description: 'Read the events of Amazon ECS from their log group',
        statements: [
          {
            sid: 'Read',
            actions: ['logs:FilterLogEvents'],
            resources: [join(group, ':*')],
          },
        ],
      },
    ],
    outputs: [
      {
        name: 'LogGroupName',
        description: 'For aws logs filter-log-events --log-group-name',
        value: nameOf('EventsLogGroup'),
      },
      {
        name: 'ReadPolicyArn',
        description: 'Attach it to the role that reads the log group',
        value: arnOf('ReadPolicy'),
      },
      ...busOutput(request),
    ],
  };
}
