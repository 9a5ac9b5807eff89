import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { stoppedByHand } from './people.ts';

it('a person stops the task: the reason is free text, the person is in CloudTrail, a new task follows', () => {
  const rehearsal = rehearse(stoppedByHand);
  const [story] = rehearsal.stories;
  const details = rehearsal.task(story?.taskArn);
  const requested = details.find((detail) => detail.desiredStatus === 'STOPPED');
  expect(requested).toMatchObject({
    lastStatus: 'RUNNING',
    stopCode: 'UserInitiated',
    stoppedReason: 'Drained by hand before the database failover, OPS-4312',
  });
  expect(details.at(-1)?.lastStatus).toBe('STOPPED');

  const call = rehearsal.envelopes.find(({ detail }) => detail.eventName === 'StopTask');
  expect(call?.resources).toEqual([]);
  expect(call?.detail.requestParameters).toMatchObject({ task: story?.taskArn });
  expect(JSON.stringify(call?.detail.userIdentity)).toContain(String(story?.facts.caller));
  expect(Date.parse(String(call?.time))).toBeLessThanOrEqual(Date.parse(String(requested?.stoppingAt)));

  const arns = new Set(rehearsal.tasksOf('orders').map((detail) => detail.taskArn));
  expect(arns.size).toBe(2);
});
