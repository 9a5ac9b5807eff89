// Events over real HTTP as EventBridge and Firehose send them, with and without credentials: what they are told, what is stored,
// what is kept aside, and what the log says.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/app.ts';
import { ecsGroup, taskEvent } from './api-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'shiplog-ingest-'));
const lines: string[] = [];
const log = pino({ level: 'debug' }, { write: (line) => void lines.push(line) });
const tokenOf = (role: string): string => `token-of-${role}-0123456789`;
type Server = Awaited<ReturnType<typeof serve>>;
let open: Server;
let guarded: Server;

beforeAll(async () => {
  const file = join(folder, 'keys.json');
  const tokens = ['ingest', 'read', 'admin'].map((role) => ({ token: tokenOf(role), name: role, role }));
  writeFileSync(file, JSON.stringify({ accessKeys: [], tokens }), { mode: 0o600 });
  const settings = { host: '127.0.0.1', port: 0, accountId: '000000000000', region: 'us-east-1' };
  const rest = { queryTimeoutSeconds: 60, memoryMegabytes: 'auto', logLevel: 'silent' } as const;
  open = await serve({ dataDir: join(folder, 'open'), ...settings, ...rest }, { log });
  guarded = await serve(
    { dataDir: join(folder, 'guarded'), ...settings, ...rest, credentialsFile: file },
    { log },
  );
});
afterAll(async () => {
  await open.close();
  await guarded.close();
  rmSync(folder, { recursive: true });
});

/** What EventBridge sends with every event (reference e.3). */
const fromEventBridge = {
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Amazon/EventBridge/ApiDestinations',
  connection: 'close',
  range: 'bytes=0-1048575',
  'accept-encoding': 'gzip,deflate',
};
const requestId = 'ed1d787c-b9e2-4631-92dc-8e7c9d26d804';
const fromFirehose = {
  'content-type': 'application/json',
  'user-agent': 'Amazon Kinesis Data Firehose Agent/1.0',
  'x-amz-firehose-protocol-version': '1.0',
  'x-amz-firehose-request-id': requestId,
  'x-amz-firehose-source-arn': 'arn:aws:firehose:us-east-1:111122223333:deliverystream/ecs',
};

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: ReturnType<typeof JSON.parse>;
}

function send(
  { url }: Server,
  path: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
  method = 'POST',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: text === '' ? null : JSON.parse(text),
        });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
const bearer = (role: string) => ({ authorization: `Bearer ${tokenOf(role)}` });
const kept = async (server: Server) =>
  (await send(server, '/api/v1/rejected', '', bearer('read'), 'GET')).body.records;
const events = async (server: Server): Promise<number> => {
  const { body } = await send(server, '/api/v1/log-groups', '', bearer('read'), 'GET');
  return body.logGroups.find(({ name }: { name: string }) => name === ecsGroup)?.events ?? 0;
};

describe('EventBridge', () => {
  it('delivers one event, or an array, and the same again', async () => {
    const one = await send(open, '/ingest/eventbridge', taskEvent(1), fromEventBridge);
    expect([one.status, one.body]).toEqual([200, { stored: 1, duplicates: 0, rejected: [] }]);
    const batch = `[${taskEvent(1)},${taskEvent(2)}]`;
    const many = await send(open, '/ingest/eventbridge', batch, fromEventBridge);
    expect([many.status, many.body]).toEqual([200, { stored: 1, duplicates: 1, rejected: [] }]);
    expect(await events(open)).toBe(2);
  });

  it('is not told to go away because of one bad event among good ones', async () => {
    const batch = `[${taskEvent(3)},{"detail":{}}]`;
    const { status, body } = await send(open, '/ingest/eventbridge', batch, fromEventBridge);
    expect([status, body]).toMatchObject([200, { stored: 1, rejected: [{ index: 1 }] }]);
    expect((await kept(open))[0]).toMatchObject({
      source: '/ingest/eventbridge',
      sender: '127.0.0.1 Amazon/EventBridge/ApiDestinations',
      bytes: 13,
    });
  });

  it.each(['not an event', '{"detail-type":"cut', '{"a":1}'])(
    'is told that %s is poison, which is kept',
    async (body) => {
      const answer = await send(open, '/ingest/eventbridge', body, fromEventBridge);
      expect([answer.status, answer.body.error.code]).toEqual([400, 'nothing-stored']);
      const [newest] = await kept(open);
      const { body: document } = await send(open, `/api/v1/rejected/${newest.id}`, '', {}, 'GET');
      expect(Buffer.from(document.bodyBase64, 'base64').toString()).toBe(body);
    },
  );

  it('keeps an event that is too large', async () => {
    const large = JSON.parse(taskEvent(4));
    large.detail.stoppedReason = 'x'.repeat(1_100_000);
    const answer = await send(open, '/ingest/eventbridge', JSON.stringify(large), fromEventBridge);
    expect(answer.status).toBe(400);
    expect((await kept(open))[0]).toMatchObject({
      bytes: JSON.stringify(large).length,
      reason: expect.stringMatching(/limit/),
    });
  });

  it('comes again when its token is wrong, and nobody else does', async () => {
    lines.length = 0;
    const key = (token: string) => ({ ...fromEventBridge, 'x-api-key': token });
    for (const headers of [fromEventBridge, key('not-a-token-at-all'), key(tokenOf('read'))]) {
      const answer = await send(guarded, '/ingest/eventbridge', taskEvent(1), headers);
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '60']);
      expect(answer.body.error.code).toBe(
        headers === fromEventBridge ? 'unauthorized' : answer.body.error.code,
      );
    }
    const told = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      code: 'unauthorized',
      route: '/ingest/eventbridge',
      userAgent: 'Amazon/EventBridge/ApiDestinations',
    });
    expect(lines.join()).not.toContain('not-a-token-at-all');
    const curl = { 'user-agent': 'curl/8.5', 'x-api-key': 'not-a-token-at-all' };
    expect((await send(guarded, '/ingest/events', taskEvent(1), curl)).status).toBe(401);
    expect(
      (await send(guarded, '/ingest/events', taskEvent(1), { ...curl, 'x-api-key': tokenOf('read') })).status,
    ).toBe(403);
    const basic = `Basic ${Buffer.from(`eventbridge:${tokenOf('ingest')}`).toString('base64')}`;
    const good = await send(guarded, '/ingest/eventbridge', taskEvent(1), {
      ...fromEventBridge,
      authorization: basic,
    });
    expect([good.status, good.body.stored]).toEqual([200, 1]);
  });
});

describe('Firehose', () => {
  const body = (...records: readonly string[]): string =>
    JSON.stringify({
      requestId,
      timestamp: 1,
      records: records.map((record) => ({ data: Buffer.from(record).toString('base64') })),
    });

  it('shows its access key', async () => {
    const key = (token: string) => ({ ...fromFirehose, 'x-amz-firehose-access-key': token });
    const good = await send(
      guarded,
      '/ingest/firehose',
      body(taskEvent(1), taskEvent(2)),
      key(tokenOf('ingest')),
    );
    expect([good.status, good.body]).toEqual([200, { requestId, timestamp: expect.any(Number) }]);
    expect(good.headers['content-type']).toBe('application/json');
    expect(await events(guarded)).toBe(2);
    for (const [headers, status] of [
      [fromFirehose, 401],
      [key('not-a-token-at-all'), 401],
      [key(tokenOf('read')), 403],
    ] as const) {
      const answer = await send(guarded, '/ingest/firehose', body(taskEvent(3)), headers);
      expect([answer.status, answer.body]).toEqual([
        status,
        { requestId, timestamp: expect.any(Number), errorMessage: expect.any(String) },
      ]);
    }
    expect(await events(guarded)).toBe(2);
  });

  it('may compress its body', async () => {
    const headers = { ...fromFirehose, 'content-encoding': 'gzip' };
    const good = await send(open, '/ingest/firehose', gzipSync(body(taskEvent(11))), headers);
    expect([good.status, good.body.requestId]).toEqual([200, requestId]);
    const damaged = await send(
      open,
      '/ingest/firehose',
      gzipSync(body(taskEvent(12))).subarray(0, 40),
      headers,
    );
    expect([damaged.status, damaged.body.requestId]).toEqual([400, requestId]);
    expect((await kept(open))[0]).toMatchObject({ source: '/ingest/firehose', bytes: 40 });
  });
});

it('shows in the metrics what is kept aside', async () => {
  await send(open, '/ingest/logs', 'nonsense', {});
  const text: string = await new Promise((resolve) => {
    request(new URL('/metrics', open.url), (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    }).end();
  });
  expect(text).toContain('shiplog_rejected_total{source="/ingest/logs"} 1');
  expect(text).toMatch(/^shiplog_rejected_kept \d+$/m);
});
