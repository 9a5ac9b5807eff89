// Counting faults: warnings and errors that ECS announces, for each service and event name, earlier and later in time.

import { serviceActionOf } from './catalogue/service-actions.ts';
import { compareTexts, countTexts, groupBy } from './grouping.ts';
import { distinctNotices, type ServiceNotice } from './service-notices.ts';

export type FaultSeverity = 'WARN' | 'ERROR';

export interface FaultCount {
  readonly serviceKey: string;
  readonly service: string;
  readonly cluster: string | null;
  readonly eventName: string;
  readonly severity: FaultSeverity;
  readonly count: number;
  /** Counts before and after the middle of the range. */
  readonly earlier: number;
  readonly later: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Reason texts, most frequent first. */
  readonly reasons: readonly string[];
  /** Newest first, at most five. */
  readonly eventIds: readonly string[];
}

/**
 * The severity that counts: the worse of the one received and the one that ECS documents for the event name, because
 * placement failures were seen with INFO, WARN and ERROR (reference 5.1). Null: no fault.
 */
export function faultSeverity(notice: Pick<ServiceNotice, 'eventName' | 'severity'>): FaultSeverity | null {
  const documented = serviceActionOf(notice.eventName)?.severity ?? 'INFO';
  if (notice.severity === 'ERROR' || documented === 'ERROR') return 'ERROR';
  return notice.severity === 'WARN' || documented === 'WARN' ? 'WARN' : null;
}

/** Counts for each service and event name, most frequent first. */
export function countFaults(notices: readonly ServiceNotice[], middleMs: number): readonly FaultCount[] {
  const faults = distinctNotices(notices).filter((notice) => faultSeverity(notice) !== null);
  return [...groupBy(faults, (notice) => `${notice.serviceKey} ${notice.eventName}`)]
    .sort(([keyA, a], [keyB, b]) => b.length - a.length || compareTexts(keyA, keyB))
    .map(([, group]) => faultCount(group, middleMs));
}

function faultCount(notices: readonly ServiceNotice[], middleMs: number): FaultCount {
  const first = notices[0];
  const last = notices.at(-1);
  if (first === undefined || last === undefined) throw new Error('a group of faults is never empty');
  const later = notices.filter((notice) => notice.atMs >= middleMs).length;
  return {
    serviceKey: first.serviceKey,
    service: first.service,
    cluster: last.cluster ?? first.cluster,
    eventName: first.eventName,
    severity: notices.some((notice) => faultSeverity(notice) === 'ERROR') ? 'ERROR' : 'WARN',
    count: notices.length,
    earlier: notices.length - later,
    later,
    firstMs: first.atMs,
    lastMs: last.atMs,
    reasons: countTexts(notices.map((notice) => notice.reason)).map(({ text }) => text),
    eventIds: notices
      .slice(-5)
      .reverse()
      .map((notice) => notice.eventId),
  };
}
