// Fields that Shiplog computes from an ECS event when it is stored, so that no query needs positions such as
// `detail.attachments.1.details.2.value`. Runs for every event on its way in: cheap, and tolerant of any shape.

import { clusterOfArn, ecsResource, lastSegment, serviceArnBeside, serviceOfArn } from './arn.ts';
import { type JsonObject, listOf, objectOf, textOf, textsOf } from './json.ts';
import { classifyStop, type ReasonClass } from './reasons.ts';

/**
 * The derived fields. Several values of one event stand in one text, joined by one space, in document order.
 * An event has a field only when it tells the value.
 */
export const derivedFields = {
  'ecs.cluster': 'Name of the cluster.',
  'ecs.service': 'Name of the service: of a task from its group, of other events from their service ARN.',
  'ecs.serviceArn':
    'Long ARN of the service, built from the cluster ARN where the event has only the name or a short ARN; the short ARN where no cluster is told.',
  'ecs.daemon': 'Name of the daemon that a daemon event is about.',
  'ecs.taskId': 'Last part of the task ARN; several in TASKS_STOPPED and other service actions.',
  'ecs.taskDefinition': '`family:revision`.',
  'ecs.deploymentId':
    'Deployment of a deployment event, or the one that started the task (startedBy `ecs-svc/…`).',
  'ecs.instanceId': 'Last part of the container-instance ARN; several in service actions.',
  'ecs.launchType':
    'EC2, FARGATE, EXTERNAL or MANAGED_INSTANCES; from the capacity provider where launchType is absent.',
  'ecs.eniId': 'Network interfaces (`eni-…`).',
  'ecs.macAddress': 'MAC addresses of the network interfaces.',
  'ecs.privateIp': 'Private addresses, IPv4 and IPv6, of attachments and containers; each once.',
  'ecs.attachmentId': 'Ids of the network-interface attachments.',
  'ecs.eniStatus': 'Status of the network-interface attachments (ATTACHED, DELETED, …).',
  'ecs.stopClass': 'Class of the stop in the catalogue of reasons, as of the time of storing.',
  'ecs.severity': 'INFO, WARN or ERROR: from eventType (WARNING is WARN), of a stop from its class.',
  'ecs.exitCodes': '`container=code` for every container that has exited.',
  'ecs.containerReasons': '`container=reason`, joined by ` | `, for every container that gives a reason.',
  'ecs.agentVersion': 'Version of the agent of a container instance.',
} as const;

export type DerivedField = keyof typeof derivedFields;
type Fields = Partial<Record<DerivedField, string>>;

/** Why a parsed JSON value is no EventBridge envelope, and what to do; null when it is one. */
export function envelopeProblem(value: unknown): string | null {
  const envelope = objectOf(value);
  if (envelope === null) return 'not a JSON object; give one EventBridge event for each entry';
  const missing: string[] = [];
  if (typeof envelope['detail-type'] !== 'string') missing.push('a text "detail-type"');
  if (typeof envelope.source !== 'string') missing.push('a text "source"');
  if (objectOf(envelope.detail) === null) missing.push('an object "detail"');
  if (missing.length === 0) return null;
  const problem = `no EventBridge event: it lacks ${missing.join(' and ')}`;
  if (typeof envelope.eventVersion === 'string' && typeof envelope.eventSource === 'string') {
    return `${problem}; this is a bare CloudTrail record: give the EventBridge event around it ("AWS API Call via CloudTrail")`;
  }
  return `${problem}; give the whole event as EventBridge delivers it, not a part or a transformed copy`;
}

/** Name of the cluster that an envelope is about, or null when it does not tell. Works for every partition. */
export function clusterNameOf(value: unknown): string | null {
  const envelope = objectOf(value);
  if (envelope === null) return null;
  const detail = objectOf(envelope.detail) ?? {};
  const request = objectOf(detail.requestParameters);
  return (
    clusterText(detail.clusterArn) ??
    firstOf(textsOf(envelope.resources), clusterOfArn) ??
    firstOf(
      [textOf(detail.taskArn), textOf(detail.serviceArn), textOf(detail.containerInstanceArn)],
      clusterOfArn,
    ) ??
    clusterText(request?.cluster ?? request?.clusterName) ??
    responseCluster(objectOf(detail.responseElements)) ??
    null
  );
}

/** A cluster given as ARN or as plain name. */
function clusterText(value: unknown): string | undefined {
  const text = textOf(value);
  return text?.startsWith('arn:') === true ? clusterOfArn(text) : text;
}

/** CloudTrail: `responseElements.{cluster,service,task,tasks.0,containerInstance}.clusterArn`. */
function responseCluster(response: JsonObject | null): string | undefined {
  if (response === null) return undefined;
  const parts = [
    response,
    response.cluster,
    response.service,
    response.task,
    listOf(response.tasks)[0],
    response.containerInstance,
  ];
  return firstOf(parts, (part) => clusterText(objectOf(part)?.clusterArn));
}

function firstOf<T>(values: readonly T[], read: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const text = read(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The `ecs.*` fields of an envelope (see `derivedFields`); none for events of other sources. Never throws. */
export function deriveFields(value: unknown): Readonly<Record<string, string>> {
  const envelope = objectOf(value);
  if (envelope === null || envelope.source !== 'aws.ecs') return {};
  const detail = objectOf(envelope.detail) ?? {};
  const request = objectOf(detail.requestParameters);
  const fields: Fields = {};
  put(fields, 'ecs.cluster', clusterNameOf(envelope) ?? undefined);
  addService(fields, envelope, detail, request);
  addTask(fields, envelope, detail, request);
  addNetwork(fields, detail);
  addContainers(fields, detail);
  addStop(fields, detail);
  put(fields, 'ecs.agentVersion', textOf(objectOf(detail.versionInfo)?.agentVersion));
  put(fields, 'ecs.severity', fields['ecs.severity'] ?? severityOf(detail));
  return fields as Record<string, string>;
}

function put(fields: Fields, name: DerivedField, value: string | undefined): void {
  if (value !== undefined && value !== '') fields[name] = value;
}

function addService(
  fields: Fields,
  envelope: JsonObject,
  detail: JsonObject,
  request: JsonObject | null,
): void {
  const resource = textOf(listOf(envelope.resources)[0]);
  const serviceArn = textOf(detail.serviceArn);
  const service =
    serviceOfGroup(textOf(detail.group)) ??
    serviceOfArn(serviceArn) ??
    serviceOfArn(resource) ??
    textOf(detail.serviceName) ??
    textOf(detail.service) ??
    textOf(request?.serviceName) ??
    serviceText(textOf(request?.service));
  put(fields, 'ecs.daemon', nameOfArn(textOf(detail.daemonArn)));
  const cluster = fields['ecs.cluster'];
  if (service === undefined) return;
  fields['ecs.service'] = service;
  const neighbour = textOf(detail.clusterArn) ?? serviceArn ?? resource;
  if (cluster !== undefined && neighbour !== undefined) {
    put(fields, 'ecs.serviceArn', serviceArnBeside(neighbour, cluster, service));
  } else if (ecsResource(resource)?.kind === 'service') {
    put(fields, 'ecs.serviceArn', resource);
  }
}

/** `service:web` -> `web`; groups of other tasks (`family:job`, free text) name no service. */
export function serviceOfGroup(group: string | undefined): string | undefined {
  return group?.startsWith('service:') === true ? group.slice(8) : undefined;
}

function serviceText(text: string | undefined): string | undefined {
  return text?.startsWith('arn:') === true ? serviceOfArn(text) : text;
}

function nameOfArn(arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : lastSegment(arn);
}

function addTask(fields: Fields, envelope: JsonObject, detail: JsonObject, request: JsonObject | null): void {
  const resource = textOf(listOf(envelope.resources)[0]);
  const ofResource = ecsResource(resource)?.kind === 'task' ? resource : undefined;
  const taskArns = [textOf(detail.taskArn) ?? ofResource, ...textsOf(detail.taskArns), textOf(request?.task)];
  put(fields, 'ecs.taskId', joined(taskArns.map(nameOfArn)));
  put(
    fields,
    'ecs.taskDefinition',
    nameOfArn(textOf(detail.taskDefinitionArn ?? detail.daemonTaskDefinitionArn)),
  );
  const instanceArns = [textOf(detail.containerInstanceArn), ...textsOf(detail.containerInstanceArns)];
  put(fields, 'ecs.instanceId', joined(instanceArns.map(nameOfArn)));
  put(fields, 'ecs.deploymentId', deploymentOf(detail));
  put(fields, 'ecs.launchType', launchTypeOf(detail));
}

/** Service actions about deployments may carry the id in their reason text only (reference 5.1). */
function deploymentOf(detail: JsonObject): string | undefined {
  const id = textOf(detail.deploymentId);
  if (id !== undefined) return id;
  const startedBy = textOf(detail.startedBy);
  if (startedBy?.startsWith('ecs-svc/') === true) return startedBy;
  if (textOf(detail.eventName)?.startsWith('SERVICE_DEPLOYMENT_') !== true) return undefined;
  return /ecs-svc\/[0-9A-Za-z]+/.exec(textOf(detail.reason) ?? '')?.[0];
}

/** Inferred where launchType is absent: the built-in capacity providers, then the presence of an instance. */
function launchTypeOf(detail: JsonObject): string | undefined {
  const launchType = textOf(detail.launchType);
  if (launchType !== undefined) return launchType;
  if (textOf(detail.capacityProviderName)?.startsWith('FARGATE') === true) return 'FARGATE';
  return detail.taskArn !== undefined && detail.containerInstanceArn !== undefined ? 'EC2' : undefined;
}

/** Attachments are found by type and their details by name: positions vary from event to event (reference 3.4). */
function addNetwork(fields: Fields, detail: JsonObject): void {
  const ids: (string | undefined)[] = [];
  const statuses: string[] = [];
  const enis: (string | undefined)[] = [];
  const macs: (string | undefined)[] = [];
  const ips: (string | undefined)[] = [];
  for (const item of listOf(detail.attachments)) {
    const attachment = objectOf(item);
    if (attachment === null || !isNetworkInterface(attachment.type)) continue;
    ids.push(textOf(attachment.id));
    const status = textOf(attachment.status);
    if (status !== undefined) statuses.push(status);
    for (const pair of listOf(attachment.details)) {
      const { name, value } = objectOf(pair) ?? {};
      if (name === 'networkInterfaceId') enis.push(textOf(value));
      else if (name === 'macAddress') macs.push(textOf(value));
      else if (isAddressName(name)) ips.push(textOf(value));
    }
  }
  for (const container of listOf(detail.containers)) {
    for (const item of listOf(objectOf(container)?.networkInterfaces)) {
      const face = objectOf(item);
      ips.push(textOf(face?.privateIpv4Address), textOf(face?.ipv6Address));
    }
  }
  put(fields, 'ecs.attachmentId', joined(ids));
  put(fields, 'ecs.eniStatus', statuses.join(' '));
  put(fields, 'ecs.eniId', joined(enis));
  put(fields, 'ecs.macAddress', joined(macs));
  put(fields, 'ecs.privateIp', joined(ips));
}

/** `eni` in events, `ElasticNetworkInterface` in the API. */
export function isNetworkInterface(type: unknown): boolean {
  return type === 'eni' || type === 'ElasticNetworkInterface';
}

/** Inferred for IPv6: the reference knows only that such a detail is possible, so any spelling of the name is accepted. */
export function isAddressName(name: unknown): boolean {
  if (name === 'privateIPv4Address') return true;
  if (typeof name !== 'string') return false;
  const lowered = name.toLowerCase();
  return lowered === 'privateipv4address' || lowered === 'ipv6address' || lowered === 'privateipv6address';
}

/** Each text once, in order, joined by one space. */
function joined(texts: readonly (string | undefined)[]): string {
  const distinct: string[] = [];
  for (const text of texts) {
    if (text !== undefined && !distinct.includes(text)) distinct.push(text);
  }
  return distinct.join(' ');
}

function addContainers(fields: Fields, detail: JsonObject): void {
  const codes: string[] = [];
  const reasons: string[] = [];
  for (const item of listOf(detail.containers)) {
    const container = objectOf(item);
    if (container === null) continue;
    const name = textOf(container.name) ?? 'container';
    const exitCode = textOf(container.exitCode);
    if (exitCode !== undefined) codes.push(`${name}=${exitCode}`);
    const reason = textOf(container.reason);
    if (reason !== undefined) reasons.push(`${name}=${reason}`);
  }
  put(fields, 'ecs.exitCodes', codes.join(' '));
  put(fields, 'ecs.containerReasons', reasons.join(' | '));
}

function addStop(fields: Fields, detail: JsonObject): void {
  const stopCode = textOf(detail.stopCode);
  const stoppedReason = textOf(detail.stoppedReason);
  if (stopCode === undefined && stoppedReason === undefined) return;
  const containers = listOf(detail.containers).map((item) => {
    const container = objectOf(item);
    return { exitCode: textOf(container?.exitCode), reason: textOf(container?.reason) };
  });
  const inService = serviceOfGroup(textOf(detail.group)) !== undefined;
  const stopClass = classifyStop({ stopCode, stoppedReason, containers, inService }).class;
  fields['ecs.stopClass'] = stopClass;
  fields['ecs.severity'] = severityOfClass[stopClass];
}

/** How bad a stop of each class is: normal operation, something to watch, a fault. */
export const severityOfClass: Readonly<Record<ReasonClass, 'INFO' | 'WARN' | 'ERROR'>> = {
  routine: 'INFO',
  operator: 'INFO',
  capacity: 'WARN',
  infrastructure: 'WARN',
  unknown: 'WARN',
  application: 'ERROR',
  health: 'ERROR',
  image: 'ERROR',
  configuration: 'ERROR',
  secrets: 'ERROR',
  network: 'ERROR',
};

/** CloudTrail uses eventType for other words (`AwsApiCall`): those are no severity. */
export function severityOf(detail: JsonObject): 'INFO' | 'WARN' | 'ERROR' | undefined {
  switch (detail.eventType) {
    case 'INFO':
    case 'ERROR':
    case 'WARN':
      return detail.eventType;
    case 'WARNING':
      return 'WARN';
    default:
      return undefined;
  }
}
