// Whatever arrives at the AWS door is answered: never with a fault of ours, always with a typed error in the form that was
// spoken, in a moment. Random bytes, real requests of every wire form with parts changed, and random JSON for every operation.

import { gzipSync } from 'node:zlib';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { decode, encode } from 'cborg';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { services } from '../../src/api/aws/services.ts';
import { ecsGroup, openTestServer, type TestServer, taskEvent } from '../e2e/api-fixture.ts';
import { scene } from '../e2e/operations/case.ts';
import { events } from '../e2e/operations/events.ts';
import { creation, deletion } from '../e2e/operations/log-groups.ts';
import { queries } from '../e2e/operations/queries.ts';
import { lookupTables, scheduledQueries } from '../e2e/operations/tables-and-schedules.ts';

let test: TestServer;
const faults: unknown[] = [];
beforeAll(async () => {
  test = await openTestServer();
  const { log } = test.app;
  log.error = (what: unknown) => {
    faults.push(what);
  };
  await test.app.store.appendEcs([{ message: taskEvent(1) }]);
});
afterAll(() => test.close());

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const patienceMs = 10_000;

/** Sends it and checks the answer; live tails end as soon as they have begun. */
async function send({ url, headers, body }: Sent): Promise<number> {
  const begun = performance.now();
  const answer = await test.server.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost', ...headers },
    payload: Buffer.from(body),
  });
  expect(performance.now() - begun).toBeLessThan(patienceMs);
  expect(faults).toEqual([]);
  expect(answer.statusCode).toBeLessThan(500);
  if (answer.statusCode >= 400) expect(errorOf(answer.headers, answer.rawPayload)).toMatch(/^[A-Za-z-]+$/);
  return answer.statusCode;
}

/** The type of an error, in whatever form it came. */
function errorOf(headers: object, body: Buffer): unknown {
  const type = String((headers as { 'content-type'?: string })['content-type']);
  if (type.startsWith('application/cbor')) return (decode(body) as { __type: string }).__type;
  if (type.startsWith('text/xml')) return /<Code>([^<]*)<\/Code>/.exec(body.toString())?.[1];
  const parsed = JSON.parse(body.toString()) as { __type?: string; error?: { code: string } };
  return parsed.__type ?? parsed.error?.code;
}

const bytes = (text: string): Uint8Array => Buffer.from(text);
const json = (target: string, body: string): Sent => ({
  url: '/',
  headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' },
  body: Buffer.from(body),
});
const form = (body: string): Sent => ({
  url: '/',
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  body: Buffer.from(body),
});

const real: readonly Sent[] = [
  json('Logs_20140328.DescribeLogGroups', '{"limit":50,"logGroupNamePrefix":"/aws"}'),
  json(
    'Logs_20140328.StartQuery',
    JSON.stringify({
      logGroupNames: [ecsGroup],
      startTime: 1,
      endTime: 2,
      queryString: 'fields @message | limit 5',
    }),
  ),
  json(
    'Logs_20140328.PutLogEvents',
    '{"logGroupName":"a","logStreamName":"b","logEvents":[{"timestamp":1795348800000,"message":"x"}]}',
  ),
  json(
    'Logs_20140328.FilterLogEvents',
    JSON.stringify({ logGroupName: ecsGroup, filterPattern: '{ $.a = 1 }' }),
  ),
  json(
    'AWSEvents.PutEvents',
    '{"Entries":[{"Source":"a","DetailType":"b","Detail":"{\\"c\\":1}","Time":1795348800}]}',
  ),
  {
    url: '/',
    headers: {
      'x-amz-target': 'GraniteServiceVersion20100801.ListMetrics',
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-query-mode': 'true',
    },
    body: bytes('{"Namespace":"AWS/Billing","Dimensions":[{"Name":"a","Value":"b"}]}'),
  },
  form('Action=GetCallerIdentity&Version=2011-06-15'),
  form('Action=ListMetrics&Version=2010-08-01&Namespace=AWS%2FBilling&Dimensions.member.1.Name=a'),
  form('Action=DescribeRegions&Version=2016-11-15&RegionName.1=us-east-1'),
  {
    url: '/service/GraniteServiceVersion20100801/operation/ListMetrics',
    headers: { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' },
    body: encode({ Namespace: 'AWS/Billing', Dimensions: [{ Name: 'a', Value: 'b' }] }),
  },
  {
    ...json('Logs_20140328.DescribeLogStreams', ''),
    headers: { 'x-amz-target': 'Logs_20140328.DescribeLogStreams', 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify({ logGroupName: ecsGroup })),
  },
];

/** A real body with some bytes replaced, cut out, doubled or put in. */
function mutated(body: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.nat({ max: Math.max(0, body.length - 1) }),
    cut: fc.nat({ max: 8 }),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.constantFrom('{', '}', '[', '"', '\\u0000', '-1', '1e999', 'null', '%', '&', '\u0000').map(bytes),
    ),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce<Uint8Array>(
        (text, { at, cut, put }) => Buffer.concat([text.subarray(0, at), put, text.subarray(at + cut)]),
        body,
      ),
    );
}

const headers = fc.dictionary(
  fc.constantFrom(
    'x-amz-target',
    'content-type',
    'content-encoding',
    'smithy-protocol',
    'x-amzn-query-mode',
    'accept',
  ),
  fc.oneof(
    fc.constantFrom(
      'gzip',
      'deflate',
      'identity',
      'rpc-v2-cbor',
      'true',
      'Logs_20140328.',
      '.',
      'constructor',
    ),
    fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }),
  ),
  { noNullPrototype: true },
);

it('answers random bytes under random headers', async () => {
  const sent = fc.record({
    url: fc.constantFrom(
      '/',
      '/x',
      '/service/a/operation/b',
      '/service/%00/operation/%ff',
      '//',
      '/?Action=a',
    ),
    headers,
    body: fc.uint8Array({ maxLength: 200 }),
  });
  await fc.assert(
    fc.asyncProperty(sent, async (one) => {
      await send(one);
    }),
    { numRuns: 1_000 },
  );
});

it('answers real requests with parts of them changed', async () => {
  for (const one of real) expect(await send(one)).toBeLessThanOrEqual(400);
  const sent = fc.constantFrom(...real).chain((one) =>
    fc.record({ body: mutated(one.body), more: fc.option(headers) }).map(({ body, more }) => ({
      ...one,
      body,
      headers: { ...one.headers, ...more },
    })),
  );
  await fc.assert(
    fc.asyncProperty(sent, async (one) => {
      await send(one);
    }),
    { numRuns: 2_000 },
  );
});

/** Names that members have, so that random values come to be looked at. */
const memberNames = [
  'logGroupName',
  'logGroupNames',
  'logGroupIdentifier',
  'logGroupIdentifiers',
  'logGroupNamePrefix',
  'logStreamName',
  'logStreamNames',
  'logEvents',
  'queryString',
  'queryId',
  'queryDefinitionId',
  'startTime',
  'endTime',
  'limit',
  'maxItems',
  'maxResults',
  'nextToken',
  'name',
  'identifier',
  'resourceArn',
  'tags',
  'tagKeys',
  'filterPattern',
  'retentionInDays',
  'policyDocument',
  'logRecordPointer',
  'scheduleExpression',
  'lookupTableName',
  'tableBody',
  'parameters',
  'Entries',
  'Namespace',
  'Dimensions',
];

const texts = fc.oneof(
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.constantFrom(
    ecsGroup,
    `arn:aws:logs:us-east-1:000000000000:log-group:${ecsGroup}:*`,
    '',
    '\u0000',
    '*',
    'AAAAAQ',
  ),
  fc.constantFrom(
    'fields @message',
    'rate(1 minute)',
    'a,b\n1,2',
    '{ $.a = 1 }',
    '[a, b]',
    '%x%',
    '{"Fields":["a"]}',
  ),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    texts,
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, true, false, 0, -1, 1, 1_795_348_800_000, 2 ** 53, -(2 ** 63)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...memberNames, '__proto__', 'toString'), texts), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;
const input = fc.dictionary(fc.constantFrom(...memberNames), values, { maxKeys: 6 });

/** A live tail answers for hours: its input is tried as far as it is refused. */
const operations = services.flatMap(({ target, operations: known }) =>
  target === undefined
    ? []
    : [...known.keys()].filter((name) => name !== 'StartLiveTail').map((name) => `${target}.${name}`),
);

it('answers random JSON for every operation', { timeout: 120_000 }, async () => {
  expect(operations.length).toBeGreaterThan(100);
  for (const target of operations) {
    await fc.assert(
      fc.asyncProperty(fc.oneof(input, values), async (value) => {
        await send(json(target, JSON.stringify(value)));
      }),
      { numRuns: 40 },
    );
  }
});

/** The requests by which the official SDK tries every operation, in their order. */
async function recorded(): Promise<readonly Sent[]> {
  const endpoint = await test.server.listen({ host: '127.0.0.1', port: 0 });
  const credentials = { accessKeyId: 'anyone', secretAccessKey: 'anything' };
  const logs = new CloudWatchLogs({
    endpoint,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
    disableHostPrefix: true,
  });
  const requests: Sent[] = [];
  logs.middlewareStack.add(
    (next) => async (given) => {
      const { headers: sentHeaders, body } = given.request as {
        headers: Record<string, string>;
        body: string;
      };
      requests.push({
        url: '/',
        headers: { 'x-amz-target': sentHeaders['x-amz-target'] ?? '' },
        body: Buffer.from(body),
      });
      return next(given);
    },
    { step: 'finalizeRequest' },
  );
  const shared = scene(logs);
  const making = { ...creation(shared), ...events(shared), ...queries(shared), ...lookupTables(shared) };
  for (const [name, { ask }] of Object.entries({
    ...making,
    ...scheduledQueries(shared),
    ...deletion(shared),
  })) {
    // What becomes of them is for sdk-operations.test.ts to say.
    if (name !== 'StartLiveTail') await ask().catch(() => undefined);
  }
  logs.destroy();
  return requests;
}

/** The places of a JSON value, each as the names and positions that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, member]) => placesIn(member, [...path, name]))];
}

/** The value with another one at a place; without the member where there is none. */
function replaced(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === name ? replaced(item, rest, other) : item));
  const members = Object.entries(value as object);
  return Object.fromEntries(
    members.map(([key, member]) => [key, key === name ? replaced(member, rest, other) : member]),
  );
}

it('answers what the SDK sends, with any of its members replaced or left out', {
  timeout: 120_000,
}, async () => {
  const requests = await recorded();
  expect(requests.length).toBeGreaterThan(40);
  for (const one of requests) {
    const sound = JSON.parse(Buffer.from(one.body).toString()) as unknown;
    const changed = fc
      .record({ place: fc.constantFrom(...placesIn(sound)), value: fc.option(values, { nil: undefined }) })
      .map(({ place, value }) => replaced(sound, place, value));
    await fc.assert(
      fc.asyncProperty(changed, async (body) => {
        await send({ ...one, body: bytes(JSON.stringify(body) ?? '') });
      }),
      { numRuns: 40 },
    );
  }
});
