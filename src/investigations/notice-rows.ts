// What ECS announces about services and daemons, as columns of a query and as notices. Shared by faults, errors, deployments.

import { serviceActions } from '../ecs/catalogue/service-actions.ts';
import { findReason, type ReasonEntry } from '../ecs/reasons.ts';
import type { ServiceNotice } from '../ecs/service-notices.ts';
import { resultRowsMax } from '../limits.ts';
import type { AskedRow } from './investigation.ts';
import { allOf, pipeline, quoteList } from './ql.ts';
import { textCell, timeCell } from './rows.ts';

const announcements = [
  'ECS Service Action',
  'ECS Deployment State Change',
  'ECS Hook State Change',
  'ECS Daemon Service Action',
  'ECS Daemon Deployment State Change',
];

const told = [
  'detail.eventName as eventName',
  'detail.eventType as eventType',
  'detail.reason as reason',
  'detail.createdAt as createdAt',
  'detail.updatedAt as updatedAt',
];

/** Event names that are faults whatever their eventType says (reference 5.1). */
const faultNames = quoteList(
  Object.entries(serviceActions)
    .filter(([, action]) => action.severity !== 'INFO')
    .map(([name]) => name),
);

/** Warnings and errors. */
export const isFault = `(ecs.severity in ["WARN", "ERROR"] or detail.eventName in ${faultNames})`;
export const awsIsFault = `(detail.eventType in ["WARN", "WARNING", "ERROR"] or detail.eventName in ${faultNames})`;

/** What the reason of a notice means; null for a reason that says no more than the event's name. */
export function meaningOf(reason: string | null | undefined): ReasonEntry | null {
  const entry = findReason(reason ?? undefined);
  return entry?.generic === true ? null : entry;
}

/** Announcements that meet the conditions, newest first. */
export function noticesQuery(conditions: readonly (string | null)[]): string {
  const derived = [
    'ecs.serviceArn as serviceArn',
    'ecs.service as service',
    'ecs.daemon as daemon',
    'ecs.cluster as cluster',
    'ecs.deploymentId as deploymentId',
    'ecs.severity as severity',
  ];
  return pipeline([
    `fields ${['@timestamp', 'id as eventId', '`detail-type` as type', ...derived, ...told].join(', ')}`,
    `filter ${allOf([`\`detail-type\` in ${quoteList(announcements)}`, ...conditions])}`,
    'sort @timestamp desc',
    `limit ${resultRowsMax}`,
  ]);
}

/** The same for the AWS console. */
export function awsNoticesQuery(conditions: readonly (string | null)[]): string {
  const ids = [
    '@timestamp',
    '`detail-type` as type',
    'resources.0 as serviceArn',
    'detail.clusterArn as cluster',
  ];
  return pipeline([
    `fields ${[...ids, 'detail.deploymentId as deploymentId', ...told].join(', ')}`,
    `filter ${allOf([`\`detail-type\` in ${quoteList(announcements)}`, ...conditions])}`,
    'sort @timestamp desc',
    'limit 10000',
  ]);
}

/** Null for an announcement without name or subject: nothing can be said of it. */
export function noticeOf(row: AskedRow): ServiceNotice | null {
  const eventName = textCell(row, 'eventName');
  const service = textCell(row, 'service') ?? textCell(row, 'daemon');
  if (eventName === null || service === null) return null;
  const severity = textCell(row, 'severity');
  return {
    eventId: textCell(row, 'eventId') ?? '',
    detailType: textCell(row, 'type') ?? '',
    serviceKey: textCell(row, 'serviceArn') ?? `${textCell(row, 'cluster') ?? ''}/${service}`,
    service,
    cluster: textCell(row, 'cluster'),
    eventName,
    severity: severity === 'INFO' || severity === 'WARN' || severity === 'ERROR' ? severity : null,
    deploymentId: textCell(row, 'deploymentId'),
    reason: textCell(row, 'reason'),
    atMs: timeCell(row, 'updatedAt', 'createdAt', '@timestamp'),
  };
}

export function noticesOf(rows: readonly AskedRow[]): readonly ServiceNotice[] {
  return rows.map(noticeOf).filter((notice) => notice !== null);
}
