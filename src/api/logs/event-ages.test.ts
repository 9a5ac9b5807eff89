import { expect, it } from 'vitest';
import { defaultGroupSettings } from '../../store/group-settings.ts';
import { acceptedEvents } from './event-ages.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_000 * day;

/** Ages of the events in milliseconds, oldest first; those of the future are negative. */
function judge(ages: readonly number[], options: { retentionDays?: number; strict?: boolean } = {}) {
  const { strict = false, ...retention } = options;
  const { accepted, rejected } = acceptedEvents(
    ages.map((age) => ({ timestamp: now - age })),
    { ...defaultGroupSettings, ...retention },
    { nowMs: () => now, strict },
  );
  return { accepted: accepted.map(({ timestamp }) => now - timestamp), rejected };
}

it('takes everything from any past to two hours ahead', () => {
  expect(judge([999 * day, 0, -2 * hour])).toEqual({ accepted: [999 * day, 0, -2 * hour], rejected: null });
  expect(judge([0, -2 * hour - 1, -day])).toEqual({
    accepted: [0],
    rejected: { tooNewLogEventStartIndex: 1 },
  });
});

it('takes no more than 14 days of the past when strict', () => {
  expect(judge([15 * day, 14 * day + 1, 14 * day, 0], { strict: true })).toEqual({
    accepted: [14 * day, 0],
    rejected: { tooOldLogEventEndIndex: 2 },
  });
});

it('takes nothing that the retention would delete', () => {
  expect(judge([4 * day, 3 * day + 1, 3 * day], { retentionDays: 3 })).toEqual({
    accepted: [3 * day],
    rejected: { expiredLogEventEndIndex: 2 },
  });
  expect(judge([400 * day, 20 * day, 15 * day], { retentionDays: 30, strict: true })).toEqual({
    accepted: [],
    rejected: { tooOldLogEventEndIndex: 3, expiredLogEventEndIndex: 1 },
  });
});

it('may take nothing at all', () => {
  expect(judge([20 * day, -day], { retentionDays: 1, strict: true })).toEqual({
    accepted: [],
    rejected: { tooNewLogEventStartIndex: 1, tooOldLogEventEndIndex: 1, expiredLogEventEndIndex: 1 },
  });
});
