import { expect, it } from 'vitest';
import { queryError } from './query-error.ts';

it.each([
  ['UnknownOperationException', 'InvalidAction', 'Sender', 400],
  ['InvalidSignatureException', 'SignatureDoesNotMatch', 'Sender', 403],
  ['ServiceUnavailableException', 'ServiceUnavailable', 'Receiver', 503],
  ['InternalFailure', 'InternalFailure', 'Receiver', 500],
  ['LimitExceededException', 'LimitExceeded', 'Sender', 400],
])('calls %s %s', (type, code, fault, status) => {
  expect(queryError(type)).toEqual({ code, fault, status });
});
