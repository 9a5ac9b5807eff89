// The deployments of a service, put for a reader: what is live and why, who is to blame for a rollback, what to do.

import { groupStops } from '../ecs/stopped-tasks.ts';
import { answer } from './answer.ts';
import {
  type DeploymentState,
  deploymentName,
  olderDeployment,
  revisionsOf,
  type ServiceDeployments,
  stateOf,
  stateSentence,
  troubleDuring,
  unplannedStops,
} from './deployment-state.ts';
import { deploymentsTable, deploymentTimeline, noticesTable } from './deployment-tables.ts';
import type { Fact, FindingTable, Tone, Verdict } from './finding.ts';
import type { Answer, TimeRange } from './investigation.ts';
import type { KnownService } from './service-scope.ts';
import { latestStopsTable, reasonsTable } from './stop-tables.ts';
import { formatRange, formatTime, plural, sentence } from './wording.ts';

interface Part {
  readonly one: ServiceDeployments;
  readonly state: DeploymentState;
  /** ` in prod`, when the service runs in several clusters. */
  readonly where: string;
  readonly text: string;
}

/** `note` is added to the summary. */
export function deploymentsAnswer(
  title: string,
  name: string,
  byService: readonly ServiceDeployments[],
  range: TimeRange,
  untilMs: number,
  note: string,
): Answer {
  const several = byService.length > 1;
  const parts = byService.map((one): Part => {
    const state = stateOf(one);
    const where = several ? ` in ${clusterOf(one.service)}` : '';
    return { one, state, where, text: stateSentence(one, state, untilMs) };
  });
  const worst = [...parts].sort((a, b) => weightOf(b.state) - weightOf(a.state))[0];
  const intro = several ? [`${name} runs in ${plural(parts.length, 'cluster')}; each is shown apart.`] : [];
  return answer({
    investigation: 'deployments',
    title,
    subject: several ? name : (byService[0]?.service.key ?? name),
    summary: [...intro, ...parts.map((part) => partSummary(part, name, range))].join(' ') + note,
    verdict: worst === undefined ? null : verdictOf(worst),
    facts: parts.flatMap(factsOf),
    timelines: parts.flatMap(({ one, where }) => deploymentTimeline(one, where, untilMs)),
    tables: parts.flatMap((part) => tablesOf(part, range)),
    nextSteps: worst === undefined ? [] : nextStepsOf(worst),
  });
}

function clusterOf({ cluster }: KnownService): string {
  return cluster ?? 'a cluster that the events do not name';
}

function weightOf({ kind }: DeploymentState): number {
  return { 'rolled back': 4, failed: 3, 'in progress': 2, completed: 1, none: 0 }[kind];
}

function partSummary({ one, where, text }: Part, name: string, range: TimeRange): string {
  const forward = one.runs.filter(({ kind }) => kind === 'forward');
  const failed = forward.filter(({ outcome }) => outcome === 'failed').length;
  const counts = `${name}${where}: ${plural(forward.length, 'deployment')} ${formatRange(range)}, ${failed} failed, ${plural(one.rollbacks.length, 'rollback')}.`;
  return `${counts} ${text}`;
}

function verdictOf({ one, state, where, text }: Part): Verdict {
  const culprit = culpritOf(state);
  const top = unplannedStops(one, culprit)[0];
  const trouble =
    state.kind === 'in progress' && (top !== undefined || troubleDuring(one, state.run).length > 0);
  const tones: Readonly<Record<DeploymentState['kind'], Tone>> = {
    'rolled back': 'error',
    failed: 'error',
    'in progress': trouble ? 'warning' : 'info',
    completed: 'ok',
    none: 'neutral',
  };
  return {
    text: where === '' ? text : `${one.service.service}${where}: ${text}`,
    class:
      state.kind === 'completed'
        ? 'routine'
        : (top?.entry.class ?? (state.kind === 'none' ? 'routine' : 'unknown')),
    tone: tones[state.kind],
    confidence: confidenceOf(state, top !== undefined),
  };
}

/** High when ECS said itself what happened and, of a rollback, the culprit's tasks tell why. */
function confidenceOf(state: DeploymentState, explained: boolean): Verdict['confidence'] {
  switch (state.kind) {
    case 'completed':
      return 'high';
    case 'rolled back':
      if (state.rollback.culpritId === null) return 'low';
      return state.rollback.failureAnnounced && explained ? 'high' : 'medium';
    case 'failed':
      return explained ? 'high' : 'medium';
    case 'in progress':
      return 'medium';
    case 'none':
      return 'low';
  }
}

function culpritOf(state: DeploymentState): string | null {
  if (state.kind === 'rolled back') return state.rollback.culpritId;
  return state.kind === 'failed' || state.kind === 'in progress' ? state.run.deploymentId : null;
}

function factsOf({ one, state, where }: Part): readonly Fact[] {
  const rollbacks = one.rollbacks
    .slice(-3)
    .reverse()
    .flatMap((rollback): readonly Fact[] => {
      const own = one.runs.filter(
        ({ deploymentId, kind }) => deploymentId === rollback.culpritId && kind === 'forward',
      );
      const run = own.findLast(({ outcome }) => outcome === 'failed') ?? own.at(-1);
      const begun = run?.startMs == null ? '' : `, begun at ${formatTime(run.startMs)}`;
      const said = run?.reason == null ? '' : `; ECS said: ${run.reason}`;
      return [
        {
          label: `Culprit${where}`,
          value: sentence(`${deploymentName(one, rollback.culpritId)}${begun}${said}`),
          tone: 'error',
          eventIds: (run?.eventIds ?? []).filter((id) => id !== ''),
        },
        {
          label: `Restored${where}`,
          value: `${deploymentName(one, rollback.restoredId)}, at ${formatTime(rollback.atMs)}`,
          tone: 'warning',
          eventIds: [rollback.eventId].filter((id) => id !== ''),
        },
      ];
    });
  const culprit = culpritOf(state);
  const stops = unplannedStops(one, culprit).map(
    ({ entry, tasks }): Fact => ({
      label: `Stopped tasks${where}`,
      value: `${entry.title}: ${plural(tasks.length, 'task')} of ${culprit ?? 'it'}. ${entry.cause}`,
      tone: 'error',
      eventIds: tasks
        .slice(0, 5)
        .map(({ last }) => last.eventId)
        .filter((id) => id !== ''),
    }),
  );
  return [...rollbacks, ...oldVersionFact(one, state, where), ...stops];
}

/** What runs on while a deployment fails or is in progress, as far as it was recorded. */
function oldVersionFact(one: ServiceDeployments, state: DeploymentState, where: string): readonly Fact[] {
  if (state.kind !== 'failed' && state.kind !== 'in progress') return [];
  const old = olderDeployment(one, state.run.deploymentId);
  return old === null ? [] : [{ label: `Old version${where}`, value: deploymentName(one, old) }];
}

function tablesOf({ one, where }: Part, { startMs, endMs }: TimeRange): readonly FindingTable[] {
  const stops =
    one.stops.length === 0
      ? []
      : [
          reasonsTable(
            `Why tasks of failed or unfinished deployments stopped${where}`,
            groupStops(one.stops),
            (startMs + endMs) / 2,
          ),
          latestStopsTable(`Their latest stops${where}`, one.stops, 'None.'),
        ];
  return [deploymentsTable(one, where), ...stops, noticesTable(one, where)];
}

function nextStepsOf({ one, state }: Part): readonly string[] {
  const culprit = culpritOf(state);
  const top = unplannedStops(one, culprit)[0];
  const steps = [...(top?.entry.check ?? [])];
  const [wanted] = revisionsOf(one, culprit);
  const restored = state.kind === 'rolled back' ? revisionsOf(one, state.rollback.restoredId)[0] : undefined;
  if (wanted !== undefined && restored !== undefined && wanted !== restored) {
    steps.push(`Compare task definition ${wanted} with ${restored}, which works.`);
  }
  const example = top?.tasks[0]?.last.taskId;
  if (example !== undefined) steps.push(`Look at one of the stopped tasks: shiplog task ${example}`);
  if (state.kind === 'rolled back' && top === undefined) {
    steps.push(
      'No stopped task of the culprit was recorded; a CloudWatch alarm may have asked for the rollback.',
    );
  }
  return steps;
}
