// The responses of FilterLogEvents and GetLogEvents, as `aws logs … > file` writes them:
// `{"events":[{"timestamp":…,"message":"…","logStreamName":"…"}]}`.

import type { IncomingEvent } from '../store/schema.ts';
import type { JsonObject } from './captured.ts';

export function logEventsResponse(value: JsonObject): readonly IncomingEvent[] | null {
  return Array.isArray(value.events) ? loggedEvents(value.events) : null;
}

/** Entries with `timestamp` and `message`; null when it is a list of something else. */
export function loggedEvents(list: unknown, stream?: string): readonly IncomingEvent[] | null {
  if (!Array.isArray(list)) return null;
  const events: IncomingEvent[] = [];
  for (const entry of list as readonly JsonObject[]) {
    if (typeof entry?.message !== 'string') return null;
    const name = typeof entry.logStreamName === 'string' ? entry.logStreamName : stream;
    events.push({
      message: entry.message,
      ...(Number.isSafeInteger(entry.timestamp) ? { timestampMs: Number(entry.timestamp) } : {}),
      ...(name === undefined ? {} : { logStream: name }),
    });
  }
  return events;
}
