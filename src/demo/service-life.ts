// What a service does: starts and stops its tasks, scales, deploys. Stories and background traffic both speak this vocabulary.

import { emitApiCall, pipeline } from './cloudtrail.ts';
import { minuteMs, secondMs } from './iso-time.ts';
import {
  emitAction,
  emitCompleted,
  emitInProgress,
  emitSteady,
  newDeploymentId,
  newTag,
  type Service,
} from './service.ts';
import type { Task } from './task.ts';
import { type Exits, exitTask, type StopRequest, stopTask } from './task-end.ts';
import { adoptTask, type Ending, type StartRequest, startTask } from './task-start.ts';
import type { World } from './world.ts';

type TaskOptions = Partial<Omit<StartRequest, 'cluster' | 'spec' | 'group'>>;

/** Events of an average start and stop, for the steering of the traffic. */
export const startYields = 4.5;
export const stopYields = 3.8;

const stays: Ending = { kind: 'stays' };

function requestFor(service: Service, options: TaskOptions): StartRequest {
  return {
    cluster: service.cluster,
    spec: service.spec,
    group: service.group,
    startedBy: service.deploymentId,
    revision: service.revision,
    tag: service.tag,
    rng: service.rng,
    ending: stays,
    ...options,
  };
}

function forget(service: Service, task: Task): void {
  const index = service.running.indexOf(task);
  if (index >= 0) service.running.splice(index, 1);
}

/** Starts a task of the current deployment (or of what `options` says). */
export function startServiceTask(
  world: World,
  service: Service,
  options: TaskOptions = {},
): Task | undefined {
  const task = startTask(world, {
    ...requestFor(service, options),
    onRunning: (running) => {
      service.running.push(running);
      options.onRunning?.(running);
    },
    onStopped: (stopped) => {
      forget(service, stopped);
      options.onStopped?.(stopped);
    },
  });
  if (task === undefined) placementFailed(world, service);
  return task;
}

function placementFailed(world: World, service: Service): void {
  const containerInstanceArns = service.cluster.instances.slice(0, 1).map((instance) => instance.arn);
  emitAction(world, service, 'ERROR', 'SERVICE_TASK_PLACEMENT_FAILURE', {
    containerInstanceArns,
    reason: 'RESOURCE:MEMORY',
  });
}

/** The tasks that the service has when the recording begins. */
export function adoptServiceTasks(world: World, service: Service): void {
  for (let i = 0; i < service.desired; i++) {
    const ageMs = service.rng.int(20 * minuteMs, 4 * 24 * 60 * minuteMs);
    const task = adoptTask(world, requestFor(service, {}), ageMs);
    if (task !== undefined) service.running.push(task);
  }
}

export function scalingReason(deploymentId: string): string {
  return `Scaling activity initiated by (deployment ${deploymentId})`;
}

export function stopServiceTask(world: World, service: Service, task: Task, stop: StopRequest): void {
  forget(service, task);
  stopTask(world, task, stop);
}

/** The routine stop: scale-in or replacement by a newer deployment; ECS words both alike (reference 13.1). */
export function retireTask(world: World, service: Service, task: Task): void {
  const reason = scalingReason(task.startedBy ?? service.deploymentId);
  // A container that ignores SIGTERM is killed: 137 without any memory trouble (reference 13.4).
  const stubborn = service.rng.chance(0.04);
  const exits: Exits = stubborn ? { [service.spec.name]: { exitCode: 137 } } : {};
  stopServiceTask(world, service, task, { stopCode: 'ServiceSchedulerInitiated', reason, exits });
}

/** A task ends by itself, and the service starts another. */
export function crashTask(world: World, service: Service, task: Task, exits: Exits): void {
  forget(service, task);
  exitTask(world, task, exits);
  world.at(
    world.nowMs() + service.rng.int(8, 40) * secondMs,
    () => startServiceTask(world, service),
    startYields,
  );
}

/** Autoscaling sets a new count: the computed desired count changes, tasks start or stop. */
export function scaleTo(world: World, service: Service, desired: number): void {
  service.desired = desired;
  emitAction(world, service, 'INFO', 'SERVICE_DESIRED_COUNT_UPDATED', { desiredCount: desired });
  const difference = desired - service.running.length;
  for (let i = 0; i < difference; i++)
    world.at(world.nowMs() + service.rng.int(500, 4000), () => startServiceTask(world, service), startYields);
  if (difference >= 0) return;
  const surplus = service.running.slice(0, -difference);
  const taskArns = surplus.map((task) => task.arn);
  for (const task of surplus) retireTask(world, service, task);
  world.at(world.nowMs() + 1500, () => emitAction(world, service, 'INFO', 'TASKS_STOPPED', { taskArns }));
}

/** The pipeline asks for a task definition, and its deployment begins; what its tasks do is for the caller. */
export function announceDeployment(
  world: World,
  service: Service,
  deploymentId: string,
  revision: number,
): void {
  const { cluster, name, family } = service.spec;
  const request = { cluster, service: name, taskDefinition: `${family}:${revision}` };
  const answer = { service: { serviceArn: service.arn } };
  emitApiCall(world, service.cluster, pipeline, 'UpdateService', request, answer);
  service.deploying = true;
  world.at(world.nowMs() + 800, () => emitInProgress(world, service, deploymentId), 2);
}

function completeDeployment(world: World, service: Service): void {
  service.deploying = false;
  emitCompleted(world, service, service.deploymentId);
  world.at(world.nowMs() + service.rng.int(200, 1500), () => emitSteady(world, service));
}

/** A rolling deployment that succeeds: new tasks first, then the old ones go. */
export function deploy(
  world: World,
  service: Service,
  deploymentId: string = newDeploymentId(service.rng),
): void {
  const { rng } = service;
  const beganMs = world.nowMs();
  const old = [...service.running];
  service.deploymentId = deploymentId;
  service.revision++;
  service.tag = newTag(rng);
  announceDeployment(world, service, deploymentId, service.revision);
  for (let i = 0; i < service.desired; i++)
    world.at(beganMs + rng.int(2, 25) * secondMs, () => startServiceTask(world, service), startYields);
  const drainedMs = beganMs + 3 * minuteMs;
  for (const task of old)
    world.at(drainedMs + rng.int(0, 50) * secondMs, () => retireTask(world, service, task), stopYields);
  world.at(drainedMs + 3 * minuteMs, () => completeDeployment(world, service), 3);
}
