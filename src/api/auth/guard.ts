// The guard at the door: finds out who asks, before anything else is done for a request. A server without credentials serves the
// programs of its machine; one with credentials wants a signature for the AWS API and a token for everything else. A route says
// what it asks for in its `config.access`; one that says nothing is for administrators.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseForeignOrigins, refuseForeignPages } from '../access.ts';
import { allows, type Caller, localCaller, type Role } from '../caller.ts';
import { HttpError } from '../errors.ts';
import type { RefusedSenders } from '../ingest/refused-senders.ts';
import type { WireRequest } from './canonical-request.ts';
import type { Keyring } from './credentials.ts';
import { presentedToken } from './presented-token.ts';
import {
  type ClaimedSignature,
  claimedSignature,
  unrecognized,
  verifySignature,
} from './verify-signature.ts';

/** `open` is for everybody; `aws` wants a signature, and each action says which role; the others want a token with that role. */
export type Access = 'open' | 'aws' | Role;

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until we know. */
    caller: Caller | null;
    /** A signature that waits for the body. */
    claimed: ClaimedSignature | null;
  }
  interface FastifyContextConfig {
    access?: Access;
  }
}

export interface GuardOptions {
  /** Undefined for a server that asks for no credentials. */
  readonly keyring: Keyring | undefined;
  readonly nowMs: () => number;
  /** Is told of senders of events that are not let in, and says what they are answered. */
  readonly refusedSenders: RefusedSenders;
}

export interface Guard {
  /** To be told of every body as it came over the wire. Throws ServiceError when it is not the one that was signed. */
  bodyCame(request: FastifyRequest, body: Uint8Array): void;
}

/** Puts the guard before every route that is registered afterwards. */
export function guard(server: FastifyInstance, options: GuardOptions): Guard {
  server.decorateRequest('caller', null);
  server.decorateRequest('claimed', null);
  server.addHook('onRequest', async (request, reply) => {
    try {
      admit(request, reply, options);
    } catch (cause) {
      throw accessOf(request) === 'ingest' ? options.refusedSenders.answer(request, cause) : cause;
    }
  });
  server.addHook('preHandler', async (request) => bodyCame(request, noBytes));
  return { bodyCame };
}

function admit(request: FastifyRequest, reply: FastifyReply, { keyring, nowMs }: GuardOptions): void {
  if (keyring === undefined) {
    refuseForeignPages(request);
    request.caller = localCaller;
    return;
  }
  refuseForeignOrigins(request);
  const access = accessOf(request);
  if (access === 'aws') claim(request, keyring, nowMs());
  else if (access !== 'open') request.caller = admitted(request, reply, access, keyring);
}

/** Who asks. Only behind a route that is not open. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('A request passed the guard without a caller.');
  return request.caller;
}

const noBytes = new Uint8Array();

function bodyCame(request: FastifyRequest, body: Uint8Array): void {
  const { claimed } = request;
  if (claimed === null) return;
  request.claimed = null;
  verifySignature(wireOf(request), claimed, body, isSecure(request));
  request.caller = claimed.key;
}

/** The files of the page are open, and so is what is not there. */
function accessOf(request: FastifyRequest): Access {
  if (request.is404) return 'open';
  const { config, url } = request.routeOptions;
  return config.access ?? (url === '/*' ? 'open' : 'admin');
}

/** Bearer tokens do for the AWS API too, as AWS has begun to take them: curl cannot sign everywhere. */
function claim(request: FastifyRequest, keyring: Keyring, nowMs: number): void {
  const [, bearer] = /^\s*bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '') ?? [];
  if (bearer === undefined) {
    request.claimed = claimedSignature(wireOf(request), keyring, nowMs);
    return;
  }
  const caller = keyring.callerOf(bearer);
  if (caller === undefined) throw unrecognized();
  request.caller = caller;
}

const wireOf = ({ raw }: FastifyRequest): WireRequest => ({
  method: raw.method ?? '',
  url: raw.url ?? '',
  rawHeaders: raw.rawHeaders,
});

const isSecure = ({ raw }: FastifyRequest): boolean =>
  'encrypted' in raw.socket && raw.socket.encrypted === true;

function admitted(request: FastifyRequest, reply: FastifyReply, role: Role, keyring: Keyring): Caller {
  const text = presentedToken(request.headers);
  const caller = text === undefined ? undefined : keyring.callerOf(text);
  if (caller === undefined) {
    // Never the Basic scheme, at which a browser would open a window of its own before the page can ask.
    const error = text === undefined ? '' : ', error="invalid_token"';
    reply.header('www-authenticate', `Bearer realm="Shiplog"${error}`);
    throw text === undefined
      ? new HttpError(401, 'unauthorized', 'This server asks for a token, and none came with the request.', {
          hint: 'Send it as Authorization: Bearer …; the command line takes it from SHIPLOG_TOKEN.',
        })
      : new HttpError(401, 'unauthorized', 'The server does not know this token.', {
          hint: 'Perhaps it was withdrawn, or not copied whole.',
        });
  }
  if (allows(caller.role, role)) return caller;
  throw new HttpError(
    403,
    'forbidden',
    `This asks for the role '${role}', and '${caller.name}' has the role '${caller.role}'.`,
    { role },
  );
}
