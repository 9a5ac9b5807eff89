// The server on a real port: what only a socket shows. The rest of api/ is tested by handing requests to it.
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, openTestServer, type TestServer } from '../../test/e2e/api-fixture.ts';
import type { App } from '../app.ts';
import type { QueryRequest, QueryResult } from '../queries/query.ts';
import { ListenError } from './listen.ts';
import { type RunningServer, startServer } from './server.ts';

const emptyResult: QueryResult = {
  columns: [],
  rows: [],
  statistics: { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 },
  durationMs: 0,
  warnings: [],
};

/** A stand-in for runQuery that runs until the test lets it, or until its signal fires. */
function slowQuery() {
  const state = { started: Promise.resolve(), aborted: false, finish: () => {} };
  let began = () => {};
  state.started = new Promise<void>((resolve) => {
    began = resolve;
  });
  const runQuery = (_: QueryRequest, signal?: AbortSignal): Promise<QueryResult> =>
    new Promise((resolve, reject) => {
      let finished = false;
      state.finish = () => {
        finished = true;
        resolve(emptyResult);
      };
      signal?.addEventListener('abort', () => {
        state.aborted = !finished;
        reject(signal.reason);
      });
      began();
    });
  return { state, runQuery };
}

const body = JSON.stringify({ query: 'limit 1', startMs: 0, endMs: 1 });

describe('a running server', () => {
  let app: App;
  let server: RunningServer;
  let slow = slowQuery();

  beforeEach(async () => {
    app = await openTestApp();
    slow = slowQuery();
    server = await startServer({ ...app, runQuery: slow.runQuery }, { host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    await server.close();
    await app.close();
  });

  it('leaves a note in the data directory while it runs', async () => {
    const path = join(app.dataDir, 'server.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ pid: process.pid, url: server.url });
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({
      status: 'ok',
      version: app.version,
    });
    await server.close();
    expect(existsSync(path)).toBe(false);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('says what to do when the port is taken', async () => {
    const second = startServer(app, { host: '127.0.0.1', port: server.port });
    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toThrow(
      `Port ${server.port} on 127.0.0.1 is in use. Stop the program that holds it, or choose another port with --port.`,
    );
  });

  it.each(['0.0.0.0', '::', 'example.org'])('is not let out to %s', async (host) => {
    await expect(startServer(app, { host, port: 0 })).rejects.toThrow(/no credentials are configured/);
  });

  it('stops a query whose client has gone', async () => {
    const client = new AbortController();
    const asked = fetch(`${server.url}/api/v1/query`, { method: 'POST', body, signal: client.signal });
    await slow.state.started;
    client.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => slow.state.aborted).toBe(true);
  });

  it('lets a running request end before it closes', async () => {
    const asked = fetch(`${server.url}/api/v1/query`, { method: 'POST', body });
    await slow.state.started;
    const closed = server.close();
    slow.state.finish();
    expect((await asked).status).toBe(200);
    await closed;
    expect(slow.state.aborted).toBe(false);
  });

  it('does not wait for connections that ask nothing', async () => {
    const socket = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const startedMs = performance.now();
    await server.close();
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    socket.destroy();
  });

  it('keeps connections and answers several requests on one', async () => {
    const response = await fetch(`${server.url}/healthz`);
    expect(response.headers.get('connection')).toBe('keep-alive');
    // Longer than Go's 90 seconds and the 60 of load balancers.
    expect(response.headers.get('keep-alive')).toBe('timeout=125');
  });

  it('is busy when the bodies under way are too many, in the words of each API', async () => {
    const sent = await Promise.all(
      ['/ingest/events', '/'].map((path) =>
        announce(
          server.port,
          path,
          Array.from({ length: 5 }, () => 63 * 2 ** 20),
        ),
      ),
    );
    expect(sent.flat().filter((status) => status === 503).length).toBeGreaterThan(0);
  });
});

/** Sends heads that announce bodies of so many bytes; answers the statuses that come before any byte of them. */
async function announce(port: number, path: string, sizes: readonly number[]): Promise<readonly number[]> {
  return Promise.all(
    sizes.map(
      (size) =>
        new Promise<number>((resolve) => {
          const sending = request({ port, path, method: 'POST', headers: { 'content-length': size } });
          const done = (status: number) => {
            resolve(status);
            sending.destroy();
          };
          sending.on('response', (response) => done(response.statusCode ?? 0));
          sending.on('error', () => done(0));
          sending.flushHeaders();
          setTimeout(() => done(0), 300);
        }),
    ),
  );
}

describe('every answer', () => {
  let test: TestServer;
  beforeEach(async () => {
    test = await openTestServer();
  });
  afterEach(() => test.close());

  it('carries the security headers', async () => {
    for (const path of ['/healthz', '/nothing', '/api/v1/status']) {
      expect((await test.get(path)).headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
    }
  });

  it.each([
    ['/api/v1/events/%zz', 400, 'bad-request'],
    [`/api/v1/events/${'x'.repeat(3_000)}`, 414, 'bad-request'],
    ['/api//v1', 404, 'not-found'],
  ])('is an error of ours, also for the address %.30s', async (path, status, code) => {
    const answer = await test.get(path);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.headers).toMatchObject({ 'x-frame-options': 'DENY' });
  });

  it.each([
    [{ host: 'attacker.example' }, 'foreign-host'],
    [{ host: 'localhost', origin: 'https://attacker.example' }, 'foreign-origin'],
    [{ host: 'localhost', origin: 'null' }, 'foreign-origin'],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 'foreign-origin'],
  ])('is refused to %j', async (headers, code) => {
    const { status, body } = await test.post('/ingest/events', '{}', headers);
    expect([status, body.error.code]).toEqual([403, code]);
  });

  it('is given to whoever follows a link, wherever it stands', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await test.get('/healthz', headers)).status).toBe(200);
  });

  it('is given to the page of this machine, whatever its port', async () => {
    expect((await test.get('/healthz', { host: '[::1]:7410', origin: 'http://localhost:5173' })).status).toBe(
      200,
    );
  });

  it('is counted by route, not by path', async () => {
    await test.get('/api/v1/events/nonsense');
    await test.aws('DescribeLogGroups', {});
    const { text, headers } = await test.get('/metrics');
    expect(headers['content-type']).toMatch('text/plain');
    expect(text).toContain(
      'shiplog_http_request_duration_seconds_count{route="/api/v1/events/:ptr",status="400"} 1',
    );
    expect(text).toContain(
      'shiplog_http_request_duration_seconds_count{route="DescribeLogGroups",status="200"} 1',
    );
  });
});
