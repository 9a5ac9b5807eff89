// Which events of a batch PutLogEvents takes by their age, and what it says of the others.
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_RejectedLogEventsInfo.html
// Differs: unless the server is strict, events of any age are accepted (AWS: at most 14 days), because filling in the past is what
// we are for. What the group's retention would delete is rejected either way.

import { type GroupSettings, keptSinceMs } from '../../store/group-settings.ts';
import type { ApiContext } from '../context.ts';

const hourMs = 3_600_000;
const futureMsMax = 2 * hourMs;
const pastMsMax = 14 * 24 * hourMs;

/** Positions in the batch: the start inclusive, the ends exclusive. */
export interface RejectedEvents {
  readonly tooNewLogEventStartIndex?: number;
  readonly tooOldLogEventEndIndex?: number;
  readonly expiredLogEventEndIndex?: number;
}

/**
 * `events` are in the order of time. Inferred: an event that is too old and expired counts as both; the end of the expired ones is
 * exclusive as that of the too old.
 */
export function acceptedEvents<Event extends { readonly timestamp: number }>(
  events: readonly Event[],
  settings: GroupSettings,
  { nowMs, strict }: Pick<ApiContext, 'nowMs' | 'strict'>,
): { readonly accepted: readonly Event[]; readonly rejected: RejectedEvents | null } {
  const now = nowMs();
  const before = (sinceMs: number): number => {
    const first = events.findIndex(({ timestamp }) => timestamp >= sinceMs);
    return first === -1 ? events.length : first;
  };
  const tooNew = before(now + futureMsMax + 1);
  const tooOld = strict ? before(now - pastMsMax) : 0;
  const expired = before(keptSinceMs(settings, now) ?? 0);
  const rejected: RejectedEvents = {
    ...(tooNew < events.length ? { tooNewLogEventStartIndex: tooNew } : {}),
    ...(tooOld > 0 ? { tooOldLogEventEndIndex: tooOld } : {}),
    ...(expired > 0 ? { expiredLogEventEndIndex: expired } : {}),
  };
  return {
    accepted: events.slice(Math.max(tooOld, expired), tooNew),
    rejected: Object.keys(rejected).length === 0 ? null : rejected,
  };
}
