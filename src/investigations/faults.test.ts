// The worst services: each fact once, worst first, and why their tasks stop.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { fakeContext } from '../../test/fake-ask.ts';
import { faults } from './faults.ts';
import type { AskedRow } from './investigation.ts';

const range = { startMs: Date.UTC(2026, 10, 20), endMs: Date.UTC(2026, 10, 21) };
const row = (service: string, eventName: string, hour: number, more: AskedRow = {}): AskedRow => ({
  eventId: `${service}-${eventName}-${hour}`,
  type: 'ECS Service Action',
  serviceArn: `arn:aws:ecs:r:1:service/prod/${service}`,
  service,
  cluster: 'prod',
  eventName,
  severity: 'WARN',
  createdAt: `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`,
  ...more,
});
const failed: AskedRow = {
  severity: 'ERROR',
  deploymentId: 'ecs-svc/9',
  reason: 'ECS deployment circuit breaker: tasks failed to start.',
};
const rows = [
  row('web', 'SERVICE_TASK_START_IMPAIRED', 3),
  row('web', 'SERVICE_TASK_START_IMPAIRED', 15),
  row('web', 'SERVICE_TASK_START_IMPAIRED', 16),
  row('api', 'SERVICE_DEPLOYMENT_FAILED', 9, failed),
  row('api', 'SERVICE_DEPLOYMENT_FAILED', 9, {
    ...failed,
    eventId: 'twin',
    type: 'ECS Deployment State Change',
    updatedAt: '2026-11-20T09:00:01Z',
  }),
  row('api', 'SERVICE_TASK_PLACEMENT_FAILURE', 2, { severity: 'INFO', reason: 'RESOURCE:CPU' }),
];
const stopRows: readonly AskedRow[] = [
  {
    eventId: 's',
    taskId: 't',
    version: '5',
    updatedAt: '2026-11-20T03:00:00Z',
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'CannotPullContainerError: x: not found',
  },
];

const ask = (noticeRows: readonly AskedRow[], inputs: Record<string, string> = {}) => {
  const context = fakeContext({
    'Warnings and errors of services': noticeRows,
    'Stopped tasks of the worst service, web': stopRows,
  });
  return { context, answer: faults.run({ inputs, range }, context) };
};

describe('faults', () => {
  it('ranks services and names the reason behind the worst', async () => {
    const { summary, verdict, tables, nextSteps, subject } = await ask(rows).answer;
    expect(subject).toBe('all services');
    expect(summary).toBe(
      '5 faults of 2 services between 2026-11-20 00:00:00 UTC and 2026-11-21 00:00:00 UTC, 2 of them errors. Worst: web (cluster prod) with 3, mostly SERVICE_TASK_START_IMPAIRED (3), last 2026-11-20 16:00:00 UTC.',
    );
    expect(verdict).toMatchObject({ class: 'image', tone: 'warning', confidence: 'high' });
    expect(verdict?.text).toContain('3 times, rising (1 → 2).');
    expect(verdict?.text).toContain('Its tasks stop because of: image not found (1 task).');
    expect(
      tables[0]?.rows.map(({ service, total, errors, warnings, trend }) => [
        service,
        total,
        errors,
        warnings,
        trend,
      ]),
    ).toEqual([
      ['arn:aws:ecs:r:1:service/prod/web', 3, 0, 3, 'rising (1 → 2)'],
      ['arn:aws:ecs:r:1:service/prod/api', 2, 2, 0, 'too few for a trend (2 → 0)'],
    ]);
    expect(tables[1]?.rows.map(({ event, count, reason, todo }) => [event, count, reason, todo])).toEqual([
      [
        'SERVICE_TASK_START_IMPAIRED',
        3,
        null,
        expect.stringContaining('Read why the latest tasks failed to start'),
      ],
      ['SERVICE_DEPLOYMENT_FAILED', 1, failed.reason, expect.stringContaining('Ask why its tasks stopped')],
      [
        'SERVICE_TASK_PLACEMENT_FAILURE',
        1,
        'RESOURCE:CPU',
        expect.stringContaining('Compare remainingResources'),
      ],
    ]);
    expect(nextSteps).toContain('See why its tasks stopped: shiplog stops --service web');
  });

  it('does not depend on the order of rows or on duplicates', async () => {
    const expected = await ask(rows).answer;
    for (const order of orders(rows)) expect(await ask([...order, ...order]).answer).toEqual(expected);
  });

  it('counts daemons, without asking for stops of a service that does not exist', async () => {
    const daemon: AskedRow = {
      eventId: 'd',
      type: 'ECS Daemon Service Action',
      daemon: 'agent',
      cluster: 'data',
      eventName: 'DAEMON_TASK_START_IMPAIRED',
      severity: 'WARN',
      createdAt: '2026-11-20T03:00:00Z',
      reason: 'RESOURCE:CPU - no',
    };
    const { context, answer } = ask([daemon]);
    expect((await answer).verdict).toMatchObject({ class: 'capacity' });
    expect(context.asked).toHaveLength(1);
  });

  it('is calm without faults', async () => {
    const { summary, verdict, tables, nextSteps } = await ask([]).answer;
    expect(summary).toMatch(/^ECS announced no warning and no error between/);
    expect(verdict).toMatchObject({ tone: 'ok' });
    expect(tables.every((table) => table.rows.length === 0)).toBe(true);
    expect(nextSteps).toEqual([]);
  });

  it('bounds by cluster and service', async () => {
    const { context, answer } = ask([], { cluster: 'prod', service: 'web' });
    expect((await answer).subject).toBe('web, cluster prod');
    expect(context.asked[0]?.query).toContain('ecs.service = "web" and (ecs.cluster = "prod"');
    expect(context.asked[0]?.awsQuery).toContain(
      '(endsWith(resources.0, "/prod/web") or resources.0 like "/prod/web/")',
    );
  });
});
