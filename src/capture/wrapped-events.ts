// Events arrive bare or inside the containers that AWS puts around them. Looks at a JSON value and takes the events out.

import type { IncomingEvent } from '../store/schema.ts';
import type { JsonObject } from './captured.ts';
import { JsonTextDecoder } from './decode-json-text.ts';
import { firehoseTexts } from './firehose-request.ts';
import { logEventsResponse } from './log-events-response.ts';
import { queryResults } from './query-results.ts';
import { snsText } from './sns-notification.ts';
import { subscriptionPayload } from './subscription-payload.ts';

/** Take the events out of one kind of container; null when the value is no such container. */
const unwraps: readonly ((value: JsonObject) => readonly IncomingEvent[] | null)[] = [
  subscriptionPayload,
  logEventsResponse,
  queryResults,
  firehoseRequest,
  snsNotification,
];

/**
 * The events in one JSON text: itself when it is no container that we know (the store judges whether it is an event).
 * Throws an Error that says why when it is no JSON or a damaged container.
 */
export function unwrapEvents(text: string): readonly IncomingEvent[] {
  // Containers hold events as strings, in which the quotes are escaped: this finds bare events without parsing them.
  if (text.includes('"detail-type"')) return [{ message: text }];
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return [{ message: text }];
  for (const unwrap of unwraps) {
    const events = unwrap(value as JsonObject);
    if (events !== null) return events;
  }
  return [{ message: text }];
}

function firehoseRequest(value: JsonObject): readonly IncomingEvent[] | null {
  const texts = firehoseTexts(value);
  if (texts === null) return null;
  return texts.flatMap((text, index) => eventsIn(text, `record ${index} of the Firehose request`));
}

function snsNotification(value: JsonObject): readonly IncomingEvent[] | null {
  const text = snsText(value);
  return text === null ? null : eventsIn(text, 'the message of the SNS notification');
}

/** Throws when anything in the text is broken; `what` names it. */
function eventsIn(text: string, what: string): readonly IncomingEvent[] {
  const decoder = new JsonTextDecoder();
  return [...decoder.push(text), ...decoder.end()].flatMap((part) => {
    if (part.kind === 'problem') throw new Error(`${what}: ${part.reason}`);
    return unwrapEvents(part.text);
  });
}
