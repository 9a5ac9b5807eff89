// Container instances: their state and what it looks like in an event; instance-life changes it.

import type { ArnMaker } from './arn.ts';
import type { Detail } from './envelope.ts';
import type { ClusterSpec, InstanceGroupSpec } from './fleet.ts';
import { dayMs, isoMillis } from './iso-time.ts';
import type { Random } from './prng.ts';
import type { Zone } from './zone.ts';

export type AgentUpdateStatus = 'PENDING' | 'STAGING' | 'STAGED' | 'UPDATING' | 'UPDATED' | 'FAILED';

export interface Instance {
  readonly group: InstanceGroupSpec;
  readonly zone: Zone;
  readonly arn: string;
  /** `i-…`, or `mi-…` for external instances. */
  readonly ec2InstanceId: string;
  readonly registeredAt: string;
  readonly attributes: readonly { readonly name: string; readonly value?: string }[];
  version: number;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  agentConnected: boolean;
  agentVersion: string;
  /** Stays for ever after the first update (reference 4.4). */
  agentUpdateStatus: AgentUpdateStatus | undefined;
  running: number;
  waiting: number;
  cpuUsed: number;
  memoryUsed: number;
  readonly hostPorts: Set<string>;
}

const capabilities = [
  'com.amazonaws.ecs.capability.privileged-container',
  'com.amazonaws.ecs.capability.docker-remote-api.1.44',
  'com.amazonaws.ecs.capability.logging-driver.awslogs',
  'com.amazonaws.ecs.capability.ecr-auth',
  'com.amazonaws.ecs.capability.task-iam-role',
  'ecs.capability.execution-role-awslogs',
  'ecs.capability.container-health-check',
  'ecs.capability.secrets.asm.environment-variables',
  'ecs.capability.task-eni',
].map((name) => ({ name }));

const reservedPorts = ['22', '2376', '2375', '51678', '51679'];

export function newInstances(
  rng: Random,
  spec: ClusterSpec,
  arn: ArnMaker,
  zones: readonly Zone[],
  startMs: number,
): Instance[] {
  return spec.instances.flatMap((group) =>
    Array.from({ length: group.count }, (_, index) =>
      newInstance(rng, group, arn, zones[index % zones.length] as Zone, startMs),
    ),
  );
}

function newInstance(
  rng: Random,
  group: InstanceGroupSpec,
  arn: ArnMaker,
  zone: Zone,
  startMs: number,
): Instance {
  const external = group.launchType === 'EXTERNAL';
  const place = [
    { name: 'ecs.availability-zone', value: zone.name },
    { name: 'ecs.instance-type', value: group.type },
    { name: 'ecs.ami-id', value: `ami-0${rng.hex(16)}` },
  ];
  return {
    group,
    zone,
    arn: arn.containerInstance(rng.hex(32)),
    ec2InstanceId: external ? `mi-0${rng.hex(16)}` : `i-0${rng.hex(16)}`,
    registeredAt: isoMillis(startMs - rng.int(3 * dayMs, 40 * dayMs)),
    attributes: [
      ...capabilities,
      { name: 'ecs.os-type', value: 'linux' },
      { name: 'ecs.cpu-architecture', value: 'x86_64' },
      ...(external ? [{ name: 'ecs.capability.external' }] : place),
    ],
    version: rng.int(900, 14801),
    status: 'ACTIVE',
    agentConnected: true,
    agentVersion: group.agentVersion,
    agentUpdateStatus: undefined,
    running: 0,
    waiting: 0,
    cpuUsed: 0,
    memoryUsed: 0,
    hostPorts: new Set(),
  };
}

function resources(cpu: number, memoryMiB: number, ports: readonly string[]) {
  return [
    { name: 'CPU', type: 'INTEGER', integerValue: cpu },
    { name: 'MEMORY', type: 'INTEGER', integerValue: memoryMiB },
    // Ports in use, not free ones (reference 4.2).
    { name: 'PORTS', type: 'STRINGSET', stringSetValue: ports },
    { name: 'PORTS_UDP', type: 'STRINGSET', stringSetValue: [] },
  ];
}

/** Agents of one version share their build hash. */
const agentHashes: Readonly<Record<string, string>> = {
  '1.98.0': '5a7d0f3e',
  '1.112.0': 'b2a3f1d8',
  '1.113.1': '9c1e7b20',
};

/** `detail` of an ECS Container Instance State Change; keys in the order of the published events. */
export function instanceDetail(clusterArn: string, instance: Instance, updatedAtMs: number): Detail {
  const { group } = instance;
  const ports = [...reservedPorts, ...instance.hostPorts];
  const detail: Detail = {
    agentConnected: instance.agentConnected,
    attributes: instance.attributes,
    clusterArn,
    containerInstanceArn: instance.arn,
    ec2InstanceId: instance.ec2InstanceId,
    registeredResources: resources(group.cpu, group.memoryMiB, reservedPorts),
    remainingResources: resources(group.cpu - instance.cpuUsed, group.memoryMiB - instance.memoryUsed, ports),
    status: instance.status,
    registeredAt: instance.registeredAt,
    runningTasksCount: instance.running,
    pendingTasksCount: instance.waiting,
    version: instance.version,
    versionInfo: {
      agentHash: agentHashes[instance.agentVersion] ?? '00000000',
      agentVersion: instance.agentVersion,
      dockerVersion: 'DockerVersion: 25.0.14',
    },
    updatedAt: isoMillis(updatedAtMs),
  };
  if (instance.agentUpdateStatus !== undefined) detail.agentUpdateStatus = instance.agentUpdateStatus;
  return detail;
}
