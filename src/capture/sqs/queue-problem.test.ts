// What the SDK throws, as sentences: which failures pass by themselves, and what must never be repeated.
import { expect, it } from 'vitest';
import { queueProblem } from './queue-problem.ts';

const address = {
  url: 'https://sqs.eu-west-1.amazonaws.com/111122223333/shiplog',
  name: 'shiplog',
  origin: 'https://sqs.eu-west-1.amazonaws.com',
  region: 'eu-west-1',
};
const failing = (fields: object) => queueProblem(Object.assign(new Error('It failed.'), fields), address);

it.each([
  [{ name: 'QueueDoesNotExist' }, 'refused', 'get-queue-url --queue-name shiplog'],
  [{ name: 'SQSServiceException', Code: 'AWS.SimpleQueueService.NonExistentQueue' }, 'refused', 'no queue'],
  [{ name: 'AccessDenied' }, 'refused', 'AWS says: It failed.'],
  [{ name: 'CredentialsProviderError' }, 'refused', 'There are no AWS credentials.'],
  [{ name: 'ExpiredToken' }, 'refused', 'Sign in again'],
  [{ name: 'RequestThrottled', $metadata: { httpStatusCode: 400 } }, 'passing', 'throttles'],
  [{ name: 'OverLimit', $metadata: { httpStatusCode: 400 } }, 'passing', '120,000'],
  [{ code: 'ENOTFOUND' }, 'refused', 'Nothing answers at https://sqs.eu-west-1.amazonaws.com (ENOTFOUND)'],
  [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'refused', 'NODE_EXTRA_CA_CERTS'],
  [{ code: 'ECONNRESET' }, 'passing', 'It failed.'],
  [{ name: 'InternalError', $metadata: { httpStatusCode: 500 } }, 'passing', 'InternalError: It failed.'],
  [{ name: 'SomethingNew', $metadata: { httpStatusCode: 400 } }, 'refused', 'SomethingNew: It failed.'],
  [{ name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }, 'passing', 'SyntaxError'],
] as const)('%j is %s', (fields, kind, text) => {
  const problem = failing(fields);
  expect(problem.kind).toBe(kind);
  expect(problem.message).toContain(text);
});

it.each(['Region is missing', 'Region not accepted: region="" is not a valid hostname component.'])(
  '%s',
  (message) => {
    expect(queueProblem(new Error(message), address)).toMatchObject({
      kind: 'refused',
      message: 'The URL of the queue does not tell its Region; set AWS_REGION.',
    });
  },
);

it('tells how long it has waited', () => {
  expect(queueProblem(new Error('aborted'), address, 30_000)).toMatchObject({
    kind: 'passing',
    message: 'The queue shiplog has not answered within 30 seconds.',
  });
});

it('does not repeat what AWS says of a signature, which quotes the session token', () => {
  const message = "The Canonical String should have been 'x-amz-security-token:SECRET'";
  const problem = failing({ name: 'SignatureDoesNotMatch', message });
  expect(problem.kind).toBe('refused');
  expect(problem.message).not.toContain('SECRET');
});
