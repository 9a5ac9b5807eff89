// The id of an event for clients that tell by it what they have seen: digits, as AWS's ids are, in the order of time.
// It names one event for ever, so that an event that comes twice (`aws logs tail` asks again for the last millisecond) is known.

import type { EventPosition } from '../store/event-order.ts';

/** 37 digits: time, group and sequence. The first one keeps zeros from being lost where somebody takes it for a number. */
export function eventId(groupId: number, { timestampMs, sequence }: EventPosition): string {
  const digits = (value: number, count: number): string => String(value).padStart(count, '0');
  return `1${digits(timestampMs, 16)}${digits(groupId, 10)}${digits(sequence, 10)}`;
}
