// Started queries over HTTP, as a client sees them: until they are complete, and until a page of their rows is there. Beside each
// what it would cost without a life of its own: the query run by itself, the result kept as one document.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../src/api/server.ts';
import { type App, openApp } from '../src/app.ts';
import { markdownTable, measure, showMs } from './measure.ts';

const pageRows = 10_000;
const runs = 7;

/** Markdown. `endMs` is the end of the recorded history. */
export async function benchLife(dataDir: string, endMs: number): Promise<string> {
  const app = await openApp({ dataDir, accountId: '000000000000', region: 'us-east-1' });
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  try {
    const groups = app.store.groups().map(({ name }) => name);
    const client = newClient(server.url);
    const rows = [
      await dayOfACluster(app, client, { groups: groups.slice(0, 1), endMs }),
      await page('five fields', {
        app,
        client,
        groups,
        endMs,
        fields: 'detail.lastStatus, detail.group, detail.taskArn, ecs.service',
      }),
      await page('whole messages', { app, client, groups, endMs, fields: '@message' }),
    ];
    return markdownTable(['over HTTP', 'Shiplog', 'beside it'], rows);
  } finally {
    await server.close();
    await app.close();
  }
}

type Client = ReturnType<typeof newClient>;

function newClient(url: string) {
  const call = async (action: string, input: object): Promise<string> => {
    const headers = { 'x-amz-target': `Logs_20140328.${action}` };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.text();
  };
  const complete = async (input: object): Promise<string> => {
    const { queryId } = JSON.parse(await call('StartQuery', input)) as { queryId: string };
    for (;;) {
      const answer = await call('GetQueryResults', { queryId, maxItems: 1 });
      if (answer.includes('"status":"Complete"')) return queryId;
      if (!/"status":"(Scheduled|Running)"/.test(answer)) throw new Error(answer);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  return { call, complete };
}

interface Where {
  readonly groups: readonly string[];
  readonly endMs: number;
}

async function dayOfACluster(app: App, client: Client, { groups, endMs }: Where): Promise<string[]> {
  const [startMs, until] = [endMs - 2 * 86_400_000, endMs - 86_400_000];
  const text =
    'filter `detail-type` = "ECS Task State Change" | stats count(*) by detail.lastStatus, bin(5m)';
  const started = await measure(runs, () =>
    client.complete({ logGroupNames: groups, startTime: startMs, endTime: until, queryString: text }),
  );
  const alone = await measure(runs, () => app.runQuery({ text, logGroups: groups, startMs, endMs: until }));
  return [
    'StartQuery to Complete, a day of one cluster',
    showMs(started.bestMs),
    `${showMs(alone.bestMs)}: the query run by itself, without HTTP`,
  ];
}

async function page(
  title: string,
  { app, client, groups, endMs, fields }: Where & { app: App; client: Client; fields: string },
): Promise<string[]> {
  const queryString = `fields @timestamp, ${fields} | limit 100000`;
  const queryId = await client.complete({ logGroupNames: groups, startTime: 0, endTime: endMs, queryString });
  const { rowCount = 0 } = (await app.queries.get(queryId)) ?? {};
  // A page from the middle, so that the last blocks written are not what is read.
  const nextToken = Buffer.from(JSON.stringify([Math.floor(rowCount / 2), app.nowMs(), queryId])).toString(
    'base64url',
  );
  let bytes = 0;
  const paged = await measure(runs, async () => {
    bytes = (await client.call('GetQueryResults', { queryId, nextToken, maxItems: pageRows })).length;
  });
  const whole = await wholeDocument(app, queryId, rowCount);
  return [
    `GetQueryResults, ${pageRows.toLocaleString('en')} of ${rowCount.toLocaleString('en')} rows of ${title} (${Math.round(bytes / 1e6)} MB)`,
    showMs(paged.bestMs),
    `${showMs(whole)}: the result as one JSON file, read, parsed, the page cut and written as JSON, without HTTP`,
  ];
}

async function wholeDocument(app: App, queryId: string, rowCount: number): Promise<number> {
  const file = join(app.dataDir, 'whole.json');
  await writeFile(file, JSON.stringify(await app.queries.rows(queryId, 0, rowCount)));
  const start = Math.floor(rowCount / 2);
  const { bestMs } = await measure(runs, async () => {
    const rows = JSON.parse(await readFile(file, 'utf8')) as (string | null)[][];
    JSON.stringify(
      rows.slice(start, start + pageRows).map((row) => row.map((value) => ({ field: 'f', value }))),
    );
  });
  await rm(file);
  return bestMs;
}
