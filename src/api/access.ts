// Which requests may come from a web page. A page that somebody visits is no program of this machine, though its browser runs
// here. Without credentials it is kept out by what it cannot forge: the Host header (a name that was rebound to 127.0.0.1) and
// the Origin header (a form or script of another site). With credentials any name of the server will do, the Origin must be its own.

import type { FastifyRequest } from 'fastify';
import { HttpError } from './errors.ts';
import { isLoopback } from './loopback.ts';

/** For a server without credentials. Throws an HttpError 403 for a request that a foreign web page may have caused. */
export function refuseForeignPages(request: FastifyRequest): void {
  const { host, origin } = request.headers;
  // What SDKs make of 127.0.0.1 for live tail (stream-127.0.0.1) is no host name to URL.
  const hostName = urlOf(`http://${host ?? ''}`)?.hostname ?? host?.replace(/:\d+$/, '');
  if (hostName === undefined || !isLoopback(hostName)) {
    throw new HttpError(403, 'foreign-host', `This server does not answer for the host '${host ?? ''}'.`, {
      hint: 'Without credentials it is reached by localhost or 127.0.0.1 only.',
    });
  }
  if (origin === undefined) {
    refuseForeignLoads(request);
    return;
  }
  const originName = urlOf(origin)?.hostname;
  if (originName === undefined || !isLoopback(originName)) throw foreignOrigin(`'${origin}'`);
}

/** Images and scripts of another site carry no Origin; they cannot read, but have us work. Links may lead here from anywhere. */
function refuseForeignLoads({ headers }: FastifyRequest): void {
  if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate') {
    throw foreignOrigin('another site');
  }
}

/** For a server with credentials. Throws an HttpError 403 for a request of a page that came from elsewhere. */
export function refuseForeignOrigins(request: FastifyRequest): void {
  const { host, origin } = request.headers;
  // The scheme is not compared: behind a proxy that ends TLS it is the browser's, not ours.
  if (origin !== undefined && urlOf(origin)?.host !== host?.toLowerCase()) throw foreignOrigin(`'${origin}'`);
}

const foreignOrigin = (origin: string): HttpError =>
  new HttpError(403, 'foreign-origin', `Pages of ${origin} may not call this server.`);

const urlOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);
