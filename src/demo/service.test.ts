import { expect, it } from 'vitest';
import { newTestStage } from '../../test/rehearsal.ts';
import { random } from './prng.ts';
import { emitAction, emitInProgress, newDeploymentId } from './service.ts';

const emitted = (path: string, emit: (stage: ReturnType<typeof newTestStage>) => void) => {
  const stage = newTestStage();
  emit(stage);
  return {
    service: stage.service(path),
    envelopes: stage.world.takeEmissions().map(({ envelope }) => envelope),
  };
};

it('an action names its service in resources and has its keys in order', () => {
  const { service, envelopes } = emitted('prod/api', (stage) =>
    emitAction(stage.world, stage.service('prod/api'), 'WARN', 'SERVICE_TASK_START_IMPAIRED', {
      reason: 'x',
    }),
  );
  expect(envelopes[0]?.resources).toEqual([service.arn]);
  expect(Object.keys(envelopes[0]?.detail ?? {})).toEqual([
    'eventType',
    'eventName',
    'clusterArn',
    'reason',
    'createdAt',
  ]);
});

it('a deployment is told twice: as action and as deployment state change', () => {
  const { service, envelopes } = emitted('prod/api', (stage) =>
    emitInProgress(stage.world, stage.service('prod/api'), 'ecs-svc/1'),
  );
  expect(envelopes.map((envelope) => envelope['detail-type'])).toEqual([
    'ECS Service Action',
    'ECS Deployment State Change',
  ]);
  expect(envelopes[1]?.detail).toMatchObject({
    eventType: 'INFO',
    eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS',
    clusterArn: service.cluster.arn.cluster,
    deploymentId: 'ecs-svc/1',
    reason: 'ECS deployment ecs-svc/1 in progress.',
  });
});

it('deployment events of staging do not say which cluster', () => {
  const { envelopes } = emitted('staging/api', (stage) =>
    emitInProgress(stage.world, stage.service('staging/api'), 'ecs-svc/1'),
  );
  expect(envelopes[1]?.detail).not.toHaveProperty('clusterArn');
});

it('deployment ids have nineteen digits', () => {
  const rng = random(1, 'ids');
  for (let i = 0; i < 100; i++) expect(newDeploymentId(rng)).toMatch(/^ecs-svc\/[1-9]\d{18}$/);
});
