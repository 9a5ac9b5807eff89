// What failed? Every event with severity ERROR, with its reason and service, grouped by the deployment it belongs to.

import { type DeploymentHistory, type DeploymentRun, deploymentHistories } from '../ecs/deployments.ts';
import { compareTexts, groupBy } from '../ecs/grouping.ts';
import { distinctNotices, type ServiceNotice } from '../ecs/service-notices.ts';
import { groupStops, stoppedTasks } from '../ecs/stopped-tasks.ts';
import { truncationNote } from './answer.ts';
import { askBatches } from './ask-batches.ts';
import { type ErrorGroup, errorsAnswer, isFailedDeployment, lastMs } from './errors-finding.ts';
import type { Answer, Investigation, InvestigationContext, InvestigationRequest } from './investigation.ts';
import { awsNoticesQuery, noticesOf, noticesQuery } from './notice-rows.ts';
import { allOf, endsIn, quoteList } from './ql.ts';
import {
  awsServiceCondition,
  awsTaskCondition,
  clusterInput,
  type ServiceScope,
  scopeCondition,
  serviceInput,
  serviceScope,
} from './service-scope.ts';
import { awsStopsQuery, stopSighting, stopsQuery } from './stop-rows.ts';

export const errors: Investigation = {
  id: 'errors',
  question: 'What failed?',
  summary: 'Every error that ECS announced, with reason and service, grouped by deployment.',
  inputs: [clusterInput, { ...serviceInput, required: false }],
  run,
};

async function run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer> {
  const scope = serviceScope(request);
  const errorRows = await context.ask({
    title: 'Errors',
    query: noticesQuery(['ecs.severity = "ERROR"', scopeCondition(scope)]),
    awsQuery: awsNoticesQuery(['detail.eventType = "ERROR"', awsServiceCondition(scope)]),
  });
  const failed = distinctNotices(noticesOf(errorRows));
  const placed = placeErrors(failed, await askDeployments(failed, context));
  const groups = await explained(placed, scope, context);
  const bounds = [scope.service, scope.cluster === null ? null : `cluster ${scope.cluster}`];
  const subject = bounds.filter((text) => text !== null).join(', ');
  const note = truncationNote(errorRows.length);
  return errorsAnswer(
    errors.question,
    subject === '' ? 'all services' : subject,
    groups,
    request.range,
    note,
  );
}

/** The deployments of the services with errors that do not name theirs. */
async function askDeployments(
  failed: readonly ServiceNotice[],
  context: InvestigationContext,
): Promise<readonly DeploymentHistory[]> {
  const services = failed.filter(({ deploymentId }) => deploymentId === null).map(({ service }) => service);
  const isDeployment = 'detail.eventName like "SERVICE_DEPLOYMENT_"';
  const rows = await askBatches(
    [...new Set(services)].sort(),
    (batch) => ({
      title: 'Deployments, to tell which one an error belongs to',
      query: noticesQuery([isDeployment, `ecs.service in ${quoteList(batch)}`]),
      awsQuery: awsNoticesQuery([isDeployment, anyService(batch)]),
    }),
    context,
  );
  return deploymentHistories(noticesOf(rows));
}

function anyService(names: readonly string[]): string {
  return `(${names.map((name) => endsIn('resources.0', `/${name}`)).join(' or ')})`;
}

type PlacedErrors = Omit<ErrorGroup, 'why'>;

/**
 * Asks why the tasks of failed deployments stopped; nothing when none failed. Only of those: a deployment that completed
 * keeps its id, and its tasks may stop much later for reasons of their own.
 */
async function explained(
  placed: readonly PlacedErrors[],
  scope: ServiceScope,
  context: InvestigationContext,
): Promise<readonly ErrorGroup[]> {
  const failed = placed.filter(isFailedDeployment).map(({ deploymentId }) => deploymentId);
  const ids = [...new Set(failed.filter((id) => id !== null))].sort();
  const bounds = scopeCondition(scope);
  const rows = await askBatches(
    ids,
    (batch) => ({
      title: 'Why tasks of failed deployments stopped',
      query: stopsQuery(allOf([`ecs.deploymentId in ${quoteList(batch)}`, bounds])),
      awsQuery: awsStopsQuery(
        allOf([`detail.startedBy in ${quoteList(batch)}`, bounds === null ? null : awsTaskCondition(scope)]),
      ),
    }),
    context,
  );
  const stops = stoppedTasks(rows.map(stopSighting), true);
  return placed.map((group) => {
    const own = stops.filter(
      ({ last }) => last.deploymentId !== null && last.deploymentId === group.deploymentId,
    );
    return { ...group, why: groupStops(own).find(({ entry }) => entry.class !== 'routine') ?? null };
  });
}

/** Newest group first. */
function placeErrors(
  failed: readonly ServiceNotice[],
  histories: readonly DeploymentHistory[],
): readonly PlacedErrors[] {
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
    .sort((a, b) => lastMs(b) - lastMs(a) || compareTexts(a.serviceKey, b.serviceKey));
}

/** Inferred where the error names no deployment: the one of its service that was in progress then. */
function deploymentAt(notice: ServiceNotice, histories: readonly DeploymentHistory[]): string | null {
  if (notice.deploymentId !== null) return notice.deploymentId;
  const runs = histories.find(({ serviceKey }) => serviceKey === notice.serviceKey)?.runs ?? [];
  const holds = ({ startMs, endMs }: DeploymentRun): boolean =>
    startMs !== null && startMs <= notice.atMs && (endMs === null || notice.atMs <= endMs);
  return runs.findLast(holds)?.deploymentId ?? null;
}
