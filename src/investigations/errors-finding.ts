// Errors by deployment, put for a reader: what failed, why its tasks stopped, every error with its meaning.

import { serviceActionOf } from '../ecs/catalogue/service-actions.ts';
import type { ServiceNotice } from '../ecs/service-notices.ts';
import type { StopGroup } from '../ecs/stopped-tasks.ts';
import { answer } from './answer.ts';
import type { FindingTable, Verdict } from './finding.ts';
import type { Answer, TimeRange } from './investigation.ts';
import { meaningOf } from './notice-rows.ts';
import { enumerate, formatRange, formatTime, plural } from './wording.ts';

/** Errors of one deployment, or of one service outside of any deployment. */
export interface ErrorGroup {
  readonly service: string;
  readonly serviceKey: string;
  readonly cluster: string | null;
  readonly deploymentId: string | null;
  /** True when an error without deployment id is counted here because it fell into the time of the deployment. */
  readonly inferred: boolean;
  /** Oldest first. */
  readonly errors: readonly ServiceNotice[];
  /** The largest group of unplanned stops of tasks that the deployment started. */
  readonly why: StopGroup | null;
}

/** `groups` newest first; `note` is added to the summary. */
export function errorsAnswer(
  title: string,
  subject: string,
  groups: readonly ErrorGroup[],
  range: TimeRange,
  note: string,
): Answer {
  return answer({
    investigation: 'errors',
    title,
    subject,
    summary: `${summaryOf(groups, range)}${note}`,
    verdict: verdictOf(groups),
    facts: groups.slice(0, 5).map((group) => ({
      label: group.service,
      value: `${groupName(group)}: ${enumerate([...new Set(group.errors.map(reasonText))])}${whyText(group)}`,
      tone: 'error',
      eventIds: group.errors.map(({ eventId }) => eventId).filter((id) => id !== ''),
    })),
    tables: [groupsTable(groups), errorsTable(groups)],
    nextSteps: nextStepsOf(groups),
  });
}

export function lastMs({ errors }: Pick<ErrorGroup, 'errors'>): number {
  return errors.at(-1)?.atMs ?? 0;
}

function whyText({ why }: ErrorGroup): string {
  return why === null
    ? ''
    : `; its tasks stopped because of: ${why.entry.title.toLowerCase()} (${plural(why.tasks.length, 'task')})`;
}

function groupName({ deploymentId, inferred }: ErrorGroup): string {
  if (deploymentId === null) return 'outside of deployments';
  return inferred ? `during deployment ${deploymentId}` : `deployment ${deploymentId}`;
}

function reasonText({ reason, eventName }: ServiceNotice): string {
  return reason === null ? eventName : `${eventName} (${reason.replace(/\.$/, '')})`;
}

function summaryOf(groups: readonly ErrorGroup[], range: TimeRange): string {
  const failed = groups.flatMap(({ errors }) => errors);
  const newest = groups[0]?.errors.at(-1);
  if (newest === undefined) return `ECS announced no error ${formatRange(range)}.`;
  const services = new Set(failed.map(({ serviceKey }) => serviceKey)).size;
  const deployments = groups.filter(isFailedDeployment);
  const said =
    deployments.length === 0
      ? 'No deployment failed.'
      : `${plural(deployments.length, 'deployment')} failed: ${enumerate(deployments.slice(0, 5).map(({ service, deploymentId }) => `${deploymentId ?? 'one without id'} of ${service}`))}${deployments.length > 5 ? ' and others' : ''}.`;
  return `${plural(failed.length, 'error')} of ${plural(services, 'service')} ${formatRange(range)}. ${said} Latest: ${newest.service}, ${reasonText(newest)}, at ${formatTime(newest.atMs)}.`;
}

export function isFailedDeployment({ errors }: Pick<ErrorGroup, 'errors'>): boolean {
  return errors.some(({ eventName }) => eventName === 'SERVICE_DEPLOYMENT_FAILED');
}

function verdictOf(groups: readonly ErrorGroup[]): Verdict {
  const worst = [...groups].sort((a, b) => b.errors.length - a.errors.length)[0];
  if (worst === undefined)
    return { text: 'Nothing failed.', class: 'routine', tone: 'ok', confidence: 'high' };
  const shown = groups.find(isFailedDeployment) ?? worst;
  const telling = shown.errors.map(({ reason }) => meaningOf(reason)).find((meaning) => meaning !== null);
  const entry = telling ?? shown.why?.entry;
  return {
    text: `${shown.service}: ${groupName(shown)}, ${enumerate([...new Set(shown.errors.map(reasonText))])}${whyText(shown)}.`,
    class: entry?.class ?? 'unknown',
    tone: 'error',
    confidence: entry === undefined ? 'medium' : 'high',
  };
}

function groupsTable(groups: readonly ErrorGroup[]): FindingTable {
  return {
    title: 'Errors by deployment, newest first',
    columns: [
      { key: 'service', title: 'Service', kind: 'service' },
      { key: 'cluster', title: 'Cluster', kind: 'text' },
      { key: 'deployment', title: 'Deployment', kind: 'text' },
      { key: 'errors', title: 'Errors', kind: 'number' },
      { key: 'first', title: 'First', kind: 'time' },
      { key: 'last', title: 'Last', kind: 'time' },
      { key: 'events', title: 'Events', kind: 'text' },
      { key: 'why', title: 'Why its tasks stopped', kind: 'text' },
    ],
    rows: groups.map((group) => ({
      service: group.serviceKey.startsWith('arn:') ? group.serviceKey : group.service,
      cluster: group.cluster,
      deployment:
        group.deploymentId === null ? null : `${group.deploymentId}${group.inferred ? ' (by time)' : ''}`,
      errors: group.errors.length,
      first: group.errors[0]?.atMs ?? null,
      last: lastMs(group),
      events: [...new Set(group.errors.map(({ eventName }) => eventName))].join(', '),
      why: group.why === null ? null : `${group.why.entry.title} (${plural(group.why.tasks.length, 'task')})`,
    })),
    empty: 'ECS announced no error in this time.',
  };
}

const errorsShownMax = 200;

function errorsTable(groups: readonly ErrorGroup[]): FindingTable {
  const rows = groups
    .flatMap((group) => group.errors.map((error) => ({ group, error })))
    .sort((a, b) => b.error.atMs - a.error.atMs || (a.error.eventId < b.error.eventId ? -1 : 1));
  return {
    title:
      rows.length > errorsShownMax
        ? `Errors (newest ${errorsShownMax} of ${rows.length})`
        : 'Errors, newest first',
    columns: [
      { key: 'at', title: 'Time', kind: 'time' },
      { key: 'service', title: 'Service', kind: 'service' },
      { key: 'event', title: 'Event', kind: 'text' },
      { key: 'reason', title: 'Reason', kind: 'text' },
      { key: 'deployment', title: 'Deployment', kind: 'text' },
      { key: 'means', title: 'What it means', kind: 'text' },
    ],
    rows: rows.slice(0, errorsShownMax).map(({ group, error }) => ({
      at: error.atMs,
      service: error.service,
      event: error.eventName,
      reason: error.reason,
      deployment: group.deploymentId,
      means: meaningOf(error.reason)?.cause ?? serviceActionOf(error.eventName)?.meaning ?? null,
    })),
    empty: 'None.',
  };
}

function nextStepsOf(groups: readonly ErrorGroup[]): readonly string[] {
  const [newest] = groups;
  if (newest === undefined) return [];
  const deployment = groups.find(isFailedDeployment);
  const last = newest.errors.at(-1);
  const action = last === undefined ? undefined : serviceActionOf(last.eventName)?.action;
  return [
    ...(deployment?.why?.entry.check ?? []),
    ...(deployment === undefined
      ? []
      : [`See what the failed deployment did: shiplog deployments --service ${deployment.service}`]),
    ...(action === undefined ? [] : [`${newest.service}: ${action}`]),
    `See why tasks stopped: shiplog stops --service ${(deployment ?? newest).service}`,
  ];
}
