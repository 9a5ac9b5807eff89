// Who sends: what is kept aside names the route and the sender, and EventBridge is told differently what went wrong.

import type { FastifyRequest } from 'fastify';
import type { Source } from '../../capture/recorder.ts';

export const eventBridgePath = '/ingest/eventbridge';

/** What the command line sends to a server that holds the directory is an import, as it is without one. */
export const importPath = '/api/v1/import';

/** Named after its route. */
export function sourceOf(request: FastifyRequest): Source {
  const route = request.routeOptions.url ?? '';
  const name = route === importPath ? 'import' : route;
  return { name, sender: `${request.ip} ${request.headers['user-agent'] ?? ''}`.trim() };
}

/** By the path made for it, or by the name that API destinations send (interop reference e.3). */
export function isEventBridge({ headers, routeOptions }: FastifyRequest): boolean {
  const agent = headers['user-agent'] ?? '';
  return routeOptions.url === eventBridgePath || agent.startsWith('Amazon/EventBridge');
}
