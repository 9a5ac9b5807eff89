// Queries that would take for ever, many at once, against a running server: it goes on answering, says what it stopped, and
// frees their places. And the same query in the built command line.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  CloudWatchLogsClient,
  DescribeQueriesCommand,
  GetQueryResultsCommand,
  StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/app.ts';
import { openStore } from '../../src/store/open-store.ts';
import { cli, temporaryFolder } from './built-cli.ts';

const monster =
  'fields jsonParse(@message) as j | unnest j.list into a | unnest j.list into b | stats count(*) by a, b';
const timeoutSeconds = 2;
const serveHere = (dataDir: string, queryTimeoutSeconds: number) =>
  serve({
    dataDir,
    host: '127.0.0.1',
    port: 0,
    accountId: '000000000000',
    region: 'us-east-1',
    logLevel: 'silent',
    queryTimeoutSeconds,
    memoryMegabytes: 'auto',
  });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Awaited<ReturnType<typeof serve>>;
let client: CloudWatchLogsClient;

beforeAll(async () => {
  folder = await temporaryFolder();
  const dataDir = folder.path;
  const { store } = await openStore({ dataDir, clock: () => 0 });
  const list = Array.from({ length: 250_000 }, (_, index) => index % 10);
  await store.append('/list', [{ timestampMs: 1_000, message: JSON.stringify({ list }) }]);
  await store.close();
  server = await serveHere(dataDir, timeoutSeconds);
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
  await folder.remove();
});

const start = async (logGroupName: string, queryString: string): Promise<string> => {
  const query = new StartQueryCommand({ logGroupName, queryString, startTime: 0, endTime: 100 });
  const { queryId = '' } = await client.send(query);
  return queryId;
};
const poll = (queryId: string) => client.send(new GetQueryResultsCommand({ queryId }));

/** The longest that its health, or the list of log groups, took while `meanwhile` ran. */
async function slowestAnswer(meanwhile: () => Promise<unknown>): Promise<number> {
  let ended = false;
  const work = meanwhile().finally(() => {
    ended = true;
  });
  let slowestMs = 0;
  while (!ended) {
    const asked = performance.now();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/api/v1/log-groups`)).status).toBe(200);
    slowestMs = Math.max(slowestMs, performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await work;
  return slowestMs;
}

describe('a server with queries that never end', () => {
  it('answers others, ends them in time with their own status, and has their places free', async () => {
    const slowestMs = await slowestAnswer(async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, () => start('/list', monster)));
      for (const id of ids) {
        let answer = await poll(id);
        for (; answer.status === 'Running'; answer = await poll(id))
          await new Promise((resolve) => setTimeout(resolve, 50));
        expect(answer).toMatchObject({ status: 'Timeout', results: [], statistics: { recordsMatched: 0 } });
      }
    });
    expect(slowestMs).toBeLessThan(1_000);
    const { queries } = await client.send(new DescribeQueriesCommand({ status: 'Timeout' }));
    expect(queries).toHaveLength(8);
    const id = await start('/list', 'stats count(*) as events');
    let answer = await poll(id);
    for (; answer.status === 'Running'; answer = await poll(id))
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answer).toMatchObject({ status: 'Complete', results: [[{ field: 'events', value: '1' }]] });
  });

  it('says it in its own API', async () => {
    const body = JSON.stringify({ query: monster, logGroups: ['/list'], startMs: 0, endMs: 100_000 });
    const answer = await fetch(`${server.url}/api/v1/query`, { method: 'POST', body });
    expect(answer.status).toBe(504);
    expect(await answer.json()).toEqual({
      error: {
        code: 'query-timeout',
        message: expect.stringMatching(/^The query was stopped after 2 seconds/),
      },
    });
  });
});

describe('the command line', () => {
  it.each(['over the server', 'over the directory'])('says it %s, with exit code 1', async (place) => {
    if (place === 'over the directory') await server.close();
    const where = place === 'over the server' ? ['--server', server.url] : ['--data', folder.path];
    const env = { SHIPLOG_QUERY_TIMEOUT_SECONDS: String(timeoutSeconds) };
    const ended = await cli(['query', monster, '--log-group', '/list', ...where], { env });
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(
      /^shiplog: The query was stopped after 2 seconds, the limit for one query\. Narrow .* SHIPLOG_QUERY_TIMEOUT_SECONDS sets the limit\.\n$/,
    );
  });
});

it('renders and sends a large result without holding up anything', async () => {
  const { path, remove } = await temporaryFolder();
  await recordWide(path);
  const wide = await serveHere(path, 60);
  const fields = Array.from({ length: 40 }, (_, index) => `f${index}`).join(', ');
  const query = `fields ${fields} | limit 100000`;
  const body = JSON.stringify({ query, logGroups: ['/wide'], startMs: 0, endMs: 100_000 });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const answer = await fetch(`${wide.url}/api/v1/query`, { method: 'POST', body });
  let bytes = 0;
  for await (const piece of answer.body ?? []) bytes += piece.length;
  delay.disable();
  expect(answer.status).toBe(200);
  expect(bytes).toBeGreaterThan(30_000_000);
  // 40 ms on an idle machine; the rest is room for a busy one.
  expect(delay.max / 1e6).toBeLessThan(400);
  await wide.close();
  await remove();
});

async function recordWide(dataDir: string): Promise<void> {
  const { store } = await openStore({ dataDir, clock: () => 0 });
  for (let batch = 0; batch < 10; batch++) {
    const events = Array.from({ length: 4_000 }, (_, index) => ({
      timestampMs: 2_000 + index,
      message: JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 40 }, (_none, field) => [`f${field}`, `value ${index} of ${field}`]),
        ),
      ),
    }));
    await store.append('/wide', events);
  }
  await store.close();
}
