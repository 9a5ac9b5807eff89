// POST /ingest/events: events in any form that `shiplog import` reads (one, an array, NDJSON, one after another, AWS's
// containers), gzipped or not. Answers 200 when the commit is durable. EventBridge retries 5xx and never 4xx (interop
// reference e.3), so 400 means that nothing in the body was an event; a body with some good events is 200 with the reasons
// for the others. What is refused is kept aside before the answer. POST /ingest/eventbridge is the same for API destinations and
// subscribers of custom buses, and always answers within a second; POST /api/v1/import for the command line's remote import.

import type { Captured } from '../../capture/captured.ts';
import type { Source } from '../../capture/recorder.ts';
import type { AppendResult } from '../../store/schema.ts';
import { bodyBytes, bodyJson } from '../body.ts';
import type { ApiContext } from '../context.ts';
import { HttpError } from '../errors.ts';
import type { Route, RouteCall } from '../route.ts';
import { acknowledged } from './acknowledged.ts';
import { captureBody } from './capture-body.ts';
import { eventBridgePath, importPath, isEventBridge, sourceOf } from './sender.ts';

const posted = { method: 'POST', role: 'ingest' } as const;
export const ingestEventsRoute: Route = { ...posted, path: '/ingest/events', handle: ingest };
export const eventBridgeRoute: Route = { ...posted, path: eventBridgePath, handle: ingest };
export const importRoute: Route = { ...posted, path: importPath, handle: record };

async function ingest(call: RouteCall): Promise<AppendResult> {
  return isEventBridge(call.request) ? acknowledged(() => record(call), call.context) : record(call);
}

async function record({ request, context }: RouteCall): Promise<AppendResult> {
  const bytes = bodyBytes(request);
  const source = sourceOf(request);
  const text = bytes.toString('utf8');
  if (text.trim() === '') {
    throw new HttpError(400, 'empty-body', 'The body is empty.', {
      hint: 'Send one EventBridge event, an array of them, or one per line.',
    });
  }
  const captured = await keepingPoison(bytes, source, context, async () => {
    const found = await captureBody(text);
    if (found.length === 0) bodyJson(request); // an empty list is fine, a bracket alone is not
    return found;
  });
  return stored(await context.recorder.record(captured, source, bytes));
}

/** What cannot even be captured is kept aside before its sender is told. */
export async function keepingPoison(
  body: Uint8Array,
  source: Source,
  { recorder }: Pick<ApiContext, 'recorder'>,
  capture: () => Promise<readonly Captured[]>,
): Promise<readonly Captured[]> {
  try {
    return await capture();
  } catch (cause) {
    if (cause instanceof HttpError) await recorder.refuse(body, cause.message, source);
    throw cause;
  }
}

/** The result as it is answered. Throws an HttpError 400 when nothing of it is an event. */
export function stored(result: AppendResult): AppendResult {
  if (result.stored + result.duplicates > 0 || result.rejected.length === 0) return result;
  throw new HttpError(400, 'nothing-stored', `Nothing was stored: ${result.rejected[0]?.reason}.`, {
    ...result,
  });
}
