import { decode, encode } from 'cborg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, openTestServer, type TestServer } from '../../test/e2e/api-fixture.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

const form = (fields: Record<string, string>, path = '/'): Promise<Answer> =>
  test.post(path, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  });

const granite = { 'x-amz-target': 'GraniteServiceVersion20100801.ListMetrics' };
const json10 = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-query-mode': 'true' };

describe('JSON', () => {
  it('is answered in the version that was asked in', async () => {
    const asked = await test.post('/', '{"Namespace":"AWS/Billing"}', { ...granite, ...json10 });
    expect([asked.status, asked.headers['content-type'], asked.body]).toEqual([
      200,
      'application/x-amz-json-1.0',
      { Metrics: [] },
    ]);
    const logs = await test.aws('DescribeLogGroups', {});
    expect(logs.headers['content-type']).toBe('application/x-amz-json-1.1');
  });

  it('names an error in body and header, and as Query has it to those who ask for that', async () => {
    const target = { 'x-amz-target': 'GraniteServiceVersion20100801.DescribeAlarms' };
    const refused = await test.post('/', '{}', { ...target, ...json10 });
    expect([refused.status, refused.body.__type]).toEqual([400, 'UnknownOperationException']);
    expect(refused.headers).toMatchObject({
      'x-amzn-errortype': 'UnknownOperationException',
      'x-amzn-query-error': 'InvalidAction;Sender',
      'x-amzn-requestid': expect.any(String),
    });
    expect((await test.post('/', '{}', target)).headers).not.toHaveProperty('x-amzn-query-error');
  });

  it('knows an operation by its service', async () => {
    const target = { 'x-amz-target': 'AWSEvents.DescribeLogGroups' };
    expect((await test.post('/', '{}', target)).body.__type).toBe('UnknownOperationException');
  });
});

describe('the Query protocol', () => {
  it('answers in XML', async () => {
    const { status, headers, text } = await form({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
    expect([status, headers['content-type']]).toEqual([200, 'text/xml']);
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
        '<Arn>arn:aws:iam::000000000000:user/local</Arn><UserId>local</UserId><Account>000000000000</Account>' +
        `</GetCallerIdentityResult><ResponseMetadata><RequestId>${headers['x-amzn-requestid']}</RequestId></ResponseMetadata>` +
        '</GetCallerIdentityResponse>',
    );
  });

  it('is asked by a URL alone as well, which may be presigned', async () => {
    const { status, text } = await test.get('/?Action=GetCallerIdentity&Version=2011-06-15', {
      accept: 'text/html',
    });
    expect([status, text]).toEqual([200, expect.stringContaining('<UserId>local</UserId>')]);
    const { body } = await test.get('/?Version=2011-06-15');
    expect(body.error.code).toBe('not-found');
  });

  it('lists no metrics', async () => {
    const { text } = await form({
      Action: 'ListMetrics',
      Version: '2010-08-01',
      IncludeLinkedAccounts: 'true',
    });
    expect(text).toContain('<ListMetricsResult><Metrics></Metrics></ListMetricsResult>');
  });

  it('refuses in XML, with what the client sent made harmless', async () => {
    const { status, text } = await form({ Action: '<Drop>\u0000', Version: '2011-06-15' });
    expect(status).toBe(400);
    expect(text).toContain('<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error>');
    expect(text).toContain('<Type>Sender</Type><Code>InvalidAction</Code>');
    expect(text).toContain('&lt;Drop&gt;\ufffd');
  });

  it('knows a service by its version', async () => {
    const { status, text } = await form({ Action: 'GetCallerIdentity', Version: '2010-08-01' });
    expect(status).toBe(400);
    expect(text).toContain('<Code>InvalidAction</Code>');
  });

  it('names a constraint as CloudWatch does', async () => {
    const { status, text } = await form({ Action: 'ListMetrics', Version: '2010-08-01', Namespace: '' });
    expect(status).toBe(400);
    expect(text).toContain('<Code>ValidationError</Code>');
  });
});

describe('the dialect of EC2', () => {
  const ec2 = (fields: Record<string, string>) => form({ Version: '2016-11-15', ...fields });

  it('has the one Region', async () => {
    const { text } = await ec2({ Action: 'DescribeRegions' });
    expect(text).toContain('<regionInfo><item><regionName>us-east-1</regionName>');
    expect((await ec2({ Action: 'DescribeRegions', 'RegionName.1': 'us-east-1' })).text).toContain('<item>');
  });

  it.each([
    [{ 'RegionName.1': 'eu-west-1' }, 'InvalidParameterValue'],
    [{ 'Filter.1.Name': 'endpoint' }, 'InvalidParameterValue'],
    [{ Action: 'DescribeInstances' }, 'InvalidAction'],
  ])('refuses %j', async (fields, code) => {
    const { status, text } = await ec2({ Action: 'DescribeRegions', ...fields });
    expect(status).toBe(400);
    expect(text).toContain(`<Response><Errors><Error><Code>${code}</Code>`);
    expect(text).toContain('<RequestID>');
  });
});

describe('CBOR', () => {
  const path = '/service/GraniteServiceVersion20100801/operation/ListMetrics';
  const ask = (body: Uint8Array, headers = {}, url = path) =>
    test.server.inject({
      method: 'POST',
      url,
      headers: {
        host: 'localhost',
        'smithy-protocol': 'rpc-v2-cbor',
        'content-type': 'application/cbor',
        ...headers,
      },
      payload: Buffer.from(body),
    });

  it.each([path, `/some/where${path}`])('is answered at %s', async (url) => {
    const answer = await ask(encode({ Namespace: 'AWS/Billing' }), {}, url);
    expect([answer.statusCode, answer.headers['smithy-protocol'], answer.headers['content-type']]).toEqual([
      200,
      'rpc-v2-cbor',
      'application/cbor',
    ]);
    expect(decode(answer.rawPayload)).toEqual({ Metrics: [] });
  });

  it('has a map of no length, as the Go SDK writes it', async () => {
    expect((await ask(Buffer.from('bfff', 'hex'))).statusCode).toBe(200);
  });

  it.each([
    [
      'another operation',
      path.replace('ListMetrics', 'GetMetricData'),
      encode({}),
      'UnknownOperationException',
    ],
    ['no operation', '/', encode({}), 'UnknownOperationException'],
    ['what is no CBOR', path, Buffer.from('{"a":1}'), 'SerializationException'],
    ['a list', path, encode([]), 'SerializationException'],
    ['a large number', path, Buffer.from('a1615a1bffffffffffffffff', 'hex'), 'SerializationException'],
    ['what is nested deeply', path, Buffer.alloc(500_000, 0x81), 'SerializationException'],
    ['a wrong type', path, encode({ Namespace: 5 }), 'SerializationException'],
    ['a name too long', path, encode({ Namespace: 'x'.repeat(256) }), 'ValidationException'],
    ['a large body', path, Buffer.alloc(2 ** 20 + 1), 'RequestEntityTooLargeException'],
  ])('refuses %s', async (_, url, body, type) => {
    const answer = await ask(body, { 'x-amzn-query-mode': 'true' }, url);
    expect(answer.statusCode).toBe(type.startsWith('RequestEntity') ? 413 : 400);
    expect(decode(answer.rawPayload)).toMatchObject({ __type: type, message: expect.any(String) });
    expect(answer.headers).toMatchObject({
      'smithy-protocol': 'rpc-v2-cbor',
      'x-amzn-query-error': expect.stringMatching(/;Sender$/),
    });
  });
});

describe('a path that no route has', () => {
  it('is not found for whoever speaks no protocol of AWS', async () => {
    const { status, body } = await test.post('/some/where', '{}');
    expect([status, body.error.code]).toEqual([404, 'not-found']);
  });

  it('does not take requests from the routes there are', async () => {
    const { body } = await test.post('/ingest/events', '[]', { 'x-amz-target': 'Logs_20140328.ListMetrics' });
    expect(body).toEqual({ stored: 0, duplicates: 0, rejected: [] });
  });
});

it('counts answers by operation, of whatever service', async () => {
  await form({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
  expect((await test.get('/metrics')).text).toContain('route="GetCallerIdentity",status="200"');
});

describe('bodies', () => {
  it.each([
    ['DescribeLogGroups', 2 ** 20],
    ['PutLogEvents', 8 * 2 ** 20],
  ])('of %s have a bound of their own', async (operation, bytesMax) => {
    const { status, body } = await test.post('/', `{"a":"${'x'.repeat(bytesMax)}"}`, {
      'x-amz-target': `Logs_20140328.${operation}`,
    });
    expect([status, body.__type]).toEqual([413, 'RequestEntityTooLargeException']);
  });

  it('with ten thousand mistakes get a short answer', async () => {
    const logEvents = Array.from({ length: 10_000 }, () => ({}));
    const { text, body } = await test.aws('PutLogEvents', {
      logGroupName: 'a',
      logStreamName: 'b',
      logEvents,
    });
    expect(body.message).toMatch(/^20000 validation errors detected: .*; …$/);
    expect(text.length).toBeLessThan(5_000);
  });

  it('nested too deeply to be quoted are refused all the same', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const { body } = await test.post('/', `{"IncludeLinkedAccounts":${deep}}`, granite);
    expect(body.__type).toBe('ValidationException');
  });
});
