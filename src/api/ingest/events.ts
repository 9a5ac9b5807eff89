// POST /ingest/events: EventBridge events as one document, an array, NDJSON or concatenated, gzipped or not.
// Answers 200 when the commit is durable. EventBridge retries 5xx and never 4xx (interop reference e.3), so 400 means
// that nothing in the body was an event; a body with some good events is 200 with the reasons for the others.
// POST /api/v1/import is the same for the command line's remote import.

import { documentsPerBodyMax } from '../../limits.ts';
import type { AppendResult, RejectedEvent } from '../../store/schema.ts';
import { bodyBytes, bodyJson } from '../body.ts';
import type { ApiContext } from '../context.ts';
import { HttpError } from '../errors.ts';
import type { Route, RouteCall } from '../route.ts';
import { type CutDocument, splitDocuments } from './split-documents.ts';

export const ingestEventsRoute: Route = { method: 'POST', path: '/ingest/events', handle: ingest };
export const importRoute: Route = { method: 'POST', path: '/api/v1/import', handle: ingest };

async function ingest({ request, context }: RouteCall): Promise<AppendResult> {
  const text = bodyBytes(request).toString('utf8');
  if (text.trim() === '') {
    throw new HttpError(400, 'empty-body', 'The body is empty.', {
      hint: 'Send one EventBridge event, an array of them, or one per line.',
    });
  }
  const documents = splitDocuments(text, documentsPerBodyMax + 1);
  if (documents.length > documentsPerBodyMax) {
    throw new HttpError(413, 'too-large', `The body has more than ${documentsPerBodyMax} documents.`, {
      hint: 'Send it in several requests.',
    });
  }
  if (documents.length === 0) bodyJson(request); // an empty list is fine, a bracket alone is not
  const result = await append(documents, context);
  context.metrics.appended(result);
  if (result.stored + result.duplicates > 0 || result.rejected.length === 0) return result;
  throw new HttpError(400, 'nothing-stored', `Nothing was stored: ${result.rejected[0]?.reason}.`, {
    ...result,
  });
}

/** `rejected` counts documents of the body, broken ones included. */
async function append(documents: readonly CutDocument[], { store }: ApiContext): Promise<AppendResult> {
  const rejected: RejectedEvent[] = [];
  const positions: number[] = [];
  const events: { readonly message: string }[] = [];
  for (const [index, { text, broken }] of documents.entries()) {
    if (broken !== undefined) {
      rejected.push({ index, reason: broken });
    } else {
      positions.push(index);
      events.push({ message: text });
    }
  }
  const result =
    events.length === 0 ? { stored: 0, duplicates: 0, rejected: [] } : await store.appendEcs(events);
  for (const { index, reason } of result.rejected)
    rejected.push({ index: positions[index] ?? index, reason });
  rejected.sort((one, other) => one.index - other.index);
  return { ...result, rejected };
}
