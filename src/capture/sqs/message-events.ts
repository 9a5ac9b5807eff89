// The events in the body of a queue's message: one or several, in any of the forms that captureText opens. A message is taken whole or
// not at all, because it can only be deleted whole.

import type { IncomingEvent } from '../../store/schema.ts';
import { captureText } from '../capture-text.ts';

export type MessageEvents =
  /** None when the message is one that AWS sends to see whether somebody listens. */
  | { readonly kind: 'events'; readonly events: readonly IncomingEvent[] }
  | { readonly kind: 'refused'; readonly reason: string };

const noEvent = 'it holds no event';

export async function messageEvents(body: string): Promise<MessageEvents> {
  const events: IncomingEvent[] = [];
  for await (const captured of captureText(whole(body))) {
    for (const item of captured) {
      if (item.kind === 'problem') return { kind: 'refused', reason: item.reason };
      if (!isObject(item.event.message)) return { kind: 'refused', reason: noEvent };
      events.push(item.event);
    }
  }
  // An object without events and without a problem is a container that AWS sends empty; brackets alone are nothing.
  const known = events.length > 0 || body.trimStart().startsWith('{');
  return known ? { kind: 'events', events } : { kind: 'refused', reason: noEvent };
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

/** One JSON object: the server that stores it counts documents, and its counts are to be ours. */
function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
