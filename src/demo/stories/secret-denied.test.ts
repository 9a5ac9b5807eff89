import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { secretDenied } from './secret-denied.ts';

const rehearsal = rehearse(secretDenied);
const [story] = rehearsal.stories;
const stopped = rehearsal.tasksOf('payments').filter((detail) => detail.lastStatus === 'STOPPED');

it('new tasks may not read the secret; half of them show no containers in the end', () => {
  expect(stopped.length).toBeGreaterThanOrEqual(10);
  for (const detail of stopped) {
    expect(detail.stopCode).toBe('TaskFailedToStart');
    expect(detail.stoppedReason).toMatch(/^ResourceInitializationError: .*AccessDeniedException/);
    expect(detail.stoppedReason).toContain(story?.facts.secret);
  }
  const empty = stopped.filter((detail) => (detail.containers as unknown[]).length === 0);
  expect(empty).toHaveLength(stopped.length / 2);
  expect(stopped.map((detail) => detail.taskArn)).toContain(story?.taskArn);
});

it('begins with a person who wanted more tasks and ends when they run', () => {
  expect(rehearsal.envelopes[0]?.detail).toMatchObject({
    eventName: 'UpdateService',
    requestParameters: { cluster: 'prod', service: 'payments', desiredCount: 5 },
  });
  const running = rehearsal.tasksOf('payments').filter((detail) => detail.startedAt !== undefined);
  expect(new Set(running.map((detail) => detail.taskArn)).size).toBe(2);
  for (const detail of running)
    expect(Date.parse(String(detail.createdAt))).toBeGreaterThan(Number(story?.facts.repairedMs));
});
