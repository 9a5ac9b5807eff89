// A service: its running tasks and deployment, and the events that ECS emits about services rather than tasks.

import type { Cluster } from './cluster.ts';
import type { Detail } from './envelope.ts';
import type { ServiceSpec } from './fleet.ts';
import { isoMillis } from './iso-time.ts';
import { type Random, random } from './prng.ts';
import type { Task } from './task.ts';
import type { World } from './world.ts';

export interface Service {
  readonly spec: ServiceSpec;
  readonly cluster: Cluster;
  readonly arn: string;
  readonly group: string;
  readonly rng: Random;
  /** Tasks that reached RUNNING and were not asked to stop, oldest first. */
  readonly running: Task[];
  desired: number;
  deploymentId: string;
  revision: number;
  tag: string;
  /** A deployment is under way: leave the tasks alone. */
  deploying: boolean;
}

export function newDeploymentId(rng: Random): string {
  const digits = `${rng.int(1, 9)}${String(rng.u32()).padStart(10, '0')}${String(rng.u32()).padStart(10, '0')}`;
  return `ecs-svc/${digits.slice(0, 19)}`;
}

/** Abbreviated commit, as image tags are. */
export function newTag(rng: Random): string {
  return rng.hex(7);
}

export function newService(world: World, spec: ServiceSpec): Service {
  const cluster = world.cluster(spec.cluster);
  const rng = random(world.seed, `service/${spec.cluster}/${spec.name}`);
  return {
    spec,
    cluster,
    arn: cluster.arn.service(spec.name),
    group: `service:${spec.name}`,
    rng,
    running: [],
    desired: spec.desired,
    deploymentId: newDeploymentId(rng),
    revision: spec.revision,
    tag: newTag(rng),
    deploying: false,
  };
}

export type EventType = 'INFO' | 'WARN' | 'ERROR';

/** An ECS Service Action; `extra` holds what this action has besides (reference 5.1). */
export function emitAction(
  world: World,
  service: Service,
  type: EventType,
  name: string,
  extra: Detail = {},
): void {
  const detail = {
    eventType: type,
    eventName: name,
    clusterArn: service.cluster.arn.cluster,
    ...extra,
    createdAt: isoMillis(world.nowMs()),
  };
  world.emit(service.cluster, 'ECS Service Action', [service.arn], detail);
}

/**
 * The same fact as Deployment State Change and as Service Action, as ECS sends it (reference 5.2, 6). `updatedAt` of a
 * completion lies some seconds before the envelope's time now and then, as observed (reference 1.4).
 */
export function emitDeployment(
  world: World,
  service: Service,
  type: EventType,
  name: string,
  deploymentId: string,
  reason: string,
): void {
  const { cluster, rng } = service;
  emitAction(world, service, type, name, { deploymentId, reason });
  const behindMs = name === 'SERVICE_DEPLOYMENT_COMPLETED' && rng.chance(0.1) ? rng.int(2000, 80_000) : 0;
  const detail: Detail = { eventType: type, eventName: name };
  if (cluster.spec.deploymentsNameCluster) detail.clusterArn = cluster.arn.cluster;
  detail.deploymentId = deploymentId;
  detail.updatedAt = isoMillis(world.nowMs() - behindMs);
  detail.reason = reason;
  world.emit(cluster, 'ECS Deployment State Change', [service.arn], detail);
}

export function emitInProgress(world: World, service: Service, deploymentId: string): void {
  const reason = `ECS deployment ${deploymentId} in progress.`;
  emitDeployment(world, service, 'INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', deploymentId, reason);
}

export function emitCompleted(world: World, service: Service, deploymentId: string): void {
  const reason = `ECS deployment ${deploymentId} completed.`;
  emitDeployment(world, service, 'INFO', 'SERVICE_DEPLOYMENT_COMPLETED', deploymentId, reason);
}

export function emitSteady(world: World, service: Service): void {
  emitAction(world, service, 'INFO', 'SERVICE_STEADY_STATE');
}
