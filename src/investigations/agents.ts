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
import { allOf, endsIn, pipeline, quoteList, quoteString } from './ql.ts';
import { numberCell, textCell, timeCell } from './rows.ts';
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
  const rows = await context.ask({
    title: 'Agent versions and update states of every instance',
    query: statesQuery(cluster, instance),
    awsQuery: awsStatesQuery(cluster, instance),
  });
  const byInstance = [
    ...groupBy(rows.map(agentState), ({ cluster: of, instanceId }) => `${of ?? ''} ${instanceId}`).values(),
  ];
  const changed = byInstance.filter((states) => states.length > 1);
  const changes = await askChanges(changed, cluster, context);
  const histories = agentHistories(changes.map(sighting)).map((history): AgentHistory => {
    const states = changed.find(
      ([first]) => first?.instanceId === history.instanceId && first.cluster === history.cluster,
    );
    return { ...history, lastMs: Math.max(history.lastMs, ...(states ?? []).map(({ lastMs }) => lastMs)) };
  });
  const quiet = byInstance.filter((states) => states.length === 1).flat();
  const still = histories.filter((history) => history.changes.length === 0);
  const moved = histories.filter((history) => history.changes.length > 0);
  const untilMs = knownUntilMs(request.range, context);
  return agentsAnswer(
    agents.question,
    moved,
    [...quiet, ...still],
    { cluster, instance },
    request.range,
    untilMs,
    changes.length,
  );
}

/** A pair of agent version and update status of one instance, and the versions of the instance that had it. */
interface AgentState extends QuietInstance {
  readonly firstVersion: number | null;
  readonly lastVersion: number | null;
  readonly lastMs: number;
}

function agentState(row: AskedRow): AgentState {
  return {
    instanceId: textCell(row, 'instanceId') ?? '',
    ec2InstanceId: textCell(row, 'ec2InstanceId'),
    cluster: textCell(row, 'cluster'),
    agentVersion: textCell(row, 'agentVersion'),
    updateStatus: textCell(row, 'updateStatus'),
    firstVersion: numberCell(row, 'firstVersion'),
    lastVersion: numberCell(row, 'lastVersion'),
    lastMs: timeCell(row, 'last'),
  };
}

/**
 * The events in which the agent changed. Where the states of an instance follow each other, those are the first events of
 * each state; where a state came back, all events of the instance are needed.
 */
async function askChanges(
  changed: readonly (readonly AgentState[])[],
  cluster: string | null,
  context: InvestigationContext,
): Promise<readonly AskedRow[]> {
  const recurring = changed.filter(cameBack);
  const following = changed.filter((states) => !cameBack(states));
  const firsts = new Map(
    following.map((states) => [states[0]?.instanceId ?? '', states.map(({ firstVersion }) => firstVersion)]),
  );
  const [first, all] = await Promise.all([
    askBatches(
      [...firsts.keys()].sort(),
      (batch) => {
        const versions = new Set(batch.flatMap((id) => firsts.get(id) ?? []));
        const isFirst = `detail.version in [${[...versions].sort((a, b) => Number(a) - Number(b)).join(', ')}]`;
        return {
          title: 'Events in which the agent changed',
          query: changesQuery(batch, cluster, isFirst),
          awsQuery: awsChangesQuery(batch, cluster, isFirst),
        };
      },
      context,
    ),
    askBatches(
      recurring.map((states) => states[0]?.instanceId ?? '').sort(),
      (batch) => ({
        title: 'All state changes of instances whose agent came back to an earlier state',
        query: changesQuery(batch, cluster, null),
        awsQuery: awsChangesQuery(batch, cluster, null),
      }),
      context,
    ),
  ]);
  return [...first, ...all];
}

/** Whether two states overlap in the versions of the instance: then one of them came back. */
function cameBack(states: readonly AgentState[]): boolean {
  const ordered = [...states].sort((a, b) => (a.firstVersion ?? 0) - (b.firstVersion ?? 0));
  return ordered.some(
    ({ firstVersion, lastVersion }, index) =>
      firstVersion === null ||
      lastVersion === null ||
      (ordered[index + 1]?.firstVersion ?? Number.POSITIVE_INFINITY) <= lastVersion,
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
    'stats min(detail.version) as firstVersion, max(detail.version) as lastVersion, max(@timestamp) as last by ecs.cluster as cluster, ecs.instanceId as instanceId, detail.ec2InstanceId as ec2InstanceId, ecs.agentVersion as agentVersion, detail.agentUpdateStatus as updateStatus',
    `limit ${resultRowsMax}`,
  ]);
}

function awsStatesQuery(cluster: string | null, instance: string): string {
  return pipeline([
    `filter ${allOf([isInstance, awsCluster(cluster), instance === '' ? null : `@message like ${quoteString(instance)}`])}`,
    'stats min(detail.version) as firstVersion, max(detail.version) as lastVersion, max(@timestamp) as last by detail.clusterArn as cluster, detail.containerInstanceArn as instanceId, detail.ec2InstanceId as ec2InstanceId, detail.versionInfo.agentVersion as agentVersion, detail.agentUpdateStatus as updateStatus',
    'limit 10000',
  ]);
}

const told = [
  'detail.ec2InstanceId as ec2InstanceId',
  'detail.version as version',
  'detail.updatedAt as updatedAt',
  'detail.agentUpdateStatus as updateStatus',
];

function changesQuery(ids: readonly string[], cluster: string | null, condition: string | null): string {
  const derived = [
    'ecs.cluster as cluster',
    'ecs.instanceId as instanceId',
    'ecs.agentVersion as agentVersion',
  ];
  return pipeline([
    `fields ${['@timestamp', 'id as eventId', ...derived, ...told].join(', ')}`,
    `filter ${allOf([isInstance, `ecs.instanceId in ${quoteList(ids)}`, condition, cluster === null ? null : `ecs.cluster = ${quoteString(cluster)}`])}`,
    'sort @timestamp desc',
    `limit ${resultRowsMax}`,
  ]);
}

function awsChangesQuery(ids: readonly string[], cluster: string | null, condition: string | null): string {
  const anyId = ids.map((id) => endsIn('detail.containerInstanceArn', `/${id}`)).join(' or ');
  const columns = [
    'detail.clusterArn as cluster',
    'detail.containerInstanceArn as instanceId',
    'detail.versionInfo.agentVersion as agentVersion',
  ];
  return pipeline([
    `fields ${['@timestamp', ...columns, ...told].join(', ')}`,
    `filter ${allOf([isInstance, `(${anyId})`, condition, awsCluster(cluster)])}`,
    'sort @timestamp desc',
    'limit 10000',
  ]);
}

function awsCluster(cluster: string | null): string | null {
  return cluster === null ? null : endsIn('detail.clusterArn', `:cluster/${cluster}`);
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
