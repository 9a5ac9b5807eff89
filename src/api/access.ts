// Who may talk to a server that asks for no credentials: programs of this machine. A web page that somebody visits is
// not one of them, though the browser runs here: it is kept out by what it cannot forge, the Host header (a name that was
// rebound to 127.0.0.1) and the Origin header (a form or script of another site).

import type { FastifyRequest } from 'fastify';
import { HttpError } from './errors.ts';
import { isLoopback } from './loopback.ts';

/** Throws an HttpError 403 for a request that a foreign web page may have caused. */
export function refuseForeignPages(request: FastifyRequest): void {
  const { host, origin } = request.headers;
  const hostName = hostNameOf(`http://${host ?? ''}`);
  if (hostName === undefined || !isLoopback(hostName)) {
    throw new HttpError(403, 'foreign-host', `This server does not answer for the host '${host ?? ''}'.`, {
      hint: 'Without credentials it is reached by localhost or 127.0.0.1 only.',
    });
  }
  if (origin === undefined) return;
  const originName = hostNameOf(origin);
  if (originName === undefined || !isLoopback(originName)) {
    throw new HttpError(403, 'foreign-origin', `Pages of '${origin}' may not call this server.`);
  }
}

function hostNameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
