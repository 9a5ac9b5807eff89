// What errors are called in the Query protocol, which is older than the names that the other protocols use; and the header
// by which services that used to speak Query give both names (x-amzn-query-mode, x-amzn-query-error).
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CommonErrors.html
// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#awsquerycompatible-trait

import type { FastifyRequest } from 'fastify';

export interface QueryError {
  readonly code: string;
  /** Whose fault: the request's, or ours. */
  readonly fault: 'Sender' | 'Receiver';
  readonly status: number;
}

const sender = (code: string, status = 400): QueryError => ({ code, fault: 'Sender', status });
const receiver = (code: string, status: number): QueryError => ({ code, fault: 'Receiver', status });

const known: Readonly<Record<string, QueryError>> = {
  AccessDeniedException: sender('AccessDenied', 403),
  IncompleteSignatureException: sender('IncompleteSignature'),
  InternalFailure: receiver('InternalFailure', 500),
  InvalidParameterException: sender('InvalidParameterValue'),
  InvalidSignatureException: sender('SignatureDoesNotMatch', 403),
  MissingAuthenticationTokenException: sender('MissingAuthenticationToken', 403),
  RequestEntityTooLargeException: sender('RequestEntityTooLarge', 413),
  SerializationException: sender('MalformedInput'),
  ServiceUnavailableException: receiver('ServiceUnavailable', 503),
  ThrottlingException: sender('Throttling'),
  UnknownOperationException: sender('InvalidAction'),
  UnrecognizedClientException: sender('InvalidClientTokenId', 403),
  ValidationException: sender('ValidationError'),
};

/** The Query protocol's name for an error type of the others; the type itself where it has none. */
export function queryError(type: string): QueryError {
  return known[type] ?? sender(type.replace(/Exception$/, ''));
}

/** For clients that know CloudWatch's errors by their Query names, and say so. */
export function queryErrorHeader(
  { headers }: FastifyRequest,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  if (headers['x-amzn-query-mode'] !== 'true') return {};
  const { code, fault } = queryError(String(body.__type));
  return { 'x-amzn-query-error': `${code};${fault}` };
}
