// Another account, or another Region, that sends its events to the bus of a set-up elsewhere.

import { deadLetterQueue, deliveryAlarms, rulesRole, sendPolicy } from './describe-parts.ts';
import { describeSource } from './describe-source.ts';
import { arnOf, type Description, urlOf } from './description.ts';
import type { SetupRequest } from './request.ts';

export function describeSpoke(request: SetupRequest, bus: string): Description {
  const { resources, rules, ruleNames } = describeSource(request, {
    arn: bus,
    role: arnOf('RulesRole'),
    deadLetterQueue: arnOf('DeadLetterQueue'),
  });
  return {
    title: 'Events of Amazon ECS to the bus of Shiplog in another account or Region',
    name: request.name,
    parameters: [],
    resources: [
      deadLetterQueue(request.name),
      rulesRole({ sid: 'Send', actions: ['events:PutEvents'], resources: [bus] }),
      ...resources,
      sendPolicy('DeadLetterQueuePolicy', 'DeadLetterQueue', rules),
      ...deliveryAlarms(request, ruleNames),
    ],
    outputs: [
      {
        name: 'DeadLetterQueueUrl',
        description: 'What could not be sent in a day',
        value: urlOf('DeadLetterQueue'),
      },
    ],
  };
}
