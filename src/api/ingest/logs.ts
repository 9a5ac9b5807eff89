// POST /ingest/logs: what a subscription filter of CloudWatch Logs delivers, as somebody passes it on: the event that Lambda is
// called with (`{"awslogs": {"data": …}}`), its data (base64 of gzip), the gzip data, or the JSON inside. The messages of its log
// events are the EventBridge events. Probes (CONTROL_MESSAGE) are answered and not kept.

import { gunzipSync } from 'node:zlib';
import type { Captured, JsonObject } from '../../capture/captured.ts';
import { subscriptionPayload } from '../../capture/subscription-payload.ts';
import { firehoseRecordBytesMax } from '../../limits.ts';
import type { AppendResult } from '../../store/schema.ts';
import { bodyBytes } from '../body.ts';
import { HttpError } from '../errors.ts';
import type { Route, RouteCall } from '../route.ts';
import { keepingPoison, stored } from './events.ts';
import { sourceOf } from './sender.ts';

export const logsRoute: Route = { method: 'POST', path: '/ingest/logs', role: 'ingest', handle: ingest };

async function ingest({ request, context }: RouteCall): Promise<AppendResult> {
  const source = sourceOf(request);
  const body = unpacked(bodyBytes(request));
  const captured = await keepingPoison(body, source, context, async () => capture(body));
  return stored(await context.recorder.record(captured, source, body));
}

/** Base64 of gzip begins with the same letters always. */
function unpacked(body: Buffer): Buffer {
  return body.subarray(0, 4).toString('latin1') === 'H4sI'
    ? Buffer.from(body.toString('latin1'), 'base64')
    : body;
}

function capture(body: Buffer): readonly Captured[] {
  const zipped = body[0] === 0x1f && body[1] === 0x8b;
  try {
    const text = (zipped ? gunzipSync(body, { maxOutputLength: firehoseRecordBytesMax }) : body).toString(
      'utf8',
    );
    const value: unknown = JSON.parse(text);
    const events =
      typeof value === 'object' && value !== null ? subscriptionPayload(value as JsonObject) : null;
    if (events === null) throw new Error('it has no messageType and logEvents');
    return events.map((event) => ({ kind: 'event', place: { line: 1, byteOffset: 0 }, event }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HttpError(400, 'bad-subscription', `This is nothing that a subscription delivers: ${reason}.`);
  }
}
