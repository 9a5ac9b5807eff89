// AWS's event-stream encoding: what an action with a streaming answer sends in place of a JSON body.
// https://smithy.io/2.0/aws/amazon-eventstream.html

import { EventStreamCodec, type MessageHeaders } from '@smithy/core/event-streams';
import { fromUtf8, toUtf8 } from '@smithy/core/serde';

export const eventStreamType = 'application/vnd.amazon.eventstream';

const codec = new EventStreamCodec(toUtf8, fromUtf8);

/**
 * The frame that begins the stream of an operation with a JSON protocol: the members of its output that are no events.
 * boto3 refuses a stream without it.
 */
export const initialResponse = (): Uint8Array => eventFrame('initial-response', {});

/** `type` is the member of the event union. */
export function eventFrame(type: string, payload: object): Uint8Array {
  return frame({ ':message-type': 'event', ':event-type': type }, payload);
}

/** `type` is a member of the union that is an exception. Clients throw it; nothing may follow. */
export function exceptionFrame(type: string, message: string): Uint8Array {
  return frame({ ':message-type': 'exception', ':exception-type': type }, { message });
}

function frame(texts: Readonly<Record<string, string>>, payload: object): Uint8Array {
  const headers: MessageHeaders = {};
  for (const [name, value] of Object.entries({ ...texts, ':content-type': 'application/json' })) {
    headers[name] = { type: 'string', value };
  }
  return codec.encode({ headers, body: fromUtf8(JSON.stringify(payload)) });
}
