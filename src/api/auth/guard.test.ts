// Which routes the guard lets whom through to; how requests are signed and tokens sent is tested beside those.
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptBodies } from '../body.ts';
import { RefusedSenders } from '../ingest/refused-senders.ts';
import { Keyring, token } from './credentials.ts';
import { callerOf, guard } from './guard.ts';

const keyring = new Keyring({
  accessKeys: [],
  tokens: [token('i', 'ingester', 'ingest'), token('r', 'reader', 'read'), token('a', 'chief', 'admin')],
});

async function serverWith(credentials: Keyring | undefined): Promise<FastifyInstance> {
  const server = fastify();
  const refusedSenders = new RefusedSenders(pino({ enabled: false }), () => 0);
  const { bodyCame } = guard(server, { keyring: credentials, nowMs: () => 0, refusedSenders });
  acceptBodies(server, bodyCame);
  for (const access of ['aws', 'ingest', 'read', 'admin'] as const) {
    server.post(`/${access}`, { config: { access } }, async (request) => callerOf(request));
  }
  server.get('/open', { config: { access: 'open' } }, async () => 'open');
  server.get('/read', { config: { access: 'read' } }, async (request) => callerOf(request));
  server.get('/unsaid', async (request) => callerOf(request));
  server.get('/*', async () => 'a file of the page');
  return server;
}

let guarded: FastifyInstance;
let plain: FastifyInstance;
beforeAll(async () => {
  guarded = await serverWith(keyring);
  plain = await serverWith(undefined);
});
afterAll(() => Promise.all([guarded.close(), plain.close()]));

const status = async (
  server: FastifyInstance,
  method: 'GET' | 'POST' | 'HEAD',
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> =>
  (await server.inject({ method, url, headers: { host: 'localhost', ...headers } })).statusCode;

describe('with credentials', () => {
  it.each([
    ['POST', '/ingest', [401, 200, 403, 200]],
    ['POST', '/read', [401, 403, 200, 200]],
    ['POST', '/admin', [401, 403, 403, 200]],
    ['POST', '/aws', [500, 200, 200, 200]],
    ['GET', '/read', [401, 403, 200, 200]],
    ['HEAD', '/read', [401, 403, 200, 200]],
    ['GET', '/unsaid', [401, 403, 403, 200]],
    ['HEAD', '/unsaid', [401, 403, 403, 200]],
    ['GET', '/open', [200, 200, 200, 200]],
    ['GET', '/index.html', [200, 200, 200, 200]],
    ['POST', '/nothing', [404, 404, 404, 404]],
  ] as const)('%s %s is for those it is for', async (method, url, expected) => {
    const answers = [undefined, 'i', 'r', 'a'].map((text) =>
      status(guarded, method, url, text === undefined ? {} : { authorization: `Bearer ${text}` }),
    );
    expect(await Promise.all(answers)).toEqual(expected);
  });

  it.each([
    [{ host: 'shiplog.example' }, 200],
    [{ host: 'shiplog.example', origin: 'https://shiplog.example' }, 200],
    [{ host: 'Shiplog.example:7410', origin: 'http://shiplog.example:7410' }, 200],
    [{ host: 'shiplog.example', origin: 'https://attacker.example' }, 403],
    [{ host: 'shiplog.example:7410', origin: 'http://shiplog.example:7411' }, 403],
    [{ host: 'localhost', origin: 'null' }, 403],
    [{ host: 'localhost', origin: '' }, 403],
  ])('%j gets %i', async (headers, expected) => {
    expect(await status(guarded, 'GET', '/open', headers)).toBe(expected);
  });
});

describe('without credentials', () => {
  it('whoever is on this machine may do everything', async () => {
    const { body } = await plain.inject({ method: 'POST', url: '/admin', headers: { host: '127.0.0.1:1' } });
    expect(JSON.parse(body)).toEqual({ name: 'local', role: 'admin' });
    expect(await status(plain, 'POST', '/aws')).toBe(200);
    expect(await status(plain, 'GET', '/unsaid', { authorization: 'Bearer whatever' })).toBe(200);
  });

  it('nobody else may do anything', async () => {
    for (const url of ['/open', '/unsaid', '/index.html', '/nothing']) {
      expect(await status(plain, 'GET', url, { host: 'shiplog.example' })).toBe(403);
    }
  });
});
