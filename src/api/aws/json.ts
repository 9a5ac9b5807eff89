// AWS JSON 1.0 and 1.1: the operation in X-Amz-Target, JSON in both directions, `__type` and `message` in errors.
// https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html

import type { FastifyRequest } from 'fastify';
import { bodyBytes } from '../body.ts';
import { ServiceError } from '../errors.ts';
import { sendAnswer } from '../stream-answer.ts';
import type { Asked, Protocol } from './protocol.ts';
import { queryErrorHeader } from './query-error.ts';
import { services } from './services.ts';

export const json: Protocol = {
  recognises: ({ method, headers }) => method === 'POST' && headers['x-amz-target'] !== undefined,
  asked,
  input,
  sendAnswer: (request, reply, _, answer) => sendAnswer(reply, answer, contentType(request)),
  // The type stands in a header too, as SDKs look there first. Inferred: a recorded error of AWS Logs is a bare name, without
  // the namespace (`{"__type":"UnknownOperationException"}`, 400; aws-sdk-net#1536), and every SDK cuts a namespace off.
  sendError: (request, reply, __, { body }) =>
    reply
      .headers({ 'x-amzn-errortype': String(body.__type), ...queryErrorHeader(request, body) })
      .type(contentType(request))
      .serializer(JSON.stringify)
      .send(body),
};

function asked({ headers }: FastifyRequest): Asked {
  const named = String(headers['x-amz-target'] ?? '') || undefined;
  const dot = named?.lastIndexOf('.') ?? 0;
  const prefix = named?.slice(0, dot);
  const service = services.find(({ target }) => target !== undefined && target === prefix);
  return { service, operation: named?.slice(dot + 1), named };
}

function input(request: FastifyRequest): unknown {
  const text = bodyBytes(request).toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ServiceError('SerializationException', `The body is not JSON: ${reason}`);
  }
}

/** The version that was asked in. */
function contentType({ headers }: FastifyRequest): string {
  return /^application\/x-amz-json-1\.0\b/.test(headers['content-type'] ?? '')
    ? 'application/x-amz-json-1.0'
    : 'application/x-amz-json-1.1';
}
