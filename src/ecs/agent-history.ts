// Which version of the ECS agent ran on an instance, and when that changed. The update status persists in every later event,
// so only changes count (ecs-events reference 4.4, 18.15).

import { compareTexts, groupBy } from './grouping.ts';

/** What one state change of a container instance says about its agent. */
export interface AgentSighting {
  readonly eventId: string;
  readonly instanceId: string;
  readonly ec2InstanceId: string | null;
  readonly cluster: string | null;
  readonly version: number | null;
  readonly atMs: number;
  readonly agentVersion: string | null;
  readonly updateStatus: string | null;
}

export type AgentChangeKind = 'update' | 'rollback' | 'failed' | 'finished' | 'step';

export interface AgentChange {
  readonly atMs: number;
  readonly kind: AgentChangeKind;
  readonly fromVersion: string | null;
  readonly toVersion: string | null;
  readonly updateStatus: string | null;
  readonly eventId: string;
}

export type AgentOutcome = 'unchanged' | 'updated' | 'failed' | 'rolled back' | 'in progress';

export interface AgentHistory {
  readonly instanceId: string;
  readonly ec2InstanceId: string | null;
  readonly cluster: string | null;
  /** Versions in the order they ran; `endMs` null for the last one. */
  readonly spans: readonly {
    readonly agentVersion: string;
    readonly startMs: number;
    readonly endMs: number | null;
  }[];
  readonly changes: readonly AgentChange[];
  readonly outcome: AgentOutcome;
  readonly agentVersion: string | null;
  readonly updateStatus: string | null;
  readonly lastMs: number;
}

/** One history for each instance, by cluster and instance id. Does not depend on the order of the sightings. */
export function agentHistories(sightings: readonly AgentSighting[]): readonly AgentHistory[] {
  return [...groupBy(sightings, ({ cluster, instanceId }) => `${cluster ?? ''} ${instanceId}`)]
    .sort(([a], [b]) => compareTexts(a, b))
    .flatMap(([, ofInstance]) => history(ofInstance));
}

function history(sightings: readonly AgentSighting[]): readonly AgentHistory[] {
  const ordered = [...sightings].sort(
    (a, b) => (a.version ?? -1) - (b.version ?? -1) || a.atMs - b.atMs || compareTexts(a.eventId, b.eventId),
  );
  const last = ordered.at(-1);
  if (last === undefined) return [];
  const changes = ordered.flatMap((sighting, index) => changeFrom(ordered[index - 1], sighting));
  return [
    {
      instanceId: last.instanceId,
      ec2InstanceId: last.ec2InstanceId,
      cluster: last.cluster,
      spans: versionSpans(ordered),
      changes,
      outcome: outcomeOf(changes),
      agentVersion: last.agentVersion,
      updateStatus: last.updateStatus,
      lastMs: last.atMs,
    },
  ];
}

function changeFrom(before: AgentSighting | undefined, now: AgentSighting): readonly AgentChange[] {
  if (before === undefined) return [];
  const versionChanged = before.agentVersion !== now.agentVersion;
  if (!versionChanged && before.updateStatus === now.updateStatus) return [];
  return [
    {
      atMs: now.atMs,
      kind: kindOf(before, now),
      fromVersion: before.agentVersion,
      toVersion: now.agentVersion,
      updateStatus: now.updateStatus,
      eventId: now.eventId,
    },
  ];
}

function kindOf(before: AgentSighting, now: AgentSighting): AgentChangeKind {
  const order = compareVersions(now.agentVersion, before.agentVersion);
  if (order < 0) return 'rollback';
  if (now.updateStatus === 'FAILED' && before.updateStatus !== 'FAILED') return 'failed';
  if (order > 0) return 'update';
  return now.updateStatus === 'UPDATED' ? 'finished' : 'step';
}

/** Numeric by part: 1.9.0 is before 1.10.0. An absent version is equal to any. */
export function compareVersions(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  const [left, right] = [a, b].map((version) => version.split(/[^0-9]+/).map(Number));
  for (let index = 0; index < 4; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The last change decides: a failed update that was repeated with success is an update. A status that vanishes is none. */
function outcomeOf(changes: readonly AgentChange[]): AgentOutcome {
  const last = changes.findLast(({ kind, updateStatus }) => kind !== 'step' || updateStatus !== null);
  switch (last?.kind) {
    case undefined:
      return 'unchanged';
    case 'rollback':
      return 'rolled back';
    case 'failed':
      return 'failed';
    case 'step':
      return 'in progress';
    case 'update':
      return last?.updateStatus === 'UPDATING' ? 'in progress' : 'updated';
    case 'finished':
      return 'updated';
  }
}

function versionSpans(ordered: readonly AgentSighting[]): AgentHistory['spans'] {
  const starts: { agentVersion: string; startMs: number }[] = [];
  for (const { agentVersion, atMs } of ordered) {
    if (agentVersion === null || starts.at(-1)?.agentVersion === agentVersion) continue;
    starts.push({ agentVersion, startMs: Math.max(atMs, starts.at(-1)?.startMs ?? atMs) });
  }
  return starts.map((start, index) => ({ ...start, endMs: starts[index + 1]?.startMs ?? null }));
}
