// A server over a fresh data directory, with the real store and engine and a clock that stands still, for tests that
// hand it requests; and the ECS events they send.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../../src/api/context.ts';
import { buildServer } from '../../src/api/server.ts';
import { type App, openApp } from '../../src/app.ts';

/** 2026-11-22T12:00:00Z */
export const nowMs = Date.UTC(2026, 10, 22, 12);

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The body as JSON, without a schema as its clients read it; null when it is none. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface TestServer {
  readonly app: App;
  readonly server: FastifyInstance;
  /** One AWS action. */
  aws(action: string, input: unknown): Promise<Answer>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** An object is sent as JSON. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  close(): Promise<void>;
}

export async function openTestApp(): Promise<App> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shiplog-api-'));
  let ids = 0;
  const app = await openApp({
    dataDir,
    accountId: '000000000000',
    region: 'us-east-1',
    nowMs: () => nowMs,
    newId: () => `id-${++ids}`,
  });
  const close = async (): Promise<void> => {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...app, close };
}

/** `changes` replaces parts of what the handlers see. */
export async function openTestServer(changes: Partial<ApiContext> = {}): Promise<TestServer> {
  const app = await openTestApp();
  const server = await buildServer({ ...app, ...changes }, {});
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
    const response = await server.inject({
      method,
      url,
      headers: { host: 'localhost:7410', ...headers },
      ...(body === undefined ? {} : { payload: raw ? body : JSON.stringify(body) }),
    });
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      body: jsonOrNull(response.body),
    };
  };
  return {
    app,
    server,
    aws: (action, input) => send('POST', '/', input, { 'x-amz-target': `Logs_20140328.${action}` }),
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path, undefined),
    async close() {
      await server.close();
      await app.close();
    },
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const ecsGroup = '/aws/events/ecs/containerinsights/prod/performance';

const taskArn = 'arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef';

/** A Task State Change envelope of the cluster `prod`; `version` is detail.version and makes the envelope's id. */
export function taskEvent(version: number, lastStatus = 'RUNNING'): string {
  return JSON.stringify({
    version: '0',
    id: `11111111-2222-3333-4444-${String(version).padStart(12, '0')}`,
    'detail-type': 'ECS Task State Change',
    source: 'aws.ecs',
    account: '111122223333',
    time: new Date(nowMs - 3_600_000 + version * 1_000).toISOString().replace('.000Z', 'Z'),
    region: 'us-east-1',
    resources: [taskArn],
    detail: {
      clusterArn: 'arn:aws:ecs:us-east-1:111122223333:cluster/prod',
      taskArn,
      group: 'service:web',
      lastStatus,
      desiredStatus: 'RUNNING',
      version,
    },
  });
}
