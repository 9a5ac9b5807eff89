// GET /api/v1/tail: what is recorded and what comes, as lines of JSON. Over inject where the answer ends, over a socket where
// it goes on; the seconds are the test's own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/api/server.ts';
import { type App, openApp } from '../../src/app.ts';
import { ecsGroup, nowMs, taskEvent } from './api-fixture.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-tailroute-'));
const ticks = new Set<() => void>();
const second = (): void => {
  for (const tick of [...ticks]) tick();
};
let app: App;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  app = await openApp({
    dataDir,
    accountId: '000000000000',
    region: 'us-east-1',
    nowMs: () => nowMs,
    every: (_, tick) => {
      ticks.add(tick);
      return () => ticks.delete(tick);
    },
  });
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
  await app.store.appendEcs([3, 1, 2].map((version) => ({ message: taskEvent(version) })));
  await app.store.append('/app', [
    { message: 'an error', timestampMs: nowMs - 5_000 },
    { message: 'all well', timestampMs: nowMs - 4_000 },
  ]);
});
afterAll(async () => {
  await server.close();
  await app.close();
  rmSync(dataDir, { recursive: true });
});

const ask = (query: string, signal?: AbortSignal) =>
  fetch(`${server.url}/api/v1/tail?${query}`, signal === undefined ? {} : { signal });

/** The events of an answer that ends. */
async function recorded(query: string): Promise<readonly { message: string; logGroup: string }[]> {
  const answer = await ask(`follow=false&${query}`);
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const lines = (await answer.text()).trimEnd().split('\n');
  return lines.flatMap((line) => JSON.parse(line).events);
}
const versions = async (query: string) =>
  (await recorded(query)).map(({ message }) => JSON.parse(message).detail.version);

/** The lines of an answer that goes on. */
async function follow(query: string) {
  const gone = new AbortController();
  const answer = await ask(query, gone.signal);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async () => {
    while (!rest.includes('\n')) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) return undefined;
      rest += value;
    }
    const [line = '', ...more] = rest.split('\n');
    rest = more.join('\n');
    return JSON.parse(line);
  };
  return { next, leave: () => gone.abort() };
}

describe('GET /api/v1/tail', () => {
  it('begins with the latest events of all clusters, oldest first', async () => {
    expect(await versions('lines=2')).toEqual([2, 3]);
    expect(await versions('lines=9&cluster=prod')).toEqual([1, 2, 3]);
    expect(await versions(`since=${nowMs - 3_600_000 + 2_000}`)).toEqual([2, 3]);
    expect(await recorded('')).toEqual([]);
  });

  it('reads the log groups that are named, through a filter pattern', async () => {
    expect(await recorded('lines=9&logGroup=/app&filter=error')).toEqual([
      {
        ptr: expect.any(String),
        logGroup: '/app',
        logStream: 'events',
        timestampMs: nowMs - 5_000,
        ingestionMs: nowMs,
        message: 'an error',
      },
    ]);
    expect(await recorded(`lines=9&logGroup=/app&logGroup=${ecsGroup}`)).toHaveLength(5);
    const [event] = await recorded('lines=1&logGroup=/app');
    const { ptr } = event as unknown as { ptr: string };
    expect(await (await fetch(`${server.url}/api/v1/events/${ptr}`)).json()).toMatchObject({
      message: 'all well',
    });
  });

  it('goes on with what comes, tells nothing twice and misses nothing', async () => {
    const tail = await follow('lines=1&cluster=prod');
    expect((await tail.next()).events).toMatchObject([{ message: taskEvent(3) }]);
    await app.store.appendEcs([{ message: taskEvent(4) }]);
    await app.store.append('/app', [{ message: 'elsewhere' }]);
    second();
    expect(await tail.next()).toMatchObject({ events: [{ message: taskEvent(4) }], sampled: false });
    second();
    expect(await tail.next()).toEqual({ events: [], sampled: false });
    tail.leave();
    await until(() => app.tails.running === 0);
  });

  it('hears of clusters that were not there when it began', async () => {
    const tail = await follow('');
    expect(await tail.next()).toEqual({ events: [], sampled: false });
    const message = taskEvent(1).replaceAll('cluster/prod', 'cluster/new');
    await app.store.appendEcs([
      { message: message.replace('11111111-', '22222222-').replaceAll('task/prod', 'task/new') },
    ]);
    second();
    expect((await tail.next()).events).toMatchObject([
      { logGroup: '/aws/events/ecs/containerinsights/new/performance' },
    ]);
    tail.leave();
    await until(() => app.tails.running === 0);
  });

  it('refuses what it cannot do', async () => {
    const refusal = async (query: string) => {
      const answer = await ask(query);
      const { error } = (await answer.json()) as { readonly error: { readonly code: string } };
      return [answer.status, error.code];
    };
    expect(await refusal('cluster=nope')).toEqual([404, 'unknown-log-group']);
    expect(await refusal('filter={')).toEqual([400, 'malformed-filter-pattern']);
    expect(await refusal('lines=many')).toEqual([400, 'invalid-request']);
    expect(await refusal('follow=perhaps')).toEqual([400, 'invalid-request']);
    expect(app.tails.running).toBe(0);
  });

  it('says that the server stops', async () => {
    const tail = await follow('');
    await tail.next();
    app.tails.stop();
    expect(await tail.next()).toEqual({ end: { reason: 'stopped', message: 'The server is stopping.' } });
    expect(await tail.next()).toBeUndefined();
  });
});

async function until(holds: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadlineMs) throw new Error('waited ten seconds for nothing');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
