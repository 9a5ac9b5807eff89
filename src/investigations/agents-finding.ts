// The history of agents, put for a reader: whether the update finished, every change, which version runs where.

import {
  type AgentChange,
  type AgentChangeKind,
  type AgentHistory,
  type AgentOutcome,
  compareVersions,
} from '../ecs/agent-history.ts';
import { countTexts } from '../ecs/grouping.ts';
import { answer, truncationNote } from './answer.ts';
import type { Fact, FindingTable, Lane, Tone, Verdict } from './finding.ts';
import type { Answer, TimeRange } from './investigation.ts';
import { timelineOf } from './timeline.ts';
import { enumerate, formatRange, formatTime, plural } from './wording.ts';

/** An instance whose agent did not change in the range. */
export interface QuietInstance {
  readonly instanceId: string;
  readonly ec2InstanceId: string | null;
  readonly cluster: string | null;
  readonly agentVersion: string | null;
  readonly updateStatus: string | null;
  readonly lastMs: number | null;
}

interface Scope {
  readonly cluster: string | null;
  readonly instance: string;
}

export function agentsAnswer(
  title: string,
  histories: readonly AgentHistory[],
  quiet: readonly QuietInstance[],
  scope: Scope,
  range: TimeRange,
  untilMs: number,
  rows: number,
): Answer {
  return answer({
    investigation: 'agents',
    title,
    subject: subjectOf(scope),
    summary: `${summaryOf(histories, quiet, range)}${truncationNote(rows)}`,
    verdict: verdictOf(histories, quiet),
    facts: factsOf(histories, quiet),
    timelines: timelineOf('Agents', histories.map(agentLane), untilMs),
    tables: [changesTable(histories), instancesTable(histories, quiet)],
    nextSteps: nextStepsOf(histories, quiet),
  });
}

function subjectOf({ cluster, instance }: Scope): string {
  const parts = [instance === '' ? null : instance, cluster === null ? null : `cluster ${cluster}`];
  const given = parts.filter((part) => part !== null);
  return given.length === 0 ? 'all container instances' : given.join(', ');
}

/** EC2 knows instances by another name than ECS does; both are shown where both are known. */
function nameOf({ instanceId, ec2InstanceId }: Pick<QuietInstance, 'instanceId' | 'ec2InstanceId'>): string {
  return ec2InstanceId === null ? instanceId : `${ec2InstanceId} (${instanceId})`;
}

function withOutcome(histories: readonly AgentHistory[], outcome: AgentOutcome): readonly AgentHistory[] {
  return histories.filter((one) => one.outcome === outcome);
}

function summaryOf(
  histories: readonly AgentHistory[],
  quiet: readonly QuietInstance[],
  range: TimeRange,
): string {
  const all = histories.length + quiet.length;
  if (all === 0)
    return `No state change of a container instance was recorded ${formatRange(range)}; Fargate tasks have none.`;
  if (histories.length === 0)
    return `The agent of none of ${plural(all, 'instance')} changed ${formatRange(range)}.`;
  const first = Math.min(...histories.flatMap(({ changes }) => changes.map(({ atMs }) => atMs)));
  const outcomes = (['updated', 'in progress', 'failed', 'rolled back'] as const)
    .map((outcome) => ({ outcome, count: withOutcome(histories, outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcome}`);
  return `The agent of ${histories.length} of ${plural(all, 'instance')} changed ${formatRange(range)}, from ${formatTime(first)} on: ${enumerate(outcomes)}. ${finishedSentence(histories)}`;
}

function finishedSentence(histories: readonly AgentHistory[]): string {
  const open = withOutcome(histories, 'in progress');
  const failed = withOutcome(histories, 'failed');
  const back = withOutcome(histories, 'rolled back');
  if (open.length + failed.length + back.length === 0) return 'Every update that began has finished.';
  const parts = [
    open.length === 0 ? null : `it has not ended on ${enumerate(open.map(nameOf))}`,
    failed.length === 0
      ? null
      : `it failed on ${enumerate(failed.map((one) => `${nameOf(one)}, which still runs ${one.agentVersion ?? 'an unknown version'}`))}`,
    back.length === 0
      ? null
      : `${enumerate(back.map((one) => `${nameOf(one)} went back to ${one.agentVersion ?? 'an unknown version'}`))}`,
  ];
  return `The update did not finish everywhere: ${parts.filter((part) => part !== null).join('; ')}.`;
}

function verdictOf(histories: readonly AgentHistory[], quiet: readonly QuietInstance[]): Verdict | null {
  if (histories.length + quiet.length === 0) return null;
  const bad = histories.filter(({ outcome }) => outcome === 'failed' || outcome === 'rolled back');
  const open = withOutcome(histories, 'in progress');
  const done = withOutcome(histories, 'updated').length;
  if (histories.length === 0)
    return { text: 'No agent changed.', class: 'routine', tone: 'ok', confidence: 'high' };
  if (bad.length + open.length === 0) {
    return {
      text: `The update finished on every instance where it began (${done}).`,
      class: 'routine',
      tone: 'ok',
      confidence: 'high',
    };
  }
  return {
    text: `The update finished on ${done} of ${plural(histories.length, 'instance')}: ${enumerate([...bad, ...open].map((one) => `${one.ec2InstanceId ?? one.instanceId} ${one.outcome}`))}.`,
    class: 'infrastructure',
    tone: bad.length > 0 ? 'error' : 'warning',
    confidence: 'high',
  };
}

function factsOf(histories: readonly AgentHistory[], quiet: readonly QuietInstance[]): readonly Fact[] {
  const versions = countTexts([...histories, ...quiet].map(({ agentVersion }) => agentVersion));
  const running: Fact = {
    label: 'Versions as last seen',
    value: [...versions]
      .sort((a, b) => compareVersions(b.text, a.text))
      .map(({ text, count }) => `${text} on ${plural(count, 'instance')}`)
      .join(', '),
  };
  const bad = histories
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'rolled back')
    .map(
      (one): Fact => ({
        label: one.outcome === 'failed' ? 'Update failed' : 'Rolled back',
        value: `${nameOf(one)}${one.cluster === null ? '' : ` in cluster ${one.cluster}`}: ${one.spans.map(({ agentVersion }) => agentVersion).join(' → ')}`,
        tone: 'error',
        eventIds: one.changes.map(({ eventId }) => eventId).filter((id) => id !== ''),
      }),
    );
  return versions.length === 0 ? bad : [running, ...bad];
}

const changeTones: Readonly<Record<AgentChangeKind, Tone>> = {
  update: 'ok',
  finished: 'ok',
  step: 'info',
  rollback: 'error',
  failed: 'error',
};

const changeNames: Readonly<Record<AgentChangeKind, string>> = {
  update: 'new version',
  finished: 'update finished',
  step: 'update step',
  rollback: 'rollback',
  failed: 'update failed',
};

function agentLane(one: AgentHistory): Lane {
  return {
    label: one.ec2InstanceId ?? one.instanceId,
    bars: one.spans.map(({ agentVersion, startMs, endMs }, index) => ({
      label: agentVersion,
      startMs,
      endMs,
      tone: compareVersions(agentVersion, one.spans[index - 1]?.agentVersion ?? null) < 0 ? 'error' : 'info',
    })),
    // Steps and ends of updates stand in the table; on the line only what changed for the tasks.
    marks: one.changes
      .filter(({ kind }) => kind !== 'step' && kind !== 'finished')
      .map((change) => ({ label: markText(change), atMs: change.atMs, tone: changeTones[change.kind] })),
  };
}

function markText({ kind, toVersion, updateStatus }: AgentChange): string {
  return `${changeNames[kind]}: ${[toVersion, updateStatus].filter((text) => text !== null).join(' ')}`;
}

function changesTable(histories: readonly AgentHistory[]): FindingTable {
  const rows = histories
    .flatMap((history) => history.changes.map((change) => ({ history, change })))
    .sort((a, b) => b.change.atMs - a.change.atMs || (a.history.instanceId < b.history.instanceId ? -1 : 1));
  return {
    title: 'Changes, newest first',
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'at', title: 'Time', kind: 'time' },
      { key: 'instance', title: 'Instance', kind: 'text' },
      { key: 'cluster', title: 'Cluster', kind: 'text' },
      { key: 'what', title: 'What', kind: 'text' },
      { key: 'from', title: 'From', kind: 'text' },
      { key: 'to', title: 'To', kind: 'text' },
      { key: 'status', title: 'Update status', kind: 'text' },
    ],
    rows: rows.map(({ history, change }) => ({
      tone: changeTones[change.kind],
      at: change.atMs,
      instance: history.ec2InstanceId ?? history.instanceId,
      cluster: history.cluster,
      what: changeNames[change.kind],
      from: change.fromVersion,
      to: change.toVersion,
      status: change.updateStatus,
    })),
    empty: 'No agent changed in this time.',
  };
}

const outcomeTones: Readonly<Record<AgentOutcome, Tone>> = {
  unchanged: 'neutral',
  updated: 'ok',
  'in progress': 'warning',
  failed: 'error',
  'rolled back': 'error',
};

function instancesTable(histories: readonly AgentHistory[], quiet: readonly QuietInstance[]): FindingTable {
  const all = [...histories, ...quiet.map((one) => ({ ...one, outcome: 'unchanged' as const }))];
  return {
    title: 'Instances',
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'instance', title: 'EC2 instance', kind: 'text' },
      { key: 'id', title: 'Container instance', kind: 'text' },
      { key: 'cluster', title: 'Cluster', kind: 'text' },
      { key: 'version', title: 'Agent', kind: 'text' },
      { key: 'status', title: 'Update status', kind: 'text' },
      { key: 'outcome', title: 'Outcome', kind: 'text' },
      { key: 'last', title: 'Last event', kind: 'time' },
    ],
    rows: [...all].sort(byOutcome).map((one) => ({
      tone: outcomeTones[one.outcome],
      instance: one.ec2InstanceId,
      id: one.instanceId,
      cluster: one.cluster,
      version: one.agentVersion,
      status: one.updateStatus,
      outcome: one.outcome,
      last: one.lastMs,
    })),
    empty: 'No container instance was recorded in this time.',
  };
}

const outcomeOrder: readonly AgentOutcome[] = [
  'failed',
  'rolled back',
  'in progress',
  'updated',
  'unchanged',
];

type Listed = QuietInstance & { readonly outcome: AgentOutcome };

function byOutcome(a: Listed, b: Listed): number {
  const order = outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome);
  return order || (`${a.cluster} ${a.instanceId}` < `${b.cluster} ${b.instanceId}` ? -1 : 1);
}

function nextStepsOf(histories: readonly AgentHistory[], quiet: readonly QuietInstance[]): readonly string[] {
  const steps: string[] = [];
  if (withOutcome(histories, 'failed').length > 0) {
    steps.push(
      'Failed: the old agent still runs. Read /var/log/ecs/ecs-agent.log on the instance, then update again or replace it.',
    );
  }
  if (withOutcome(histories, 'rolled back').length > 0) {
    steps.push(
      'Rolled back: find out whether a person, a launch template or a new AMI brought the old version.',
    );
  }
  if (withOutcome(histories, 'in progress').length > 0) {
    steps.push('In progress: an update takes a minute or two; longer means that the agent is disconnected.');
  }
  if (histories.length + quiet.length === 0)
    steps.push('Choose a longer range, or leave out cluster and instance.');
  return steps;
}
