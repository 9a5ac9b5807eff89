// The one place that knows what errors look like on the wire: AWS's `__type` and message for the AWS actions,
// `{error: {code, message, hint?}}` for our own routes. Handlers throw; nobody else writes an error body.

import { FilterPatternRejected } from '../filter-pattern/index.ts';
import { InvestigationInputError } from '../investigations/investigation.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { headerBytesMax } from '../limits.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import { TooManyQueries } from '../queries/query-service.ts';
import { QueryStopped } from '../queries/query-stopped.ts';
import { DamagedResult } from '../queries/results/result-file.ts';
import { TooManyTails } from '../queries/tail-service.ts';
import {
  InvalidSchedule,
  RunGivenUp,
  ScheduleBusy,
  ScheduleExists,
  ScheduleMissing,
  TooManySchedules,
} from '../schedules/schedule.ts';
import { InvalidExpression } from '../schedules/schedule-expression.ts';
import {
  InvalidLookupTable,
  LookupTableExists,
  LookupTableMissing,
  TooManyLookupTables,
} from '../store/lookup-table.ts';
import { RejectedMissing } from '../store/rejected.ts';
import { InvalidSavedQuery, SavedQueryMissing, TooManySavedQueries } from '../store/saved-query.ts';
import {
  LogGroupExists,
  LogGroupMissing,
  LogGroupProtected,
  LogStreamExists,
  LogStreamMissing,
  TooManyLogGroups,
} from '../store/store.ts';

/** AWS: CloudWatch Logs API reference, "Errors" of each action and "Common errors". */
export type ServiceErrorType =
  | 'AccessDeniedException'
  | 'ConflictException'
  | 'DataAlreadyAcceptedException'
  | 'IncompleteSignatureException'
  | 'InternalServerException'
  | 'InvalidOperationException'
  | 'InvalidParameterException'
  | 'InvalidSequenceTokenException'
  | 'InvalidSignatureException'
  | 'LimitExceededException'
  | 'MalformedHttpRequestException'
  | 'MalformedQueryException'
  | 'MissingAuthenticationTokenException'
  | 'OperationAbortedException'
  | 'RequestEntityTooLargeException'
  | 'RequestTimeoutException'
  | 'ResourceAlreadyExistsException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'ServiceQuotaExceededException'
  | 'ServiceUnavailableException'
  | 'ThrottlingException'
  | 'TooManyTagsException'
  | 'UnknownOperationException'
  | 'UnrecognizedClientException'
  | 'ValidationException';

/** What an AWS client is told. `members` are the further members of the error's shape. */
export class ServiceError extends Error {
  readonly type: ServiceErrorType;
  readonly members: Readonly<Record<string, unknown>>;
  constructor(type: ServiceErrorType, message: string, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ServiceError';
    this.type = type;
    this.members = members;
  }
}

/** What a caller of our own routes is told. `code` is kebab-case and listed in docs/api.md. */
export class HttpError extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    statusCode: number,
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'HttpError';
    this.statusCode = statusCode;
    this.code = code;
    this.details = details;
  }
}

/** Not now: the same request may succeed later. EventBridge, Firehose and Fluent Bit send it again. */
export class RetryLater extends HttpError {
  readonly retryAfterSeconds: number;
  constructor(
    code: string,
    message: string,
    retryAfterSeconds: number,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(503, code, message, details);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The error body of our own routes. */
export interface OwnError {
  readonly error: { readonly code: string; readonly message: string };
}

export interface WireError<Body = Readonly<Record<string, unknown>>> {
  readonly status: number;
  readonly body: Body;
  /** Not the caller's doing: to be logged. */
  readonly internal: boolean;
}

/** AWS JSON answers 400 for whatever the client did, but for what HTTP itself has a status for. */
const statusOf: Readonly<Partial<Record<ServiceErrorType, number>>> = {
  InternalServerException: 500,
  RequestEntityTooLargeException: 413,
  RequestTimeoutException: 408,
  ServiceUnavailableException: 503,
};

/** `requestId` stands in the texts that AWS puts it in; `accountId` too. */
export function awsWireError(cause: unknown, requestId: string, accountId: string): WireError {
  const known = asServiceError(cause, requestId, accountId);
  if (known !== undefined) {
    return {
      status: statusOf[known.type] ?? 400,
      internal: false,
      body: { __type: known.type, message: known.message, ...known.members },
    };
  }
  const message = `Shiplog failed to answer this request; its log says why under request ${requestId}.`;
  return { status: 500, internal: true, body: { __type: 'InternalFailure', message } };
}

function asServiceError(cause: unknown, requestId: string, accountId: string): ServiceError | undefined {
  if (cause instanceof ServiceError) return cause;
  if (cause instanceof QueryRejected) {
    const missing = cause.diagnostics.find(({ code }) => code === 'unknown-log-group');
    return missing === undefined
      ? malformedQuery(cause.diagnostics)
      : new ServiceError('ResourceNotFoundException', `${missing.message} ${notFound(requestId)}`);
  }
  if (cause instanceof FilterPatternRejected)
    return new ServiceError('InvalidParameterException', cause.message);
  if (cause instanceof TooManyQueries || cause instanceof TooManyTails)
    return new ServiceError('LimitExceededException', cause.message);
  if (cause instanceof DamagedResult) return new ServiceError('ResourceNotFoundException', cause.message);
  if (!(cause instanceof UnknownLogGroup)) return asStoreError(cause) ?? asTransportError(cause);
  return new ServiceError(
    'ResourceNotFoundException',
    `Log group '${cause.logGroup}' does not exist for account ID '${accountId}' ${notFound(requestId)}`,
  );
}

const notFound = (requestId: string): string =>
  `(Service: AWSLogs; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: ${requestId}; Proxy: null)`;

/** AWS's texts, as its clients print them. */
function asStoreError(cause: unknown): ServiceError | undefined {
  if (cause instanceof LogGroupExists) {
    return new ServiceError('ResourceAlreadyExistsException', 'The specified log group already exists');
  }
  if (cause instanceof LogStreamExists) {
    return new ServiceError('ResourceAlreadyExistsException', 'The specified log stream already exists');
  }
  if (cause instanceof LogGroupMissing) {
    return new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');
  }
  if (cause instanceof LogStreamMissing) {
    return new ServiceError('ResourceNotFoundException', 'The specified log stream does not exist.');
  }
  // Inferred: the models declare these types, the texts are ours.
  if (cause instanceof LogGroupProtected) {
    const hint = 'PutLogGroupDeletionProtection ends that.';
    return new ServiceError('ValidationException', `${cause.message} ${hint}`);
  }
  if (cause instanceof TooManyLogGroups) return new ServiceError('LimitExceededException', cause.message);
  return asResourceError(cause);
}

/** Of lookup tables and saved queries. Inferred: AWS's texts are not known, so ours say it. */
function asResourceError(cause: unknown): ServiceError | undefined {
  if (cause instanceof InvalidLookupTable || cause instanceof InvalidSavedQuery) {
    return new ServiceError('InvalidParameterException', cause.message);
  }
  if (cause instanceof LookupTableMissing || cause instanceof SavedQueryMissing) {
    return new ServiceError('ResourceNotFoundException', cause.message);
  }
  if (cause instanceof LookupTableExists) {
    return new ServiceError('ResourceAlreadyExistsException', cause.message);
  }
  if (cause instanceof TooManyLookupTables || cause instanceof TooManySavedQueries) {
    return new ServiceError('LimitExceededException', cause.message);
  }
  return asScheduleError(cause);
}

function asScheduleError(cause: unknown): ServiceError | undefined {
  if (cause instanceof InvalidSchedule || cause instanceof InvalidExpression) {
    return new ServiceError('ValidationException', cause.message);
  }
  if (cause instanceof ScheduleExists) return new ServiceError('ConflictException', cause.message);
  if (cause instanceof ScheduleMissing) return new ServiceError('ResourceNotFoundException', cause.message);
  if (cause instanceof TooManySchedules)
    return new ServiceError('ServiceQuotaExceededException', cause.message);
  return undefined;
}

/**
 * Throws `cause` as the operations throw it whose model knows only ValidationException: a member out of its bounds, a token of
 * another list, a query that does not compile.
 */
export function validationError(cause: unknown): never {
  const known = asServiceError(cause, '', '');
  const other = known?.type === 'MalformedQueryException' || known?.type === 'InvalidParameterException';
  throw known !== undefined && other ? new ServiceError('ValidationException', known.message) : cause;
}

/** What is wrong with a request before an action sees it: its body, its size, where it comes from. */
function asTransportError(cause: unknown): ServiceError | undefined {
  const status = clientStatus(cause);
  if (status === undefined) return undefined;
  const types: Readonly<Record<number, ServiceErrorType>> = {
    403: 'AccessDeniedException',
    408: 'RequestTimeoutException',
    413: 'RequestEntityTooLargeException',
    431: 'RequestEntityTooLargeException',
    503: 'ServiceUnavailableException',
  };
  return new ServiceError(types[status] ?? 'MalformedHttpRequestException', messageOf(cause));
}

/** Reference logs-insights-ql 5.5: the message ends in the offsets; our hint goes before them. */
function malformedQuery(diagnostics: readonly Diagnostic[]): ServiceError {
  const first = diagnostics.find((diagnostic) => diagnostic.severity === 'error') ?? diagnostics[0];
  if (first === undefined) return new ServiceError('MalformedQueryException', 'Query cannot be compiled');
  const { start, end } = first.span;
  const offsets = `([${start},${end}])`;
  const text = first.message.endsWith(offsets)
    ? first.message.slice(0, -offsets.length).trimEnd()
    : first.message;
  const stop = text.endsWith('.') ? '' : '.';
  const hint = first.hint === undefined ? '' : `${stop} ${first.hint}`;
  return new ServiceError('MalformedQueryException', `${text}${hint} ${offsets}`, {
    queryCompileError: { location: { startCharOffset: start, endCharOffset: end }, message: text },
  });
}

export function jsonWireError(cause: unknown, requestId: string): WireError<OwnError> {
  const known = asHttpError(cause);
  if (known !== undefined) {
    return {
      status: known.statusCode,
      internal: false,
      body: { error: { ...known.details, code: known.code, message: known.message } },
    };
  }
  const message = 'Shiplog failed to answer this request.';
  const hint = `The log of the server says why, under request ${requestId}.`;
  const internal = { code: 'internal', message, hint, requestId };
  return { status: 500, internal: true, body: { error: internal } };
}

function asHttpError(cause: unknown): HttpError | undefined {
  if (cause instanceof HttpError) return cause;
  if (cause instanceof QueryRejected) {
    const first = cause.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
    const { diagnostics } = cause;
    return new HttpError(400, 'malformed-query', first?.message ?? cause.message, { diagnostics });
  }
  if (cause instanceof QueryStopped) {
    return cause.limit === 'time'
      ? new HttpError(504, 'query-timeout', cause.message)
      : new HttpError(507, 'query-too-large', cause.message);
  }
  if (cause instanceof FilterPatternRejected) {
    const { start, end } = cause.mistake;
    return new HttpError(400, 'malformed-filter-pattern', cause.message, { span: { start, end } });
  }
  if (cause instanceof UnknownLogGroup) {
    const message = `There is no log group '${cause.logGroup}'.`;
    const hint = 'GET /api/v1/log-groups lists those that exist.';
    return new HttpError(404, 'unknown-log-group', message, { hint, logGroup: cause.logGroup });
  }
  if (cause instanceof InvestigationInputError) {
    const { input, suggestions } = cause;
    return new HttpError(400, 'invalid-input', cause.message, { input, suggestions });
  }
  const status = clientStatus(cause);
  if (status !== undefined) return new HttpError(status, codeOf(status), messageOf(cause));
  return asResourceProblem(cause);
}

/** Of lookup tables and saved queries. */
function asResourceProblem(cause: unknown): HttpError | undefined {
  if (cause instanceof InvalidLookupTable) return new HttpError(400, 'invalid-lookup-table', cause.message);
  if (cause instanceof InvalidSavedQuery) return new HttpError(400, 'invalid-saved-query', cause.message);
  if (cause instanceof LookupTableMissing) return new HttpError(404, 'unknown-lookup-table', cause.message);
  if (cause instanceof SavedQueryMissing) return new HttpError(404, 'unknown-saved-query', cause.message);
  if (cause instanceof LookupTableExists) return new HttpError(409, 'lookup-table-exists', cause.message);
  if (
    cause instanceof TooManyLookupTables ||
    cause instanceof TooManySavedQueries ||
    cause instanceof TooManyTails
  ) {
    return new HttpError(409, 'limit-reached', cause.message);
  }
  if (cause instanceof RejectedMissing) return new HttpError(404, 'unknown-rejected', cause.message);
  return asScheduleProblem(cause);
}

function asScheduleProblem(cause: unknown): HttpError | undefined {
  if (cause instanceof InvalidSchedule || cause instanceof InvalidExpression) {
    return new HttpError(400, 'invalid-scheduled-query', cause.message);
  }
  if (cause instanceof ScheduleMissing) return new HttpError(404, 'unknown-scheduled-query', cause.message);
  if (cause instanceof ScheduleExists) return new HttpError(409, 'scheduled-query-exists', cause.message);
  if (cause instanceof ScheduleBusy) return new HttpError(409, 'scheduled-query-busy', cause.message);
  if (cause instanceof RunGivenUp) return new HttpError(503, 'unavailable', cause.message);
  if (cause instanceof TooManySchedules) return new HttpError(409, 'limit-reached', cause.message);
  return undefined;
}

/** Errors about a request, ours and fastify's, carry a 4xx or 503 status. */
function clientStatus(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !('statusCode' in cause)) return undefined;
  const { statusCode } = cause;
  return typeof statusCode === 'number' && (statusCode < 500 || statusCode === 503) ? statusCode : undefined;
}

const codes: Readonly<Record<number, string>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-encoding',
  503: 'unavailable',
};
const codeOf = (status: number): string => codes[status] ?? 'bad-request';
const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** What is said on a connection whose request cannot be read, in the words of both APIs. `code` is Node's. */
export function unreadable(code: string | undefined): {
  readonly status: number;
  readonly reason: string;
  readonly body: string;
} {
  const { status, reason, type, own, message } = unreadables[code ?? ''] ?? malformed;
  return {
    status,
    reason,
    body: JSON.stringify({ __type: type, message, error: { code: own, message } }),
  };
}

const malformed = {
  status: 400,
  reason: 'Bad Request',
  type: 'MalformedHttpRequestException',
  own: 'bad-request',
  message: 'This is not a request in HTTP/1.1.',
};

const unreadables: Readonly<Record<string, typeof malformed>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    type: 'RequestTimeoutException',
    own: 'request-timeout',
    message: 'The request came too slowly; send it again.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    type: 'RequestEntityTooLargeException',
    own: 'too-large',
    message: `The headers have more than ${headerBytesMax} bytes.`,
  },
};
