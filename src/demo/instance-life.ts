// What happens to container instances is told: every change counts a version and emits an event.

import type { Cluster } from './cluster.ts';
import { type Instance, instanceDetail } from './instance.ts';
import type { World } from './world.ts';

/** Counts the change and emits it. */
export function emitInstance(world: World, cluster: Cluster, instance: Instance): void {
  instance.version++;
  const detail = instanceDetail(cluster.arn.cluster, instance, world.nowMs());
  world.emit(cluster, 'ECS Container Instance State Change', [instance.arn], detail);
}
