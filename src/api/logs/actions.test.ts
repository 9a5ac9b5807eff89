// The AWS door itself: unknown operations, broken bodies, the shape of answers.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

describe('the AWS door', () => {
  it('answers in JSON 1.1 with a request id', async () => {
    const answer = await test.aws('DescribeLogGroups', {});
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': expect.stringMatching(/^id-\d+$/),
    });
    expect(answer.body).toEqual({ logGroups: [] });
  });

  it('takes an empty body for no members, and members that are null for absent ones', async () => {
    const headers = { 'x-amz-target': 'Logs_20140328.DescribeLogGroups' };
    expect((await test.post('/', '', headers)).status).toBe(200);
    expect((await test.aws('DescribeLogGroups', { limit: null, logGroupNamePrefix: null })).status).toBe(200);
  });

  it('takes signed and gzipped requests', async () => {
    const answer = await test.post('/', gzipSync('{"limit":1}'), {
      'x-amz-target': 'Logs_20140328.DescribeLogGroups',
      'content-type': 'application/x-amz-json-1.1',
      'content-encoding': 'gzip',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/logs/aws4_request, SignedHeaders=host, Signature=0',
    });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['another service', 'DynamoDB_20120810.ListTables'],
    ['a name of an object', 'Logs_20140328.constructor'],
    ['an operation of a later model', 'Logs_20140328.PutLogDreams'],
  ])('refuses %s', async (_, target) => {
    const { status, body } = await test.post('/', {}, { 'x-amz-target': target });
    expect([status, body]).toEqual([
      400,
      {
        __type: 'UnknownOperationException',
        message: `Shiplog knows no operation ${target}; docs/api.md lists those it knows.`,
      },
    ]);
  });

  it('says what is missing when nothing names an action', async () => {
    const { body } = await test.post('/', {});
    expect(body.message).toMatch(/^No operation is named: the header X-Amz-Target/);
  });

  it.each([
    ['{', 'SerializationException', /^The body is not JSON: /],
    ['[]', 'SerializationException', /^The body: Invalid input: expected object, received array$/],
    [
      '{"limit":"5"}',
      'SerializationException',
      /^Member 'limit': Invalid input: expected number, received string$/,
    ],
    ['{"limit":1.5}', 'SerializationException', /^Member 'limit': /],
    [
      '{"limit":0,"logGroupNamePrefix":""}',
      'InvalidParameterException',
      /^3 validation errors detected: Value '' at 'logGroupNamePrefix' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'logGroupNamePrefix' .* pattern: \S+; Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1$/,
    ],
  ])('refuses the body %s', async (text, type, message) => {
    const { status, body } = await test.post('/', text, {
      'x-amz-target': 'Logs_20140328.DescribeLogGroups',
    });
    expect([status, body.__type]).toEqual([400, type]);
    expect(body.message).toMatch(message);
  });

  it('refuses a broken gzip body and a foreign host in its own words', async () => {
    const target = { 'x-amz-target': 'Logs_20140328.DescribeLogGroups' };
    const broken = await test.post('/', 'no gzip', { ...target, 'content-encoding': 'gzip' });
    expect([broken.status, broken.body.__type]).toEqual([400, 'MalformedHttpRequestException']);
    const foreign = await test.post('/', '{}', { ...target, host: 'attacker.example' });
    expect([foreign.status, foreign.body.__type]).toEqual([400, 'AccessDeniedException']);
  });
});

describe('a fault of ours', () => {
  it('is InternalFailure, with the request id and without the cause', async () => {
    const summaries = () => Promise.reject(new Error('secret path'));
    const faulty = await openTestServer();
    Object.assign(faulty.app.store, { summaries });
    const { status, headers, body } = await faulty.aws('DescribeLogGroups', {});
    expect([status, body.__type]).toEqual([500, 'InternalFailure']);
    expect(body.message).toContain(String(headers['x-amzn-requestid']));
    expect(body.message).not.toContain('secret');
    await faulty.close();
  });
});
