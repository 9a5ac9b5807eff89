// Causes and what is told about them on either side of the API.
import { describe, expect, it } from 'vitest';
import { InvestigationInputError } from '../investigations/investigation.ts';
import { errorAt, warningAt } from '../language/diagnostic.ts';
import { QueryRejected, UnknownLogGroup } from '../queries/compile-query.ts';
import { TooManyQueries } from '../queries/query-service.ts';
import { DamagedResult } from '../queries/results/result-file.ts';
import { LogGroupExists, LogGroupMissing, LogStreamExists } from '../store/store.ts';
import { awsWireError, HttpError, jsonWireError, ServiceError } from './errors.ts';

const aws = (cause: unknown) => awsWireError(cause, 'request-1', '111122223333');
const json = (cause: unknown) => jsonWireError(cause, 'request-1');
const fastifyError = (statusCode: number) => Object.assign(new Error('said by fastify'), { statusCode });

describe('a query that does not compile', () => {
  const diagnostics = [
    warningAt({ start: 0, end: 1 }, 'odd', 'odd'),
    errorAt({ start: 2, end: 5 }, 'unknown-command', 'unexpected symbol found foo', 'Did you mean fields?'),
    errorAt({ start: 7, end: 8 }, 'other', 'other'),
  ];

  it('ends in the offsets of the first error for AWS clients, with the hint before them', () => {
    expect(aws(new QueryRejected('| foo', diagnostics))).toEqual({
      status: 400,
      internal: false,
      body: {
        __type: 'MalformedQueryException',
        message: 'unexpected symbol found foo. Did you mean fields? ([2,5])',
        queryCompileError: {
          location: { startCharOffset: 2, endCharOffset: 5 },
          message: 'unexpected symbol found foo',
        },
      },
    });
  });

  it("does not repeat offsets that are in AWS's text already", () => {
    const diagnostic = errorAt(
      { start: 2, end: 5 },
      'twice',
      'Ephemeral field is already defined: x ([2,5])',
    );
    expect(aws(new QueryRejected('', [diagnostic])).body).toMatchObject({
      message: 'Ephemeral field is already defined: x ([2,5])',
      queryCompileError: { message: 'Ephemeral field is already defined: x' },
    });
  });

  it('shows every diagnostic to our own clients', () => {
    expect(json(new QueryRejected('| foo', diagnostics))).toEqual({
      status: 400,
      internal: false,
      body: { error: { code: 'malformed-query', message: 'unexpected symbol found foo', diagnostics } },
    });
  });
});

describe('AWS clients', () => {
  it.each([
    [
      new ServiceError('LimitExceededException', 'm', { more: 1 }),
      400,
      { __type: 'LimitExceededException', message: 'm', more: 1 },
    ],
    [new ServiceError('ServiceUnavailableException', 'm'), 503, { __type: 'ServiceUnavailableException' }],
    [new TooManyQueries(), 400, { __type: 'LimitExceededException' }],
    [new DamagedResult('q'), 400, { __type: 'ResourceNotFoundException' }],
    [new UnknownLogGroup('/g'), 400, { __type: 'ResourceNotFoundException' }],
    [new LogGroupMissing('/g'), 400, { __type: 'ResourceNotFoundException' }],
    [new LogGroupExists('/g'), 400, { __type: 'ResourceAlreadyExistsException' }],
    [new LogStreamExists('/g', 's'), 400, { __type: 'ResourceAlreadyExistsException' }],
    [new HttpError(403, 'foreign-host', 'm'), 400, { __type: 'AccessDeniedException', message: 'm' }],
    [new HttpError(503, 'busy', 'm'), 503, { __type: 'ServiceUnavailableException', message: 'm' }],
    [fastifyError(413), 413, { __type: 'RequestEntityTooLargeException', message: 'said by fastify' }],
  ])('are told about %s', (cause, status, body) => {
    expect(aws(cause)).toMatchObject({ status, internal: false, body });
  });

  it.each([new Error('secret'), fastifyError(500), 'secret', undefined])(
    'learn nothing about %s',
    (cause) => {
      const { status, internal, body } = aws(cause);
      expect([status, internal, body.__type]).toEqual([500, true, 'InternalFailure']);
      expect(body.message).toBe(
        'Shiplog failed to answer this request; its log says why under request request-1.',
      );
    },
  );
});

describe('our own clients', () => {
  it.each([
    [
      new HttpError(404, 'unknown-event', 'm', { hint: 'h' }),
      404,
      { code: 'unknown-event', message: 'm', hint: 'h' },
    ],
    [new UnknownLogGroup('/g'), 404, { code: 'unknown-log-group', logGroup: '/g' }],
    [
      new InvestigationInputError('service', 'No such service.', ['web']),
      400,
      { code: 'invalid-input', input: 'service', message: 'No such service.', suggestions: ['web'] },
    ],
    [fastifyError(413), 413, { code: 'too-large', message: 'said by fastify' }],
    [fastifyError(503), 503, { code: 'unavailable' }],
    [fastifyError(400), 400, { code: 'bad-request' }],
  ])('are told about %s', (cause, status, error) => {
    expect(json(cause)).toMatchObject({ status, internal: false, body: { error } });
  });

  it('learn nothing about our faults', () => {
    expect(json(new Error('secret'))).toMatchObject({
      status: 500,
      internal: true,
      body: { error: { code: 'internal', requestId: 'request-1' } },
    });
    expect(JSON.stringify(json(new Error('secret')))).not.toContain('secret');
  });
});
