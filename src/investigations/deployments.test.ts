// Why the old version is still there: rolled back, failed, in progress, completed.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { fakeContext } from '../../test/fake-ask.ts';
import { deployments } from './deployments.ts';
import type { AskedRow } from './investigation.ts';

const range = { startMs: Date.UTC(2026, 10, 20), endMs: Date.UTC(2026, 10, 21) };
const prod = 'arn:aws:ecs:r:1:service/prod/web';
const known = [{ serviceArn: prod, cluster: 'prod', events: '50' }];
const row = (
  eventName: string,
  time: string,
  deploymentId: string | null,
  more: AskedRow = {},
): AskedRow => ({
  eventId: `${eventName}-${time}`,
  type: 'ECS Deployment State Change',
  serviceArn: prod,
  service: 'web',
  cluster: 'prod',
  eventName,
  severity: 'INFO',
  updatedAt: `2026-11-20T${time}Z`,
  ...(deploymentId === null ? {} : { deploymentId }),
  ...more,
});
const begin = (time: string, id: string) =>
  row('SERVICE_DEPLOYMENT_IN_PROGRESS', time, id, { reason: `ECS deployment ${id} in progress.` });
const complete = (time: string, id: string) =>
  row('SERVICE_DEPLOYMENT_COMPLETED', time, id, { reason: 'completed.' });
const fail = (time: string, id: string) =>
  row('SERVICE_DEPLOYMENT_FAILED', time, id, {
    severity: 'ERROR',
    reason: 'ECS deployment circuit breaker: tasks failed to start.',
  });
const rollBack = (time: string, id: string) =>
  row('SERVICE_DEPLOYMENT_IN_PROGRESS', time, id, {
    reason: `ECS deployment circuit breaker: rolling back to deploymentId ${id}.`,
  });
const impaired = (time: string) =>
  row('SERVICE_TASK_START_IMPAIRED', time, null, { type: 'ECS Service Action', severity: 'WARN' });

const tasks: readonly AskedRow[] = [
  {
    deploymentId: 'old',
    taskDefinition: 'web:7',
    serviceArn: prod,
    tasks: '3',
    first: '2026-11-19 08:00:00.000',
    last: '2026-11-20 10:09:00.000',
  },
  {
    deploymentId: 'bad',
    taskDefinition: 'web:8',
    serviceArn: prod,
    tasks: '2',
    first: '2026-11-20 10:00:10.000',
    last: '2026-11-20 10:05:00.000',
  },
];
const stop = (taskId: string): AskedRow => ({
  eventId: `stop-${taskId}`,
  taskId,
  version: '5',
  updatedAt: '2026-11-20T10:04:00Z',
  deploymentId: 'bad',
  serviceArn: prod,
  stopCode: 'TaskFailedToStart',
  stoppedReason:
    'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref x: not found',
});
const rolledBack = [
  complete('01:00:00', 'old'),
  begin('10:00:00', 'bad'),
  impaired('10:06:00'),
  fail('10:08:00', 'bad'),
  rollBack('10:08:01', 'old'),
  complete('10:12:00', 'old'),
];

const ask = (notices: readonly AskedRow[], services: readonly AskedRow[] = known) => {
  const context = fakeContext({
    'Services with this name': services,
    'What ECS announced': notices,
    'Tasks and task definitions by deployment': tasks,
    'Why tasks of failed and unfinished deployments stopped': [stop('t1'), stop('t2')],
  });
  return { context, answer: deployments.run({ inputs: { service: 'web' }, range }, context) };
};

describe('deployments', () => {
  it('names culprit, restored deployment and the reason', async () => {
    const { verdict, summary, facts, nextSteps, tables, timelines } = await ask(rolledBack).answer;
    expect(verdict).toMatchObject({ class: 'image', tone: 'error', confidence: 'high' });
    expect(verdict?.text).toBe(
      'The old version is there because deployment bad (web:8) failed and ECS rolled back to old (web:7) at 2026-11-20 10:08:01 UTC, complete at 2026-11-20 10:12:00 UTC. Its tasks stopped because of: image not found (2 tasks).',
    );
    expect(summary).toContain('web: 2 deployments between');
    expect(summary).toContain('1 failed, 1 rollback.');
    expect(facts.slice(0, 2).map(({ label, value }) => [label, value])).toEqual([
      [
        'Culprit',
        'bad (web:8), begun at 2026-11-20 10:00:00 UTC; ECS said: ECS deployment circuit breaker: tasks failed to start.',
      ],
      ['Restored', 'old (web:7), at 2026-11-20 10:08:01 UTC'],
    ]);
    expect(nextSteps).toContain('Compare task definition web:8 with web:7, which works.');
    expect(
      tables[0]?.rows.map(({ deployment, taskDefinition, outcome, tone, tasks: count }) => [
        deployment,
        taskDefinition,
        outcome,
        tone,
        count,
      ]),
    ).toEqual([
      ['old', 'web:7', 'rollback, completed', 'warning', 3],
      ['bad', 'web:8', 'failed', 'error', 2],
      ['old', 'web:7', 'completed', 'ok', 3],
    ]);
    expect(
      timelines[0]?.lanes.map(({ label, bars, marks }) => [label, bars.length, marks?.length ?? 0]),
    ).toEqual([
      ['old (web:7)', 2, 0],
      ['bad (web:8)', 1, 0],
      ['warnings and errors', 0, 2],
    ]);
  });

  it('does not depend on the order of rows or on duplicates', async () => {
    const expected = await ask(rolledBack).answer;
    for (const order of orders(rolledBack)) expect(await ask([...order, ...order]).answer).toEqual(expected);
  });

  it('tells a deployment that hangs, with what ECS announced meanwhile and what runs on', async () => {
    const { verdict, facts } = await ask([
      begin('10:00:00', 'bad'),
      impaired('10:06:00'),
      impaired('10:30:00'),
    ]).answer;
    expect(verdict).toMatchObject({ tone: 'warning', confidence: 'medium', class: 'image' });
    expect(verdict?.text).toMatch(
      /^Deployment bad \(web:8\) is in progress since 2026-11-20 10:00:00 UTC \(14 h\): until it completes the old version runs on\. ECS announced 2 problems meanwhile: SERVICE_TASK_START_IMPAIRED\./,
    );
    expect(facts.find(({ label }) => label === 'Old version')?.value).toBe('old (web:7)');
  });

  it('tells a failure without rollback', async () => {
    const { verdict } = await ask([begin('10:00:00', 'bad'), fail('10:08:00', 'bad')]).answer;
    expect(verdict?.text).toContain(
      'Deployment bad (web:8) failed at 2026-11-20 10:08:00 UTC and no rollback was announced.',
    );
    expect(verdict).toMatchObject({ tone: 'error', confidence: 'high' });
  });

  it('is calm when the newest deployment completed, even after an earlier rollback', async () => {
    const later = [...rolledBack, begin('15:00:00', 'new'), complete('15:05:00', 'new')];
    const { verdict } = await ask(later).answer;
    expect(verdict).toMatchObject({ tone: 'ok', class: 'routine', confidence: 'high' });
    expect(verdict?.text).toContain('The newest deployment new completed at 2026-11-20 15:05:00 UTC');
  });

  it('says when nothing was announced, and asks for no stops then', async () => {
    const { context, answer } = ask([]);
    expect((await answer).summary).toContain('No deployment was announced in this time.');
    expect(context.asked.map(({ title }) => title)).not.toContain(
      'Why tasks of failed and unfinished deployments stopped',
    );
  });

  it('keeps clusters apart and joins short ARNs to their service', async () => {
    const staging = 'arn:aws:ecs:r:2:service/staging/web';
    const short = { serviceArn: 'arn:aws:ecs:r:2:service/web' };
    const services = [
      ...known,
      { serviceArn: staging, cluster: 'staging', events: '4' },
      { ...short, events: '2' },
    ];
    const notices = [
      ...rolledBack,
      { ...begin('09:00:00', 's1'), ...short },
      { ...complete('09:05:00', 's1'), ...short, eventId: 's' },
    ];
    const { summary, tables } = await ask(notices, services).answer;
    expect(summary).toMatch(/^web runs in 2 clusters; each is shown apart\. web in prod: 2 deployments/);
    expect(summary).toContain('web in staging: 1 deployment');
    expect(tables.map(({ title }) => title)).toContain('Deployments in staging, newest first');
  });

  it('says that a service is unknown', async () => {
    expect((await ask([], []).answer).summary).toMatch(/^No event of a service web was recorded/);
  });
});
