// Who had a network interface, MAC or address, and when: from sightings in events to one interval for each owner.
// ENI ids are never used twice; addresses and MACs are, so every answer is an interval (ecs-events reference 3.4, 18.18).

import { compareTexts, groupBy } from './grouping.ts';
import { hasEnded } from './task-history.ts';

/** One event that carries the interface. */
export interface InterfaceSighting {
  readonly eventId: string;
  readonly ownerKind: 'task' | 'instance';
  readonly ownerId: string;
  readonly ownerArn: string | null;
  readonly cluster: string | null;
  readonly service: string | null;
  readonly taskDefinition: string | null;
  readonly version: number | null;
  readonly atMs: number;
  /** When the image pull began, else when the task ran: by then it had its interface. */
  readonly usedMs: number | null;
  readonly lastStatus: string | null;
  readonly stoppedMs: number | null;
  readonly eniIds: readonly string[];
  readonly macAddresses: readonly string[];
  readonly addresses: readonly string[];
  readonly attachmentIds: readonly string[];
  readonly attachmentStatuses: readonly string[];
}

export interface OwnerInterval {
  /** The newest event of the owner that carries the interface. */
  readonly owner: InterfaceSighting;
  /** Time of the first event that carries it; earlier when the task used it before, as far as its events tell. */
  readonly fromMs: number;
  /** When the interface was deleted or the owner stopped; null when neither was recorded. */
  readonly toMs: number | null;
  readonly eventIds: readonly string[];
}

/** One interval for each owner, oldest first. Does not depend on the order of the sightings. */
export function ownerIntervals(sightings: readonly InterfaceSighting[]): readonly OwnerInterval[] {
  return [...groupBy(sightings, ({ ownerKind, ownerId }) => `${ownerKind} ${ownerId}`).values()]
    .flatMap(interval)
    .sort((a, b) => a.fromMs - b.fromMs || compareTexts(a.owner.ownerId, b.owner.ownerId));
}

function interval(sightings: readonly InterfaceSighting[]): readonly OwnerInterval[] {
  const ordered = [...sightings].sort(
    (a, b) => (a.version ?? -1) - (b.version ?? -1) || a.atMs - b.atMs || compareTexts(a.eventId, b.eventId),
  );
  const owner = ordered.at(-1);
  if (owner === undefined) return [];
  const fromMs = Math.min(...ordered.flatMap(({ atMs, usedMs }) => [atMs, usedMs ?? atMs]));
  const ends = ordered.filter(isEnd).map((sighting) => sighting.stoppedMs ?? sighting.atMs);
  const eventIds = [...new Set(ordered.map((sighting) => sighting.eventId))].filter((id) => id !== '');
  return [{ owner, fromMs, toMs: ends.length === 0 ? null : Math.max(fromMs, Math.min(...ends)), eventIds }];
}

function isEnd({ lastStatus, attachmentStatuses }: InterfaceSighting): boolean {
  const deleted = attachmentStatuses.length > 0 && attachmentStatuses.every((status) => status === 'DELETED');
  return deleted || hasEnded(lastStatus) || lastStatus === 'INACTIVE';
}

/** The intervals that hold a moment, both ends included. */
export function ownersAt(intervals: readonly OwnerInterval[], atMs: number): readonly OwnerInterval[] {
  return intervals.filter(({ fromMs, toMs }) => fromMs <= atMs && (toMs === null || atMs <= toMs));
}

/** Pairs of intervals that overlap: one address in two networks, or an end that was not recorded. */
export function overlaps(
  intervals: readonly OwnerInterval[],
): readonly (readonly [OwnerInterval, OwnerInterval])[] {
  return intervals.flatMap((one, index) =>
    intervals
      .slice(index + 1)
      .filter((other) => one.toMs === null || other.fromMs < one.toMs)
      .map((other): readonly [OwnerInterval, OwnerInterval] => [one, other]),
  );
}
