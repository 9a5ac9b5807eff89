// POST /ingest/firehose: what Amazon Data Firehose delivers to an HTTP endpoint (Firehose guide, "HTTP endpoint delivery request and
// response specifications"). The answer repeats the request's id, also when something fails; anything but a 200 of that
// form makes Firehose deliver the same request again, and back it up in S3 in the end. So 200 is said when everything that is an event is
// durable and everything else kept aside: sending it again would not help. Records are taken in portions, one unpacked at a time.

import type { Captured } from '../../capture/captured.ts';
import { firehoseRequest, recordText } from '../../capture/firehose-request.ts';
import { firehoseRecordBytesMax } from '../../limits.ts';
import { bodyBytes } from '../body.ts';
import { HttpError } from '../errors.ts';
import type { Route, RouteCall, WireForm } from '../route.ts';
import { captureBody } from './capture-body.ts';
import { sourceOf } from './sender.ts';

/** The only content type that Firehose takes, so without a charset. */
const form: WireForm = {
  contentType: 'application/json',
  error: ({ error }, request, nowMs) => ({
    requestId: request.headers['x-amz-firehose-request-id'] ?? request.id,
    timestamp: nowMs,
    errorMessage: error.message,
  }),
};

export const firehoseRoute: Route = {
  method: 'POST',
  path: '/ingest/firehose',
  role: 'ingest',
  form,
  handle: ingest,
};

interface FirehoseAnswer {
  readonly requestId: string;
  readonly timestamp: number;
}

const portionDocuments = 4_096;
const portionChars = 16 * 1_048_576;

async function ingest({ request, context }: RouteCall): Promise<FirehoseAnswer> {
  const { recorder } = context;
  const source = sourceOf(request);
  const delivered = firehoseRequest(jsonOf(bodyBytes(request)));
  if (delivered === null) {
    const reason = 'This is no request of Firehose: {"requestId", "records": [{"data"}]}.';
    await recorder.refuse(bodyBytes(request), reason, source);
    throw new HttpError(400, 'bad-firehose-request', reason);
  }
  let portion: Captured[] = [];
  let chars = 0;
  for (const [index, data] of delivered.data.entries()) {
    for (const item of await captureRecord(data, index)) {
      portion.push(item);
      chars += item.kind === 'event' ? item.event.message.length : (item.content?.length ?? 0);
      if (portion.length < portionDocuments && chars < portionChars) continue;
      await recorder.record(portion, source);
      portion = [];
      chars = 0;
    }
  }
  if (portion.length > 0) await recorder.record(portion, source);
  return { requestId: delivered.requestId, timestamp: context.nowMs() };
}

/** A damaged record costs itself, not those beside it. One in which nothing is an event is kept aside as it came. */
async function captureRecord(data: string | undefined, index: number): Promise<readonly Captured[]> {
  if (data === undefined) return [{ kind: 'problem', reason: `record ${index} lacks data` }];
  const bytes = Buffer.from(data, 'base64');
  try {
    const captured = await captureBody(recordText(bytes, firehoseRecordBytesMax));
    const problem = captured.find((item) => item.kind === 'problem');
    if (problem === undefined || captured.some((item) => item.kind === 'event')) return captured;
    return [{ ...problem, content: bytes }];
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return [{ kind: 'problem', reason: `record ${index} cannot be read: ${reason}`, content: bytes }];
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
