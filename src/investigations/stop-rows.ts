// The events of tasks that are told to stop, as columns of a query and as sightings. Shared by `stops` and `deployments`.
// Narrow on purpose: a service in trouble has many of them.

import type { StopSighting } from '../ecs/stopped-tasks.ts';
import { resultRowsMax } from '../limits.ts';
import type { AskedRow } from './investigation.ts';
import { allOf, pipeline } from './ql.ts';
import { containersCell, numberCell, optionalTimeCell, textCell, timeCell } from './rows.ts';

const isStop = '`detail-type` = "ECS Task State Change" and detail.desiredStatus = "STOPPED"';

const told = [
  'detail.version as version',
  'detail.lastStatus as lastStatus',
  'detail.stopCode as stopCode',
  'detail.stoppedReason as stoppedReason',
  'detail.startedAt as startedAt',
  'detail.stoppingAt as stoppingAt',
  'detail.stoppedAt as stoppedAt',
  'detail.updatedAt as updatedAt',
];

/** Every event of a stopping or stopped task that meets the condition, newest first. */
export function stopsQuery(condition: string): string {
  const derived = [
    'ecs.taskId as taskId',
    'ecs.serviceArn as serviceArn',
    'ecs.cluster as cluster',
    'ecs.taskDefinition as taskDefinition',
    'ecs.deploymentId as deploymentId',
    'ecs.exitCodes as exitCodes',
    'ecs.containerReasons as containerReasons',
  ];
  const columns = ['@timestamp', 'id as eventId', 'detail.taskArn as taskArn', ...derived, ...told];
  return pipeline([
    `fields ${columns.join(', ')}`,
    `filter ${allOf([condition, isStop])}`,
    'sort @timestamp desc',
    `limit ${resultRowsMax}`,
  ]);
}

/** The same for the AWS console, which sees containers only by position. */
export function awsStopsQuery(condition: string): string {
  const containers = [0, 1, 2].flatMap((index) =>
    ['name', 'exitCode', 'reason'].map((name) => `detail.containers.${index}.${name}`),
  );
  const ids = ['@timestamp', 'detail.taskArn as taskArn', 'detail.taskDefinitionArn as taskDefinition'];
  return pipeline([
    `fields ${[...ids, 'detail.startedBy as deploymentId', ...told, ...containers].join(', ')}`,
    `filter ${allOf([condition, isStop])}`,
    'sort @timestamp desc',
    'limit 10000',
  ]);
}

export function stopSighting(row: AskedRow): StopSighting {
  return {
    eventId: textCell(row, 'eventId') ?? '',
    taskId: textCell(row, 'taskId') ?? '',
    taskArn: textCell(row, 'taskArn'),
    serviceArn: textCell(row, 'serviceArn'),
    cluster: textCell(row, 'cluster'),
    version: numberCell(row, 'version'),
    atMs: timeCell(row, 'updatedAt', '@timestamp'),
    lastStatus: textCell(row, 'lastStatus'),
    stopCode: textCell(row, 'stopCode'),
    stoppedReason: textCell(row, 'stoppedReason'),
    containers: containersCell(row, 'exitCodes', 'containerReasons'),
    taskDefinition: textCell(row, 'taskDefinition'),
    deploymentId: textCell(row, 'deploymentId'),
    startedMs: optionalTimeCell(row, 'startedAt'),
    stoppingMs: optionalTimeCell(row, 'stoppingAt'),
    stoppedMs: optionalTimeCell(row, 'stoppedAt'),
  };
}
