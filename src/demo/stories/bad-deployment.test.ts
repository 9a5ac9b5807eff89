import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import type { Detail } from '../envelope.ts';
import { badDeployment } from './bad-deployment.ts';

const rehearsal = rehearse(badDeployment);
const [story] = rehearsal.stories;
if (story === undefined) throw new Error('no story');
const bad = story.deploymentId;
const good = story.facts.restoredDeploymentId;
const tasks = rehearsal.tasksOf('checkout');
const latest = new Map(tasks.map((detail) => [detail.taskArn, detail]));

const deploymentEvents = (type: string) =>
  rehearsal.envelopes
    .filter((envelope) => envelope['detail-type'] === type && envelope.detail.deploymentId !== undefined)
    .map(({ detail }) => [detail.eventType, detail.eventName, detail.deploymentId]);

const expected = [
  ['INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', good],
  ['INFO', 'SERVICE_DEPLOYMENT_COMPLETED', good],
  ['INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', bad],
  ['ERROR', 'SERVICE_DEPLOYMENT_FAILED', bad],
  ['INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', good],
  ['INFO', 'SERVICE_DEPLOYMENT_COMPLETED', good],
];

it('tells the deployments, the rollback under the id of the good one', () => {
  expect(deploymentEvents('ECS Deployment State Change')).toEqual(expected);
});

it('tells the same as service actions', () => {
  expect(deploymentEvents('ECS Service Action')).toEqual(expected);
});

it('words failure and rollback as AWS does', () => {
  const reasons = rehearsal.envelopes
    .filter((envelope) => envelope['detail-type'] === 'ECS Deployment State Change')
    .map(({ detail }) => detail.reason);
  expect(reasons.slice(3, 5)).toEqual([
    'ECS deployment circuit breaker: tasks failed to start.',
    `ECS deployment circuit breaker: rolling back to deploymentId ${good}.`,
  ]);
});

it('warns that tasks do not start, before it gives up', () => {
  const names = rehearsal.envelopes.map(({ detail }) => detail.eventName);
  const warned = names.indexOf('SERVICE_TASK_START_IMPAIRED');
  expect(warned).toBeGreaterThan(-1);
  expect(warned).toBeLessThan(names.indexOf('SERVICE_DEPLOYMENT_FAILED'));
});

it('nine tasks of the culprit fail to start, with the cause in the container', () => {
  const culprits = [...latest.values()].filter((detail) => detail.startedBy === bad);
  expect(culprits).toHaveLength(9);
  expect(culprits.map((detail) => detail.taskArn)).toContain(story.taskArn);
  for (const detail of culprits) {
    expect(detail).toMatchObject({
      lastStatus: 'STOPPED',
      stopCode: 'TaskFailedToStart',
      taskDefinitionArn: story.facts.culpritTaskDefinition,
    });
    expect(detail).not.toHaveProperty('startedAt');
    const checkout = (detail.containers as Detail[]).find(({ name }) => name === 'checkout');
    expect(checkout?.reason).toContain('CannotStartContainerError');
    expect(String(detail.stoppedAt) < new Date(Number(story.facts.failedAtMs)).toISOString()).toBe(true);
  }
});

it('the old version gets back the three tasks that it had given up', () => {
  const fallenMs = Number(story.facts.failedAtMs);
  const restored = [...latest.values()].filter((detail) => Date.parse(String(detail.createdAt)) >= fallenMs);
  expect(restored).toHaveLength(3);
  for (const detail of restored)
    expect(detail).toMatchObject({
      startedBy: good,
      taskDefinitionArn: story.facts.restoredTaskDefinition,
      lastStatus: 'RUNNING',
    });
});
