import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { wrongImageTag } from './wrong-image-tag.ts';

const rehearsal = rehearse(wrongImageTag);
const [story] = rehearsal.stories;
const failed = rehearsal
  .tasksOf('catalog')
  .filter((detail) => detail.startedBy === story?.deploymentId && detail.lastStatus === 'STOPPED');

it('no task of the deployment ever starts', () => {
  expect(failed.length).toBeGreaterThan(40);
  expect(failed[0]?.stopCode).toBe('TaskFailedToStart');
  for (const detail of failed) {
    expect(detail).not.toHaveProperty('startedAt');
    expect(detail.stoppedReason).toMatch(/^CannotPullContainerError: .*catalog:v2\.31\.O: not found$/);
    expect(detail.taskDefinitionArn).toBe(story?.facts.taskDefinition);
  }
  expect(failed.map((detail) => detail.taskArn)).toContain(story?.taskArn);
});

it('neither completes nor fails: there is no circuit breaker', () => {
  const names = rehearsal.envelopes
    .filter((envelope) => envelope['detail-type'] === 'ECS Deployment State Change')
    .map(({ detail }) => detail.eventName);
  expect(names).toEqual(['SERVICE_DEPLOYMENT_IN_PROGRESS']);
});

it('warns again and again, ever more rarely', () => {
  const warnings = rehearsal.emissions
    .filter(({ envelope }) => envelope.detail.eventName === 'SERVICE_TASK_START_IMPAIRED')
    .map(({ atMs }) => atMs);
  expect(warnings.length).toBeGreaterThan(15);
  const gaps = warnings.slice(1).map((atMs, index) => (atMs - (warnings[index] ?? 0)) / 60_000);
  expect(gaps.slice(0, 3)).toEqual([4, 8, 16]);
  expect(Math.max(...gaps)).toBe(27);
});

it('leaves the old tasks alone', () => {
  const stops = rehearsal
    .tasksOf('catalog')
    .filter((detail) => detail.stopCode === 'ServiceSchedulerInitiated');
  expect(stops).toEqual([]);
});
