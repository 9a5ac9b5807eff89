// The same fact once: double delivery, replays under new ids, short ARNs.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { distinctNotices, isRollback, type ServiceNotice } from './service-notices.ts';

const key = 'arn:aws:ecs:r:1:service/prod/web';
const notice = (eventName: string, atMs: number, more: Partial<ServiceNotice> = {}): ServiceNotice => ({
  eventId: `${eventName}-${atMs}`,
  detailType: 'ECS Service Action',
  serviceKey: key,
  service: 'web',
  cluster: 'prod',
  eventName,
  severity: 'INFO',
  deploymentId: null,
  reason: null,
  atMs,
  ...more,
});
const change = (eventName: string, atMs: number, deploymentId: string, more: Partial<ServiceNotice> = {}) =>
  notice(eventName, atMs, { detailType: 'ECS Deployment State Change', deploymentId, ...more });

describe('distinctNotices', () => {
  it('counts a service action and the deployment change about one fact once', () => {
    const action = notice('SERVICE_DEPLOYMENT_FAILED', 1200, { deploymentId: 'd1' });
    const withoutId = notice('SERVICE_DEPLOYMENT_FAILED', 1300);
    const fact = change('SERVICE_DEPLOYMENT_FAILED', 1000, 'd1');
    for (const order of orders([action, withoutId, fact])) expect(distinctNotices(order)).toEqual([fact]);
  });

  it('keeps what is another deployment, another time, or has no twin', () => {
    const notices = [
      change('SERVICE_DEPLOYMENT_FAILED', 1000, 'd1'),
      notice('SERVICE_DEPLOYMENT_FAILED', 1100, { deploymentId: 'd2' }),
      notice('SERVICE_DEPLOYMENT_FAILED', 400_000, { deploymentId: 'd1' }),
      notice('SERVICE_DEPLOYMENT_COMPLETED', 500_000, { deploymentId: 'd3' }),
    ];
    for (const order of orders(notices)) expect(distinctNotices(order)).toEqual(notices);
  });

  it('drops what came again under another id, keeping the smallest', () => {
    const first = notice('X', 5, { eventId: 'b' });
    for (const order of orders([first, { ...first, eventId: 'a' }, { ...first, eventId: 'c' }])) {
      expect(distinctNotices(order).map(({ eventId }) => eventId)).toEqual(['a']);
    }
  });

  it('keeps repeated actions of different times', () => {
    expect(
      distinctNotices([notice('SERVICE_TASK_START_IMPAIRED', 1), notice('SERVICE_TASK_START_IMPAIRED', 2)]),
    ).toHaveLength(2);
  });

  it('orders what happens in one moment: begin, failure, rollback, completion', () => {
    const rollback = { reason: 'ECS deployment circuit breaker: rolling back to deploymentId d0.' };
    const notices = [
      change('SERVICE_DEPLOYMENT_IN_PROGRESS', 7, 'd1'),
      change('SERVICE_DEPLOYMENT_FAILED', 7, 'd1'),
      change('SERVICE_DEPLOYMENT_IN_PROGRESS', 7, 'd0', rollback),
      change('SERVICE_DEPLOYMENT_COMPLETED', 7, 'd0'),
    ].map((one, index) => ({ ...one, eventId: `e${index}` }));
    for (const order of orders(notices)) expect(distinctNotices(order)).toEqual(notices);
  });

  it('takes a short ARN for the one long ARN of that name', () => {
    const short = change('SERVICE_DEPLOYMENT_FAILED', 9, 'd1', {
      serviceKey: 'arn:aws:ecs:r:1:service/web',
      cluster: null,
    });
    const distinct = distinctNotices([short, notice('SERVICE_TASK_START_IMPAIRED', 1)]);
    expect(distinct.map(({ serviceKey, cluster }) => [serviceKey, cluster])).toEqual([
      [key, 'prod'],
      [key, 'prod'],
    ]);
  });
});

it.each([
  ['ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.', true],
  ['ECS deployment alarm: rolled back to deploymentId ecs-svc/1.', true],
  ['ECS deployment ecs-svc/1 in progress.', false],
  [null, false],
])('%s is a rollback: %s', (reason, expected) => {
  expect(isRollback(notice('SERVICE_DEPLOYMENT_IN_PROGRESS', 1, { reason }))).toBe(expected);
  expect(isRollback(notice('SERVICE_DEPLOYMENT_COMPLETED', 1, { reason }))).toBe(false);
});
