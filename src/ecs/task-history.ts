// The life of one task from its events, in whatever order and however often they arrived (ecs-events reference 1.3, 3.6, 11).
// Versions decide the order; two events with one version and different content are kept and reported.

import type { TaskEvent, TaskTimes } from './decode.ts';

/** A stretch of time in one lastStatus. `endMs` null: the task was last seen in it. */
export interface Phase {
  /** Null: before the first event that was recorded. */
  readonly status: string | null;
  readonly startMs: number;
  readonly endMs: number | null;
}

/** The first version with desiredStatus STOPPED: who asked for the stop stands in it. */
export interface StopRequest {
  readonly atMs: number;
  readonly version: number | null;
  readonly stopCode: string | null;
  readonly reason: string | null;
  readonly eventId: string;
}

export interface ContainerLife {
  readonly name: string;
  readonly image: string | null;
  readonly lastStatus: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly exitCode: string | null;
  readonly reason: string | null;
}

export interface TaskHistory {
  /** Distinct versions, oldest first. */
  readonly versions: readonly TaskEvent[];
  /** The highest version: the current state. */
  readonly last: TaskEvent;
  readonly phases: readonly Phase[];
  readonly times: TaskTimes;
  readonly stopRequest: StopRequest | null;
  readonly containers: readonly ContainerLife[];
  /** Versions between 1 and the highest that were not recorded. */
  readonly missingVersions: readonly number[];
  /** Versions that came with different contents. */
  readonly conflictingVersions: readonly number[];
}

/** Null when there are no events. All events must be of one task. */
export function taskHistory(events: readonly TaskEvent[]): TaskHistory | null {
  const versions = distinctVersions(events);
  const last = versions.at(-1);
  if (last === undefined) return null;
  const times = mergedTimes(versions);
  return {
    versions,
    last,
    times,
    phases: phasesOf(versions, times),
    stopRequest: stopRequestOf(versions),
    containers: containersOf(versions, times),
    missingVersions: missingVersions(versions),
    conflictingVersions: conflictingVersions(versions),
  };
}

/** Each content once, ordered by version, then time, then content, so that the order of arrival cannot show. */
function distinctVersions(events: readonly TaskEvent[]): readonly TaskEvent[] {
  const byContent = new Map<string, TaskEvent>();
  for (const event of events) {
    const known = byContent.get(event.content);
    if (known === undefined || event.id < known.id) byContent.set(event.content, event);
  }
  const distinct = [...byContent.values()];
  const placed = distinct.map((event) => ({ event, place: event.version ?? placeByTime(event, distinct) }));
  return placed
    .sort(
      (a, b) =>
        a.place - b.place || a.event.atMs - b.event.atMs || (a.event.content < b.event.content ? -1 : 1),
    )
    .map(({ event }) => event);
}

/** Old and trimmed events have no version: they stand behind the newest version that is not later than they are. */
function placeByTime(event: TaskEvent, all: readonly TaskEvent[]): number {
  const earlier = all.filter((other) => other.version !== null && other.atMs <= event.atMs);
  return Math.max(0, ...earlier.map((other) => other.version ?? 0)) + 0.5;
}

function missingVersions(versions: readonly TaskEvent[]): readonly number[] {
  const seen = new Set(versions.map((event) => event.version));
  const highest = Math.max(0, ...versions.map((event) => event.version ?? 0));
  return Array.from({ length: highest }, (_, index) => index + 1).filter((version) => !seen.has(version));
}

function conflictingVersions(versions: readonly TaskEvent[]): readonly number[] {
  const numbers = versions.map((event) => event.version).filter((version) => version !== null);
  return [...new Set(numbers.filter((version, index) => numbers.indexOf(version) !== index))];
}

/** Each time from the newest version that tells it. */
function mergedTimes(versions: readonly TaskEvent[]): TaskTimes {
  const newest = (name: keyof TaskTimes): number | null =>
    versions.findLast((event) => event.times[name] !== null)?.times[name] ?? null;
  return {
    createdMs: newest('createdMs'),
    pullStartedMs: newest('pullStartedMs'),
    pullStoppedMs: newest('pullStoppedMs'),
    startedMs: newest('startedMs'),
    stoppingMs: newest('stoppingMs'),
    executionStoppedMs: newest('executionStoppedMs'),
    stoppedMs: newest('stoppedMs'),
  };
}

function phasesOf(versions: readonly TaskEvent[], times: TaskTimes): readonly Phase[] {
  const starts: { status: string | null; startMs: number }[] = [];
  for (const event of versions) {
    const previous = starts.at(-1);
    if (previous?.status === event.lastStatus) continue;
    // Clamped: a later version never begins before an earlier one, whatever its clock says.
    starts.push({ status: event.lastStatus, startMs: Math.max(event.atMs, previous?.startMs ?? event.atMs) });
  }
  const first = starts[0];
  if (first !== undefined && times.createdMs !== null && times.createdMs < first.startMs) {
    if (versions[0]?.version === 1) first.startMs = times.createdMs;
    else starts.unshift({ status: null, startMs: times.createdMs });
  }
  return starts.map(({ status, startMs }, index) => ({
    status,
    startMs,
    endMs: starts[index + 1]?.startMs ?? (hasEnded(status) ? startMs : null),
  }));
}

export function hasEnded(status: string | null): boolean {
  return status === 'STOPPED' || status === 'DELETED';
}

function stopRequestOf(versions: readonly TaskEvent[]): StopRequest | null {
  const first = versions.find((event) => event.desiredStatus === 'STOPPED');
  if (first === undefined) return null;
  return {
    atMs: first.times.stoppingMs ?? first.atMs,
    version: first.version,
    stopCode: first.stopCode,
    reason: first.stoppedReason,
    eventId: first.id,
  };
}

/** Containers by name, in the order of the newest version that lists them: their order means nothing (reference 3.3). */
function containersOf(versions: readonly TaskEvent[], times: TaskTimes): readonly ContainerLife[] {
  const names = new Set(versions.flatMap((event) => event.containers.map((container) => container.name)));
  return [...names].sort().map((name) => {
    const states = versions.flatMap((event) =>
      event.containers
        .filter((container) => container.name === name)
        .map((container) => ({ event, container })),
    );
    const newest = states.at(-1)?.container;
    const running = states.find(({ container }) => container.lastStatus === 'RUNNING');
    const stopped = states.find(({ container }) => container.lastStatus === 'STOPPED');
    const startMs = running === undefined ? null : (times.startedMs ?? running.event.atMs);
    const endMs = stopped === undefined ? null : (times.executionStoppedMs ?? stopped.event.atMs);
    return {
      name,
      image: newest?.image ?? null,
      lastStatus: newest?.lastStatus ?? null,
      startMs,
      endMs: endMs === null || startMs === null ? endMs : Math.max(startMs, endMs),
      exitCode: states.findLast(({ container }) => container.exitCode !== null)?.container.exitCode ?? null,
      reason: states.findLast(({ container }) => container.reason !== null)?.container.reason ?? null,
    };
  });
}

/** Derived durations in ms (reference 3.6), clamped at 0; null when one end is not known. */
export function taskDurations(
  times: TaskTimes,
): Readonly<Record<'schedule' | 'pull' | 'start' | 'run' | 'drain' | 'deprovision', number | null>> {
  const between = (startMs: number | null, endMs: number | null): number | null =>
    startMs === null || endMs === null ? null : Math.max(0, endMs - startMs);
  return {
    schedule: between(times.createdMs, times.pullStartedMs),
    pull: between(times.pullStartedMs, times.pullStoppedMs),
    start: between(times.pullStoppedMs, times.startedMs),
    run: between(times.startedMs, ranUntil(times)),
    drain: between(times.stoppingMs, times.executionStoppedMs),
    deprovision: between(times.executionStoppedMs, times.stoppedMs),
  };
}

/** executionStoppedAt may have whole seconds only, or come from a clock that lags: an end before the begin is no end. */
function ranUntil({ startedMs, executionStoppedMs, stoppedMs }: TaskTimes): number | null {
  const usable = executionStoppedMs !== null && (startedMs === null || executionStoppedMs >= startedMs);
  return usable ? executionStoppedMs : stoppedMs;
}
