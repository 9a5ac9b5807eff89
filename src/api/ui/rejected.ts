// What was rejected and is kept aside, for the page and the command line: list, read with the bytes, take in again, delete.

import { z } from 'zod';
import type { Recovery } from '../../capture/recorder.ts';
import { rejectedListedMax } from '../../limits.ts';
import { bodyJson } from '../body.ts';
import { type Route, validated } from '../route.ts';

const path = '/api/v1/rejected';
const whole = (text: string): number => Number(text);
const number = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number')
  .transform(whole);
const listShape = z.object({
  limit: number.pipe(z.int().min(1).max(rejectedListedMax)).default(100),
  before: number.exactOptional(),
});
const idShape = z.object({ id: number });

export const rejectedRoute: Route = {
  method: 'GET',
  path,
  role: 'read',
  async handle({ request, context: { store } }) {
    const { kept, keptBytes, bySource } = store.rejected.totals();
    return {
      kept,
      keptBytes,
      sources: [...bySource].map(([source, total]) => ({ source, total })),
      records: await store.rejected.list(validated(listShape, request.query)),
    };
  },
};

export const rejectedDocumentRoute: Route = {
  method: 'GET',
  path: `${path}/:id`,
  role: 'read',
  async handle({ request, context: { store } }) {
    const { body, ...record } = await store.rejected.get(validated(idShape, request.params).id);
    return { ...record, bodyBase64: Buffer.from(body).toString('base64') };
  },
};

const draft = z.object({ sender: z.string(), reason: z.string(), bodyBase64: z.base64() });
const keepShape = z.object({ documents: z.array(draft).max(rejectedListedMax) });

/** The command line's imports read files on their own machine; what they cannot read is kept here. */
export const keepRejectedRoute: Route = {
  method: 'POST',
  path,
  role: 'ingest',
  async handle({ request, context: { store } }) {
    const { documents } = validated(keepShape, bodyJson(request));
    await store.rejected.keep(
      documents.map(({ sender, reason, bodyBase64 }) => ({
        source: 'import',
        sender,
        reason,
        body: Buffer.from(bodyBase64, 'base64'),
      })),
    );
    return { kept: documents.length };
  },
};

export const retryRejectedDocumentRoute: Route = {
  method: 'POST',
  path: `${path}/:id/retry`,
  role: 'admin',
  async handle({ request, context }) {
    return context.recorder.retry(validated(idShape, request.params).id);
  },
};

export const retryRejectedRoute: Route = {
  method: 'POST',
  path: `${path}/retry`,
  role: 'admin',
  async handle({ context, signal }) {
    const results: Recovery[] = [];
    for (const id of context.store.rejected.ids()) {
      if (signal.aborted) break;
      results.push(await context.recorder.retry(id));
    }
    return { results };
  },
};

export const deleteRejectedDocumentRoute: Route = {
  method: 'DELETE',
  path: `${path}/:id`,
  role: 'admin',
  async handle({ request, context: { store } }) {
    const { id } = validated(idShape, request.params);
    await store.rejected.get(id);
    await store.rejected.remove([id]);
    return { deleted: 1 };
  },
};

export const deleteRejectedRoute: Route = {
  method: 'DELETE',
  path,
  role: 'admin',
  async handle({ context: { store } }) {
    const ids = store.rejected.ids();
    await store.rejected.remove(ids);
    return { deleted: ids.length };
  },
};
