// Why tasks of a service stop: tasks not events, clusters apart, nothing found said plainly.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { fakeContext } from '../../test/fake-ask.ts';
import type { AskedRow } from './investigation.ts';
import { stops } from './stops.ts';

const range = { startMs: Date.UTC(2026, 10, 20), endMs: Date.UTC(2026, 10, 21) };
const prod = 'arn:aws:ecs:r:1:service/prod/web';
const staging = 'arn:aws:ecs:r:1:service/staging/web';
const known = [{ serviceArn: prod, cluster: 'prod', events: '50' }];

const row = (taskId: string, version: number, hour: number, more: AskedRow = {}): AskedRow => ({
  eventId: `${taskId}-${version}`,
  taskId,
  taskArn: `arn:aws:ecs:r:1:task/prod/${taskId}`,
  serviceArn: prod,
  cluster: 'prod',
  version: String(version),
  updatedAt: `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`,
  startedAt: '2026-11-20T00:00:00Z',
  stoppingAt: `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`,
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  taskDefinition: 'web:7',
  deploymentId: 'ecs-svc/1',
  ...more,
});
const oom: AskedRow = {
  exitCodes: 'envoy=0 app=137',
  containerReasons: 'app=OutOfMemoryError: Container killed due to memory usage',
};
const scaled: AskedRow = {
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
};

const rows = [
  row('a', 4, 3),
  row('a', 6, 3, oom),
  row('b', 6, 15, oom),
  row('b', 5, 15, { exitCodes: 'app=137' }),
  row('c', 6, 18, { exitCodes: 'app=1' }),
  row('d', 6, 20, scaled),
];

const ask = (services: readonly AskedRow[], stopRows: readonly AskedRow[], inputs = { service: 'web' }) => {
  const context = fakeContext({ 'Services with this name': services, 'Tasks told to stop': stopRows });
  return { context, answer: stops.run({ inputs, range }, context) };
};

describe('stops', () => {
  it('counts tasks by explanation, normal operation apart', async () => {
    const { summary, verdict, facts, tables, subject } = await ask(known, rows).answer;
    expect(subject).toBe(prod);
    expect(summary).toBe(
      '4 tasks of web (cluster prod) stopped between 2026-11-20 00:00:00 UTC and 2026-11-21 00:00:00 UTC, 3 unplanned and 1 in normal operation. Most frequent: out of memory, 2 tasks, last 2026-11-20 15:00:00 UTC.',
    );
    expect(verdict).toMatchObject({ class: 'application', tone: 'error', confidence: 'high' });
    expect(verdict?.text).toContain(
      'Out of memory (container app): 2 of 3 unplanned stops (67 %) after a median run of 3 h.',
    );
    expect(facts.map(({ value }) => value)).toEqual([
      'Out of memory: 2 tasks (exit codes app 137 × 2, envoy 0 × 2); Exit 1: application error: 1 task (exit codes app 1 × 1)',
      '1 task (scaling, deployments, normal ends)',
    ]);
    expect(
      tables[0]?.rows.map(({ why, class: reasonClass, tasks, trend, example }) => [
        why,
        reasonClass,
        tasks,
        trend,
        example,
      ]),
    ).toEqual([
      ['Out of memory', 'application', 2, '1 → 1', 'arn:aws:ecs:r:1:task/prod/b'],
      ['Exit 1: application error', 'application', 1, '0 → 1', 'arn:aws:ecs:r:1:task/prod/c'],
      ['Scaling or replacement', 'routine', 1, '0 → 1', 'arn:aws:ecs:r:1:task/prod/d'],
    ]);
    expect(tables[1]?.rows.map(({ task }) => task)).toEqual(
      ['c', 'b', 'a'].map((id) => `arn:aws:ecs:r:1:task/prod/${id}`),
    );
  });

  it('does not depend on the order of rows or on duplicates', async () => {
    const expected = await ask(known, rows).answer;
    for (const order of orders(rows)) expect(await ask(known, [...order, ...order]).answer).toEqual(expected);
  });

  it('shows one name in several clusters apart', async () => {
    const services = [...known, { serviceArn: staging, cluster: 'staging', events: '3' }];
    const { summary, tables, facts } = await ask(services, [
      ...rows,
      row('s', 6, 9, { ...scaled, serviceArn: staging }),
    ]).answer;
    expect(summary).toMatch(
      /^web runs in 2 clusters; each is shown apart\. Between .*: 4 tasks of web \(cluster prod\) stopped, 3 unplanned/,
    );
    expect(summary).toContain(
      '1 task of web (cluster staging) stopped, 0 unplanned and 1 in normal operation.',
    );
    expect(tables.map(({ title }) => title)).toEqual([
      'Why tasks stopped in prod',
      'Latest unplanned stops in prod',
      'Why tasks stopped in staging',
      'Latest unplanned stops in staging',
    ]);
    expect(facts.map(({ label }) => label)).toContain('Unplanned stops in staging');
  });

  it('is calm when everything is routine, or when nothing stopped', async () => {
    const calm = await ask(known, [row('d', 6, 20, scaled)]).answer;
    expect(calm.verdict).toMatchObject({ text: 'Tasks stopped only in normal operation.', tone: 'ok' });
    expect(calm.nextSteps).toEqual([]);
    const none = await ask(known, []).answer;
    expect(none.summary).toContain('No task of web (cluster prod) was told to stop');
    expect(none.verdict).toMatchObject({ tone: 'ok' });
  });

  it('says that a service is unknown', async () => {
    const { context, answer } = ask([], []);
    expect((await answer).summary).toMatch(/^No event of a service web was recorded/);
    expect(context.asked.map(({ title }) => title)).toEqual([
      'Services with this name',
      'Services that were recorded',
    ]);
  });

  it('asks about the service and the cluster that are given', async () => {
    const { context, answer } = ask(known, rows, { service: 'prod/web' });
    await answer;
    expect(context.asked[1]?.query).toContain(
      'filter ecs.service = "web" and (ecs.cluster = "prod" or not ispresent(ecs.cluster))',
    );
    expect(context.asked[1]?.awsQuery).toContain(
      'detail.group = "service:web" and endsWith(detail.clusterArn, ":cluster/prod")',
    );
  });

  it('says so when the rows are cut', async () => {
    const many = Array.from({ length: 100_000 }, () => row('a', 6, 3, oom));
    expect((await ask(known, many).answer).summary).toContain('Only the newest 100000 events were read');
  });
});
