// Every other service action of the catalogue once or a few times, so that no name is met for the first time in production
// (ecs-events reference 5.2), and the one name that comes with three different event types.

import type { Detail } from '../envelope.ts';
import { dayMs, hourMs, minuteMs } from '../iso-time.ts';
import { type EventType, emitAction } from '../service.ts';
import type { ScriptWriter } from './story.ts';

interface Line {
  readonly path: string;
  readonly type: EventType;
  readonly name: string;
  readonly times: number;
  readonly extra?: Detail;
}

const registry = 'arn:aws:servicediscovery:eu-central-1:111122223333:service/srv-utcrh6wavdkggqtk';
const lattice = 'arn:aws:vpc-lattice:eu-central-1:111122223333:targetgroup/tg-0c7686840a1b2c3d4';
const placement = 'SERVICE_TASK_PLACEMENT_FAILURE';

const lines: readonly Line[] = [
  {
    path: 'prod/users',
    type: 'WARN',
    name: 'SERVICE_DISCOVERY_INSTANCE_UNHEALTHY',
    times: 3,
    extra: { serviceRegistryArns: [registry] },
  },
  {
    path: 'prod/cart',
    type: 'WARN',
    name: 'VPC_LATTICE_TARGET_UNHEALTHY',
    times: 2,
    extra: { targetGroupArns: [lattice], targets: ['10.20.0.31'], containerPort: 8080 },
  },
  {
    path: 'prod/auth',
    type: 'ERROR',
    name: 'SERVICE_DISCOVERY_OPERATION_THROTTLED',
    times: 2,
    extra: { serviceRegistryArns: [registry] },
  },
  { path: 'prod/reviews', type: 'ERROR', name: 'ECS_OPERATION_THROTTLED', times: 2 },
  { path: 'prod/image-proxy', type: 'ERROR', name: 'SERVICE_HEALTH_UNKNOWN', times: 1 },
  {
    path: 'prod/email-sender',
    type: 'ERROR',
    name: 'SERVICE_TASK_CONFIGURATION_FAILURE',
    times: 4,
    extra: {
      reason:
        "ECS was unable to assume the role 'arn:aws:iam::111122223333:role/emailSenderTaskRole' that was provided for this task.",
    },
  },
  {
    path: 'data/stream-processor',
    type: 'ERROR',
    name: placement,
    times: 3,
    extra: { reason: 'RESOURCE:CPU' },
  },
  {
    path: 'data/kafka-connect',
    type: 'WARN',
    name: placement,
    times: 1,
    extra: { capacityProviderArns: [], reason: 'RESOURCE:MEMORY' },
  },
  { path: 'staging/api', type: 'INFO', name: placement, times: 1 },
  {
    path: 'data/clickstream',
    type: 'INFO',
    name: 'CAPACITY_PROVIDER_STEADY_STATE',
    times: 2,
    extra: { capacityProviderArns: ['arn:aws:ecs:eu-central-1:111122223333:capacity-provider/data-asg'] },
  },
  {
    path: 'prod/pricing',
    type: 'INFO',
    name: 'TASKSET_STEADY_STATE',
    times: 1,
    extra: {
      taskSetArns: [
        'arn:aws:ecs:eu-central-1:111122223333:task-set/prod/pricing/ecs-svc/4503003343648563919',
      ],
    },
  },
  { path: 'edge/dns-cache', type: 'ERROR', name: 'SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED', times: 1 },
];

export const serviceActions: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const startMs = endMs - 5.2 * dayMs;
  return {
    startMs,
    play() {
      lines.forEach(({ path, type, name, times, extra }, index) => {
        const service = stage.service(path);
        for (let i = 0; i < times; i++) {
          const atMs = startMs + index * 9 * hourMs + i * 7 * minuteMs + rng.int(0, minuteMs);
          world.at(atMs, () => emitAction(world, service, type, name, extra), 0);
        }
      });
    },
    stories: [
      {
        id: 'configuration-failure',
        title: 'email-sender names a role that ECS cannot assume',
        cluster: 'prod',
        service: 'email-sender',
        atMs: startMs + 5 * 9 * hourMs,
        expectation: 'Four SERVICE_TASK_CONFIGURATION_FAILURE, type ERROR, with the role in the reason.',
        facts: { times: 4 },
      },
    ],
  };
};
