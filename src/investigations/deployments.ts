// Why is the old version still there? Deployments of a service with their outcome, rollbacks with culprit and restored
// deployment, and why the tasks of the culprit stopped.

import { longServiceArn } from '../ecs/arn.ts';
import { type DeploymentHistory, deploymentHistories } from '../ecs/deployments.ts';
import type { ServiceNotice } from '../ecs/service-notices.ts';
import { type StoppedTask, stoppedTasks } from '../ecs/stopped-tasks.ts';
import { truncationNote } from './answer.ts';
import { askBatches } from './ask-batches.ts';
import type { DeploymentTasks, ServiceDeployments } from './deployment-state.ts';
import { deploymentsAnswer } from './deployments-finding.ts';
import type { Answer, Investigation, InvestigationContext, InvestigationRequest } from './investigation.ts';
import { awsIsFault, awsNoticesQuery, isFault, noticesOf, noticesQuery } from './notice-rows.ts';
import { allOf, pipeline, quoteList } from './ql.ts';
import { numberCell, optionalTimeCell, textCell } from './rows.ts';
import {
  awsServiceCondition,
  awsTaskCondition,
  clusterInput,
  findServices,
  type KnownService,
  type ServiceScope,
  scopeCondition,
  serviceInput,
  serviceScope,
  unknownService,
} from './service-scope.ts';
import { awsStopsQuery, stopSighting, stopsQuery } from './stop-rows.ts';
import { knownUntilMs } from './timeline.ts';

export const deployments: Investigation = {
  id: 'deployments',
  question: 'Why is the old version still there?',
  summary:
    'Deployments of a service as bars, rollbacks with culprit and restored deployment, and why its tasks stopped.',
  inputs: [serviceInput, clusterInput],
  run,
};

async function run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer> {
  const scope = serviceScope(request);
  const services = await findServices(scope, context);
  if (services.length === 0)
    return unknownService('deployments', deployments.question, scope, request, context);
  const [notices, tasks] = await Promise.all([askNotices(scope, context), askTasks(scope, context)]);
  const keys = services.map(({ key }) => key);
  const keyed = notices.map((notice) => ({ ...notice, serviceKey: longServiceArn(notice.serviceKey, keys) }));
  const histories = deploymentHistories(keyed);
  const stops = await askCulpritStops(scope, histories, context);
  const byService = services.map((service) => serviceDeployments(service, keyed, histories, tasks, stops));
  const untilMs = knownUntilMs(request.range, context);
  const note = truncationNote(notices.length);
  return deploymentsAnswer(
    deployments.question,
    scope.service ?? '',
    byService,
    request.range,
    untilMs,
    note,
  );
}

/** Deployments, hooks, warnings and errors; steady states and desired counts repeat without end. */
async function askNotices(
  scope: ServiceScope,
  context: InvestigationContext,
): Promise<readonly ServiceNotice[]> {
  const named = 'detail.eventName like "SERVICE_DEPLOYMENT_" or detail.eventName like "HOOK_"';
  const rows = await context.ask({
    title: 'What ECS announced',
    query: noticesQuery([`(${named} or ${isFault})`, scopeCondition(scope)]),
    awsQuery: awsNoticesQuery([`(${named} or ${awsIsFault})`, awsServiceCondition(scope)]),
  });
  return noticesOf(rows);
}

/** Which deployment started how many tasks of which task definition. */
async function askTasks(
  scope: ServiceScope,
  context: InvestigationContext,
): Promise<readonly DeploymentTasks[]> {
  const isTask = '`detail-type` = "ECS Task State Change"';
  const counts = 'count_distinct(detail.taskArn) as tasks, min(@timestamp) as first, max(@timestamp) as last';
  const rows = await context.ask({
    title: 'Tasks and task definitions by deployment',
    query: pipeline([
      `filter ${allOf([isTask, scopeCondition(scope)])} and ispresent(ecs.deploymentId)`,
      `stats ${counts} by ecs.deploymentId as deploymentId, ecs.taskDefinition as taskDefinition, ecs.serviceArn as serviceArn`,
      'limit 10000',
    ]),
    awsQuery: pipeline([
      `filter ${allOf([isTask, awsTaskCondition(scope)])} and detail.startedBy like "ecs-svc/"`,
      `stats ${counts} by detail.startedBy as deploymentId, detail.taskDefinitionArn as taskDefinition`,
      'limit 10000',
    ]),
  });
  return rows.map((row) => ({
    deploymentId: textCell(row, 'deploymentId') ?? '',
    taskDefinition: textCell(row, 'taskDefinition'),
    serviceKey: textCell(row, 'serviceArn'),
    tasks: numberCell(row, 'tasks') ?? 0,
    firstMs: optionalTimeCell(row, 'first'),
    lastMs: optionalTimeCell(row, 'last'),
  }));
}

/** Stops of the tasks that failed deployments started; no question when no deployment failed. */
async function askCulpritStops(
  scope: ServiceScope,
  histories: readonly DeploymentHistory[],
  context: InvestigationContext,
): Promise<readonly StoppedTask[]> {
  const failed = histories.flatMap(({ runs, rollbacks }) => [
    ...runs.filter(({ outcome }) => outcome !== 'completed').map(({ deploymentId }) => deploymentId),
    ...rollbacks.map(({ culpritId }) => culpritId).filter((id) => id !== null),
  ]);
  const ids = [...new Set(failed)].sort();
  const rows = await askBatches(
    ids,
    (batch) => ({
      title: 'Why tasks of failed and unfinished deployments stopped',
      query: stopsQuery(allOf([`ecs.deploymentId in ${quoteList(batch)}`, scopeCondition(scope)])),
      awsQuery: awsStopsQuery(allOf([`detail.startedBy in ${quoteList(batch)}`, awsTaskCondition(scope)])),
    }),
    context,
  );
  return stoppedTasks(rows.map(stopSighting), true);
}

function serviceDeployments(
  service: KnownService,
  notices: readonly ServiceNotice[],
  histories: readonly DeploymentHistory[],
  tasks: readonly DeploymentTasks[],
  stops: readonly StoppedTask[],
): ServiceDeployments {
  const history = histories.find(({ serviceKey }) => serviceKey === service.key);
  const ids = new Set(history?.runs.map(({ deploymentId }) => deploymentId));
  return {
    service,
    runs: history?.runs ?? [],
    rollbacks: history?.rollbacks ?? [],
    notices: notices.filter(({ serviceKey }) => serviceKey === service.key),
    tasks: tasks.filter(
      ({ serviceKey, deploymentId }) => serviceKey === service.key || ids.has(deploymentId),
    ),
    stops: stops.filter(({ last }) => last.deploymentId !== null && ids.has(last.deploymentId)),
  };
}
