// Parts that several ways share: the queue of what could not be delivered, alarms, roles that EventBridge takes on, and the token that
// Shiplog asks for.

import { type Alarm, arnOf, type Named, type Parameter, type Statement, type Text } from './description.ts';
import type { SetupRequest } from './request.ts';

/** SQS's maximum: 14 days to notice. */
export const queueRetentionSeconds = 1_209_600;

/** Whoever deploys a way that calls Shiplog gives it. */
export const ingestToken: Parameter = {
  name: 'Token',
  description: 'A token of Shiplog with the role ingest: shiplog credentials create --name aws --role ingest',
  secret: true,
  charsLeast: 16,
};

/** Who may send to a queue: these rules of EventBridge and nothing else. */
export function sendPolicy(id: string, queue: string, rules: readonly Text[]): Named {
  const statements: readonly Statement[] = rules.map((rule, at) => ({
    sid: at === 0 ? 'EventsRule' : 'OthersRule',
    principal: { service: 'events.amazonaws.com' },
    actions: ['sqs:SendMessage'],
    resources: [arnOf(queue)],
    conditions: { ArnEquals: { 'aws:SourceArn': rule } },
  }));
  return { kind: 'queue-policy', id, why: 'Only our rule may send.', queue, statements };
}

export function deadLetterQueue(name: string, redriveFrom?: Text): Named {
  return {
    kind: 'queue',
    id: 'DeadLetterQueue',
    why: 'What could not be delivered or stored waits here for fourteen days.',
    name: `${name}-events-dead`,
    retentionSeconds: queueRetentionSeconds,
    ...(redriveFrom === undefined ? {} : { redriveFrom }),
  };
}

export type AlarmText = Pick<
  Alarm,
  'description' | 'namespace' | 'metric' | 'dimensions' | 'statistic' | 'above'
> & {
  readonly id: string;
  readonly suffix: string;
  readonly why: string;
  readonly periods?: number;
};

export function alarm(request: SetupRequest, { suffix, periods = 1, ...what }: AlarmText): Named {
  return {
    kind: 'alarm',
    ...what,
    name: `${request.name}-${suffix}`,
    periodSeconds: 300,
    periods,
    notify: request.alarmTopic === undefined ? [] : [request.alarmTopic],
  };
}

/** Alarms that every way with a dead-letter queue has. */
export function deliveryAlarms(request: SetupRequest, ruleNames: readonly string[]): readonly Named[] {
  return [
    alarm(request, {
      id: 'DeadLetterAlarm',
      suffix: 'dead-letters',
      why: 'Nothing should ever be there.',
      description: 'Events that could not be delivered or stored wait in the dead-letter queue of Shiplog.',
      namespace: 'AWS/SQS',
      metric: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: `${request.name}-events-dead` },
      statistic: 'Maximum',
      above: 0,
    }),
    ...lossAlarms(request, ruleNames, 'InvocationsFailedToBeSentToDlq'),
  ];
}

/** Events that are gone: of each rule, on the default bus and on that of others. */
export function lossAlarms(
  request: SetupRequest,
  ruleNames: readonly string[],
  metric: 'InvocationsFailedToBeSentToDlq' | 'FailedInvocations',
): readonly Named[] {
  return ruleNames.map((rule, at) =>
    alarm(request, {
      id: at === 0 ? 'LostAlarm' : 'OthersLostAlarm',
      suffix: at === 0 ? 'lost' : 'others-lost',
      why: 'EventBridge gave events up for good.',
      description: `EventBridge could not deliver events of the rule ${rule}, and they are lost.`,
      namespace: 'AWS/Events',
      metric,
      dimensions: at === 0 ? { RuleName: rule } : { EventBusName: request.name, RuleName: rule },
      statistic: 'Sum',
      above: 0,
    }),
  );
}

/** A role that rules take on. IAM lets roles be passed inside of one account only, so no stranger's rule can have it. */
export function rulesRole(does: Statement): Named {
  return {
    kind: 'role',
    id: 'RulesRole',
    why: 'What the rule may do, and nothing else.',
    description: 'EventBridge sends events of Amazon ECS to Shiplog',
    trust: {
      sid: 'EventBridge',
      principal: { service: 'events.amazonaws.com' },
      actions: ['sts:AssumeRole'],
    },
    statements: [does],
  };
}
