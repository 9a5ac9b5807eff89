// What reaches the server before any route does: bytes that are no HTTP, floods, slowness, odd but lawful HTTP, and paths made to
// lead elsewhere. Every one is answered with a typed error or properly, nothing crashes, and nothing tells of our insides.

import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildServer, type RunningServer, startServer } from '../../src/api/server.ts';
import type { App } from '../../src/app.ts';
import { bodyBytesMax, headerBytesMax, headersMax } from '../../src/limits.ts';
import { openTestApp } from './api-fixture.ts';
import { openRaw, type RawAnswer, type RawConnection } from './raw-connection.ts';

let app: App;
let server: RunningServer;
/** For what should not be waited for so long. */
let impatient: FastifyInstance;
const open: RawConnection[] = [];

beforeAll(async () => {
  app = await openTestApp();
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
  impatient = await buildServer(app, { connectionLimits: { headersMs: 1_000, bodyLookMs: 200 } });
  await impatient.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.destroy();
});
afterAll(async () => {
  await impatient.close();
  await server.close();
  await app.close();
});

const portOf = (listening: FastifyInstance): number => (listening.server.address() as AddressInfo).port;

async function connected(port = server.port): Promise<RawConnection> {
  const connection = await openRaw(port);
  open.push(connection);
  return connection;
}

async function answersTo(text: string | Uint8Array, count = 1): Promise<readonly RawAnswer[]> {
  const connection = await connected();
  connection.send(text);
  return connection.answers(count);
}

/** A request in HTTP/1.1 with a host and, where it has a body, its length. */
function request(line: string, headers: readonly string[] = [], body = ''): string {
  const length = body === '' ? [] : [`content-length: ${Buffer.byteLength(body)}`];
  return [`${line} HTTP/1.1`, 'host: localhost', ...headers, ...length, '', body].join('\r\n');
}

const describe1 = request('POST /', ['x-amz-target: Logs_20140328.DescribeLogGroups'], '{"limit":1}');

/** As an AWS error or as one of ours. */
function typeOf({ body }: RawAnswer): string {
  const { __type: type, error } = JSON.parse(body) as { __type?: string; error?: { code: string } };
  return [type, error?.code].filter((name) => name !== undefined).join(' ');
}

it.each<[what: string, sent: string, status: number, type: string]>([
  [
    'no HTTP at all',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
    400,
    'MalformedHttpRequestException bad-request',
  ],
  ['an unknown method', request('FROB /'), 400, 'MalformedHttpRequestException bad-request'],
  ['a known method that nothing has', request('PROPFIND /api/v1/status'), 404, 'not-found'],
  ['a bad header', request('GET /', ['bad header']), 400, 'MalformedHttpRequestException bad-request'],
  [
    'two lengths',
    request('POST /', ['content-length: 1', 'content-length: 2']),
    400,
    'MalformedHttpRequestException bad-request',
  ],
  [
    'a length and chunks',
    request('POST /', ['content-length: 5', 'transfer-encoding: chunked'], ''),
    400,
    'MalformedHttpRequestException bad-request',
  ],
  [
    'a chunk of a length that is none',
    `${request('POST /', ['transfer-encoding: chunked'])}zz\r\n`,
    400,
    'MalformedHttpRequestException bad-request',
  ],
  [
    'headers without end',
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(headerBytesMax)}`,
    431,
    'RequestEntityTooLargeException too-large',
  ],
  [
    'many headers',
    request(
      'POST /',
      Array.from({ length: headersMax }, (_, index) => `x${index}: y`),
    ),
    413,
    'RequestEntityTooLargeException',
  ],
  [
    'many headers elsewhere',
    request(
      'GET /healthz',
      Array.from({ length: headersMax }, (_, index) => `x${index}: y`),
    ),
    431,
    'too-many-headers',
  ],
  [
    'a body announced too large',
    request('POST /ingest/events', [`content-length: ${bodyBytesMax + 1}`]),
    413,
    'too-large',
  ],
  [
    'a body announced too large for AWS',
    request('POST /', [`content-length: ${bodyBytesMax}`]),
    413,
    'RequestEntityTooLargeException',
  ],
  ['a foreign host', 'GET /api/v1/status HTTP/1.1\r\nhost: attacker.example\r\n\r\n', 403, 'foreign-host'],
  ['HTTP/1.0 without a host', 'GET /api/v1/status HTTP/1.0\r\n\r\n', 403, 'foreign-host'],
])('refuses %s', async (_, sent, status, type) => {
  const [answer] = await answersTo(sent);
  expect([answer?.status, answer && typeOf(answer)]).toEqual([status, type]);
  expect(answer?.body).not.toMatch(/\bat \/|node_modules|\.ts:|\.js:/);
});

it.each([
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc/passwd',
  '/assets/..%5c..%5cetc',
  '/%00',
  '//etc/passwd',
  '/api/v1/../../../etc/passwd',
  '/%ff',
  '/api/v1/events/%2e%2e%2f',
  '/api/v1/investigations/__proto__',
  '/api/v1/lookup-tables/constructor',
])('finds nothing at %s', async (path) => {
  const [answer] = await answersTo(request(`GET ${path}`));
  expect(answer?.status).toBeGreaterThanOrEqual(400);
  expect(answer?.status).toBeLessThan(500);
  expect(answer && typeOf(answer)).toMatch(/^(not-found|bad-request|unknown-[a-z-]+|bad-pointer)$/);
  expect(answer?.body).not.toContain('root:');
});

it.each([
  ['a path', '/cloudwatch'],
  ['a path with a slash', '/some/where/'],
  ['two slashes', '//'],
  ['a query', '/?a=b'],
  ['the path of the page', '/investigations/task'],
  ['an absolute URL', 'http://localhost/'],
])('answers AWS clients whose base URL has %s', async (_, path) => {
  const [answer] = await answersTo(describe1.replace('POST /', `POST ${path}`));
  expect([answer?.status, answer?.body]).toEqual([200, '{"logGroups":[]}']);
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('reads no body of a %s to nowhere', async (method) => {
  const announced = request(`${method} /nothing`, ['transfer-encoding: chunked']);
  const [answer] = await answersTo(`${announced}5\r\nbegun\r\n`);
  expect([answer?.status, answer && typeOf(answer)]).toEqual([404, 'not-found']);
});

it('answers requests sent one behind the other in their order', async () => {
  const answers = await answersTo(`${describe1}${request('GET /healthz')}${describe1}`, 3);
  expect(answers.map(({ body }) => body.slice(0, 12))).toEqual([
    '{"logGroups"',
    '{"status":"o',
    '{"logGroups"',
  ]);
});

it('reads a body in chunks, compressed or not', async () => {
  const head = [
    'POST / HTTP/1.1',
    'host: localhost',
    'x-amz-target: Logs_20140328.DescribeLogGroups',
    'transfer-encoding: chunked',
  ];
  const plain = `${head.join('\r\n')}\r\n\r\n6\r\n{"limi\r\n5\r\nt":1}\r\n0\r\n\r\n`;
  const zipped = gzipSync('{"limit":1}');
  const connection = await connected();
  connection.send(plain);
  connection.send(
    `${[...head, 'content-encoding: gzip'].join('\r\n')}\r\n\r\n${zipped.length.toString(16)}\r\n`,
  );
  connection.send(zipped);
  connection.send('\r\n0\r\n\r\n');
  expect((await connection.answers(2)).map(({ status }) => status)).toEqual([200, 200]);
});

it('tells a client that waits to go on', async () => {
  const connection = await connected();
  const [head = '', body = ''] = describe1
    .replace('host:', 'expect: 100-continue\r\nhost:')
    .split('\r\n\r\n');
  connection.send(`${head}\r\n\r\n`);
  await expect.poll(() => connection.received()).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  connection.send(body);
  expect((await connection.answers(1))[0]?.status).toBe(200);
});

it('speaks HTTP/1.0 and closes', async () => {
  const connection = await connected();
  connection.send('GET /healthz HTTP/1.0\r\nhost: localhost\r\n\r\n');
  expect((await connection.answers(1))[0]?.status).toBe(200);
  await connection.closed();
});

it('goes on after errors on the same connection', async () => {
  const bad = request('POST /', ['x-amz-target: Logs_20140328.DescribeLogGroups'], '{"limit":');
  const broken = request('POST /', ['content-encoding: gzip'], 'no gzip');
  const answers = await answersTo(`${bad}${broken}${request('GET /nothing')}${describe1}`, 4);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 404, 200]);
});

it.each([
  ['says nothing', ''],
  ['does not end its headers', 'POST / HTTP/1.1\r\nhost: localhost\r\n'],
])('closes a connection that %s', async (_, sent) => {
  const connection = await connected(portOf(impatient));
  connection.send(sent);
  const [answer] = await connection.answers(1);
  expect([answer?.status, answer && typeOf(answer)]).toEqual([
    408,
    'RequestTimeoutException request-timeout',
  ]);
  await connection.closed();
});

it('gives up on a body that comes a byte at a time, and on nobody else', async () => {
  const slow = await connected(portOf(impatient));
  slow.send(request('POST /', ['content-length: 1000']));
  const dripping = setInterval(() => slow.send('x'), 50);
  const other = await connected(portOf(impatient));
  const asking = setInterval(() => other.send(describe1), 100);
  const [answer] = await slow.answers(1);
  clearInterval(dripping);
  clearInterval(asking);
  expect([answer?.status, answer && typeOf(answer)]).toEqual([
    408,
    'RequestTimeoutException request-timeout',
  ]);
  await slow.closed();
  other.send(describe1);
  expect((await other.answers(2)).every(({ status }) => status === 200)).toBe(true);
});

it('lives when a client leaves in the middle of anything', async () => {
  for (const cut of [1, 20, describe1.length - 12, describe1.length - 3, describe1.length]) {
    const connection = await connected();
    connection.send(describe1.slice(0, cut));
    connection.socket.destroy();
  }
  expect((await answersTo(describe1))[0]?.status).toBe(200);
});

it('gives up on a client that asks for much and takes nothing', async () => {
  const line = `${'x'.repeat(98)}\n`;
  await app.store.createLookupTable('large', { body: `a\n${line.repeat(90_000)}` });
  const built = await buildServer(app, { connectionLimits: { bodyLookMs: 50 } });
  await built.listen({ host: '127.0.0.1', port: 0 });
  const count = promisify(built.server.getConnections.bind(built.server));
  const connection = await connected(portOf(built));
  connection.socket.pause();
  connection.send(request('GET /api/v1/lookup-tables/large').repeat(5));
  await expect.poll(count).toBe(1);
  await expect.poll(count, { timeout: 20_000 }).toBe(0);
  await built.close();
});

it('takes so many connections and no more', async () => {
  const built = await buildServer(app, { connectionLimits: { connectionsMax: 2 } });
  await built.listen({ host: '127.0.0.1', port: 0 });
  const first = await connected(portOf(built));
  const others = [await connected(portOf(built)), await connected(portOf(built))];
  await others[1]?.closed();
  first.send(describe1);
  expect((await first.answers(1))[0]?.status).toBe(200);
  for (const { socket } of [first, ...others]) socket.destroy();
  await built.close();
});

it.each([
  'stream-localhost',
  'streaming-127.0.0.1',
  'logs.us-east-1.localhost:7410',
  '[::1]:7410',
  'LOCALHOST',
])('answers for the host %s', async (host) => {
  const [answer] = await answersTo(describe1.replace('host: localhost', `host: ${host}`));
  expect(answer?.status).toBe(200);
});
