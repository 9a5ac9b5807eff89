// A task and its containers: the state that the life of a task changes, and what it looks like in an event.
// Nothing here decides what happens; task-life does.

import type { Cluster } from './cluster.ts';
import type { Detail } from './envelope.ts';
import type { AttachmentType, ContainerSpec, TaskSpec } from './fleet.ts';
import type { Instance } from './instance.ts';
import { isoMillis } from './iso-time.ts';
import type { Random } from './prng.ts';
import type { Fate, World } from './world.ts';
import type { Zone } from './zone.ts';

export type LastStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED';

export type AttachmentStatus = 'PRECREATED' | 'ATTACHING' | 'ATTACHED' | 'DETACHING' | 'DELETED';

/** What a story must know beforehand about a task that will exist. */
export interface TaskIdentity {
  readonly taskId: string;
  readonly eniId: string;
  readonly macAddress: string;
  /** Absent: an address of the subnet's own choice. */
  readonly ip?: string;
}

export interface Container {
  readonly spec: ContainerSpec;
  readonly arn: string;
  readonly name: string;
  readonly image: string | undefined;
  readonly digest: string;
  runtimeId: string | undefined;
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED';
  exitCode: number | undefined;
  reason: string | undefined;
  hostPort: number | undefined;
  execAgent: 'PENDING' | 'RUNNING' | 'STOPPED' | undefined;
  execStartedAt: string | undefined;
  readonly gpuId: string | undefined;
}

export interface Attachment {
  readonly id: string;
  readonly type: AttachmentType;
}

/** Times of a task that appear in its events once they are known. */
export interface TaskTimes {
  connectivityAt?: string;
  executionStoppedAt?: string;
  pullStartedAt?: string;
  pullStoppedAt?: string;
  startedAt?: string;
  stoppingAt?: string;
  stoppedAt?: string;
}

export interface Task {
  readonly spec: TaskSpec;
  readonly cluster: Cluster;
  readonly zone: Zone;
  readonly instance: Instance | undefined;
  readonly rng: Random;
  readonly identity: TaskIdentity;
  readonly ip: string | undefined;
  readonly arn: string;
  readonly definitionArn: string;
  readonly createdAt: string;
  readonly group: string;
  readonly startedBy: string | undefined;
  readonly overrides: Detail;
  readonly attachments: readonly Attachment[];
  readonly eniDetails: readonly { readonly name: string; readonly value: string }[];
  readonly fates: Readonly<Record<number, Fate>>;
  readonly times: TaskTimes;
  /** Called once, after the last event. */
  readonly onStopped: ((task: Task) => void) | undefined;
  containers: readonly Container[];
  version: number;
  lastStatus: LastStatus;
  desiredStatus: 'RUNNING' | 'STOPPED';
  eniStatus: AttachmentStatus;
  integrationStatus: AttachmentStatus;
  stopCode: string | undefined;
  stoppedReason: string | undefined;
}

const attributes = [{ name: 'ecs.cpu-architecture', value: 'x86_64' }];
const ephemeralStorage = { sizeInGiB: 20 };

function attachmentDetails(task: Task, type: AttachmentType): readonly unknown[] {
  // Nothing but the subnet is known before the ENI exists (reference 3.4).
  if (type === 'eni') return task.eniStatus === 'PRECREATED' ? task.eniDetails.slice(0, 1) : task.eniDetails;
  if (type !== 'ServiceConnect') return [];
  const proxy = task.containers.find((container) => container.spec.injected === 'service-connect');
  return proxy === undefined ? [] : [{ name: 'ContainerName', value: proxy.name }];
}

function attachmentsOf(task: Task): Detail[] {
  return task.attachments.map(({ id, type }) => ({
    id,
    type,
    status: type === 'eni' ? task.eniStatus : task.integrationStatus,
    details: attachmentDetails(task, type),
  }));
}

/** Some services' lists come in another order from event to event. */
function inSomeOrder(task: Task, list: Detail[]): Detail[] {
  return task.spec.unsteadyOrder && task.rng.chance(0.5) ? list.reverse() : list;
}

function containerDetail(task: Task, container: Container): Detail {
  const { spec } = container;
  const detail: Detail = { containerArn: container.arn };
  if (container.exitCode !== undefined) detail.exitCode = container.exitCode;
  detail.lastStatus = container.lastStatus;
  detail.name = container.name;
  if (container.image !== undefined) detail.image = container.image;
  if (container.runtimeId !== undefined) {
    detail.imageDigest = container.digest;
    detail.runtimeId = container.runtimeId;
  }
  if (container.reason !== undefined) detail.reason = container.reason;
  if (container.hostPort !== undefined)
    detail.networkBindings = [
      { bindIP: '0.0.0.0', containerPort: spec.port, hostPort: container.hostPort, protocol: 'tcp' },
    ];
  detail.taskArn = task.arn;
  const eni = task.attachments.find((attachment) => attachment.type === 'eni');
  detail.networkInterfaces =
    eni === undefined || task.eniStatus === 'PRECREATED'
      ? []
      : [{ attachmentId: eni.id, privateIpv4Address: task.ip }];
  detail.cpu = spec.cpu;
  if (spec.memory !== undefined) detail.memory = spec.memory;
  if (spec.memoryReservation !== undefined) detail.memoryReservation = spec.memoryReservation;
  if (container.execAgent !== undefined) detail.managedAgents = [execAgent(container)];
  if (container.gpuId !== undefined) detail.gpuIds = [container.gpuId];
  return detail;
}

function execAgent(container: Container): Detail {
  const agent: Detail = { name: 'ExecuteCommandAgent', status: container.execAgent };
  if (container.execAgent === 'STOPPED') agent.reason = 'Received Container Stopped event';
  if (container.execStartedAt !== undefined) agent.lastStartedAt = container.execStartedAt;
  return agent;
}

/** `detail` of an ECS Task State Change; keys in the order of the published events, absent fields absent (reference 3.2). */
export function taskDetail(task: Task, updatedAt: string): Detail {
  const { spec, times, cluster } = task;
  const { launchType, capacityProviderName } = spec.compute;
  const detail: Detail = {
    attachments: inSomeOrder(task, attachmentsOf(task)),
    attributes,
    availabilityZone: task.zone.name,
  };
  if (capacityProviderName !== undefined) detail.capacityProviderName = capacityProviderName;
  detail.clusterArn = cluster.arn.cluster;
  if (times.connectivityAt !== undefined) {
    detail.connectivity = 'CONNECTED';
    detail.connectivityAt = times.connectivityAt;
  }
  if (task.instance !== undefined) detail.containerInstanceArn = task.instance.arn;
  const containers = task.containers.map((container) => containerDetail(task, container));
  detail.containers = inSomeOrder(task, containers);
  detail.cpu = spec.cpu;
  detail.createdAt = task.createdAt;
  detail.desiredStatus = task.desiredStatus;
  detail.enableExecuteCommand = spec.exec;
  if (launchType === 'FARGATE') detail.ephemeralStorage = ephemeralStorage;
  if (times.executionStoppedAt !== undefined) detail.executionStoppedAt = times.executionStoppedAt;
  detail.group = task.group;
  detail.launchType = launchType;
  detail.lastStatus = task.lastStatus;
  detail.memory = spec.memory;
  detail.overrides = task.overrides;
  if (launchType === 'FARGATE') detail.platformVersion = '1.4.0';
  if (times.pullStartedAt !== undefined) detail.pullStartedAt = times.pullStartedAt;
  if (times.pullStoppedAt !== undefined) detail.pullStoppedAt = times.pullStoppedAt;
  if (times.startedAt !== undefined) detail.startedAt = times.startedAt;
  if (task.startedBy !== undefined) detail.startedBy = task.startedBy;
  if (times.stoppingAt !== undefined) detail.stoppingAt = times.stoppingAt;
  if (times.stoppedAt !== undefined) detail.stoppedAt = times.stoppedAt;
  if (task.stoppedReason !== undefined) detail.stoppedReason = task.stoppedReason;
  if (task.stopCode !== undefined) detail.stopCode = task.stopCode;
  detail.taskArn = task.arn;
  detail.taskDefinitionArn = task.definitionArn;
  detail.updatedAt = updatedAt;
  detail.version = task.version;
  return detail;
}

/** Emits the task as it is now. */
export function emitTask(world: World, task: Task): void {
  const detail = taskDetail(task, isoMillis(world.nowMs()));
  world.emit(task.cluster, 'ECS Task State Change', [task.arn], detail, task.fates[task.version]);
}
