// The page as a browser gets it: files, the router's own paths, what must not be taken for the page.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders, servePage } from './page.ts';

let webDir = '';
let built: FastifyInstance;
let unbuilt: FastifyInstance;

beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'shiplog-web-'));
  await mkdir(join(webDir, 'assets'));
  await writeFile(join(webDir, 'index.html'), '<title>Shiplog</title>');
  await writeFile(join(webDir, 'assets', 'index-abc123.js'), 'export {};');
  await writeFile(join(webDir, 'assets', 'index-abc123.js.gz'), gzipSync('export {};'));
  built = fastify();
  await servePage(built, webDir);
  unbuilt = fastify();
  await servePage(unbuilt, join(webDir, 'nowhere'));
});
afterAll(async () => {
  await built.close();
  await unbuilt.close();
  await rm(webDir, { recursive: true });
});

const html = { accept: 'text/html,application/xhtml+xml' };

describe('a built page', () => {
  it.each(['/', '/index.html', '/query', '/investigations/task?id=1'])(
    'is served at %s, and asked for again',
    async (url) => {
      const response = await built.inject({ url, headers: html });
      expect([response.statusCode, response.body]).toEqual([200, '<title>Shiplog</title>']);
      expect(response.headers['cache-control']).toBe('no-cache');
      expect(response.headers['content-type']).toMatch('text/html');
    },
  );

  it('has assets that are kept for good', async () => {
    const response = await built.inject({ url: '/assets/index-abc123.js' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(response.headers['content-type']).toMatch('javascript');
  });

  it('sends what the build compressed as it is', async () => {
    const response = await built.inject({
      url: '/assets/index-abc123.js',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(response.rawPayload).toString()).toBe('export {};');
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['GET', '/api/v1/nothing', html],
    ['GET', '/ingest', html],
    ['GET', '/query', { accept: 'application/json' }],
    ['GET', '/assets/gone.js', { accept: '*/*' }],
    ['GET', '/..%2f..%2fpackage.json', { accept: '*/*' }],
    ['DELETE', '/query', html],
  ] as const)('is not the answer to %s %s', async (method, url, headers) => {
    const response = await built.inject({ method, url, headers });
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toContain('<title>');
  });
});

it('a page that is not built says how to build it', async () => {
  const response = await unbuilt.inject({ url: '/', headers: html });
  expect(response.statusCode).toBe(503);
  expect(response.body).toContain('npm run build');
  expect((await unbuilt.inject({ url: '/' })).statusCode).toBe(404);
});

it('no script may stand in the page itself', () => {
  expect(securityHeaders['content-security-policy']).toContain("default-src 'self'");
  expect(securityHeaders['content-security-policy']).not.toContain('script-src');
});
