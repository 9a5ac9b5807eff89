// POST /ingest/events: events in any form that `shiplog import` reads (one, an array, NDJSON, one after another, AWS's
// containers), gzipped or not. Answers 200 when the commit is durable. EventBridge retries 5xx and never 4xx (interop
// reference e.3), so 400 means that nothing in the body was an event; a body with some good events is 200 with the reasons
// for the others. POST /api/v1/import is the same for the command line's remote import.

import { captureText } from '../../capture/capture-text.ts';
import type { Captured } from '../../capture/captured.ts';
import { documentsPerBodyMax } from '../../limits.ts';
import type { AppendResult, IncomingEvent, RejectedEvent } from '../../store/schema.ts';
import { bodyBytes, bodyJson } from '../body.ts';
import type { ApiContext } from '../context.ts';
import { HttpError } from '../errors.ts';
import type { Route, RouteCall } from '../route.ts';

const posted = { method: 'POST', role: 'ingest', handle: ingest } as const;
export const ingestEventsRoute: Route = { ...posted, path: '/ingest/events' };
export const importRoute: Route = { ...posted, path: '/api/v1/import' };

async function ingest({ request, context }: RouteCall): Promise<AppendResult> {
  const text = bodyBytes(request).toString('utf8');
  if (text.trim() === '') {
    throw new HttpError(400, 'empty-body', 'The body is empty.', {
      hint: 'Send one EventBridge event, an array of them, or one per line.',
    });
  }
  const captured = await capture(text);
  if (captured.length === 0) bodyJson(request); // an empty list is fine, a bracket alone is not
  const result = await append(captured, context);
  context.metrics.appended(result);
  if (result.stored + result.duplicates > 0 || result.rejected.length === 0) return result;
  throw new HttpError(400, 'nothing-stored', `Nothing was stored: ${result.rejected[0]?.reason}.`, {
    ...result,
  });
}

async function capture(text: string): Promise<readonly Captured[]> {
  const captured: Captured[] = [];
  for await (const part of captureText(chunksOf(text))) {
    for (const item of part) captured.push(item);
    if (captured.length > documentsPerBodyMax) {
      throw new HttpError(413, 'too-large', `The body has more than ${documentsPerBodyMax} documents.`, {
        hint: 'Send it in several requests.',
      });
    }
  }
  return captured;
}

/** In pieces, so that a body of scraps is noticed before all of them are in memory. */
async function* chunksOf(text: string): AsyncGenerator<string> {
  const chunkChars = 1_048_576;
  for (let start = 0; start < text.length; start += chunkChars) yield text.slice(start, start + chunkChars);
}

/** `rejected` counts what the body holds from 0, events and scraps alike. */
async function append(captured: readonly Captured[], { store }: ApiContext): Promise<AppendResult> {
  const rejected: RejectedEvent[] = [];
  const positions: number[] = [];
  const events: IncomingEvent[] = [];
  for (const [index, item] of captured.entries()) {
    if (item.kind === 'problem') {
      rejected.push({ index, reason: item.reason });
    } else {
      positions.push(index);
      events.push(item.event);
    }
  }
  const result =
    events.length === 0 ? { stored: 0, duplicates: 0, rejected: [] } : await store.appendEcs(events);
  for (const { index, reason } of result.rejected)
    rejected.push({ index: positions[index] ?? index, reason });
  rejected.sort((one, other) => one.index - other.index);
  return { ...result, rejected };
}
