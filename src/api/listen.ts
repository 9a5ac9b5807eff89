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

export interface Address {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether the server asks for credentials. */
  readonly guarded: boolean;
  readonly protocol: 'http' | 'https';
}

export interface Listening {
  /** As it was asked for, to be shown. */
  readonly url: string;
  /** By which this machine reaches it: 0.0.0.0 is no address to call. */
  readonly localUrl: string;
  readonly port: number;
}

/** Throws ListenError. Addresses that other machines reach are refused to a server that asks nobody for credentials. */
export async function listen(server: FastifyInstance, address: Address): Promise<Listening> {
  const { host, port, guarded, protocol } = address;
  if (!guarded && !isLoopback(host)) throw new ListenError(host, port, unguarded(host), undefined);
  try {
    await server.listen({ host, port });
  } catch (cause) {
    throw new ListenError(host, port, reasonOf(cause, host, port), cause);
  }
  const [first] = server.addresses() as AddressInfo[];
  const taken = first?.port ?? port;
  const urlOf = (name: string): string => `${protocol}://${name.includes(':') ? `[${name}]` : name}:${taken}`;
  return { url: urlOf(host), localUrl: urlOf(everywhere[host] ?? host), port: taken };
}

/** Addresses that mean every address of this machine, and how to call it then. */
const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

const unguarded = (host: string): string =>
  `Listening on ${host} would let other machines in, and no credentials are configured. ` +
  'Make some with "shiplog credentials create --name me --role admin" and start again, or set SHIPLOG_TOKEN to a long random text; ' +
  'or stay on 127.0.0.1.';

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
