// StartLiveTail with the official JavaScript SDK against a listening server: what is stored arrives, second by second, and
// sessions end when they should. The seconds are the test's own.
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  LimitExceededException,
  PutLogEventsCommand,
  ResourceNotFoundException,
  SessionTimeoutException,
  StartLiveTailCommand,
  type StartLiveTailCommandInput,
  type StartLiveTailResponseStream,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/api/server.ts';
import { type App, openApp } from '../../src/app.ts';
import { tailMsMax, tailsMax } from '../../src/limits.ts';

const arn = (name: string): string => `arn:aws:logs:us-east-1:000000000000:log-group:${name}`;
const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-livetail-'));
const ticks = new Set<() => void>();
let nowMs = Date.UTC(2026, 10, 22, 12);
let app: App;
let server: RunningServer;
let client: CloudWatchLogsClient;

/** A second passes for every session. */
const second = (): void => {
  for (const tick of [...ticks]) tick();
};

async function start(): Promise<void> {
  const every = (_: number, tick: () => void) => {
    ticks.add(tick);
    return () => ticks.delete(tick);
  };
  const place = { dataDir, accountId: '000000000000', region: 'us-east-1' };
  app = await openApp({ ...place, nowMs: () => nowMs, every });
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
    disableHostPrefix: true,
    maxAttempts: 1,
  });
}

beforeAll(async () => {
  await start();
  for (const logGroupName of ['/a', '/b']) {
    await client.send(new CreateLogGroupCommand({ logGroupName }));
    for (const logStreamName of ['one', 'two'])
      await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  }
});
afterAll(async () => {
  client.destroy();
  await server.close();
  await app.close();
  rmSync(dataDir, { recursive: true });
});

const open: AbortController[] = [];
afterEach(async () => {
  for (const controller of open.splice(0)) controller.abort();
  await until(() => ticks.size === 0);
});

async function until(holds: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadlineMs) throw new Error('waited ten seconds for nothing');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface Tail {
  /** The next event of the stream; undefined at its end. */
  next(): Promise<StartLiveTailResponseStream | undefined>;
  abort(): void;
}

async function tail(input: Partial<StartLiveTailCommandInput> = {}): Promise<Tail> {
  const abort = new AbortController();
  open.push(abort);
  const command = new StartLiveTailCommand({ logGroupIdentifiers: [arn('/a')], ...input });
  const { responseStream } = await client.send(command, { abortSignal: abort.signal });
  if (responseStream === undefined) throw new Error('no stream');
  const events = responseStream[Symbol.asyncIterator]();
  return {
    next: async () => (await events.next()).value,
    abort: () => abort.abort(),
  };
}

const put = (message: string | readonly string[], logGroupName = '/a', logStreamName = 'one') =>
  client.send(
    new PutLogEventsCommand({
      logGroupName,
      logStreamName,
      logEvents: [message].flat().map((text) => ({ timestamp: nowMs, message: text })),
    }),
  );

/** The messages of the next update, once a second has passed. */
async function messages(from: Tail): Promise<readonly (string | undefined)[]> {
  second();
  return ((await from.next())?.sessionUpdate?.sessionResults ?? []).map(({ message }) => message);
}

describe('StartLiveTail', () => {
  it('begins with what was asked, then tells what is stored, and nothing when nothing is', async () => {
    await put('before');
    const asked = { logGroupIdentifiers: [arn('/a')], logStreamNames: ['one', 'two'] };
    const session = await tail(asked);
    expect(await session.next()).toEqual({
      sessionStart: { requestId: expect.any(String), sessionId: expect.any(String), ...asked },
    });
    await put('hello');
    await put('elsewhere', '/b');
    second();
    expect(await session.next()).toEqual({
      sessionUpdate: {
        sessionMetadata: { sampled: false },
        sessionResults: [
          {
            logGroupIdentifier: arn('/a'),
            logStreamName: 'one',
            message: 'hello',
            timestamp: nowMs,
            ingestionTime: nowMs,
          },
        ],
      },
    });
    second();
    expect(await session.next()).toEqual({
      sessionUpdate: { sessionMetadata: { sampled: false }, sessionResults: [] },
    });
  });

  it('takes several groups, by ARN or name, and the streams that are asked for', async () => {
    const both = await tail({ logGroupIdentifiers: [arn('/a'), '/b'] });
    const prefix = await tail({ logStreamNamePrefixes: ['tw'] });
    for (const session of [both, prefix]) await session.next();
    await put('1', '/a', 'one');
    await put('2', '/a', 'two');
    await put('3', '/b', 'two');
    second();
    const { sessionUpdate } = (await both.next()) ?? {};
    expect(sessionUpdate?.sessionResults?.map(({ message }) => message)).toEqual(['1', '2', '3']);
    expect(sessionUpdate?.sessionResults?.[2]?.logGroupIdentifier).toBe('/b');
    expect((await prefix.next())?.sessionUpdate?.sessionResults).toMatchObject([{ message: '2' }]);
  });

  it('tells what the filter pattern matches', async () => {
    const terms = await tail({ logEventFilterPattern: 'error -timeout' });
    const json = await tail({ logEventFilterPattern: '{ $.status >= 500 }' });
    for (const session of [terms, json]) await session.next();
    await put(['an error', 'an error: timeout', '{"status":503}', '{"status":200,"text":"error"}']);
    second();
    const found = async (session: Tail) =>
      (await session.next())?.sessionUpdate?.sessionResults?.map(({ message }) => message);
    expect(await found(terms)).toEqual(['an error', '{"status":200,"text":"error"}']);
    expect(await found(json)).toEqual(['{"status":503}']);
  });

  it('samples five hundred of more events a second, from the first to the last', async () => {
    const session = await tail();
    await session.next();
    await put(Array.from({ length: 1_500 }, (_, index) => `${index}`));
    second();
    const { sessionUpdate } = (await session.next()) ?? {};
    expect(sessionUpdate?.sessionMetadata).toEqual({ sampled: true });
    const numbers = sessionUpdate?.sessionResults?.map(({ message }) => Number(message)) ?? [];
    expect(numbers).toHaveLength(500);
    expect(numbers.slice(0, 3)).toEqual([0, 3, 6]);
    expect(numbers.at(-1)).toBe(1_497);
    expect(await messages(session)).toEqual([]);
  });

  it('ends for a client that goes, and admits fifteen at once', async () => {
    const sessions = await Promise.all(Array.from({ length: tailsMax }, () => tail()));
    expect(ticks.size).toBe(tailsMax);
    await expect(tail()).rejects.toThrow(LimitExceededException);
    sessions[0]?.abort();
    await until(() => ticks.size === tailsMax - 1);
    const session = await tail();
    expect(await session.next()).toHaveProperty('sessionStart');
  });

  it('ends after three hours, with the exception that says so', async () => {
    const session = await tail();
    await session.next();
    nowMs += tailMsMax - 1;
    expect(await messages(session)).toEqual([]);
    nowMs += 1;
    second();
    await expect(session.next()).rejects.toThrow(SessionTimeoutException);
    expect(ticks.size).toBe(0);
  });

  it('refuses what AWS refuses', async () => {
    const refused = (input: Partial<StartLiveTailCommandInput>) =>
      expect(tail(input)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await refused({ logGroupIdentifiers: [] });
    await refused({ logGroupIdentifiers: Array.from({ length: 11 }, () => arn('/a')) });
    await refused({ logGroupIdentifiers: [`${arn('/a')}:*`] });
    await refused({ logStreamNames: ['one'], logStreamNamePrefixes: ['o'] });
    await refused({ logGroupIdentifiers: [arn('/a'), arn('/b')], logStreamNames: ['one'] });
    await refused({ logEventFilterPattern: '{ $.a = ' });
    await refused({ logEventFilterPattern: 'x'.repeat(1_025) });
    await expect(tail({ logGroupIdentifiers: [arn('/nope')] })).rejects.toThrow(ResourceNotFoundException);
    expect(ticks.size).toBe(0);
  });

  it('keeps ten updates for a reader that does not read, and says where some are missing', async () => {
    const bytes: Buffer[] = [];
    const url = new URL(server.url);
    const call = httpRequest({
      host: url.hostname,
      port: url.port,
      method: 'POST',
      headers: { 'x-amz-target': 'Logs_20140328.StartLiveTail' },
    });
    call.end(JSON.stringify({ logGroupIdentifiers: [arn('/a')] }));
    const answer = await new Promise<import('node:http').IncomingMessage>((resolve) =>
      call.on('response', resolve),
    );
    expect(answer.headers['content-type']).toBe('application/vnd.amazon.eventstream');
    answer.pause();
    for (let round = 0; round < 60; round += 1) {
      await put(`${round} ${'x'.repeat(900_000)}`);
      second();
    }
    answer.on('data', (chunk) => bytes.push(chunk));
    answer.resume();
    await until(() => Buffer.concat(bytes).includes('59 xxx'));
    expect(Buffer.concat(bytes).includes('"sampled":true')).toBe(true);
    expect(Buffer.concat(bytes).includes('"30 xxx')).toBe(false);
    call.destroy();
    await until(() => ticks.size === 0);
  });

  it('ends when the server does, at once', async () => {
    const session = await tail();
    await session.next();
    const startedMs = Date.now();
    const [, ended] = await Promise.all([server.close(), session.next().catch((cause: unknown) => cause)]);
    expect(ended).toMatchObject({ name: 'SessionStreamingException' });
    expect(Date.now() - startedMs).toBeLessThan(4_000);
    await app.close();
    await start();
  });
});
