// EventBridge calls Shiplog: an API destination, one event a request, tried for a day and then kept in a dead-letter queue.

import { deadLetterQueue, deliveryAlarms, ingestToken, rulesRole, sendPolicy } from './describe-parts.ts';
import { busOutput } from './describe-queue.ts';
import { describeSource } from './describe-source.ts';
import { arnOf, type Description, parameter, urlOf } from './description.ts';
import { endpoint, type SetupRequest } from './request.ts';

/** EventBridge's own maximum by default; what is over it waits, and is not lost. */
const ratePerSecond = 300;

export function describeApiDestination(request: SetupRequest): Description {
  const { name } = request;
  const { resources, rules, ruleNames } = describeSource(request, {
    arn: arnOf('Destination'),
    role: arnOf('RulesRole'),
    deadLetterQueue: arnOf('DeadLetterQueue'),
  });
  return {
    title: 'Events of Amazon ECS to Shiplog, by an API destination',
    name,
    parameters: [ingestToken],
    resources: [
      deadLetterQueue(name),
      {
        kind: 'connection',
        id: 'Connection',
        why: 'EventBridge keeps the token in a secret of its own.',
        name,
        description: 'The token that Shiplog asks for',
        header: 'X-Api-Key',
        value: parameter(ingestToken.name),
      },
      {
        kind: 'api-destination',
        id: 'Destination',
        why: 'One event a request; 429 and 5xx are tried again for a day.',
        name,
        description: 'Shiplog',
        connection: arnOf('Connection'),
        url: endpoint(request, '/ingest/events'),
        ratePerSecond,
      },
      rulesRole({
        sid: 'Invoke',
        actions: ['events:InvokeApiDestination'],
        resources: [arnOf('Destination')],
      }),
      ...resources,
      sendPolicy('DeadLetterQueuePolicy', 'DeadLetterQueue', rules),
      ...deliveryAlarms(request, ruleNames),
    ],
    outputs: [
      {
        name: 'DeadLetterQueueUrl',
        description: 'What could not be delivered in a day',
        value: urlOf('DeadLetterQueue'),
      },
      ...busOutput(request),
    ],
  };
}
