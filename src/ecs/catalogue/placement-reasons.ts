// Why a task could not be placed: reasons of SERVICE_TASK_PLACEMENT_FAILURE and of tasks that never started
// (ecs-events reference 5.3).

import type { ReasonEntry } from './entry.ts';

const page = 'api_failures_messages';

export const placementReasons: readonly ReasonEntry[] = [
  {
    id: 'no-fargate-capacity',
    class: 'capacity',
    title: 'No Fargate capacity',
    fragments: [['resource:fargate', 'capacity is unavailable at this time']],
    cause: 'Fargate (or Fargate Spot) has no capacity for this task in the chosen subnets.',
    check: [
      'Add subnets in more Availability Zones.',
      'Mix FARGATE into the strategy: Fargate Spot never falls back to it.',
    ],
    page,
  },
  {
    id: 'no-cpu-or-memory',
    class: 'capacity',
    title: 'Not enough CPU or memory on the instances',
    fragments: [['resource:cpu', 'resource:memory', 'insufficient cpu', 'insufficient memory']],
    cause: 'No container instance has that much CPU or memory free.',
    check: [
      'Compare remainingResources of the instances with the size of the task.',
      'Raise the maximum of the Auto Scaling group.',
    ],
    page,
  },
  {
    id: 'no-port',
    class: 'capacity',
    title: 'Host port taken',
    fragments: [['resource:ports', 'already using a port required']],
    cause: 'The fixed host port of the task is taken on every instance.',
    check: ['Use dynamic host ports or awsvpc, or add instances.'],
    page,
  },
  {
    id: 'no-eni-slot',
    class: 'capacity',
    title: 'No free network interface slot',
    fragments: [['resource:eni']],
    cause: 'No instance has a slot left for the network interface of the task.',
    check: ['Turn awsvpcTrunking on or use a larger instance type.'],
    page,
  },
  {
    id: 'no-gpu',
    class: 'capacity',
    title: 'Not enough GPUs',
    fragments: [['resource:gpu']],
    cause: 'No instance has enough GPUs free.',
    check: ['Add GPU instances.'],
    page,
  },
  {
    id: 'no-instances',
    class: 'capacity',
    title: 'No container instances',
    fragments: [['no active instances', 'empty capacity provider', 'no container instances were found']],
    cause: 'The capacity provider has no registered instance.',
    check: ['Check the Auto Scaling group, and that its instances register with this cluster.'],
    page,
  },
  {
    id: 'agent-disconnected',
    class: 'infrastructure',
    title: 'Agent disconnected',
    fragments: [['error "agent"', 'agent was disconnected', 'agent disconnected']],
    cause: 'The agent of the instance in question is not connected.',
    check: ['Look at agentConnected in the history of the instance, then at the agent log on it.'],
    page,
  },
  {
    id: 'attribute-missing',
    class: 'configuration',
    title: 'Instance lacks a required attribute',
    fragments: [
      ['missing an attribute', 'missing attribute', 'memberof placement constraint', 'placement constraint'],
    ],
    cause: 'No instance has the attribute or meets the placement constraint that the task needs.',
    check: [
      'Compare requiresAttributes and placement constraints of the task with the attributes of the instances.',
    ],
    page,
  },
  {
    id: 'concurrency-limit',
    class: 'capacity',
    title: 'Account limit reached',
    fragments: [
      ['limit on the number of tasks', 'limit on concurrent', 'vcpus you can run', 'capacity limit exceeded'],
    ],
    cause: 'A quota of the account (tasks, vCPUs, or 500 PROVISIONING tasks of a cluster) is used up.',
    check: ['Request a higher Fargate vCPU quota, or reduce churn.'],
    page: 'service-event-messages-list',
  },
];

/** Reasons that are one bare word, compared as a whole: as fragments they would fit too much. */
export const bareReasons: ReadonlyMap<string, string> = new Map([
  ['agent', 'agent-disconnected'],
  ['attribute', 'attribute-missing'],
  ['location', 'attribute-missing'],
  ['missing', 'no-instances'],
  ['inactive', 'no-instances'],
]);
