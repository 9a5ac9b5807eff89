// The seven scenario queries of AWS's article, as written for the AWS console, through StartQuery with the official SDK and through
// the command line. What they must answer is read off the simulated events by plain JavaScript that shares nothing with the engine.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  GetQueryResultsCommand,
  paginateDescribeLogGroups,
  StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../bench/scenarios.ts';
import { serve } from '../../src/app.ts';
import { simulateFleet } from '../../src/demo/simulate.ts';
import { cli } from './built-cli.ts';

type Row = Readonly<Record<string, string>>;

/** The parts of an envelope that the scenarios read. */
interface Envelope {
  readonly 'detail-type': string;
  readonly id: string;
  readonly time: string;
  readonly resources: readonly string[];
  readonly detail: {
    readonly [key: string]: unknown;
    readonly version?: number;
    readonly taskArn?: string;
    readonly containers?: readonly { readonly taskArn?: string }[];
    readonly attachments?: readonly {
      readonly status?: string;
      readonly details?: readonly { readonly value?: string }[];
    }[];
    readonly versionInfo?: { readonly agentVersion?: string };
  };
}

const endMs = Date.parse('2026-11-22T00:00:00Z');
const dataDir = mkdtempSync(join(tmpdir(), 'shiplog-scenarios-'));
let events: readonly Envelope[];
let server: Awaited<ReturnType<typeof serve>>;
let client: CloudWatchLogsClient;
let logGroupNames: string[];

/** Each event once: a redelivery has the same id and content, a replay the same resource, version and content. */
function unique(delivered: readonly Envelope[]): Envelope[] {
  const seen = new Set<string>();
  return delivered.filter((event) => {
    const content = JSON.stringify([event['detail-type'], event.detail]);
    const keys = [`${event.id} ${content}`];
    if (event.detail.version !== undefined)
      keys.push(`${event.resources[0]} ${event.detail.version} ${content}`);
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

beforeAll(async () => {
  const delivered = [...simulateFleet({ seed: 7, endMs, events: 15_000 })].map(
    ({ envelope }) => envelope as unknown as Envelope,
  );
  events = unique(delivered);
  server = await serve({
    dataDir,
    host: '127.0.0.1',
    port: 0,
    accountId: '000000000000',
    region: 'us-east-1',
    logLevel: 'silent',
    queryTimeoutSeconds: 60,
    memoryMegabytes: 'auto',
  });
  const body = delivered.map((event) => JSON.stringify(event)).join('\n');
  const answer = await fetch(`${server.url}/ingest/events`, { method: 'POST', body });
  expect(await answer.json()).toMatchObject({
    stored: events.length,
    duplicates: delivered.length - events.length,
  });
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
  });
  logGroupNames = [];
  for await (const page of paginateDescribeLogGroups({ client }, {})) {
    for (const group of page.logGroups ?? []) logGroupNames.push(group.logGroupName ?? '');
  }
});

afterAll(async () => {
  client.destroy();
  await server.close();
  rmSync(dataDir, { recursive: true });
});

async function withSdk(queryString: string): Promise<Row[]> {
  const { queryId } = await client.send(
    new StartQueryCommand({ logGroupNames, queryString, startTime: 1_500_000_000, endTime: endMs / 1_000 }),
  );
  for (;;) {
    const { status, results = [] } = await client.send(new GetQueryResultsCommand({ queryId }));
    if (status === 'Running') {
      await new Promise((resolve) => setTimeout(resolve, 10));
      continue;
    }
    expect(status).toBe('Complete');
    return results.map((cells) =>
      Object.fromEntries(
        cells.filter(({ field }) => field !== '@ptr').map(({ field, value }) => [field ?? '', value ?? '']),
      ),
    );
  }
}

async function withCli(query: string): Promise<Row[]> {
  const { code, out, err } = await cli([
    'query',
    query,
    '--server',
    server.url,
    '--start',
    '0',
    '--end',
    String(endMs),
    '--format',
    'ndjson',
  ]);
  expect([code, err.includes('error')]).toEqual([0, false]);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { '@ptr': _, ...row } = JSON.parse(line) as Record<string, string | null>;
      return Object.fromEntries(
        Object.entries(row).filter((entry): entry is [string, string] => entry[1] !== null),
      );
    });
}

/** A row without the columns that the event does not have. */
function row(cells: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, String(value)]],
    ),
  );
}

const stamp = (time: string): string => `${new Date(time).toISOString().replace('T', ' ').slice(0, -1)}`;
const newestFirst = (list: readonly Envelope[]): Envelope[] =>
  [...list].sort((a, b) => b.time.localeCompare(a.time));
const sorted = (rows: readonly Row[]): string[] =>
  rows.map((each) => JSON.stringify(Object.entries(each).sort())).sort();
const secondEni = ({ detail }: Envelope): string | undefined => detail.attachments?.[1]?.details?.[1]?.value;

/** A stopped task with few events and its ENI where the article's query expects it. */
function subject(): Envelope {
  const found = events.find(
    (event) =>
      secondEni(event)?.startsWith('eni-') === true &&
      event.detail.lastStatus === 'STOPPED' &&
      String(event.detail.group).startsWith('service:') &&
      !String(event.detail.stoppedReason).startsWith('Scaling activity'),
  );
  if (found === undefined) throw new Error('the simulated fleet has no such task');
  return found;
}

/** What each scenario must answer; lists that a limit cuts are compared by the times they show. */
function expectations(task: Envelope): Readonly<Record<string, (rows: readonly Row[]) => void>> {
  const serviceArn = serviceArnOf(task);
  const isTask = (event: Envelope): boolean => event['detail-type'] === 'ECS Task State Change';
  return {
    s1: (rows) => {
      const own = events.filter(({ detail }) => detail.containers?.[0]?.taskArn === task.detail.taskArn);
      expect(own.length).toBeGreaterThan(2);
      expect(sorted(rows)).toEqual(
        sorted(
          own.map((e) =>
            row({
              Timestamp: e.time,
              Type: e['detail-type'],
              'Last Status': e.detail.lastStatus,
              'Desired Status': e.detail.desiredStatus,
              StopCode: e.detail.stopCode,
              Reason: e.detail.stoppedReason,
            }),
          ),
        ),
      );
    },
    s2: (rows) => {
      const own = events.filter(
        ({ detail, ...e }) =>
          isTask({ detail, ...e }) &&
          detail.desiredStatus === 'STOPPED' &&
          detail.group === task.detail.group &&
          detail.stoppedReason !== undefined &&
          !String(detail.stoppedReason).includes('Scaling activity initiated by'),
      );
      expect(own.length).toBeGreaterThan(0);
      expect(own.length).toBeLessThan(200);
      expect(sorted(rows)).toEqual(
        sorted(
          own.map(({ detail }) =>
            row({ stoppingAt: detail.stoppingAt, stoppedReason: detail.stoppedReason, Task: detail.taskArn }),
          ),
        ),
      );
    },
    s3: (rows) => {
      const own = events.filter((event) => secondEni(event) === secondEni(task));
      expect(sorted(rows)).toEqual(
        sorted(
          own.map((e) =>
            row({
              '@timestamp': stamp(e.time),
              ENIId: secondEni(e),
              ENIStatus: e.detail.attachments?.[1]?.status,
              TaskId: e.detail.taskArn?.split('/').at(-1),
              Service: String(e.detail.group).slice('service:'.length),
              Cluster: String(e.detail.clusterArn).split('/').at(-1),
              TaskStatus: e.detail.lastStatus,
            }),
          ),
        ),
      );
    },
    s4: (rows) => {
      const counts = new Map<string, number>();
      for (const e of events) {
        if (e['detail-type'] !== 'ECS Service Action' || !JSON.stringify(e).includes('WARN')) continue;
        const key = JSON.stringify([e.resources[0], e.detail.eventName]);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      expect(counts.size).toBeGreaterThan(3);
      expect(
        Object.fromEntries(
          rows.map((r) => [JSON.stringify([r.serviceArn, r.eventFault]), Number(r.countOfWarnEvents)]),
        ),
      ).toEqual(Object.fromEntries(counts));
      const order = rows.map((r) => Number(r.countOfWarnEvents));
      expect(order).toEqual([...order].sort((a, b) => b - a));
    },
    s5: (rows) => {
      const own = events.filter(({ detail }) => detail.eventType === 'ERROR');
      expect(own.length).toBeGreaterThan(5);
      expect(own.length).toBeLessThan(100);
      expect(sorted(rows)).toEqual(
        sorted(
          own.map((e) =>
            row({
              Time: stamp(e.time),
              Service: e.resources[0],
              lifecycleEvent: e['detail-type'],
              failureReason: e.detail.reason,
              '@message': JSON.stringify(e),
            }),
          ),
        ),
      );
    },
    s6: (rows) => {
      const own = newestFirst(events.filter((e) => e.resources[0] === serviceArn)).slice(0, 10);
      expect(own.length).toBeGreaterThan(0);
      expect(rows.map((r) => r.Timestamp)).toEqual(own.map((e) => e.time));
    },
    s7: (rows) => {
      const own = newestFirst(
        events.filter((e) => e['detail-type'] === 'ECS Container Instance State Change'),
      ).slice(0, 200);
      expect(rows.map((r) => r['@timestamp'])).toEqual(own.map((e) => stamp(e.time)));
      const versions = new Set(events.map((e) => e.detail.versionInfo?.agentVersion));
      for (const r of rows) expect(versions).toContain(r['detail.versionInfo.agentVersion']);
    },
  };
}

function serviceArnOf({ detail }: Envelope): string {
  const cluster = String(detail.clusterArn);
  return `${cluster.replace(':cluster/', ':service/')}/${String(detail.group).slice('service:'.length)}`;
}

describe('the seven scenarios', () => {
  const ids = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'];
  const clients = { 'the AWS SDK': withSdk, 'the command line': withCli };
  const cases = ids.flatMap((id) => Object.entries(clients).map(([name, ask]) => ({ id, name, ask })));

  it.each(cases)('$id through $name', async ({ id, ask }) => {
    const task = subject();
    const texts = scenarios({
      taskArn: task.detail.taskArn ?? '',
      service: String(task.detail.group).slice('service:'.length),
      eniId: secondEni(task) ?? '',
      serviceArn: serviceArnOf(task),
    });
    const rows = await ask(texts.find((scenario) => scenario.id === id)?.query ?? '');
    expectations(task)[id.toLowerCase()]?.(rows);
  });
});
