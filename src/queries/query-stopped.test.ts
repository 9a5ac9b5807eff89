// Queries that take too much, over a real store with small limits: what is said, and that everything else goes on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../store/open-store.ts';
import { QueryService } from './query-service.ts';
import { defaultLimits, type QueryLimits, QueryStopped } from './query-stopped.ts';
import { ResultStore } from './results/result-store.ts';
import { runQuery, streamQuery } from './run-query.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-limits-'));
let open: OpenStore;

beforeAll(async () => {
  open = await openStore({ dataDir, clock: () => 0, memoryMegabytesMax: 256 });
  const list = Array.from({ length: 100_000 }, (_, index) => index % 10);
  await open.store.append('/list', [{ timestampMs: 1, message: JSON.stringify({ list }) }]);
  const lines = Array.from({ length: 55 }, (_, index) => ({
    timestampMs: index,
    message: `GET /path/of/the/request?with=arguments&and=more HTTP/1.1 200 ${index} ms, agent of a browser`,
  }));
  await open.store.append('/lines', lines);
});
afterAll(async () => {
  await open.store.close();
  rmSync(dataDir, { recursive: true });
});

const environment = (limits: Partial<QueryLimits>) => ({
  ...open,
  nowMs: () => 0,
  accountId: '1',
  limits: { ...defaultLimits, ...limits },
});
const request = (text: string) => ({ text, logGroups: 'all', startMs: 0, endMs: 100 }) as const;
const stopped = async (text: string, limits: Partial<QueryLimits>): Promise<QueryStopped> => {
  const cause = await runQuery(request(text), environment(limits)).catch((error: unknown) => error);
  expect(cause).toBeInstanceOf(QueryStopped);
  return cause as QueryStopped;
};
const stillAnswers = async (): Promise<void> => {
  const { rows } = await runQuery(request('stats count(*)'), environment({}));
  expect(rows).toEqual([['56']]);
};

const chained =
  'parse /(?<x>.)/ multi | parse /(?<y>.)/ multi | parse /(?<z>.)/ multi | stats count(*) by x, y, z';
const crossed =
  'fields jsonParse(@message) as j | unnest j.list into a | unnest j.list into b | stats count(*) by a, b';

describe('time', () => {
  it.each([
    ['chained parse … multi', chained],
    ['a list unnested twice', crossed],
  ])('ends %s', async (_name, text) => {
    const begun = performance.now();
    const { limit, message } = await stopped(text, { timeoutMs: 300 });
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(limit).toBe('time');
    expect(message).toBe(
      'The query was stopped after 0.3 seconds, the limit for one query. Narrow the time range, filter earlier, or multiply fewer rows; SHIPLOG_QUERY_TIMEOUT_SECONDS sets the limit.',
    );
    await stillAnswers();
  });

  it('counts while a query waits for its turn', async () => {
    const all = Array.from({ length: 6 }, () => stopped(crossed, { timeoutMs: 300 }));
    for (const { limit } of await Promise.all(all)) expect(limit).toBe('time');
    await stillAnswers();
  });

  it('does not take the blame for what the caller stops', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const running = runQuery(request(crossed), environment({ timeoutMs: 10_000 }), controller.signal);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await stillAnswers();
  });

  it('is a status of its own, frees its place, and tells the owner', async () => {
    const told: unknown[] = [];
    const service = new QueryService({
      check: () => [],
      run: (asked, sink, signal) => streamQuery(asked, environment({ timeoutMs: 100 }), sink, signal),
      results: new ResultStore({
        directory: join(dataDir, 'results'),
        bytesMax: 1_000_000,
        onProblem: (message) => told.push(message),
      }),
      retentionMs: 1_000,
      nowMs: () => 0,
      newId: () => 'q',
      onFailure: (_, cause) => told.push(cause),
    });
    service.start(request(crossed));
    while ((await service.get('q'))?.status === 'Running')
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await service.get('q')).toMatchObject({
      status: 'Timeout',
      failure: /stopped after 0.1 seconds/,
    });
    expect(told).toEqual([expect.any(QueryStopped)]);
    expect(await service.stop('q')).toBe('ended');
    await service.close();
  });
});

describe('memory', () => {
  it.each([
    [
      'many rows that are all kept',
      'fields jsonParse(@message) as j | unnest j.list into a | unnest j.list into b | sort b desc',
    ],
    [
      'a long text beside many rows',
      'fields jsonParse(@message) as j | unnest j.list into a | display @message, a',
    ],
  ])('ends %s', async (_name, text) => {
    const { limit, message } = await stopped(text, { timeoutMs: 60_000 });
    expect(limit).toBe('memory');
    expect(message).toMatch(
      /^The query needs more memory than queries may take\. Narrow .* SHIPLOG_MEMORY_MEGABYTES/,
    );
    await stillAnswers();
  });

  it.each([
    'concat(last, last)',
    'regexReplace(last, ".", "12345678")',
    'base64encode(base64encode(base64encode(last)))',
  ])('is not filled with texts made by %s', async (grow) => {
    const steps = Array.from(
      { length: 30 },
      (_, index) => `fields ${grow.replaceAll('last', `x${index}`)} as x${index + 1}`,
    );
    const { limit, message } = await stopped(
      `fields @logStream as x0 | ${steps.join(' | ')} | filter x30 = "a"`,
      {},
    );
    expect(limit).toBe('memory');
    expect(message).toMatch(/^The query makes a text that may be longer than 4,194,304 bytes/);
    await stillAnswers();
  });

  it('leaves room to write', async () => {
    const monster = stopped(crossed, { timeoutMs: 1_000 });
    const appended = await open.store.append('/later', [{ timestampMs: 1_000, message: 'kept' }]);
    expect(appended.stored).toBe(1);
    await monster;
  });
});

describe('the size of a result', () => {
  it('is watched while the rows come', async () => {
    const { limit, message } = await stopped('filter @message like "GET" | fields @message', {
      resultCharsMax: 3_000,
    });
    expect(limit).toBe('result');
    expect(message).toBe(
      'The result is larger than 3,000 characters, the limit for one query. Show fewer or smaller fields with `fields`, or fewer rows with `limit`.',
    );
  });

  it('counts cells beside their text', async () => {
    const text = 'filter @message like "GET" | fields a, b, c, d, e, f, g, h';
    expect((await stopped(text, { resultCharsMax: 55 * 9 * 16 })).limit).toBe('result');
    const { rows } = await runQuery(request(text), environment({ resultCharsMax: 55 * (9 * 16 + 16) }));
    expect(rows).toHaveLength(55);
  });
});
