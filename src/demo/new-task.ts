// Makes a task out of its declaration: identifiers, containers with their images, network interface, overrides.

import type { Cluster } from './cluster.ts';
import type { Detail } from './envelope.ts';
import type { ContainerSpec, TaskSpec } from './fleet.ts';
import { isoMillis } from './iso-time.ts';
import { placeOn } from './placement.ts';
import type { Random } from './prng.ts';
import type { Container, Task, TaskIdentity } from './task.ts';
import type { Fate, World } from './world.ts';
import { type Zone, zoneIndexOf } from './zone.ts';

/** What one wants a task to be. */
export interface TaskRequest {
  readonly cluster: Cluster;
  readonly spec: TaskSpec;
  /** `service:NAME` or `family:FAMILY`. */
  readonly group: string;
  readonly startedBy?: string;
  readonly revision: number;
  /** Image tag of the containers from the account's own registry. */
  readonly tag: string;
  readonly rng: Random;
  readonly identity?: TaskIdentity;
  /** Overrides of the first container that is not a sidecar. */
  readonly override?: Detail;
  /** Fate of single events, by version. */
  readonly fates?: Readonly<Record<number, Fate>>;
  /** Called once, after the task's last event. */
  readonly onStopped?: (task: Task) => void;
}

/** Identity drawn from a stream, for stories that must name their tasks beforehand. */
export function newIdentity(rng: Random, ip?: string): TaskIdentity {
  const identity = { taskId: rng.hex(32), eniId: `eni-0${rng.hex(16)}`, macAddress: newMac(rng) };
  return ip === undefined ? identity : { ...identity, ip };
}

export function newMac(rng: Random): string {
  return `0a:${rng.hex(10).match(/../g)?.join(':')}`;
}

function privateDnsName(region: string, ip: string): string {
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  return `ip-${ip.replaceAll('.', '-')}.${domain}`;
}

function imageOf(cluster: Cluster, spec: ContainerSpec, tag: string): string | undefined {
  if (spec.repository === undefined) return spec.image;
  return `${cluster.spec.account}.dkr.ecr.${cluster.spec.region}.amazonaws.com/${spec.repository}:${tag}`;
}

const suffixLengths = { guardduty: 6, 'service-connect': 5 } as const;

function nameOf(spec: ContainerSpec, rng: Random): string {
  return spec.injected === undefined ? spec.name : `${spec.name}-${rng.hex(suffixLengths[spec.injected])}`;
}

function newContainer(world: World, request: TaskRequest, taskId: string, spec: ContainerSpec): Container {
  const { cluster, rng } = request;
  const image = imageOf(cluster, spec, request.tag);
  return {
    spec,
    arn: cluster.arn.container(taskId, rng.uuid()),
    name: nameOf(spec, rng),
    image,
    digest: world.digestOf(image ?? spec.name),
    runtimeId: undefined,
    lastStatus: 'PENDING',
    exitCode: undefined,
    reason: undefined,
    hostPort: undefined,
    execAgent: request.spec.exec && spec.injected === undefined ? 'PENDING' : undefined,
    execStartedAt: undefined,
    gpuId: request.spec.gpu && spec.repository !== undefined ? `GPU-${rng.uuid()}` : undefined,
  };
}

function overridesOf(request: TaskRequest, containers: readonly Container[]): Detail {
  let free = request.override;
  const containerOverrides = containers.map(({ name, spec }) => {
    if (spec.injected === 'guardduty') return guardDutyOverride(request.cluster, name);
    if (free === undefined || spec.repository === undefined) return { name };
    const override = { ...free, name };
    free = undefined;
    return override;
  });
  return { containerOverrides };
}

function guardDutyOverride(cluster: Cluster, name: string): Detail {
  const environment = [
    { name: 'CLUSTER_NAME', value: cluster.spec.name },
    { name: 'REGION', value: cluster.spec.region },
    { name: 'HOST_PROC', value: '/host_proc' },
    { name: 'AGENT_RUNTIME_ENVIRONMENT', value: 'ecsfargate' },
    { name: 'STAGE', value: 'prod' },
  ];
  return { environment, memory: 128, name };
}

function zoneFor(cluster: Cluster, identity: TaskIdentity, rng: Random): Zone {
  const ofAddress = identity.ip === undefined ? undefined : cluster.zones[zoneIndexOf(identity.ip)];
  return ofAddress ?? rng.pick(cluster.zones);
}

/**
 * A task at the moment of its creation, before its first event; undefined when no instance has room for it.
 * `createdMs` may lie in the past, for tasks that are older than the recording.
 */
export function newTask(world: World, request: TaskRequest, createdMs: number): Task | undefined {
  const { cluster, spec, rng } = request;
  const onFargate = spec.compute.launchType === 'FARGATE';
  const instance = onFargate ? undefined : placeOn(cluster, spec);
  if (!onFargate && instance === undefined) return undefined;

  const identity = request.identity ?? newIdentity(rng);
  const zone = instance?.zone ?? zoneFor(cluster, identity, rng);
  const ip = spec.networkMode === 'awsvpc' ? (identity.ip ?? zone.takeAddress()) : undefined;
  const containers = spec.containers.map((container) =>
    newContainer(world, request, identity.taskId, container),
  );
  return {
    spec,
    cluster,
    zone,
    instance,
    rng,
    identity,
    ip,
    arn: cluster.arn.task(identity.taskId),
    definitionArn: cluster.arn.taskDefinition(spec.family, request.revision),
    createdAt: isoMillis(createdMs),
    group: request.group,
    startedBy: request.startedBy,
    overrides: overridesOf(request, containers),
    attachments: spec.attachments.map((type) => ({ id: rng.uuid(), type })),
    eniDetails:
      ip === undefined
        ? []
        : [
            { name: 'subnetId', value: zone.subnetId },
            { name: 'networkInterfaceId', value: identity.eniId },
            { name: 'macAddress', value: identity.macAddress },
            { name: 'privateDnsName', value: privateDnsName(cluster.spec.region, ip) },
            { name: 'privateIPv4Address', value: ip },
          ],
    fates: request.fates ?? {},
    times: {},
    onStopped: request.onStopped,
    containers,
    version: 0,
    lastStatus: 'PENDING',
    desiredStatus: 'RUNNING',
    eniStatus: 'PRECREATED',
    integrationStatus: 'PRECREATED',
    stopCode: undefined,
    stoppedReason: undefined,
  };
}
