// What happens to container instances: changes that are emitted, tasks that are placed.

import type { Cluster } from './cluster.ts';
import { type Instance, instanceDetail } from './instance.ts';
import type { World } from './world.ts';

/** Counts the change and emits it. */
export function emitInstance(world: World, cluster: Cluster, instance: Instance): void {
  instance.version++;
  const detail = instanceDetail(cluster.arn.cluster, instance, world.nowMs());
  world.emit(cluster, 'ECS Container Instance State Change', [instance.arn], detail);
}

/** The instance with the most free memory that takes such a task; undefined when none does. */
export function placeOn(
  cluster: Cluster,
  launchType: string,
  capacityProvider: string | undefined,
  cpu: number,
  memoryMiB: number,
): Instance | undefined {
  let best: Instance | undefined;
  let bestFree = memoryMiB - 1;
  for (const instance of cluster.instances) {
    if (instance.group.launchType !== launchType || instance.status !== 'ACTIVE') continue;
    if (capacityProvider !== undefined && instance.group.capacityProvider !== capacityProvider) continue;
    if (instance.group.cpu - instance.cpuUsed < cpu) continue;
    const free = instance.group.memoryMiB - instance.memoryUsed;
    if (free > bestFree) {
      best = instance;
      bestFree = free;
    }
  }
  return best;
}
