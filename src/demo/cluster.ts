// A cluster brought to life: its ARNs, its subnets, its instances.

import { type ArnMaker, arnMaker } from './arn.ts';
import type { ClusterSpec } from './fleet.ts';
import { type Instance, newInstances } from './instance.ts';
import { type Random, random } from './prng.ts';
import { newZone, type Zone } from './zone.ts';

export interface Cluster {
  readonly spec: ClusterSpec;
  readonly arn: ArnMaker;
  readonly zones: readonly Zone[];
  readonly instances: readonly Instance[];
  readonly rng: Random;
}

export function newCluster(seed: number, spec: ClusterSpec, startMs: number): Cluster {
  const rng = random(seed, `cluster/${spec.name}`);
  const arn = arnMaker(spec);
  const zones = [0, 1, 2].map((index) => newZone(rng, spec, index));
  return { spec, arn, zones, instances: newInstances(rng, spec, arn, zones, startMs), rng };
}
