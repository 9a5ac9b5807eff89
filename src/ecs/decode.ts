// From the text of a stored event to a typed one. Tolerant: what an event lacks is null or empty, unknown kinds survive as
// `other`, and nothing throws (ecs-events reference 2, 3, 4, 18).

import { lastSegment } from './arn.ts';
import { deriveFields, isAddressName, isNetworkInterface, severityOf } from './derive.ts';
import { instantMs } from './instant.ts';
import { type JsonObject, listOf, objectOf, textOf, textsOf } from './json.ts';

export type EcsSeverity = 'INFO' | 'WARN' | 'ERROR';

type Fields = Readonly<Record<string, string>>;

interface EventBase {
  /** Envelope id; empty when the envelope has none. */
  readonly id: string;
  readonly detailType: string;
  /** When it happened: updatedAt, else createdAt of events about services, else the envelope's whole second. */
  readonly atMs: number;
  readonly cluster: string | null;
  readonly service: string | null;
  readonly serviceArn: string | null;
  /** Ids of the tasks that the event names; of a task event its own. */
  readonly taskIds: readonly string[];
}

export interface TaskContainer {
  readonly name: string;
  readonly lastStatus: string | null;
  readonly image: string | null;
  /** Text, because Windows codes exceed 32 bits. Null: never ran, lost, or not reported; never to be read as 0. */
  readonly exitCode: string | null;
  readonly reason: string | null;
}

/** A network interface of a task; values are absent until ECS knows them. */
export interface TaskInterface {
  readonly attachmentId: string | null;
  readonly status: string | null;
  readonly eniId: string | null;
  readonly macAddress: string | null;
  readonly addresses: readonly string[];
  readonly subnetId: string | null;
}

/** Times that a task event tells, epoch ms. */
export interface TaskTimes {
  readonly createdMs: number | null;
  readonly pullStartedMs: number | null;
  readonly pullStoppedMs: number | null;
  readonly startedMs: number | null;
  readonly stoppingMs: number | null;
  readonly executionStoppedMs: number | null;
  readonly stoppedMs: number | null;
}

/** One version of a task (reference 3.2). */
export interface TaskEvent extends EventBase {
  readonly kind: 'task';
  readonly taskArn: string;
  readonly taskId: string;
  readonly version: number | null;
  readonly lastStatus: string | null;
  readonly desiredStatus: string | null;
  readonly stopCode: string | null;
  readonly stoppedReason: string | null;
  readonly group: string | null;
  readonly startedBy: string | null;
  readonly taskDefinition: string | null;
  readonly launchType: string | null;
  readonly capacityProvider: string | null;
  readonly availabilityZone: string | null;
  readonly instanceId: string | null;
  readonly times: TaskTimes;
  readonly containers: readonly TaskContainer[];
  readonly interfaces: readonly TaskInterface[];
  /** The detail as canonical JSON: equal for equal content whatever the order of keys. */
  readonly content: string;
}

/** A service action, deployment change, hook change or daemon event. */
export interface ServiceEvent extends EventBase {
  readonly kind: 'service';
  readonly eventName: string;
  readonly severity: EcsSeverity | null;
  readonly deploymentId: string | null;
  readonly reason: string | null;
}

/** A state or health change of a container instance. */
export interface InstanceEvent extends EventBase {
  readonly kind: 'instance';
  readonly instanceId: string;
  readonly ec2InstanceId: string | null;
  readonly version: number | null;
  readonly status: string | null;
  readonly agentConnected: boolean | null;
  readonly agentVersion: string | null;
  readonly agentUpdateStatus: string | null;
}

/** A call of the ECS API, recorded by CloudTrail: the only event that tells who acted. */
export interface ApiCallEvent extends EventBase {
  readonly kind: 'apiCall';
  readonly eventName: string;
  /** ARN of the caller, else its principal id. */
  readonly actor: string | null;
  readonly errorCode: string | null;
}

export interface OtherEvent extends EventBase {
  readonly kind: 'other';
}

export type EcsEvent = TaskEvent | ServiceEvent | InstanceEvent | ApiCallEvent | OtherEvent;

/**
 * Null when the text is no JSON object with a detail-type: then it is no event at all. `storedMs` is the time under which the
 * event is stored, for one that tells no time itself.
 */
export function decodeEvent(message: string, storedMs = 0): EcsEvent | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    return null;
  }
  const envelope = objectOf(parsed);
  const detailType = envelope?.['detail-type'];
  if (envelope === null || typeof detailType !== 'string') return null;
  const detail = objectOf(envelope.detail) ?? {};
  const fields = deriveFields(envelope);
  const base: EventBase = {
    id: textOf(envelope.id) ?? '',
    detailType,
    atMs: occurredMs(envelope, detail) ?? storedMs,
    cluster: fields['ecs.cluster'] ?? null,
    service: fields['ecs.service'] ?? null,
    serviceArn: fields['ecs.serviceArn'] ?? null,
    taskIds: fields['ecs.taskId']?.split(' ') ?? [],
  };
  return decodeKind(base, envelope, detail, fields);
}

function decodeKind(base: EventBase, envelope: JsonObject, detail: JsonObject, fields: Fields): EcsEvent {
  const eventName = textOf(detail.eventName);
  if (base.detailType === 'ECS Task State Change') return taskEvent(base, envelope, detail, fields);
  if (base.detailType.startsWith('ECS Container Instance')) return instanceEvent(base, detail, fields);
  if (base.detailType === 'AWS API Call via CloudTrail') return apiCallEvent(base, detail);
  if (base.detailType.startsWith('ECS ') && eventName !== undefined)
    return serviceEvent(base, detail, fields, eventName);
  return { kind: 'other', ...base };
}

function occurredMs(envelope: JsonObject, detail: JsonObject): number | null {
  const texts = [textOf(detail.updatedAt), serviceTime(detail), textOf(envelope.time)];
  return texts.map(instantMs).find((atMs) => atMs !== null) ?? null;
}

/** createdAt of a service action is the time of the action; of a task it is the time when the task was created. */
function serviceTime(detail: JsonObject): string | undefined {
  return detail.eventName === undefined ? undefined : textOf(detail.createdAt);
}

function taskEvent(base: EventBase, envelope: JsonObject, detail: JsonObject, fields: Fields): TaskEvent {
  const taskArn = textOf(detail.taskArn) ?? textsOf(envelope.resources)[0] ?? '';
  return {
    kind: 'task',
    ...base,
    taskArn,
    taskId: lastSegment(taskArn),
    version: numberOf(detail.version),
    lastStatus: textOf(detail.lastStatus) ?? null,
    desiredStatus: textOf(detail.desiredStatus) ?? null,
    stopCode: textOf(detail.stopCode) ?? null,
    stoppedReason: textOf(detail.stoppedReason) ?? null,
    group: textOf(detail.group) ?? null,
    startedBy: textOf(detail.startedBy) ?? null,
    taskDefinition: fields['ecs.taskDefinition'] ?? null,
    launchType: fields['ecs.launchType'] ?? null,
    capacityProvider: textOf(detail.capacityProviderName) ?? null,
    availabilityZone: textOf(detail.availabilityZone) ?? null,
    instanceId: fields['ecs.instanceId'] ?? null,
    times: taskTimes(detail),
    containers: listOf(detail.containers).flatMap(taskContainer),
    interfaces: listOf(detail.attachments).flatMap(taskInterface),
    content: canonicalJson(detail),
  };
}

function taskTimes(detail: JsonObject): TaskTimes {
  const time = (name: string): number | null => instantMs(textOf(detail[name]));
  return {
    createdMs: time('createdAt'),
    pullStartedMs: time('pullStartedAt'),
    pullStoppedMs: time('pullStoppedAt'),
    startedMs: time('startedAt'),
    stoppingMs: time('stoppingAt'),
    executionStoppedMs: time('executionStoppedAt'),
    stoppedMs: time('stoppedAt'),
  };
}

function taskContainer(value: unknown): readonly TaskContainer[] {
  const container = objectOf(value);
  if (container === null) return [];
  return [
    {
      name: textOf(container.name) ?? 'container',
      lastStatus: textOf(container.lastStatus) ?? null,
      image: textOf(container.image) ?? null,
      exitCode: textOf(container.exitCode) ?? null,
      reason: textOf(container.reason) ?? null,
    },
  ];
}

function taskInterface(value: unknown): readonly TaskInterface[] {
  const attachment = objectOf(value);
  if (attachment === null || !isNetworkInterface(attachment.type)) return [];
  const pairs = listOf(attachment.details).flatMap((item) => {
    const pair = objectOf(item);
    const name = textOf(pair?.name);
    const text = textOf(pair?.value);
    return name === undefined || text === undefined ? [] : [{ name, text }];
  });
  const named = (name: string): string | null => pairs.find((pair) => pair.name === name)?.text ?? null;
  return [
    {
      attachmentId: textOf(attachment.id) ?? null,
      status: textOf(attachment.status) ?? null,
      eniId: named('networkInterfaceId'),
      macAddress: named('macAddress'),
      addresses: pairs.filter((pair) => isAddressName(pair.name)).map((pair) => pair.text),
      subnetId: named('subnetId'),
    },
  ];
}

function serviceEvent(base: EventBase, detail: JsonObject, fields: Fields, eventName: string): ServiceEvent {
  return {
    kind: 'service',
    ...base,
    eventName,
    severity: severityOf(detail) ?? null,
    deploymentId: fields['ecs.deploymentId'] ?? null,
    reason: textOf(detail.reason) ?? null,
  };
}

function instanceEvent(base: EventBase, detail: JsonObject, fields: Fields): InstanceEvent {
  const connected = detail.agentConnected;
  return {
    kind: 'instance',
    ...base,
    instanceId: fields['ecs.instanceId'] ?? '',
    ec2InstanceId: textOf(detail.ec2InstanceId) ?? null,
    version: numberOf(detail.version),
    status: textOf(detail.status) ?? textOf(detail.overallStatus) ?? null,
    agentConnected: typeof connected === 'boolean' ? connected : null,
    agentVersion: fields['ecs.agentVersion'] ?? null,
    agentUpdateStatus: textOf(detail.agentUpdateStatus) ?? null,
  };
}

function apiCallEvent(base: EventBase, detail: JsonObject): ApiCallEvent {
  const identity = objectOf(detail.userIdentity);
  return {
    kind: 'apiCall',
    ...base,
    eventName: textOf(detail.eventName) ?? '',
    actor: textOf(identity?.arn) ?? textOf(identity?.principalId) ?? null,
    errorCode: textOf(detail.errorCode) ?? null,
  };
}

function numberOf(value: unknown): number | null {
  const text = textOf(value);
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** JSON with the keys of every object in code-unit order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    const object = objectOf(inner);
    if (object === null) return inner;
    return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
