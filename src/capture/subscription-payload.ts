// What a CloudWatch Logs subscription filter delivers (interop reference e.3): a JSON object with `messageType` and
// `logEvents`; to Lambda it comes gzipped and in base64 as `awslogs.data`.

import { gunzipSync } from 'node:zlib';
import { documentCharsMax } from '../limits.ts';
import type { IncomingEvent } from '../store/schema.ts';
import type { JsonObject } from './captured.ts';
import { loggedEvents } from './log-events-response.ts';

export function subscriptionPayload(value: JsonObject): readonly IncomingEvent[] | null {
  const awslogs = value.awslogs;
  if (
    typeof awslogs === 'object' &&
    awslogs !== null &&
    'data' in awslogs &&
    typeof awslogs.data === 'string'
  ) {
    const payload: unknown = JSON.parse(
      gunzipSync(Buffer.from(awslogs.data, 'base64'), { maxOutputLength: documentCharsMax }).toString('utf8'),
    );
    return subscriptionPayload(payload as JsonObject);
  }
  // Sent to see whether the destination answers; carries nothing to keep.
  if (value.messageType === 'CONTROL_MESSAGE') return [];
  if (value.messageType !== 'DATA_MESSAGE') return null;
  return loggedEvents(value.logEvents, typeof value.logStream === 'string' ? value.logStream : undefined);
}
