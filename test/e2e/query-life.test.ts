// The life of queries in a server of its own, as it is started by users: long queries beside short ones, results that outlive the
// server however it ends, and a hundred clients at once while events pour in.
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  CreateLookupTableCommand,
  DescribeQueriesCommand,
  GetLookupTableCommand,
  GetQueryResultsCommand,
  type GetQueryResultsCommandOutput,
  InvalidParameterException,
  ListLogGroupsForQueryCommand,
  PutLogEventsCommand,
  ResourceNotFoundException,
  StartQueryCommand,
  StopQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { type Served, serveCli, temporaryFolder } from './built-cli.ts';

/** Never ends, and gives no row before it does. */
const monster =
  'fields jsonParse(@message) as j | unnest j.list into a | unnest j.list into b | stats count(*) by a, b';
/** Ends after seconds, of which its many cells take the most. */
const wide = `fields n, ${Array.from({ length: 150 }, (_, index) => `n + ${index} as c${index}`).join(', ')} | limit 25000`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Served;
let client: CloudWatchLogsClient;

beforeAll(async () => {
  folder = await temporaryFolder();
  const { store } = await openStore({ dataDir: folder.path, clock: Date.now });
  const list = Array.from({ length: 250_000 }, (_, index) => index % 10);
  await store.append('/list', [{ timestampMs: 1_000, message: JSON.stringify({ list }) }]);
  const lines = Array.from({ length: 25_000 }, (_, index) => ({
    timestampMs: 1_000 + index,
    message: JSON.stringify({ n: index, level: index % 4 === 0 ? 'warn' : 'info' }),
  }));
  await store.append('/lines', lines);
  await store.close();
  await open();
});
afterAll(async () => {
  client.destroy();
  await server.stop();
  await folder.remove();
});

async function open(): Promise<void> {
  server = await serveCli(folder.path);
  client?.destroy();
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
  });
}

const start = async (logGroupName: string, queryString: string): Promise<string> => {
  const query = { logGroupName, queryString, startTime: 0, endTime: 100 };
  const { queryId } = await client.send(new StartQueryCommand(query));
  return queryId ?? '';
};
const poll = (queryId: string, page: { maxItems?: number; nextToken?: string | undefined } = {}) =>
  client.send(new GetQueryResultsCommand({ queryId, ...page }));
const stop = (queryId: string) => client.send(new StopQueryCommand({ queryId }));

async function pollUntil(
  queryId: string,
  holds: (answer: GetQueryResultsCommandOutput) => boolean,
): Promise<GetQueryResultsCommandOutput> {
  for (;;) {
    const answer = await poll(queryId);
    if (holds(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const isOver = ({ status }: GetQueryResultsCommandOutput) => status !== 'Running' && status !== 'Scheduled';
const ended = (queryId: string) => pollUntil(queryId, isOver);

describe('long queries', () => {
  it('do not keep short ones waiting, and free the engine when they are stopped', async () => {
    const long = await Promise.all(Array.from({ length: 8 }, () => start('/list', monster)));
    const asked = performance.now();
    const answer = await ended(await start('/lines', 'stats count(*) as events'));
    expect(answer.results).toEqual([[{ field: 'events', value: '25000' }]]);
    // Some 4 s: three of the eight at a time, each for a second. Four minutes is what they may take.
    expect(performance.now() - asked).toBeLessThan(30_000);
    await Promise.all(long.map(stop));
    const stopped = performance.now();
    await ended(await start('/lines', 'stats max(n)'));
    expect(performance.now() - stopped).toBeLessThan(5_000);
    for (const queryId of long) expect((await poll(queryId)).status).toBe('Cancelled');
  });

  it('show the rows they have found, and keep them when they are stopped', async () => {
    const queryId = await start('/lines', wide);
    let running = await poll(queryId, { maxItems: 5 });
    while (running.results?.length === 0) running = await poll(queryId, { maxItems: 5 });
    await stop(queryId);
    expect(running.status).toBe('Running');
    expect(running.results?.map((row) => row.find(({ field }) => field === 'c7')?.value)).toEqual(
      Array.from({ length: 5 }, (_, index) => String(24_999 - index + 7)),
    );
    const { status, results, statistics } = await poll(queryId, { maxItems: 5 });
    expect([status, results]).toEqual(['Cancelled', running.results]);
    expect(statistics).toMatchObject({ recordsScanned: 25_000, logGroupsScanned: 1 });
    expect(statistics?.resultCount).toBeGreaterThanOrEqual(5);
    expect(statistics?.resultCount).toBeLessThan(25_000);
    await expect(stop(queryId)).rejects.toThrow(InvalidParameterException);
    const { lookupTableArn } = await client.send(
      new CreateLookupTableCommand({ lookupTableName: 'found', queryId }),
    );
    const { tableBody } = await client.send(new GetLookupTableCommand({ lookupTableArn }));
    expect(tableBody?.startsWith('n,c0,c1,')).toBe(true);
  });
});

describe('results', () => {
  it('come in pages, whose tokens belong to them', async () => {
    const queryId = await start('/lines', 'fields n | sort @timestamp asc | limit 25000');
    const first = await ended(queryId);
    expect([first.results?.length, first.statistics?.resultCount]).toEqual([10_000, 25_000]);
    const seen = [...(first.results ?? [])];
    for (let { nextToken } = first; nextToken !== undefined; ) {
      const page = await poll(queryId, { maxItems: 7_000, nextToken });
      seen.push(...(page.results ?? []));
      nextToken = page.nextToken;
    }
    expect(seen.map((row) => Number(row[0]?.value))).toEqual(Array.from({ length: 25_000 }, (_, n) => n));
    const other = await start('/lines', 'fields n');
    await expect(poll(other, { nextToken: first.nextToken })).rejects.toThrow(InvalidParameterException);
    await expect(poll('nobody')).rejects.toThrow(ResourceNotFoundException);
  });

  it('name the log groups that were read', async () => {
    const queryId = await start('/lines', `SOURCE logGroups(namePrefix: ["/li"]) | stats count(*)`);
    const listed = await client.send(new ListLogGroupsForQueryCommand({ queryId }));
    expect(listed.logGroupIdentifiers?.toSorted()).toEqual(['/lines', '/list']);
    await expect(client.send(new ListLogGroupsForQueryCommand({ queryId: 'nobody' }))).rejects.toThrow(
      ResourceNotFoundException,
    );
  });

  it('outlive the server, also one that is killed', async () => {
    const done = await start('/lines', 'fields n, level | sort n desc | limit 12000');
    const before = await ended(done);
    await server.stop();
    await open();
    expect(await ended(done)).toMatchObject({ results: before.results, statistics: before.statistics });
    const running = await start('/list', monster);
    // It is known to the disk a moment after its start.
    await ended(await start('/lines', 'stats count(*)'));
    server.child.kill('SIGKILL');
    await server.ended;
    await open();
    expect(await poll(running)).toMatchObject({ status: 'Failed', results: [] });
    expect((await poll(done, { maxItems: 1 })).results).toEqual(before.results?.slice(0, 1));
    const { queries = [] } = await client.send(new DescribeQueriesCommand({ logGroupName: '/list' }));
    expect(queries[0]).toMatchObject({
      queryId: running,
      status: 'Failed',
      userIdentity: 'arn:aws:iam::000000000000:user/local',
    });
  });
});

describe('a hundred clients', () => {
  const lastsMs = 8_000;
  /** What the whole process may grow by: the engine's share of work and caches, results in flight. */
  const growthBytesMax = 800 * 2 ** 20;
  const documented = new Set(['LimitExceededException', 'InvalidParameterException']);

  it('meet only documented errors while events pour in', async () => {
    await client.send(new CreateLogGroupCommand({ logGroupName: '/pour' }));
    await client.send(new CreateLogStreamCommand({ logGroupName: '/pour', logStreamName: 's' }));
    const [rssBefore, before] = [await residentBytes(), (await allQueries()).length];
    const untilMs = performance.now() + lastsMs;
    const writing = pour(untilMs);
    const clients = await Promise.all(Array.from({ length: 100 }, (_, index) => clientLife(index, untilMs)));
    const latencies = await writing;
    expect(clients.flatMap(({ errors }) => errors).filter((type) => !documented.has(type))).toEqual([]);
    const started = clients.reduce((sum, one) => sum + one.started, 0);
    expect(clients.every(({ rows }) => rows > 0)).toBe(true);
    expect(latencies.length).toBeGreaterThan(0);
    const growth = (await residentBytes()) - rssBefore;
    console.info(
      `${started} queries of 100 clients in ${lastsMs / 1_000} s; ${latencies.length} PutLogEvents meanwhile, ` +
        `median ${middle(latencies)} ms, longest ${Math.round(latencies.at(-1) ?? 0)} ms; ` +
        `${Math.round(growth / 2 ** 20)} MB more than before`,
    );
    expect(latencies.at(-1)).toBeLessThan(lastsMs);
    expect(growth).toBeLessThan(growthBytesMax);
    const queries = await allQueries();
    expect(queries).toHaveLength(before + started);
    expect(queries.filter(({ status }) => status === 'Running' || status === 'Scheduled')).toEqual([]);
  });

  /** Starts, polls and stops until it is time, then waits for its last query. */
  async function clientLife(index: number, untilMs: number) {
    const errors: string[] = [];
    let [started, rows] = [0, 0];
    for (let turn = index; performance.now() < untilMs || rows === 0; turn++) {
      const queryString = [
        'stats count(*) by level',
        `filter n = ${turn}`,
        'fields @timestamp, n, level | limit 500',
      ][turn % 3];
      const input = { logGroupName: '/lines', queryString, startTime: 0, endTime: 100 };
      const begun = await call('StartQuery', input);
      if (begun.__type !== undefined) {
        errors.push(begun.__type);
        continue;
      }
      started++;
      const { queryId } = begun;
      if (turn % 7 === 0) {
        const stopped = await call('StopQuery', { queryId });
        if (stopped.__type !== undefined) errors.push(stopped.__type);
      }
      for (;;) {
        const answer = await call('GetQueryResults', { queryId });
        if (answer.__type !== undefined) errors.push(answer.__type);
        rows += answer.results?.length ?? 0;
        if (answer.status !== 'Running' && answer.status !== 'Scheduled') break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    return { started, rows, errors };
  }

  /** How long each call took, in order. */
  async function pour(untilMs: number): Promise<readonly number[]> {
    const latencies: number[] = [];
    while (performance.now() < untilMs) {
      const asked = performance.now();
      const logEvents = Array.from({ length: 200 }, (_, n) => ({
        timestamp: Date.now(),
        message: `{"n":${n}}`,
      }));
      await client.send(new PutLogEventsCommand({ logGroupName: '/pour', logStreamName: 's', logEvents }));
      latencies.push(performance.now() - asked);
    }
    return latencies.toSorted((one, other) => one - other);
  }

  const middle = (sorted: readonly number[]) => Math.round(sorted[sorted.length >> 1] ?? 0);

  /** Without the SDK, which would keep this process busier than the server. */
  async function call(action: string, input: object): Promise<ReturnType<typeof JSON.parse>> {
    const headers = { 'x-amz-target': `Logs_20140328.${action}` };
    return (await fetch(server.url, { method: 'POST', headers, body: JSON.stringify(input) })).json();
  }

  async function allQueries() {
    const found = [];
    let nextToken: string | undefined;
    do {
      const page = await client.send(new DescribeQueriesCommand({ nextToken }));
      found.push(...(page.queries ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return found;
  }

  async function residentBytes(): Promise<number> {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
  }
});
