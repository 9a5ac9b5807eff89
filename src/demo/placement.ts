// Tasks on container instances: who takes a task, and what it leaves of the instance's resources. Starting and stopping a
// task emits a container-instance event too (ecs-events reference 1.2).

import type { Cluster } from './cluster.ts';
import type { TaskSpec } from './fleet.ts';
import type { Instance } from './instance.ts';
import { emitInstance } from './instance-life.ts';
import type { Task } from './task.ts';
import type { World } from './world.ts';

/** The instance with the most free memory that takes such a task; undefined when none does. */
export function placeOn(cluster: Cluster, spec: TaskSpec): Instance | undefined {
  const { launchType, capacityProviderName } = spec.compute;
  let best: Instance | undefined;
  let bestFree = Number(spec.memory) - 1;
  for (const instance of cluster.instances) {
    if (instance.group.launchType !== launchType || instance.status !== 'ACTIVE') continue;
    if (capacityProviderName !== undefined && instance.group.capacityProvider !== capacityProviderName)
      continue;
    if (instance.group.cpu - instance.cpuUsed < Number(spec.cpu)) continue;
    const free = instance.group.memoryMiB - instance.memoryUsed;
    if (free > bestFree) {
      best = instance;
      bestFree = free;
    }
  }
  return best;
}

function change(task: Task, direction: 1 | -1): void {
  const { instance, spec } = task;
  if (instance === undefined) return;
  instance.running += direction;
  instance.cpuUsed += direction * Number(spec.cpu);
  instance.memoryUsed += direction * Number(spec.memory);
}

/** A task that has been on its instance for long: no event. */
export function occupySilently(task: Task): void {
  change(task, 1);
}

export function occupy(world: World, task: Task): void {
  change(task, 1);
  if (task.instance !== undefined) emitInstance(world, task.cluster, task.instance);
}

/** Gives back what the stopped task used: resources, host ports, its address. */
export function release(world: World, task: Task): void {
  change(task, -1);
  for (const container of task.containers) task.instance?.hostPorts.delete(String(container.hostPort));
  if (task.instance !== undefined) emitInstance(world, task.cluster, task.instance);
  if (task.ip !== undefined && task.identity.ip === undefined) task.zone.releaseAddress(task.ip);
}
