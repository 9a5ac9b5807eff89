// Which agent version ran when, and did the update finish? Changes only: the update status stands in every later event.

import { type AgentHistory, type AgentSighting, agentHistories } from '../ecs/agent-history.ts';
import { lastSegment } from '../ecs/arn.ts';
import { groupBy } from '../ecs/grouping.ts';
import { resultRowsMax } from '../limits.ts';
import { agentsAnswer, type QuietInstance } from './agents-finding.ts';
import { askBatches } from './ask-batches.ts';
import type {
  Answer,
  AskedRow,
  Investigation,
  InvestigationContext,
  InvestigationInput,
  InvestigationRequest,
} from './investigation.ts';
import { allOf, pipeline, quoteList, quoteString } from './ql.ts';
import { numberCell, optionalTimeCell, textCell, timeCell } from './rows.ts';
import { clusterInput, serviceScope } from './service-scope.ts';
import { knownUntilMs } from './timeline.ts';

const instanceInput: InvestigationInput = {
  name: 'instance',
  label: 'Instance',
  help: 'Container instance id or ARN, or EC2 instance id; all instances when left out.',
  placeholder: 'i-0abcdef1234567890',
  required: false,
};

export const agents: Investigation = {
  id: 'agents',
  question: 'Which agent version ran when, and did the update finish?',
  summary: 'Changes of agent version and update status by container instance, with rollbacks and failures.',
  inputs: [clusterInput, instanceInput],
  run,
};

async function run(request: InvestigationRequest, context: InvestigationContext): Promise<Answer> {
  const { cluster } = serviceScope({ ...request, inputs: { cluster: request.inputs.cluster } });
  const instance = lastSegment(request.inputs.instance?.trim() ?? '');
  const states = await context.ask({
    title: 'Agent versions and update states of every instance',
    query: statesQuery(cluster, instance),
    awsQuery: awsStatesQuery(cluster, instance),
  });
  const byInstance = groupBy(
    states,
    (row) => `${textCell(row, 'cluster') ?? ''} ${textCell(row, 'instanceId') ?? ''}`,
  );
  const changed = [...byInstance.values()].filter((rows) => rows.length > 1);
  const quiet = [...byInstance.values()]
    .filter((rows) => rows.length === 1)
    .map(([row]) => quietInstance(row ?? {}));
  const ids = [...new Set(changed.map((rows) => textCell(rows[0] ?? {}, 'instanceId') ?? ''))].sort();
  const rows = await askBatches(
    ids,
    (batch) => ({
      title: 'State changes of the instances whose agent changed',
      query: changesQuery(batch, cluster),
      awsQuery: awsChangesQuery(batch, cluster),
    }),
    context,
  );
  const histories: readonly AgentHistory[] = agentHistories(rows.map(sighting));
  const untilMs = knownUntilMs(request.range, context);
  return agentsAnswer(
    agents.question,
    histories,
    quiet,
    { cluster, instance },
    request.range,
    untilMs,
    rows.length,
  );
}

const isInstance = '`detail-type` = "ECS Container Instance State Change"';

function instanceCondition(instance: string): string | null {
  if (instance === '') return null;
  const text = quoteString(instance);
  return /^m?i-/.test(instance) ? `detail.ec2InstanceId = ${text}` : `ecs.instanceId = ${text}`;
}

/** One row for each state of each instance: instances with one row had no change. */
function statesQuery(cluster: string | null, instance: string): string {
  return pipeline([
    `filter ${allOf([isInstance, cluster === null ? null : `ecs.cluster = ${quoteString(cluster)}`, instanceCondition(instance)])}`,
    'stats count(*) as events, min(@timestamp) as first, max(@timestamp) as last by ecs.cluster as cluster, ecs.instanceId as instanceId, detail.ec2InstanceId as ec2InstanceId, ecs.agentVersion as agentVersion, detail.agentUpdateStatus as updateStatus',
    `limit ${resultRowsMax}`,
  ]);
}

function awsStatesQuery(cluster: string | null, instance: string): string {
  return pipeline([
    `filter ${allOf([isInstance, awsCluster(cluster), instance === '' ? null : `@message like ${quoteString(instance)}`])}`,
    'stats count(*) as events, min(@timestamp) as first, max(@timestamp) as last by detail.clusterArn as cluster, detail.containerInstanceArn as instanceId, detail.ec2InstanceId as ec2InstanceId, detail.versionInfo.agentVersion as agentVersion, detail.agentUpdateStatus as updateStatus',
    'limit 10000',
  ]);
}

const told = [
  'detail.ec2InstanceId as ec2InstanceId',
  'detail.version as version',
  'detail.updatedAt as updatedAt',
  'detail.agentUpdateStatus as updateStatus',
];

function changesQuery(ids: readonly string[], cluster: string | null): string {
  const derived = [
    'ecs.cluster as cluster',
    'ecs.instanceId as instanceId',
    'ecs.agentVersion as agentVersion',
  ];
  return pipeline([
    `fields ${['@timestamp', 'id as eventId', ...derived, ...told].join(', ')}`,
    `filter ${allOf([isInstance, `ecs.instanceId in ${quoteList(ids)}`, cluster === null ? null : `ecs.cluster = ${quoteString(cluster)}`])}`,
    'sort @timestamp desc',
    `limit ${resultRowsMax}`,
  ]);
}

function awsChangesQuery(ids: readonly string[], cluster: string | null): string {
  const anyId = ids.map((id) => `detail.containerInstanceArn like ${quoteString(`/${id}`)}`).join(' or ');
  const columns = [
    'detail.clusterArn as cluster',
    'detail.containerInstanceArn as instanceId',
    'detail.versionInfo.agentVersion as agentVersion',
  ];
  return pipeline([
    `fields ${['@timestamp', ...columns, ...told].join(', ')}`,
    `filter ${allOf([isInstance, `(${anyId})`, awsCluster(cluster)])}`,
    'sort @timestamp desc',
    'limit 10000',
  ]);
}

function awsCluster(cluster: string | null): string | null {
  return cluster === null ? null : `detail.clusterArn like ${quoteString(`:cluster/${cluster}`)}`;
}

function quietInstance(row: AskedRow): QuietInstance {
  return {
    instanceId: textCell(row, 'instanceId') ?? '',
    ec2InstanceId: textCell(row, 'ec2InstanceId'),
    cluster: textCell(row, 'cluster'),
    agentVersion: textCell(row, 'agentVersion'),
    updateStatus: textCell(row, 'updateStatus'),
    lastMs: optionalTimeCell(row, 'last'),
  };
}

function sighting(row: AskedRow): AgentSighting {
  return {
    eventId: textCell(row, 'eventId') ?? '',
    instanceId: textCell(row, 'instanceId') ?? '',
    ec2InstanceId: textCell(row, 'ec2InstanceId'),
    cluster: textCell(row, 'cluster'),
    version: numberCell(row, 'version'),
    atMs: timeCell(row, 'updatedAt', '@timestamp'),
    agentVersion: textCell(row, 'agentVersion'),
    updateStatus: textCell(row, 'updateStatus'),
  };
}
