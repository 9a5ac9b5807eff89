// The simulated world: its clock, its clusters and what they have emitted. Actors (tasks, services, instances, stories) are
// plain functions over it; they ask for things to be done later and hand over envelopes when these happen.

import { type Cluster, newCluster } from './cluster.ts';
import { type Detail, type DetailType, type Envelope, envelope } from './envelope.ts';
import { clusters } from './fleet.ts';
import { random } from './prng.ts';
import { timeQueue } from './schedule.ts';

/** What becomes of an emitted event on its way; absent: the ordinary, slightly imperfect delivery. */
export type Fate =
  | { readonly kind: 'plain' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'late'; readonly delayMs: number }
  /** Delivered again with the same id. */
  | { readonly kind: 'duplicated'; readonly againAfterMs: number }
  /** Put again by somebody with a new id, otherwise the same. */
  | { readonly kind: 'reput'; readonly againAfterMs: number };

export interface Emission {
  readonly envelope: Envelope;
  readonly atMs: number;
  readonly fate: Fate | undefined;
}

export interface World {
  readonly seed: number;
  readonly startMs: number;
  readonly endMs: number;
  nowMs(): number;
  /**
   * Does something later; what lies after the end of the history never happens. `yields` is the number of events that will
   * come of it, as far as one can say.
   */
  at(atMs: number, run: () => void, yields?: number): void;
  emit(
    cluster: Cluster,
    type: DetailType,
    resources: readonly string[],
    detail: Detail,
    fate?: Fate,
  ): Envelope;
  cluster(name: string): Cluster;
  /** Events that will come of what is planned so far. */
  pending(): number;
  /** Runs the next thing; false when the history is over. */
  advance(): boolean;
  /** Takes what was emitted since the last call. */
  takeEmissions(): readonly Emission[];
  /** `sha256:…` of an image, the same for the same image. */
  digestOf(image: string): string;
}

export function newWorld(seed: number, startMs: number, endMs: number): World {
  const queue = timeQueue<{ readonly run: () => void; readonly yields: number }>();
  const byName = new Map(clusters.map((spec) => [spec.name, newCluster(seed, spec, startMs)]));
  const ids = random(seed, 'envelope ids');
  const digests = new Map<string, string>();
  let emissions: Emission[] = [];
  let nowMs = startMs;
  let pending = 0;

  return {
    seed,
    startMs,
    endMs,
    nowMs: () => nowMs,
    at(atMs, run, yields = 1) {
      if (atMs > endMs) return;
      pending += yields;
      queue.push(Math.max(atMs, nowMs), { run, yields });
    },
    emit(cluster, type, resources, detail, fate) {
      const made = envelope(ids.uuid(), type, cluster.spec, nowMs, resources, detail);
      emissions.push({ envelope: made, atMs: nowMs, fate });
      return made;
    },
    cluster(name) {
      const found = byName.get(name);
      if (found === undefined) throw new Error(`The fleet has no cluster ${name}.`);
      return found;
    },
    pending: () => pending,
    advance() {
      const entry = queue.pop();
      if (entry === undefined) return false;
      nowMs = entry.atMs;
      pending -= entry.item.yields;
      entry.item.run();
      return true;
    },
    takeEmissions() {
      const taken = emissions;
      emissions = [];
      return taken;
    },
    digestOf(image) {
      let digest = digests.get(image);
      if (digest === undefined) {
        digest = `sha256:${random(0, image).hex(64)}`;
        digests.set(image, digest);
      }
      return digest;
    },
  };
}
