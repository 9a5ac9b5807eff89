// Who sends: what is kept aside names the route and the sender, and EventBridge is told differently what went wrong.

import type { FastifyRequest } from 'fastify';
import type { Source } from '../../capture/recorder.ts';

export const eventBridgePath = '/ingest/eventbridge';

/** `name` is the route unless the route says otherwise. */
export function sourceOf(request: FastifyRequest, name = request.routeOptions.url ?? request.url): Source {
  return { name, sender: `${request.ip} ${request.headers['user-agent'] ?? ''}`.trim() };
}

/** By the path made for it, or by the name that API destinations send (interop reference e.3). */
export function isEventBridge({ headers, routeOptions }: FastifyRequest): boolean {
  const agent = headers['user-agent'] ?? '';
  return routeOptions.url === eventBridgePath || agent.startsWith('Amazon/EventBridge');
}
