// What the AWS SDK throws, as a QueueProblem: whether trying again helps, and a sentence that says what to do. The texts of AWS
// about signatures are left out: they quote the request with its session token.

import { QueueProblem, type QueueProblemKind } from './queue.ts';
import type { QueueAddress } from './queue-url.ts';

/** The fields of an error that the SDK, its credential providers and Node's sockets set. */
interface SdkError {
  readonly name?: string;
  /** Of AWS; of Node's network errors. */
  readonly Code?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly cause?: unknown;
}

type Sentence = (queue: QueueAddress, error: SdkError) => string;
interface Known {
  readonly names: readonly string[];
  readonly kind: QueueProblemKind;
  readonly sentence: Sentence;
}

const region = (queue: QueueAddress): string =>
  queue.region === undefined ? '' : ` The Region of its URL is ${queue.region}.`;

/** By the names of the JSON protocol and of the Query protocol before it, which SQS sends beside them. */
const known: readonly Known[] = [
  {
    names: ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue', 'InvalidAddress'],
    kind: 'refused',
    sentence: (queue) =>
      `There is no queue ${queue.name} at ${queue.url} for these credentials.${region(queue)} "aws sqs get-queue-url --queue-name ${queue.name}" prints the right URL.`,
  },
  {
    names: ['AccessDenied', 'AccessDeniedException', 'AWS.SimpleQueueService.AccessDenied'],
    kind: 'refused',
    sentence: (queue, { message }) =>
      `The queue ${queue.name} may not be used with these credentials: they need sqs:ReceiveMessage, sqs:DeleteMessage and sqs:ChangeMessageVisibility on it. AWS says: ${message}`,
  },
  {
    names: ['KmsAccessDenied', 'KMS.AccessDeniedException', 'KmsDisabled', 'KmsNotFound', 'KmsInvalidState'],
    kind: 'refused',
    sentence: (queue, { message }) =>
      `The messages of ${queue.name} cannot be decrypted: the credentials need kms:Decrypt with the key of the queue. AWS says: ${message}`,
  },
  {
    names: ['CredentialsProviderError', 'TokenProviderError', 'ProviderError'],
    kind: 'refused',
    sentence: () =>
      'There are no AWS credentials. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run where a role gives them; "aws sts get-caller-identity" shows whether they are found.',
  },
  {
    names: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'],
    kind: 'refused',
    sentence: () => 'The AWS credentials have expired. Sign in again, or use a role, which renews them.',
  },
  {
    names: [
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'UnrecognizedClientException',
      'InvalidClientTokenId',
      'InvalidSecurity',
      'IncompleteSignature',
      'MissingAuthenticationToken',
      'AuthFailure',
    ],
    kind: 'refused',
    sentence: (queue) =>
      `The AWS credentials are not accepted: the key or its secret is wrong, belongs to another partition, or the clock of this machine is.${region(queue)}`,
  },
  {
    names: [
      'RequestThrottled',
      'Throttling',
      'ThrottlingException',
      'ThrottledException',
      'KmsThrottled',
      'TooManyRequestsException',
      'RequestLimitExceeded',
      'SlowDown',
    ],
    kind: 'passing',
    sentence: (queue) => `SQS throttles the requests to ${queue.name}.`,
  },
  {
    names: ['OverLimit', 'AWS.SimpleQueueService.OverLimit'],
    kind: 'passing',
    sentence: (queue) =>
      `Readers of ${queue.name} hold as many messages as SQS allows (120,000) and do not delete them.`,
  },
  {
    names: ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'],
    kind: 'refused',
    sentence: (queue, { code }) =>
      `Nothing answers at ${queue.origin} (${code}).${region(queue)} Check the URL of the queue, --endpoint-url and the network.`,
  },
];

/** Of Node's TLS: `CERT_HAS_EXPIRED`, `DEPTH_ZERO_SELF_SIGNED_CERT`, `UNABLE_TO_VERIFY_LEAF_SIGNATURE`, `ERR_TLS_CERT_ALTNAME_INVALID`. */
const distrustCode = /CERT|UNABLE_TO_(GET|VERIFY)/;
/** Of the SDK, before it asks anybody. */
const regionMessage = /^Region (is missing|not accepted)/;

/** `timedOutMs` is set when the request was given up after so long. */
export function queueProblem(cause: unknown, queue: QueueAddress, timedOutMs?: number): QueueProblem {
  if (timedOutMs !== undefined) {
    const text = `The queue ${queue.name} has not answered within ${timedOutMs / 1_000} seconds.`;
    return new QueueProblem('passing', text, cause);
  }
  const error = (typeof cause === 'object' && cause !== null ? cause : {}) as SdkError;
  const names = [error.name, error.Code, error.code].filter((name) => name !== undefined);
  const found = known.find((one) => names.some((name) => one.names.includes(name)));
  if (found !== undefined) return new QueueProblem(found.kind, found.sentence(queue, error), cause);
  if (distrustCode.test(error.code ?? '')) {
    const text = `The certificate of ${queue.origin} is not trusted here (${error.code}). If it was issued by your own authority, name that in NODE_EXTRA_CA_CERTS.`;
    return new QueueProblem('refused', text, cause);
  }
  if (regionMessage.test(error.message ?? '')) {
    return new QueueProblem(
      'refused',
      'The URL of the queue does not tell its Region; set AWS_REGION.',
      cause,
    );
  }
  const status = error.$metadata?.httpStatusCode ?? 0;
  const kind = status >= 400 && status < 500 ? 'refused' : 'passing';
  const said = [error.Code ?? error.name, error.message].filter(Boolean).join(': ');
  return new QueueProblem(kind, `The queue ${queue.name} could not be used (${said}).`, cause);
}
