// A wire form of the AWS API: how it is recognised, how it names an operation, how its input, answers and errors look.
// The forms are json.ts, query.ts and cbor.ts; the door (../aws.ts) picks one by what arrives.

import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WireError } from '../errors.ts';
import type { Service } from './service.ts';

/** What a request asks for, as far as it can be told. */
export interface Asked {
  /** Undefined when no service of ours is named. */
  readonly service: Service | undefined;
  /** Name of the operation, known or not. */
  readonly operation: string | undefined;
  /** Service and operation in the request's own words, for messages; undefined when it names none. */
  readonly named: string | undefined;
}

export type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export interface Protocol {
  /** By the head alone, so that also a body that cannot be read is answered in the right form. */
  recognises(head: RequestHead): boolean;
  asked(request: FastifyRequest): Asked;
  /** The operation's input. Throws ServiceError when the body cannot be read. */
  input(request: FastifyRequest): unknown;
  sendAnswer(request: FastifyRequest, reply: FastifyReply, asked: Asked, answer: object): FastifyReply;
  /** Sends the body; the status is set already. */
  sendError(request: FastifyRequest, reply: FastifyReply, asked: Asked, error: WireError): FastifyReply;
}
