// What failed, by deployment; an error without deployment id belongs to the one in progress then.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { fakeContext } from '../../test/fake-ask.ts';
import { errors } from './errors.ts';
import type { AskedRow } from './investigation.ts';

const range = { startMs: Date.UTC(2026, 10, 20), endMs: Date.UTC(2026, 10, 21) };
const row = (service: string, eventName: string, time: string, more: AskedRow = {}): AskedRow => ({
  eventId: `${service}-${eventName}-${time}`,
  type: 'ECS Deployment State Change',
  serviceArn: `arn:aws:ecs:r:1:service/prod/${service}`,
  service,
  cluster: 'prod',
  eventName,
  severity: eventName === 'SERVICE_DEPLOYMENT_IN_PROGRESS' ? 'INFO' : 'ERROR',
  updatedAt: `2026-11-20T${time}Z`,
  ...more,
});
const begun = row('web', 'SERVICE_DEPLOYMENT_IN_PROGRESS', '10:00:00', {
  deploymentId: 'ecs-svc/9',
  reason: 'in progress',
});
const failure = row('web', 'SERVICE_DEPLOYMENT_FAILED', '10:08:00', {
  deploymentId: 'ecs-svc/9',
  reason: 'ECS deployment circuit breaker: tasks failed to start.',
});
const placement = row('web', 'SERVICE_TASK_PLACEMENT_FAILURE', '10:05:00', {
  type: 'ECS Service Action',
  reason: 'RESOURCE:FARGATE',
});
const throttled = row('api', 'ECS_OPERATION_THROTTLED', '12:00:00', { type: 'ECS Service Action' });
const stop: AskedRow = {
  eventId: 's',
  taskId: 't',
  version: '5',
  updatedAt: '2026-11-20T10:06:00Z',
  deploymentId: 'ecs-svc/9',
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'Task failed to start',
  containerReasons: 'app=CannotStartContainerError: exec',
};

const ask = (errorRows: readonly AskedRow[], deploymentRows: readonly AskedRow[] = [begun, failure]) => {
  const context = fakeContext({
    Errors: errorRows,
    'Deployments, to tell which one an error belongs to': deploymentRows,
    'Why tasks of failed deployments stopped': [stop],
  });
  return { context, answer: errors.run({ inputs: {}, range }, context) };
};

describe('errors', () => {
  const rows = [failure, placement, throttled];

  it('groups by deployment, newest first, and tells why tasks stopped', async () => {
    const { summary, verdict, tables, nextSteps } = await ask(rows).answer;
    expect(summary).toBe(
      '3 errors of 2 services between 2026-11-20 00:00:00 UTC and 2026-11-21 00:00:00 UTC. 1 deployment failed: ecs-svc/9 of web. Latest: api, ECS_OPERATION_THROTTLED, at 2026-11-20 12:00:00 UTC.',
    );
    expect(verdict).toMatchObject({ tone: 'error', class: 'capacity', confidence: 'high' });
    expect(
      tables[0]?.rows.map(({ service, deployment, errors: count, why }) => [service, deployment, count, why]),
    ).toEqual([
      ['arn:aws:ecs:r:1:service/prod/api', null, 1, null],
      ['arn:aws:ecs:r:1:service/prod/web', 'ecs-svc/9 (by time)', 2, 'Container cannot be started (1 task)'],
    ]);
    expect(tables[1]?.rows.map(({ event, deployment, means }) => [event, deployment, means])).toEqual([
      ['ECS_OPERATION_THROTTLED', null, 'The scheduler reached a rate limit of ECS.'],
      ['SERVICE_DEPLOYMENT_FAILED', 'ecs-svc/9', expect.stringContaining('did not reach its steady state')],
      [
        'SERVICE_TASK_PLACEMENT_FAILURE',
        'ecs-svc/9',
        expect.stringContaining('Fargate (or Fargate Spot) has no capacity'),
      ],
    ]);
    expect(nextSteps).toContain('See what the failed deployment did: shiplog deployments --service web');
  });

  it('does not depend on the order of rows or on duplicates', async () => {
    const expected = await ask(rows).answer;
    for (const order of orders(rows)) expect(await ask([...order, ...order]).answer).toEqual(expected);
  });

  it('asks for stops only of deployments that failed', async () => {
    const { context, answer } = ask([placement, throttled]);
    await answer;
    expect(context.asked.map(({ title }) => title)).not.toContain('Why tasks of failed deployments stopped');
  });

  it('is calm without errors', async () => {
    const { summary, verdict } = await ask([], []).answer;
    expect(summary).toMatch(/^ECS announced no error between/);
    expect(verdict).toMatchObject({ text: 'Nothing failed.', tone: 'ok' });
  });
});
