// A server with credentials, asked by the official JavaScript SDK: who gets in, who does not, and what they are told.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  CloudWatchLogsClient,
  type CloudWatchLogsServiceException,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteQueryDefinitionCommand,
  DescribeLogGroupsCommand,
  DescribeQueriesCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/app.ts';
import { awsSigner } from '../aws-signer.ts';
import { taskEvent } from './api-fixture.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-auth-'));
const keys = {
  admin: { id: 'SHIPLOGADMIN', secret: 'admin-secret-0123456789' },
  read: { id: 'SHIPLOGREAD', secret: 'read-secret-0123456789' },
  ingest: { id: 'SHIPLOGINGEST', secret: 'ingest-secret-0123456789' },
} as const;
type Role = keyof typeof keys;
const tokenOf = (role: Role): string => `token-of-${role}-0123456789`;

const credentials = {
  accessKeys: Object.entries(keys).map(([role, key]) => ({ ...key, name: `the-${role}`, role })),
  tokens: Object.keys(keys).map((role) => ({ token: tokenOf(role as Role), name: `the-${role}`, role })),
};

const lines: string[] = [];
const log = pino({ level: 'debug' }, { write: (line) => void lines.push(line) });
let server: Awaited<ReturnType<typeof serve>>;
const clients: CloudWatchLogsClient[] = [];

beforeAll(async () => {
  const file = join(dataDir, 'keys.json');
  writeFileSync(file, JSON.stringify(credentials));
  chmodSync(file, 0o600);
  const place = { dataDir, host: '127.0.0.1', port: 0, accountId: '000000000000', region: 'us-east-1' };
  const rest = { queryTimeoutSeconds: 60, memoryMegabytes: 'auto', logLevel: 'silent' } as const;
  server = await serve({ ...place, ...rest, credentialsFile: file }, { log });
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await server.close();
  rmSync(dataDir, { recursive: true });
});

function clientFor(
  { id, secret }: { readonly id: string; readonly secret: string },
  options: {
    readonly systemClockOffset?: number;
    readonly region?: string;
    readonly sessionToken?: string;
  } = {},
): CloudWatchLogsClient {
  const { sessionToken, ...rest } = options;
  const client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: {
      accessKeyId: id,
      secretAccessKey: secret,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    ...rest,
  });
  clients.push(client);
  return client;
}

const describeGroups = new DescribeLogGroupsCommand({});

/** What a client is told instead of an answer. */
async function refusal(
  asked: Promise<unknown>,
): Promise<readonly [status: number, name: string, message: string]> {
  const error = (await asked.then(
    () => undefined,
    (cause: unknown) => cause,
  )) as CloudWatchLogsServiceException | undefined;
  return [error?.$metadata.httpStatusCode ?? 0, error?.name ?? '', error?.message ?? ''];
}

describe('a signature', () => {
  it('of a key that is known lets in, whatever the Region, and with a session token too', async () => {
    for (const options of [{}, { region: 'eu-central-1' }, { sessionToken: 'left over' }]) {
      const answer = await clientFor(keys.read, options).send(describeGroups);
      expect(answer.logGroups).toEqual([]);
    }
  });

  it('with another secret is refused as AWS refuses it', async () => {
    const wrong = clientFor({ ...keys.admin, secret: keys.read.secret });
    expect(await refusal(wrong.send(describeGroups))).toEqual([
      400,
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    ]);
  });

  it('of a key that is not known is refused as AWS refuses it', async () => {
    const unknown = clientFor({ ...keys.admin, id: 'NOBODY' });
    expect(await refusal(unknown.send(describeGroups))).toEqual([
      400,
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    ]);
  });

  it.each([
    [-6, /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/],
    [
      6,
      /^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)$/,
    ],
  ])('made %i minutes from now is refused', async (minutes, message) => {
    const skewed = clientFor(keys.read, { systemClockOffset: minutes * 60_000 });
    const [status, name, text] = await refusal(skewed.send(describeGroups));
    expect([status, name]).toEqual([400, 'InvalidSignatureException']);
    expect(text).toMatch(message);
  });

  it('made with a clock that is wrong is made again by the SDK, which reads our Date', async () => {
    const skewed = new CloudWatchLogsClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: keys.read.id, secretAccessKey: keys.read.secret },
      systemClockOffset: -3_600_000,
    });
    clients.push(skewed);
    expect((await skewed.send(describeGroups)).logGroups).toEqual([]);
  });
});

describe('a role', () => {
  it('allows what it is for and nothing else', async () => {
    const group = { logGroupName: '/auth/events' };
    const stream = { ...group, logStreamName: 's' };
    const ingest = clientFor(keys.ingest);
    await ingest.send(new CreateLogGroupCommand(group));
    await ingest.send(new CreateLogStreamCommand(stream));
    await ingest.send(
      new PutLogEventsCommand({ ...stream, logEvents: [{ timestamp: Date.now(), message: 'hello' }] }),
    );
    expect((await ingest.send(describeGroups)).logGroups).toHaveLength(1);
    expect(await refusal(ingest.send(new DescribeQueriesCommand({})))).toEqual([
      400,
      'AccessDeniedException',
      'User: arn:aws:iam::000000000000:user/the-ingest is not authorized to perform: logs:DescribeQueries on resource: arn:aws:logs:us-east-1:000000000000:log-group::log-stream: because its role is ingest',
    ]);

    const read = clientFor(keys.read);
    expect((await read.send(describeGroups)).logGroups?.map(({ logGroupName }) => logGroupName)).toEqual([
      '/auth/events',
    ]);
    const drop = new DeleteQueryDefinitionCommand({ queryDefinitionId: 'none' });
    expect((await refusal(read.send(drop)))[1]).toBe('AccessDeniedException');
    expect((await refusal(read.send(new CreateLogGroupCommand({ logGroupName: '/no' }))))[1]).toBe(
      'AccessDeniedException',
    );
    expect((await refusal(clientFor(keys.admin).send(drop)))[1]).toBe('ResourceNotFoundException');
  });
});

describe('a request that is not signed', () => {
  const ask = (headers: Readonly<Record<string, string>>, body: string | undefined = '{}') =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'Logs_20140328.DescribeLogGroups', ...headers },
      ...(body === undefined ? {} : { body }),
    });

  it('is refused as AWS refuses it, with a body and without', async () => {
    for (const body of ['{}', undefined]) {
      const answer = await ask({}, body);
      expect([answer.status, await answer.json()]).toEqual([
        400,
        {
          __type: 'MissingAuthenticationTokenException',
          message: 'Request is missing Authentication Token',
        },
      ]);
    }
  });

  it('may bring a bearer token instead', async () => {
    expect((await ask({ authorization: `Bearer ${tokenOf('read')}` })).status).toBe(200);
    const denied = await ask({
      authorization: `Bearer ${tokenOf('ingest')}`,
      'x-amz-target': 'Logs_20140328.DescribeQueries',
    });
    expect(await denied.json()).toMatchObject({ __type: 'AccessDeniedException' });
    const unknown = await ask({ authorization: 'Bearer nobody' });
    expect(await unknown.json()).toMatchObject({ __type: 'UnrecognizedClientException' });
  });
});

describe('a request that is signed by hand', () => {
  const headers = (): Record<string, string> => ({
    host: new URL(server.url).host,
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'Logs_20140328.DescribeLogGroups',
  });
  const draft = (body: string | Buffer, more: Readonly<Record<string, string>> = {}) => ({
    method: 'POST',
    protocol: 'http:',
    hostname: '127.0.0.1',
    path: '/',
    query: {},
    headers: { ...headers(), ...more },
    body,
  });
  const send = async (
    { headers: signed, query = {} }: { readonly headers: object; readonly query?: object | undefined },
    body: string | Buffer,
  ) => {
    const search = new URLSearchParams(query as Record<string, string>);
    const answer = await fetch(`${server.url}/?${search}`, {
      method: 'POST',
      headers: signed as Record<string, string>,
      body,
    });
    return [answer.status, ((await answer.json()) as { __type?: string }).__type ?? 'ok'];
  };

  it('holds for its body, gzipped or not: what is signed is what goes over the wire', async () => {
    for (const applyChecksum of [true, false]) {
      const signer = awsSigner({ ...keys.read, applyChecksum });
      const plain = await signer.sign(draft('{}'));
      expect(await send(plain, '{}')).toEqual([200, 'ok']);
      expect(await send(plain, '{"limit":1}')).toEqual([400, 'InvalidSignatureException']);
      const zipped = gzipSync('{}');
      const compressed = await signer.sign(draft(zipped, { 'content-encoding': 'gzip' }));
      expect(await send(compressed, zipped)).toEqual([200, 'ok']);
      expect(await send(compressed, gzipSync('{"limit":1}'))).toEqual([400, 'InvalidSignatureException']);
    }
  });

  it('may be a presigned URL, for what it was signed for and as long as it lives', async () => {
    const unhoistableHeaders = new Set(['x-amz-target']);
    const url = await awsSigner(keys.read).presign(draft('{}'), { expiresIn: 60, unhoistableHeaders });
    expect(await send(url, '{}')).toEqual([200, 'ok']);
    expect(await send(url, '{"limit":1}')).toEqual([400, 'InvalidSignatureException']);
    const other = { ...url.headers, 'x-amz-target': 'Logs_20140328.DescribeQueries' };
    expect(await send({ ...url, headers: other }, '{}')).toEqual([400, 'InvalidSignatureException']);
    const signingDate = new Date(Date.now() - 61_000);
    const late = await awsSigner(keys.read).presign(draft('{}'), {
      expiresIn: 60,
      signingDate,
      unhoistableHeaders,
    });
    expect(await send(late, '{}')).toEqual([400, 'InvalidSignatureException']);
  });
});

describe('an Authorization header that no client sends', () => {
  it.each([
    'AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=\x80\xff',
    `AWS4-HMAC-SHA256 ${'Credential=a,'.repeat(500)}`,
    `AWS4-HMAC-SHA256 Credential=${'/'.repeat(5_000)}, SignedHeaders=${';'.repeat(5_000)}, Signature=`,
    'AWS4-HMAC-SHA256 __proto__=1, constructor=2, Credential=toString, SignedHeaders=__proto__, Signature=a',
    'Bearer \x80',
    `Bearer ${'x'.repeat(10_000)}`,
    'Basic ====',
    `Basic ${'A'.repeat(10_000)}`,
    'Negotiate',
    ',',
  ])('%.60s is refused on both doors, in the words of each', async (authorization) => {
    const told = async (path: string, method: string): Promise<readonly [number, unknown]> => {
      const answer = await ask(path, method, authorization);
      return [answer.status, JSON.parse(answer.text)];
    };
    const [status, body] = await told('/', 'POST');
    expect(status).toBe(400);
    expect(body).toMatchObject({ __type: expect.stringMatching(/Exception$/), message: expect.any(String) });
    expect(await told('/api/v1/status', 'GET')).toMatchObject([401, { error: { code: 'unauthorized' } }]);
    expect(await told('/ingest/events', 'POST')).toMatchObject([401, { error: { code: 'unauthorized' } }]);
  });

  it('of more than a server reads is refused before it is looked at, and the server goes on', async () => {
    expect((await ask('/', 'POST', `Bearer ${'x'.repeat(40_000)}`)).status).toBe(431);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  /** Through Node's client, which sends bytes that fetch does not. */
  const ask = (path: string, method: string, authorization: string) =>
    new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
      const headers = { authorization, 'x-amz-target': 'Logs_20140328.DescribeLogGroups' };
      const sending = request(`${server.url}${path}`, { method, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      sending.on('error', reject);
      sending.end();
    });
});

describe('our own routes', () => {
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}${path}`, { headers });
  const bearer = (role: Role) => ({ authorization: `Bearer ${tokenOf(role)}` });
  const basic = (password: string) => ({
    authorization: `Basic ${Buffer.from(`anyone:${password}`).toString('base64')}`,
  });

  it('ask for a token, and say how it is sent', async () => {
    for (const path of ['/api/v1/status', '/metrics', '/api/v1/saved-queries']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
        401,
        'Bearer realm="Shiplog"',
      ]);
      expect(await answer.json()).toMatchObject({ error: { code: 'unauthorized' } });
    }
    const unknown = await get('/api/v1/status', { authorization: 'Bearer nobody' });
    expect(unknown.headers.get('www-authenticate')).toBe('Bearer realm="Shiplog", error="invalid_token"');
    expect(unknown.status).toBe(401);
  });

  it('take it in three ways', async () => {
    for (const headers of [bearer('read'), basic(tokenOf('read')), { 'x-api-key': tokenOf('admin') }]) {
      expect((await get('/api/v1/status', headers)).status).toBe(200);
      expect((await get('/metrics', headers)).status).toBe(200);
    }
  });

  it('leave health and the page open', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/', { accept: 'text/html' })).status).not.toBe(401);
    expect((await get('/api/v1/nothing')).status).toBe(404);
  });

  it('ask for the role that fits', async () => {
    const put = (headers: Readonly<Record<string, string>>) =>
      fetch(`${server.url}/ingest/events`, { method: 'POST', headers, body: taskEvent(1) });
    expect((await put({})).status).toBe(401);
    expect((await put(bearer('read'))).status).toBe(403);
    expect((await put({ 'x-api-key': tokenOf('ingest') })).status).toBe(200);
    const denied = await get('/api/v1/status', bearer('ingest'));
    expect([denied.status, await denied.json()]).toEqual([
      403,
      {
        error: {
          code: 'forbidden',
          message: "This asks for the role 'read', and 'the-ingest' has the role 'ingest'.",
          role: 'read',
        },
      },
    ]);
    const save = (role: Role) =>
      fetch(`${server.url}/api/v1/saved-queries`, {
        method: 'PUT',
        headers: bearer(role),
        body: JSON.stringify({ name: 'q', query: 'limit 1' }),
      });
    expect((await save('read')).status).toBe(403);
    expect((await save('admin')).status).toBe(200);
  });

  it('answer any host, and no page that came from elsewhere', async () => {
    const elsewhere = await get('/api/v1/status', { ...bearer('read'), origin: 'https://attacker.example' });
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([
      403,
      { error: { code: 'foreign-origin' } },
    ]);
    expect((await get('/api/v1/status', { ...bearer('read'), origin: server.url })).status).toBe(200);
  });
});

it('the log of all this names who asked, and holds no secret', () => {
  const text = lines.join('');
  expect(text).toContain('"caller":"the-ingest"');
  expect(text).not.toMatch(/0123456789|authorization|signature=/i);
});
