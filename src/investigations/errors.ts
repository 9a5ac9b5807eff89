// What failed? Every event with severity ERROR, with its reason and service, grouped by the deployment it belongs to.

import { serviceActionOf } from '../ecs/catalogue/service-actions.ts';
import { type DeploymentHistory, type DeploymentRun, deploymentHistories } from '../ecs/deployments.ts';
import { groupBy } from '../ecs/grouping.ts';
import { distinctNotices, type ServiceNotice } from '../ecs/service-notices.ts';
import { answer, truncationNote } from './answer.ts';
import type { FindingTable, Verdict } from './finding.ts';
import type { Answer, Investigation, InvestigationContext, InvestigationRequest } from './investigation.ts';
import { awsNoticesQuery, meaningOf, noticesOf, noticesQuery } from './notice-rows.ts';
import {
  awsServiceCondition,
  clusterInput,
  scopeCondition,
  serviceInput,
  serviceScope,
} from './service-scope.ts';
import { enumerate, formatRange, formatTime, plural } from './wording.ts';

export const errors: Investigation = {
  id: 'errors',
  question: 'What failed?',
  summary: 'Every error that ECS announced, with reason and service, grouped by deployment.',
  inputs: [clusterInput, { ...serviceInput, required: false }],
  run,
};

/** Errors of one deployment, or of one service outside of any deployment. */
interface ErrorGroup {
  readonly service: string;
  readonly serviceKey: string;
  readonly cluster: string | null;
  readonly deploymentId: string | null;
  /** True when an error without deployment id is counted here because it fell into the time of the deployment. */
  readonly inferred: boolean;
  /** Oldest first. */
  readonly errors: readonly ServiceNotice[];
}

async function run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer> {
  const scope = serviceScope(request);
  const isDeployment = 'detail.eventName like "SERVICE_DEPLOYMENT_"';
  const [errorRows, deploymentRows] = await Promise.all([
    context.ask({
      title: 'Errors',
      query: noticesQuery(['ecs.severity = "ERROR"', scopeCondition(scope)]),
      awsQuery: awsNoticesQuery(['detail.eventType = "ERROR"', awsServiceCondition(scope)]),
    }),
    context.ask({
      title: 'Deployments, to tell which one an error belongs to',
      query: noticesQuery([isDeployment, scopeCondition(scope)]),
      awsQuery: awsNoticesQuery([isDeployment, awsServiceCondition(scope)]),
    }),
  ]);
  const histories = deploymentHistories(noticesOf(deploymentRows));
  const failed = distinctNotices(noticesOf(errorRows));
  const groups = groupErrors(failed, histories);
  const bounds = [scope.service, scope.cluster === null ? null : `cluster ${scope.cluster}`].filter(
    (text) => text !== null,
  );
  return answer({
    investigation: 'errors',
    title: errors.question,
    subject: bounds.length === 0 ? 'all services' : bounds.join(', '),
    summary: `${summaryOf(failed, groups, request)}${truncationNote(errorRows.length)}`,
    verdict: verdictOf(failed, groups),
    facts: groups.slice(0, 5).map((group) => ({
      label: group.service,
      value: `${groupName(group)}: ${enumerate([...new Set(group.errors.map(reasonText))])}`,
      tone: 'error',
      eventIds: group.errors.map(({ eventId }) => eventId).filter((id) => id !== ''),
    })),
    tables: [groupsTable(groups), errorsTable(groups)],
    nextSteps: nextStepsOf(groups),
  });
}

/** Newest group first. */
function groupErrors(
  failed: readonly ServiceNotice[],
  histories: readonly DeploymentHistory[],
): readonly ErrorGroup[] {
  const placed = failed.map((notice) => ({ notice, deployment: deploymentAt(notice, histories) }));
  return [...groupBy(placed, ({ notice, deployment }) => `${notice.serviceKey} ${deployment ?? ''}`).values()]
    .flatMap((group) => {
      const first = group[0];
      if (first === undefined) return [];
      const { service, serviceKey, cluster } = first.notice;
      return [
        {
          service,
          serviceKey,
          cluster,
          deploymentId: first.deployment,
          inferred: group.some(({ notice }) => notice.deploymentId === null) && first.deployment !== null,
          errors: group.map(({ notice }) => notice),
        },
      ];
    })
    .sort((a, b) => lastMs(b) - lastMs(a) || (a.serviceKey < b.serviceKey ? -1 : 1));
}

/** Inferred where the error names no deployment: the one of its service that was in progress then. */
function deploymentAt(notice: ServiceNotice, histories: readonly DeploymentHistory[]): string | null {
  if (notice.deploymentId !== null) return notice.deploymentId;
  const runs = histories.find(({ serviceKey }) => serviceKey === notice.serviceKey)?.runs ?? [];
  const holds = ({ startMs, endMs }: DeploymentRun): boolean =>
    startMs !== null && startMs <= notice.atMs && (endMs === null || notice.atMs <= endMs);
  return runs.findLast(holds)?.deploymentId ?? null;
}

function lastMs({ errors }: ErrorGroup): number {
  return errors.at(-1)?.atMs ?? 0;
}

function groupName({ deploymentId, inferred }: ErrorGroup): string {
  if (deploymentId === null) return 'outside of deployments';
  return inferred ? `during deployment ${deploymentId}` : `deployment ${deploymentId}`;
}

function reasonText({ reason, eventName }: ServiceNotice): string {
  return reason === null ? eventName : `${eventName} (${reason})`;
}

function summaryOf(
  failed: readonly ServiceNotice[],
  groups: readonly ErrorGroup[],
  request: InvestigationRequest,
): string {
  const newest = failed.at(-1);
  if (newest === undefined) return `ECS announced no error ${formatRange(request.range)}.`;
  const services = new Set(failed.map(({ serviceKey }) => serviceKey)).size;
  const deployments = groups.filter(isFailedDeployment);
  const said =
    deployments.length === 0
      ? 'No deployment failed.'
      : `${plural(deployments.length, 'deployment')} failed: ${enumerate(deployments.slice(0, 5).map(({ service, deploymentId }) => `${deploymentId ?? 'one without id'} of ${service}`))}${deployments.length > 5 ? ' and others' : ''}.`;
  return `${plural(failed.length, 'error')} of ${plural(services, 'service')} ${formatRange(request.range)}. ${said} Latest: ${newest.service}, ${reasonText(newest)}, at ${formatTime(newest.atMs)}.`;
}

function isFailedDeployment({ errors }: ErrorGroup): boolean {
  return errors.some(({ eventName }) => eventName === 'SERVICE_DEPLOYMENT_FAILED');
}

function verdictOf(failed: readonly ServiceNotice[], groups: readonly ErrorGroup[]): Verdict {
  const worst = [...groups].sort((a, b) => b.errors.length - a.errors.length)[0];
  if (worst === undefined)
    return { text: 'Nothing failed.', class: 'routine', tone: 'ok', confidence: 'high' };
  const deployment = groups.find(isFailedDeployment);
  const shown = deployment ?? worst;
  const telling = shown.errors.map(({ reason }) => meaningOf(reason)).find((reason) => reason !== null);
  return {
    text: `${shown.service}: ${groupName(shown)}, ${enumerate([...new Set(shown.errors.map(reasonText))])}.`,
    class: telling?.class ?? 'unknown',
    tone: 'error',
    confidence: failed.length === 0 ? 'low' : 'high',
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
    ...(deployment === undefined
      ? []
      : [`See what the failed deployment did: shiplog deployments --service ${deployment.service}`]),
    ...(action === undefined ? [] : [`${newest.service}: ${action}`]),
    `See why tasks stopped: shiplog stops --service ${(deployment ?? newest).service}`,
  ];
}
