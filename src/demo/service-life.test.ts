import { expect, it } from 'vitest';
import { newTestStage, playOut } from '../../test/rehearsal.ts';
import { crashTask, deploy, scaleTo } from './service-life.ts';

const eventNames = (emissions: ReturnType<typeof playOut>) =>
  emissions
    .filter(({ envelope }) => envelope['detail-type'] !== 'ECS Task State Change')
    .map(({ envelope: { detail } }) => detail.eventName);

it('deploys: new tasks of the new revision replace the old ones, and both kinds of event tell', () => {
  const stage = newTestStage();
  const service = stage.service('prod/users');
  const old = service.running.map((task) => task.arn);
  const { deploymentId, revision } = service;
  deploy(stage.world, service);
  const emissions = playOut(stage);

  expect(eventNames(emissions)).toEqual([
    'UpdateService',
    'SERVICE_DEPLOYMENT_IN_PROGRESS',
    'SERVICE_DEPLOYMENT_IN_PROGRESS',
    'SERVICE_DEPLOYMENT_COMPLETED',
    'SERVICE_DEPLOYMENT_COMPLETED',
    'SERVICE_STEADY_STATE',
  ]);
  expect(service.deploymentId).not.toBe(deploymentId);
  expect(service.running).toHaveLength(3);
  for (const task of service.running) {
    expect(old).not.toContain(task.arn);
    expect(task.startedBy).toBe(service.deploymentId);
    expect(task.definitionArn.endsWith(`:${revision + 1}`)).toBe(true);
  }
});

it('scales out and in; the count of running tasks follows the desired one', () => {
  const stage = newTestStage();
  const service = stage.service('prod/users');
  scaleTo(stage.world, service, 6);
  const out = playOut(stage);
  expect(service.running).toHaveLength(6);
  expect(out[0]?.envelope.detail).toMatchObject({
    eventName: 'SERVICE_DESIRED_COUNT_UPDATED',
    desiredCount: 6,
  });
});

it('scaling in stops the oldest and names them', () => {
  const stage = newTestStage();
  const service = stage.service('prod/users');
  const [first, second, third] = service.running.map((task) => task.arn);
  scaleTo(stage.world, service, 1);
  const stopped = playOut(stage).find(({ envelope }) => envelope.detail.eventName === 'TASKS_STOPPED');
  expect(stopped?.envelope.detail.taskArns).toEqual([first, second]);
  expect(service.running.map((task) => task.arn)).toEqual([third]);
});

it('replaces a task that crashed', () => {
  const stage = newTestStage();
  const service = stage.service('prod/users');
  const [task] = service.running;
  if (task === undefined) throw new Error('no task');
  crashTask(stage.world, service, task, { users: { exitCode: 139 } });
  playOut(stage);
  expect(service.running).toHaveLength(3);
  expect(service.running).not.toContain(task);
  expect(task.stopCode).toBe('EssentialContainerExited');
});
