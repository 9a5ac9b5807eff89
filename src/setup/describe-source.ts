// Where events come from: the rule on the default bus, and the bus that other accounts send theirs to.

import { arnOf, type Json, localArn, type Named, nameOf, type Rule, type Text } from './description.ts';
import type { SetupRequest } from './request.ts';

/** All detail-types, those that ECS will invent included; `aws.ecs` is reserved, nobody else can send it. */
const pattern: Json = { source: ['aws.ecs'] };

/** EventBridge's own maxima: it tries for a day. */
const retry = { ageSecondsMax: 86_400, attemptsMax: 185 };

export interface Source {
  readonly resources: readonly Named[];
  /** ARNs of the rules, for the policies of what they send to. */
  readonly rules: readonly Text[];
  readonly ruleNames: readonly string[];
}

/** The rules that send events to a target: one for this account's own, one more for the bus of others. */
export function describeSource(request: SetupRequest, to: Rule['target']): Source {
  const target = { retry, ...to };
  const own: Named = {
    kind: 'rule',
    id: 'EventsRule',
    why: 'Every event of ECS: no filter by detail-type, so that new ones come too.',
    name: `${request.name}-ecs-events`,
    description: 'Every event of Amazon ECS, for Shiplog',
    pattern,
    target,
  };
  if (request.from === undefined) {
    return { resources: [own], rules: [arnOf('EventsRule')], ruleNames: [own.name] };
  }
  const others: Named = {
    kind: 'rule',
    id: 'OthersRule',
    why: 'The same for what other accounts and Regions send.',
    name: `${request.name}-others-ecs-events`,
    description: 'Every event of Amazon ECS from other accounts, for Shiplog',
    bus: nameOf('OthersBus'),
    pattern,
    target,
  };
  return {
    resources: [...describeBus(request.name, request.from), own, others],
    // The ARN of a rule on another bus names the bus.
    rules: [arnOf('EventsRule'), localArn('events', 'rule/', nameOf('OthersBus'), `/${others.name}`)],
    ruleNames: [own.name, others.name],
  };
}

function describeBus(name: string, from: NonNullable<SetupRequest['from']>): readonly Named[] {
  const may = { sid: 'SendEvents', actions: ['events:PutEvents'], resources: [arnOf('OthersBus')] };
  return [
    {
      kind: 'event-bus',
      id: 'OthersBus',
      why: 'Other accounts and Regions send here; their rules name this bus.',
      name,
      description: 'Events of Amazon ECS from other accounts, for Shiplog',
    },
    {
      kind: 'bus-policy',
      id: 'OthersBusPolicy',
      why: 'Who may send. A role of the sending account does it, so accounts are what is checked.',
      bus: 'OthersBus',
      statement:
        'accounts' in from
          ? { ...may, principal: { accounts: from.accounts } }
          : {
              ...may,
              principal: { everybody: true },
              conditions: { StringEquals: { 'aws:PrincipalOrgID': from.organization } },
            },
    },
  ];
}
