// The deployments of one service as a timeline and as tables.

import type { DeploymentRun } from '../ecs/deployments.ts';
import { faultSeverity } from '../ecs/faults.ts';
import { groupBy } from '../ecs/grouping.ts';
import { distinctNotices } from '../ecs/service-notices.ts';
import { deploymentName, revisionsOf, type ServiceDeployments } from './deployment-state.ts';
import type { FindingTable, Lane, Timeline, Tone } from './finding.ts';
import { timelineOf } from './timeline.ts';

const noticesMax = 40;

/** A failed deployment and the rollback that it caused are told apart from the others by their tone. */
function toneOf({ outcome, kind }: DeploymentRun): Tone {
  if (outcome === 'failed') return 'error';
  if (kind === 'rollback') return 'warning';
  return outcome === 'completed' ? 'ok' : outcome === 'replaced' ? 'neutral' : 'info';
}

function outcomeText({ kind, outcome }: DeploymentRun): string {
  return kind === 'rollback' ? `rollback, ${outcome}` : outcome;
}

/** Where the begin was not recorded: the first event of a task that the deployment started, else the end. */
function startOf(one: ServiceDeployments, run: DeploymentRun): number {
  if (run.startMs !== null) return run.startMs;
  const first = one.tasks
    .filter(({ deploymentId }) => deploymentId === run.deploymentId)
    .map(({ firstMs }) => firstMs)
    .filter((ms) => ms !== null);
  return Math.min(run.endMs ?? Number.POSITIVE_INFINITY, ...first);
}

/** One lane for each deployment with a bar for each of its runs, and one lane of warnings and errors. */
export function deploymentTimeline(
  one: ServiceDeployments,
  where: string,
  untilMs: number,
): readonly Timeline[] {
  const lanes: Lane[] = [...groupBy(one.runs, ({ deploymentId }) => deploymentId)].map(([id, runs]) => ({
    label: deploymentName(one, id),
    bars: runs.map((run) => ({
      label: outcomeText(run),
      startMs: startOf(one, run),
      endMs: run.endMs,
      tone: toneOf(run),
    })),
  }));
  const troubles = distinctNotices(one.notices).filter((notice) => faultSeverity(notice) !== null);
  const marks = troubles.map((notice) => ({
    label: notice.eventName,
    atMs: notice.atMs,
    tone: faultSeverity(notice) === 'ERROR' ? ('error' as const) : ('warning' as const),
  }));
  if (marks.length > 0) lanes.push({ label: 'warnings and errors', bars: [], marks });
  return timelineOf(`Deployments${where}`, lanes, untilMs);
}

export function deploymentsTable(one: ServiceDeployments, where: string): FindingTable {
  return {
    title: `Deployments${where}, newest first`,
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'deployment', title: 'Deployment', kind: 'text' },
      { key: 'taskDefinition', title: 'Task definition', kind: 'text' },
      { key: 'outcome', title: 'Outcome', kind: 'text' },
      { key: 'start', title: 'Begin', kind: 'time' },
      { key: 'end', title: 'End', kind: 'time' },
      { key: 'took', title: 'Took', kind: 'duration' },
      { key: 'tasks', title: 'Tasks', kind: 'number' },
      { key: 'reason', title: 'What ECS said', kind: 'text' },
    ],
    rows: [...one.runs].reverse().map((run) => ({
      tone: toneOf(run),
      deployment: run.deploymentId,
      taskDefinition: revisionsOf(one, run.deploymentId).join(', ') || null,
      outcome: outcomeText(run),
      start: run.startMs,
      end: run.endMs,
      took: run.startMs === null || run.endMs === null ? null : run.endMs - run.startMs,
      tasks: taskCount(one, run.deploymentId),
      reason: run.reason,
    })),
    empty: 'No deployment was announced in this time.',
  };
}

function taskCount({ tasks }: ServiceDeployments, deploymentId: string): number {
  return tasks.filter((one) => one.deploymentId === deploymentId).reduce((sum, one) => sum + one.tasks, 0);
}

/** Each announcement once, newest first. */
export function noticesTable(one: ServiceDeployments, where: string): FindingTable {
  const notices = [...distinctNotices(one.notices)].reverse();
  return {
    title: `What ECS announced${where}${notices.length > noticesMax ? ` (newest ${noticesMax} of ${notices.length})` : ''}`,
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'at', title: 'Time', kind: 'time' },
      { key: 'event', title: 'Event', kind: 'text' },
      { key: 'deployment', title: 'Deployment', kind: 'text' },
      { key: 'reason', title: 'Reason', kind: 'text' },
    ],
    rows: notices.slice(0, noticesMax).map((notice) => ({
      tone: { ERROR: 'error', WARN: 'warning', INFO: 'info' }[faultSeverity(notice) ?? 'INFO'] ?? 'info',
      at: notice.atMs,
      event: notice.eventName,
      deployment: notice.deploymentId,
      reason: notice.reason,
    })),
    empty: 'Nothing.',
  };
}
