import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { drainedInstance } from './drained-instance.ts';

const rehearsal = rehearse(drainedInstance);
const arn = rehearsal.stories[0]?.containerInstanceArn;
const told = rehearsal.envelopes.filter(
  ({ 'detail-type': type, resources }) =>
    type === 'ECS Container Instance State Change' && resources[0] === arn,
);

it('is drained, empties, and goes', () => {
  const states = told.map(({ detail }) => String(detail.status));
  expect(states[0]).toBe('DRAINING');
  expect(states.at(-1)).toBe('INACTIVE');
  expect(new Set(states.slice(0, -1))).toEqual(new Set(['DRAINING']));
  expect(told.at(-1)?.detail).toMatchObject({ runningTasksCount: 0, agentConnected: false });
});

it('every task that leaves is replaced elsewhere', () => {
  const tasks = rehearsal.envelopes.filter((envelope) => envelope['detail-type'] === 'ECS Task State Change');
  const left = tasks.filter(({ detail }) => detail.lastStatus === 'STOPPED');
  const started = tasks.filter(({ detail }) => detail.version === 1);
  expect(left.length).toBeGreaterThan(0);
  expect(started).toHaveLength(left.length);
  for (const { detail } of left) expect(detail.containerInstanceArn).toBe(arn);
  for (const { detail } of started) expect(detail.containerInstanceArn).not.toBe(arn);
});
