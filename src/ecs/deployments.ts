// The deployments of a service from what ECS announces: runs with their outcome, rollbacks with culprit and restored
// deployment (ecs-events reference 6, 15 S6). A rollback event carries the id of the old deployment, not of the one that failed.

import { groupBy } from './grouping.ts';
import { distinctNotices, isRollback, type ServiceNotice } from './service-notices.ts';

/** One try to bring a deployment to its steady state. A deployment that is restored later has two runs. */
export interface DeploymentRun {
  readonly deploymentId: string;
  readonly kind: 'forward' | 'rollback';
  /** Null when its begin was not recorded. */
  readonly startMs: number | null;
  /** Null while it is in progress. */
  readonly endMs: number | null;
  readonly outcome: 'completed' | 'failed' | 'replaced' | 'in progress';
  /** What ECS said at its end, at a rollback what it said at its begin. */
  readonly reason: string | null;
  readonly eventIds: readonly string[];
}

export interface Rollback {
  readonly atMs: number;
  readonly restoredId: string | null;
  /** The newest deployment begun before, other than the restored one; null when none was recorded. */
  readonly culpritId: string | null;
  /** Whether ECS said itself that the culprit failed. */
  readonly failureAnnounced: boolean;
  readonly reason: string | null;
  readonly eventId: string;
}

export interface DeploymentHistory {
  readonly serviceKey: string;
  readonly service: string;
  readonly cluster: string | null;
  /** In the order of their begin, or of their end where the begin was not recorded. */
  readonly runs: readonly DeploymentRun[];
  readonly rollbacks: readonly Rollback[];
}

/** One history for each service, in the order of the first notice. Notices that are not about deployments are ignored. */
export function deploymentHistories(notices: readonly ServiceNotice[]): readonly DeploymentHistory[] {
  const announced = distinctNotices(notices).filter((notice) =>
    notice.eventName.startsWith('SERVICE_DEPLOYMENT_'),
  );
  return [...groupBy(announced, (notice) => notice.serviceKey).values()].flatMap((ofService) => {
    const newest = ofService.at(-1);
    if (newest === undefined) return [];
    const { serviceKey, service, cluster } = newest;
    return [{ serviceKey, service, cluster, ...replay(ofService) }];
  });
}

type OpenRun = { -readonly [K in keyof DeploymentRun]: DeploymentRun[K] };

/** Goes through the notices, oldest first, and keeps the runs as they stand at each moment. */
function replay(notices: readonly ServiceNotice[]): Pick<DeploymentHistory, 'runs' | 'rollbacks'> {
  const runs: OpenRun[] = [];
  const rollbacks: Rollback[] = [];
  for (const notice of notices) {
    if (isRollback(notice)) rollbacks.push(rollBack(runs, notice));
    else if (notice.eventName === 'SERVICE_DEPLOYMENT_IN_PROGRESS') begin(runs, notice);
    else if (notice.eventName === 'SERVICE_DEPLOYMENT_COMPLETED') end(runs, notice, 'completed');
    else if (notice.eventName === 'SERVICE_DEPLOYMENT_FAILED') end(runs, notice, 'failed');
  }
  return { runs, rollbacks };
}

function run(notice: ServiceNotice, kind: DeploymentRun['kind'], startMs: number | null): OpenRun {
  return {
    deploymentId: notice.deploymentId ?? 'unknown',
    kind,
    startMs,
    endMs: null,
    outcome: 'in progress',
    reason: notice.reason,
    eventIds: [notice.eventId],
  };
}

function begin(runs: OpenRun[], notice: ServiceNotice): void {
  const open = runs.filter((known) => known.outcome === 'in progress');
  if (open.some((known) => known.deploymentId === notice.deploymentId)) return;
  for (const replaced of open) close(replaced, notice, 'replaced');
  runs.push(run(notice, 'forward', notice.atMs));
}

function rollBack(runs: OpenRun[], notice: ServiceNotice): Rollback {
  const restoredId = notice.deploymentId;
  const culprit = runs.findLast((known) => known.kind === 'forward' && known.deploymentId !== restoredId);
  const failureAnnounced = culprit?.outcome === 'failed';
  if (culprit?.outcome === 'in progress') close(culprit, notice, 'failed');
  runs.push(run(notice, 'rollback', notice.atMs));
  return {
    atMs: notice.atMs,
    restoredId,
    culpritId: culprit?.deploymentId ?? null,
    failureAnnounced,
    reason: notice.reason,
    eventId: notice.eventId,
  };
}

/** Inferred: a notice without a deployment id is about the newest run that is in progress. */
function end(runs: OpenRun[], notice: ServiceNotice, outcome: 'completed' | 'failed'): void {
  const isOpen = (known: OpenRun): boolean =>
    known.outcome === 'in progress' || (known.outcome === 'failed' && outcome === 'failed');
  const fits = (known: OpenRun): boolean =>
    notice.deploymentId === null || known.deploymentId === notice.deploymentId;
  const known = runs.findLast((candidate) => isOpen(candidate) && fits(candidate));
  if (known !== undefined) {
    close(known, notice, outcome);
    return;
  }
  const unseen = run(notice, 'forward', null);
  close(unseen, notice, outcome);
  unseen.eventIds = [notice.eventId];
  runs.push(unseen);
}

function close(open: OpenRun, notice: ServiceNotice, outcome: DeploymentRun['outcome']): void {
  open.endMs ??= notice.atMs;
  open.outcome = outcome;
  open.eventIds = [...open.eventIds, notice.eventId];
  // A rollback is told by what ECS said at its begin, every other run by what it said at its end.
  if (open.kind === 'forward' && !isRollback(notice) && outcome !== 'replaced') open.reason = notice.reason;
}
