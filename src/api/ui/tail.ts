// GET /api/v1/tail: recorded events and those that come, one update a line (NDJSON), for the command line and the page.

import { Readable } from 'node:stream';
import { z } from 'zod';
import { tailRecordedEventsMax } from '../../limits.ts';
import { openTail, type Tail } from '../../queries/tail.ts';
import type { TailEnd } from '../../queries/tail-session.ts';
import { type Route, type RouteCall, time, validated } from '../route.ts';
import { StreamAnswer } from '../stream-answer.ts';

const names = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat())
  .default([]);

const shape = z.object({
  logGroup: names,
  cluster: names,
  filter: z.string().optional(),
  since: time.optional(),
  lines: z.coerce.number().int().min(0).max(tailRecordedEventsMax).optional(),
  follow: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .transform((word) => word === 'true')
    .default(true),
});

export const tailRoute: Route = {
  method: 'GET',
  path: '/api/v1/tail',
  role: 'read',
  async handle(call) {
    const {
      logGroup: logGroups,
      cluster: clusters,
      since: sinceMs,
      ...rest
    } = validated(shape, call.request.query);
    const tail = await openTail({ logGroups, clusters, sinceMs, ...rest }, call.context, call.signal);
    return new StreamAnswer('application/x-ndjson; charset=utf-8', Readable.from(lines(tail, call)));
  },
};

async function* lines(tail: Tail, { request, context }: RouteCall): AsyncGenerator<string> {
  for (let next = await tail.next(); ; next = await tail.next()) {
    if (next.done !== true) {
      yield `${JSON.stringify(next.value)}\n`;
      continue;
    }
    const end = next.value;
    if (end?.kind === 'failed') context.log.error({ err: end.cause, requestId: request.id }, 'tail failed');
    const message = sentenceOf(end);
    if (end !== undefined && message !== undefined)
      yield `${JSON.stringify({ end: { reason: end.kind, message } })}\n`;
    return;
  }
}

/** Nothing for a tail that told what was asked for, and nobody hears why nobody listens. */
function sentenceOf(end: TailEnd | undefined): string | undefined {
  if (end?.kind === 'stopped') return 'The server is stopping.';
  return end?.kind === 'failed' ? 'The tail failed; the log of the server says why.' : undefined;
}
