// How the deployments of one service stand: rolled back, failed, in progress, completed; and how to say it in a sentence.

import type { DeploymentRun, Rollback } from '../ecs/deployments.ts';
import { faultSeverity } from '../ecs/faults.ts';
import { compareTexts } from '../ecs/grouping.ts';
import type { ServiceNotice } from '../ecs/service-notices.ts';
import { groupStops, type StopGroup, type StoppedTask } from '../ecs/stopped-tasks.ts';
import type { KnownService } from './service-scope.ts';
import { enumerate, formatDuration, formatTime, plural } from './wording.ts';

/** Tasks that a deployment started, of one task definition. */
export interface DeploymentTasks {
  readonly deploymentId: string;
  readonly taskDefinition: string | null;
  readonly serviceKey: string | null;
  readonly tasks: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
}

export interface ServiceDeployments {
  readonly service: KnownService;
  readonly runs: readonly DeploymentRun[];
  readonly rollbacks: readonly Rollback[];
  readonly notices: readonly ServiceNotice[];
  readonly tasks: readonly DeploymentTasks[];
  /** Stopped tasks of deployments that failed or are unfinished. */
  readonly stops: readonly StoppedTask[];
}

export type DeploymentState =
  | {
      readonly kind: 'rolled back';
      readonly rollback: Rollback;
      readonly restored: DeploymentRun | undefined;
    }
  | { readonly kind: 'failed' | 'in progress' | 'completed'; readonly run: DeploymentRun }
  | { readonly kind: 'none' };

/** The newest run decides, except that a rollback stands until a later deployment begins. */
export function stateOf({
  runs,
  rollbacks,
}: Pick<ServiceDeployments, 'runs' | 'rollbacks'>): DeploymentState {
  const rollback = rollbacks.at(-1);
  const forward = runs.findLast(({ kind }) => kind === 'forward');
  const begunAfter = (atMs: number): boolean => (forward?.startMs ?? forward?.endMs ?? 0) > atMs;
  if (rollback !== undefined && !begunAfter(rollback.atMs)) {
    const restored = runs.findLast(
      ({ kind, deploymentId }) => kind === 'rollback' && deploymentId === rollback.restoredId,
    );
    return { kind: 'rolled back', rollback, restored };
  }
  if (forward === undefined) return { kind: 'none' };
  const kind = forward.outcome === 'replaced' ? 'in progress' : forward.outcome;
  return { kind, run: forward };
}

/** Task definitions that a deployment started tasks of, in order of name; empty when no task of it was recorded. */
export function revisionsOf({ tasks }: ServiceDeployments, deploymentId: string | null): readonly string[] {
  const own = tasks.filter((one) => one.deploymentId === deploymentId).map((one) => one.taskDefinition);
  return [...new Set(own.filter((revision) => revision !== null))].sort(compareTexts);
}

/** `ecs-svc/123 (orders:43)`. */
export function deploymentName(one: ServiceDeployments, deploymentId: string | null): string {
  if (deploymentId === null) return 'a deployment that was not recorded';
  const revisions = revisionsOf(one, deploymentId);
  return revisions.length === 0 ? deploymentId : `${deploymentId} (${enumerate(revisions)})`;
}

/** The newest deployment beside this one: the last that completed, else the last that had a task; null when none is known. */
export function olderDeployment({ runs, tasks }: ServiceDeployments, deploymentId: string): string | null {
  const completed = runs.findLast((run) => run.outcome === 'completed' && run.deploymentId !== deploymentId);
  if (completed !== undefined) return completed.deploymentId;
  const others = tasks.filter((one) => one.deploymentId !== deploymentId);
  const newest = [...others].sort(
    (a, b) => (b.lastMs ?? 0) - (a.lastMs ?? 0) || compareTexts(a.deploymentId, b.deploymentId),
  )[0];
  return newest?.deploymentId ?? null;
}

/** The stops of one deployment apart from normal operation, largest group first. */
export function unplannedStops(
  { stops }: ServiceDeployments,
  deploymentId: string | null,
): readonly StopGroup[] {
  const own = stops.filter(({ last }) => last.deploymentId === deploymentId);
  return groupStops(own).filter(({ entry }) => entry.class !== 'routine');
}

/** Warnings and errors other than the failure itself while a run lasted. */
export function troubleDuring(
  { notices }: ServiceDeployments,
  run: DeploymentRun | undefined,
): readonly ServiceNotice[] {
  if (run === undefined) return [];
  const { startMs, endMs } = run;
  return notices.filter(
    (notice) =>
      faultSeverity(notice) !== null &&
      notice.eventName !== 'SERVICE_DEPLOYMENT_FAILED' &&
      notice.atMs >= (startMs ?? endMs ?? 0) &&
      (endMs === null || notice.atMs <= endMs),
  );
}

/** One or two sentences: what is live and why. `untilMs`: the end of the time that was looked at. */
export function stateSentence(one: ServiceDeployments, state: DeploymentState, untilMs: number): string {
  switch (state.kind) {
    case 'none':
      return 'No deployment was announced in this time.';
    case 'completed':
      return `The newest deployment ${deploymentName(one, state.run.deploymentId)} completed at ${formatTime(state.run.endMs ?? 0)}; an older version should be gone since then.`;
    case 'failed':
      return `Deployment ${deploymentName(one, state.run.deploymentId)} failed at ${formatTime(state.run.endMs ?? 0)} and no rollback was announced.${stopsSentence(one, state.run.deploymentId)}`;
    case 'in progress':
      return inProgressSentence(one, state.run, untilMs);
    case 'rolled back':
      return rolledBackSentence(one, state.rollback, state.restored);
  }
}

function inProgressSentence(one: ServiceDeployments, run: DeploymentRun, untilMs: number): string {
  const since =
    run.startMs === null
      ? ''
      : ` since ${formatTime(run.startMs)} (${formatDuration(Math.max(0, untilMs - run.startMs))})`;
  const trouble = troubleDuring(one, run);
  const names = [...new Set(trouble.map(({ eventName }) => eventName))];
  const announced =
    trouble.length === 0
      ? ''
      : ` ECS announced ${plural(trouble.length, 'problem')} meanwhile: ${enumerate(names)}.`;
  return `Deployment ${deploymentName(one, run.deploymentId)} is in progress${since}: until it completes the old version runs on.${announced}${stopsSentence(one, run.deploymentId)}`;
}

function rolledBackSentence(
  one: ServiceDeployments,
  rollback: Rollback,
  restored: DeploymentRun | undefined,
): string {
  const culprit =
    rollback.culpritId === null
      ? 'a deployment that was not recorded failed'
      : `deployment ${deploymentName(one, rollback.culpritId)} failed`;
  const back = `ECS rolled back to ${deploymentName(one, rollback.restoredId)} at ${formatTime(rollback.atMs)}`;
  const end =
    restored?.outcome === 'completed' && restored.endMs !== null
      ? `, complete at ${formatTime(restored.endMs)}`
      : '; the rollback is not complete as far as recorded';
  return `The old version is there because ${culprit} and ${back}${end}.${stopsSentence(one, rollback.culpritId)}`;
}

function stopsSentence(one: ServiceDeployments, deploymentId: string | null): string {
  const groups = unplannedStops(one, deploymentId);
  if (groups.length === 0) return '';
  const told = groups
    .slice(0, 3)
    .map(({ entry, tasks }) => `${entry.title.toLowerCase()} (${plural(tasks.length, 'task')})`);
  return ` Its tasks stopped because of: ${enumerate(told)}.`;
}
