// A world with its services on it, ready for traffic and stories; nothing has happened yet.

import { services as declared } from './fleet.ts';
import { newService, type Service } from './service.ts';
import { newWorld, type World } from './world.ts';

export interface Stage {
  readonly world: World;
  readonly services: readonly Service[];
  /** By `cluster/name`, as declared. */
  service(path: string): Service;
}

export function newStage(seed: number, startMs: number, endMs: number): Stage {
  const world = newWorld(seed, startMs, endMs);
  const services = declared.map((spec) => newService(world, spec));
  const byPath = new Map(services.map((each) => [`${each.spec.cluster}/${each.spec.name}`, each]));
  return {
    world,
    services,
    service(path) {
      const found = byPath.get(path);
      if (found === undefined) throw new Error(`The fleet has no service ${path}.`);
      return found;
    },
  };
}
