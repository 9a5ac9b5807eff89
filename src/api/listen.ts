// Taking a port, and saying what to do when it cannot be had.

import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { isLoopback } from './loopback.ts';

/** The port or the address cannot be had; the message says what to do. */
export class ListenError extends Error {
  readonly host: string;
  readonly port: number;
  constructor(host: string, port: number, message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'ListenError';
    this.host = host;
    this.port = port;
  }
}

/** Throws ListenError. Addresses that other machines reach are refused: the server asks nobody for credentials. */
export async function listen(
  server: FastifyInstance,
  host: string,
  port: number,
): Promise<{ readonly url: string; readonly port: number }> {
  if (!isLoopback(host)) throw new ListenError(host, port, unguarded(host), undefined);
  try {
    await server.listen({ host, port });
  } catch (cause) {
    throw new ListenError(host, port, reasonOf(cause, host, port), cause);
  }
  const [address] = server.addresses() as AddressInfo[];
  const taken = address?.port ?? port;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, port: taken };
}

const unguarded = (host: string): string =>
  `Listening on ${host} would let other machines in, and no credentials are configured (they come with a later release). ` +
  'Listen on 127.0.0.1, and put a reverse proxy or an SSH tunnel that asks for credentials in front of it.';

function reasonOf(cause: unknown, host: string, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use. Stop the program that holds it, or choose another port with --port.`;
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be used by this user. Choose one above 1023 with --port.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `${host} is not an address of this machine. Choose another with --host.`;
  }
  return `Cannot listen on ${host}, port ${port}: ${cause instanceof Error ? cause.message : String(cause)}`;
}
