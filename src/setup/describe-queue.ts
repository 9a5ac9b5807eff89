// The default way: EventBridge puts events into a queue, and `shiplog collect` takes them from there. Nothing needs a way in.

import {
  alarm,
  deadLetterQueue,
  deliveryAlarms,
  queueRetentionSeconds,
  sendPolicy,
} from './describe-parts.ts';
import { describeSource } from './describe-source.ts';
import { arnOf, type Description, localArn, urlOf } from './description.ts';
import type { SetupRequest } from './request.ts';

/** Longer than any commit takes; who is busy longer extends it. */
const visibilityTimeoutSeconds = 120;
/** Tries before a message counts as poison. Enough to outlive restarts, and few enough to be told within the hour. */
const receivesMax = 10;
/** Long polling, SQS's maximum: fewest empty answers. */
const waitSeconds = 20;
/** Age of the oldest message at which somebody should look. */
const ageSecondsAlarming = 900;

export function describeQueue(request: SetupRequest): Description {
  const { name } = request;
  const queueName = `${name}-events`;
  const { resources, rules, ruleNames } = describeSource(request, {
    arn: arnOf('EventsQueue'),
    deadLetterQueue: arnOf('DeadLetterQueue'),
  });
  return {
    title: 'Events of Amazon ECS into a queue, for shiplog collect',
    name,
    parameters: [],
    resources: [
      // By name, not by reference: the two queues would wait for each other.
      deadLetterQueue(name, localArn('sqs', queueName)),
      {
        kind: 'queue',
        id: 'EventsQueue',
        why: 'Events wait here until Shiplog has stored them, up to fourteen days.',
        name: queueName,
        retentionSeconds: queueRetentionSeconds,
        visibilityTimeoutSeconds,
        waitSeconds,
        redrive: { to: arnOf('DeadLetterQueue'), receivesMax },
      },
      ...resources,
      sendPolicy('EventsQueuePolicy', 'EventsQueue', rules),
      sendPolicy('DeadLetterQueuePolicy', 'DeadLetterQueue', rules),
      ...deliveryAlarms(request, ruleNames),
      alarm(request, {
        id: 'AgeAlarm',
        suffix: 'oldest-event',
        why: 'Shiplog does not collect, or not fast enough; nothing is lost for fourteen days.',
        description: `Events have waited in the queue ${queueName} for more than 15 minutes.`,
        namespace: 'AWS/SQS',
        metric: 'ApproximateAgeOfOldestMessage',
        dimensions: { QueueName: queueName },
        statistic: 'Maximum',
        above: ageSecondsAlarming,
      }),
      {
        kind: 'access-policy',
        id: 'CollectPolicy',
        why: 'For the role or user that runs shiplog collect: this queue, and nothing else.',
        description: 'Take the events of Amazon ECS from their queue',
        statements: [
          {
            sid: 'Collect',
            actions: [
              'sqs:ReceiveMessage',
              'sqs:DeleteMessage',
              'sqs:ChangeMessageVisibility',
              'sqs:GetQueueAttributes',
            ],
            resources: [arnOf('EventsQueue')],
          },
        ],
      },
    ],
    outputs: [
      { name: 'QueueUrl', description: 'For shiplog collect --queue-url', value: urlOf('EventsQueue') },
      {
        name: 'DeadLetterQueueUrl',
        description: 'What could not be delivered or stored',
        value: urlOf('DeadLetterQueue'),
      },
      {
        name: 'CollectPolicyArn',
        description: 'Attach it to the role that runs shiplog collect',
        value: arnOf('CollectPolicy'),
      },
      ...busOutput(request),
    ],
  };
}

/** What the set-ups of other accounts need to know. */
export function busOutput({ from }: SetupRequest): Description['outputs'] {
  if (from === undefined) return [];
  return [{ name: 'BusArn', description: 'For shiplog setup --to-bus elsewhere', value: arnOf('OthersBus') }];
}
