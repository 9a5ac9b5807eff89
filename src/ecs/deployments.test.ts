// Runs, rollbacks and culprits, also from the constructed sample of a rollback where it lies beside the checkout.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { decodeEvent } from './decode.ts';
import { deploymentHistories } from './deployments.ts';
import type { ServiceNotice } from './service-notices.ts';

const begin = (atMs: number, deploymentId: string): ServiceNotice => ({
  eventId: `begin-${deploymentId}-${atMs}`,
  detailType: 'ECS Deployment State Change',
  serviceKey: 'arn:aws:ecs:r:1:service/prod/web',
  service: 'web',
  cluster: 'prod',
  eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS',
  severity: 'INFO',
  deploymentId,
  reason: `ECS deployment ${deploymentId} in progress.`,
  atMs,
});
const complete = (atMs: number, deploymentId: string): ServiceNotice => ({
  ...begin(atMs, deploymentId),
  eventId: `complete-${deploymentId}-${atMs}`,
  eventName: 'SERVICE_DEPLOYMENT_COMPLETED',
  reason: 'completed.',
});
const fail = (atMs: number, deploymentId: string): ServiceNotice => ({
  ...begin(atMs, deploymentId),
  eventId: `fail-${deploymentId}-${atMs}`,
  eventName: 'SERVICE_DEPLOYMENT_FAILED',
  reason: 'tasks failed to start.',
});
const rollBack = (atMs: number, deploymentId: string): ServiceNotice => ({
  ...begin(atMs, deploymentId),
  eventId: `back-${deploymentId}-${atMs}`,
  reason: `ECS deployment circuit breaker: rolling back to deploymentId ${deploymentId}.`,
});

/** The one history of these notices, the same in whatever order they come. */
function replay(notices: readonly ServiceNotice[]) {
  const [first, ...others] = orders(notices).map((order) => deploymentHistories([...order, ...order]));
  for (const other of others) expect(other).toEqual(first);
  const history = first?.[0];
  const runs = history?.runs.map(({ deploymentId, kind, outcome, startMs, endMs }) => [
    deploymentId,
    kind,
    outcome,
    startMs,
    endMs,
  ]);
  return { runs, rollbacks: history?.rollbacks ?? [], reasons: history?.runs.map(({ reason }) => reason) };
}

describe('deploymentHistories', () => {
  it('pairs begin and end', () => {
    expect(replay([begin(1, 'a'), complete(5, 'a'), begin(10, 'b')]).runs).toEqual([
      ['a', 'forward', 'completed', 1, 5],
      ['b', 'forward', 'in progress', 10, null],
    ]);
  });

  it('names culprit and restored deployment of a rollback, whose events carry the old id', () => {
    const { runs, rollbacks, reasons } = replay([
      complete(1, 'old'),
      begin(10, 'bad'),
      fail(20, 'bad'),
      rollBack(21, 'old'),
      complete(30, 'old'),
    ]);
    expect(runs).toEqual([
      ['old', 'forward', 'completed', null, 1],
      ['bad', 'forward', 'failed', 10, 20],
      ['old', 'rollback', 'completed', 21, 30],
    ]);
    expect(reasons).toEqual(['completed.', 'tasks failed to start.', rollBack(21, 'old').reason]);
    expect(rollbacks).toEqual([
      {
        atMs: 21,
        restoredId: 'old',
        culpritId: 'bad',
        failureAnnounced: true,
        reason: rollBack(21, 'old').reason,
        eventId: 'back-old-21',
      },
    ]);
  });

  it('finds the culprit without a failure being announced, or without its begin', () => {
    const silent = replay([begin(10, 'bad'), rollBack(20, 'old')]);
    expect(silent.rollbacks[0]).toMatchObject({ culpritId: 'bad', failureAnnounced: false });
    expect(silent.runs?.[0]).toEqual(['bad', 'forward', 'failed', 10, 20]);
    expect(replay([fail(19, 'bad'), rollBack(20, 'old')]).rollbacks[0]).toMatchObject({
      culpritId: 'bad',
      failureAnnounced: true,
    });
    expect(replay([rollBack(20, 'old')]).rollbacks[0]?.culpritId).toBeNull();
  });

  it('takes the newest of several deployments for the culprit', () => {
    const { runs, rollbacks } = replay([begin(1, 'x'), begin(2, 'y'), rollBack(9, 'old')]);
    expect(rollbacks[0]?.culpritId).toBe('y');
    expect(runs).toEqual([
      ['x', 'forward', 'replaced', 1, 2],
      ['y', 'forward', 'failed', 2, 9],
      ['old', 'rollback', 'in progress', 9, null],
    ]);
  });

  it('attributes a failure without id to the run in progress', () => {
    const anonymous = { ...fail(5, 'a'), deploymentId: null };
    expect(replay([begin(1, 'a'), anonymous]).runs).toEqual([['a', 'forward', 'failed', 1, 5]]);
  });

  it('keeps services apart and ignores what is not about deployments', () => {
    const other = { ...begin(1, 'z'), serviceKey: 'arn:aws:ecs:r:1:service/prod/api', service: 'api' };
    const steady = { ...begin(2, 'a'), eventName: 'SERVICE_STEADY_STATE' };
    expect(
      deploymentHistories([begin(1, 'a'), other, steady]).map(({ service, runs }) => [service, runs.length]),
    ).toEqual([
      ['api', 1],
      ['web', 1],
    ]);
  });
});

const samples = fileURLToPath(new URL('../../../shared/reference/events/constructed/', import.meta.url));

it.skipIf(!existsSync(samples))('reads the constructed rollback', () => {
  const notices = readdirSync(samples)
    .filter((name) => name.startsWith('rollback-'))
    .map((name) => decodeEvent(readFileSync(`${samples}${name}`, 'utf8')))
    .flatMap((event): ServiceNotice[] =>
      event?.kind === 'service'
        ? [{ ...event, eventId: event.id, serviceKey: event.serviceArn ?? '', service: event.service ?? '' }]
        : [],
    );
  expect(notices).toHaveLength(8);
  const { runs, rollbacks } = replay(notices);
  expect(runs?.map(([id, kind, outcome]) => [id, kind, outcome])).toEqual([
    ['ecs-svc/6629184995452776901', 'forward', 'completed'],
    ['ecs-svc/4503003343648563919', 'forward', 'failed'],
    ['ecs-svc/6629184995452776901', 'rollback', 'completed'],
  ]);
  expect(rollbacks[0]).toMatchObject({
    culpritId: 'ecs-svc/4503003343648563919',
    restoredId: 'ecs-svc/6629184995452776901',
  });
});
