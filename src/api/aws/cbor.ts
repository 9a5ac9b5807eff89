// Smithy RPC v2 CBOR: the operation in the path, CBOR in both directions. The Go SDK speaks it to CloudWatch; the Logs service
// has JSON 1.1 only, also in the newest models.
// https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html

import { decode, encode } from 'cborg';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyBytes } from '../body.ts';
import { ServiceError } from '../errors.ts';
import type { Asked, Protocol } from './protocol.ts';
import { queryErrorHeader } from './query-error.ts';
import { services } from './services.ts';

/** At the end of whatever path the base URL has. */
const operationPath = /\/service\/([^/?]+)\/operation\/([^/?]+)$/;

export const cbor: Protocol = {
  recognises: ({ method, headers }) => method === 'POST' && headers['smithy-protocol'] === 'rpc-v2-cbor',
  asked,
  input,
  sendAnswer: (_, reply, __, answer) => send(reply, answer),
  sendError: (request, reply, _, { body }) => send(reply.headers(queryErrorHeader(request, body)), body),
};

function asked({ url }: FastifyRequest): Asked {
  const [, target, operation] = operationPath.exec(url.split('?', 1)[0] ?? '') ?? [];
  const service = services.find((known) => known.target !== undefined && known.target === target);
  return { service, operation, named: target && `${target}.${operation}` };
}

/** No numbers beyond 2^53, no undefined: nothing in JSON's world has a form for them. */
const strict = { allowBigInt: false, allowUndefined: false, rejectDuplicateMapKeys: true };

function input(request: FastifyRequest): unknown {
  const bytes = bodyBytes(request);
  if (bytes.length === 0) return {};
  try {
    return decode(bytes, strict);
  } catch (cause) {
    throw new ServiceError('SerializationException', `The body is not CBOR: ${reasonOf(cause)}`);
  }
}

function reasonOf(cause: unknown): string {
  // The stack has an end.
  if (cause instanceof RangeError) return 'it is nested too deeply';
  return cause instanceof Error ? cause.message : String(cause);
}

function send(reply: FastifyReply, body: object): FastifyReply {
  return reply
    .header('smithy-protocol', 'rpc-v2-cbor')
    .type('application/cbor')
    .send(Buffer.from(encode(body)));
}
