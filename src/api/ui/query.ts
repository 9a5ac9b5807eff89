// POST /api/v1/query: one query, answered when it is done; a client that goes away stops it.
// POST /api/v1/explain: one stage of a query as text.
// POST /api/v1/check: what is wrong with a query, without running it.

import { z } from 'zod';
import { queryCharsMax, resultRowsMax } from '../../limits.ts';
import { explainStages } from '../../queries/explain-query.ts';
import type { QueryRequest } from '../../queries/query.ts';
import { bodyJson } from '../body.ts';
import type { ApiContext } from '../context.ts';
import { HttpError } from '../errors.ts';
import { type Route, validated } from '../route.ts';

const epochMs = z.int().min(0);

const common = {
  query: z.string().max(queryCharsMax),
  /** All of them when absent. */
  logGroups: z.array(z.string()).min(1).optional(),
  limit: z.int().min(1).max(resultRowsMax).optional(),
};

const queryShape = z.object({
  ...common,
  startMs: epochMs,
  endMs: epochMs,
  histogram: z.boolean().optional(),
});

export const queryRoute: Route = {
  method: 'POST',
  path: '/api/v1/query',
  role: 'read',
  async handle({ request, context, signal }) {
    return context.runQuery(asked(validated(queryShape, bodyJson(request)), context), signal);
  },
};

const checkShape = z.object({
  ...common,
  startMs: epochMs.optional(),
  endMs: epochMs.optional(),
});

const explainShape = z.object({
  ...checkShape.shape,
  stage: z.enum(explainStages),
});

export const explainRoute: Route = {
  method: 'POST',
  path: '/api/v1/explain',
  role: 'read',
  async handle({ request, context }) {
    const { stage, ...body } = validated(explainShape, bodyJson(request));
    return { text: context.explainQuery(asked(body, context), stage) };
  },
};

export const checkRoute: Route = {
  method: 'POST',
  path: '/api/v1/check',
  role: 'read',
  async handle({ request, context }) {
    const body = validated(checkShape, bodyJson(request));
    return { diagnostics: context.checkQuery(asked(body, context)) };
  },
};

type Asked = Omit<z.output<typeof explainShape>, 'stage'> & Pick<z.output<typeof queryShape>, 'histogram'>;

function asked({ query, logGroups, limit, histogram, ...range }: Asked, context: ApiContext): QueryRequest {
  const { startMs = 0, endMs = context.nowMs() } = range;
  if (startMs > endMs) throw new HttpError(400, 'invalid-request', 'endMs: must not be before startMs');
  return {
    text: query,
    logGroups: logGroups ?? 'all',
    startMs,
    endMs,
    ...(limit === undefined ? {} : { limit }),
    ...(histogram === undefined ? {} : { histogram }),
  };
}
