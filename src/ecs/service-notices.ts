// What ECS announces about services: service actions and deployment changes, each fact once. The same fact of a deployment
// arrives as `ECS Service Action` and as `ECS Deployment State Change` (ecs-events reference 5.2, 18.7), and either may arrive
// again under another envelope id.

import { clusterOfArn, longServiceArn } from './arn.ts';
import { compareTexts, groupBy } from './grouping.ts';

/** One announcement. Daemons are counted like services. */
export interface ServiceNotice {
  readonly eventId: string;
  readonly detailType: string;
  /** Identifies the service: its ARN, else its name. */
  readonly serviceKey: string;
  readonly service: string;
  readonly cluster: string | null;
  readonly eventName: string;
  readonly severity: 'INFO' | 'WARN' | 'ERROR' | null;
  readonly deploymentId: string | null;
  readonly reason: string | null;
  readonly atMs: number;
}

/**
 * Inferred: how far the two messages about one deployment fact may be apart. They are written for the same moment, but one
 * published event differs by 79 s between its own two times.
 */
const doubleDeliveryMs = 120_000;

/** Distinct facts, oldest first. Does not depend on the order of the notices. */
export function distinctNotices(notices: readonly ServiceNotice[]): readonly ServiceNotice[] {
  const sameContent = groupBy(withLongArns(notices), (notice) => JSON.stringify({ ...notice, eventId: '' }));
  const distinct = [...sameContent.values()].map(smallestId).sort(compareNotices);
  const changes = groupBy(
    distinct.filter((notice) => notice.detailType === 'ECS Deployment State Change'),
    factKey,
  );
  const isSecondMessage = (notice: ServiceNotice): boolean =>
    notice.detailType === 'ECS Service Action' &&
    (changes.get(factKey(notice)) ?? []).some((change) => isTwin(notice, change));
  return distinct.filter((notice) => !isSecondMessage(notice));
}

function factKey(notice: ServiceNotice): string {
  return `${notice.serviceKey} ${notice.eventName}`;
}

function smallestId(notices: readonly ServiceNotice[]): ServiceNotice {
  return notices.reduce((known, notice) => (notice.eventId < known.eventId ? notice : known));
}

function isTwin(action: ServiceNotice, change: ServiceNotice): boolean {
  const sameDeployment = action.deploymentId === null || action.deploymentId === change.deploymentId;
  return sameDeployment && Math.abs(action.atMs - change.atMs) <= doubleDeliveryMs;
}

function compareNotices(a: ServiceNotice, b: ServiceNotice): number {
  return (
    a.atMs - b.atMs ||
    rank(a) - rank(b) ||
    compareTexts(a.serviceKey, b.serviceKey) ||
    compareTexts(a.eventName, b.eventName) ||
    compareTexts(a.eventId, b.eventId)
  );
}

/** Within one second a deployment begins before it fails, fails before the rollback begins, and completes last. */
function rank(notice: ServiceNotice): number {
  if (notice.eventName === 'SERVICE_DEPLOYMENT_COMPLETED') return 3;
  if (notice.eventName === 'SERVICE_DEPLOYMENT_FAILED') return 1;
  return isRollback(notice) ? 2 : 0;
}

/** Inferred for alarms, whose wording is not published: any text that speaks of rolling back (reference 6). */
export function isRollback(notice: ServiceNotice): boolean {
  return (
    notice.eventName === 'SERVICE_DEPLOYMENT_IN_PROGRESS' &&
    /roll(?:ing|ed)?\s?back/i.test(notice.reason ?? '')
  );
}

/** A short service ARN hides the cluster; the other notices often tell it. */
function withLongArns(notices: readonly ServiceNotice[]): readonly ServiceNotice[] {
  const known = new Set(notices.map((notice) => notice.serviceKey));
  return notices.map((notice) => {
    const serviceKey = longServiceArn(notice.serviceKey, known);
    return serviceKey === notice.serviceKey
      ? notice
      : { ...notice, serviceKey, cluster: notice.cluster ?? clusterOfArn(serviceKey) ?? null };
  });
}
