import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { daemonRollback } from './daemons.ts';

const rehearsal = rehearse(daemonRollback);

it('is rolled back after two impaired starts', () => {
  expect(rehearsal.envelopes.map(({ detail }) => detail.eventName)).toEqual([
    'DAEMON_DEPLOYMENT_PENDING',
    'DAEMON_DEPLOYMENT_IN_PROGRESS',
    'DAEMON_TASK_START_IMPAIRED',
    'DAEMON_TASK_START_IMPAIRED',
    'DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS',
    'DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL',
  ]);
});

it('names the task in resources where there is one, nothing where there is none; the type is WARNING', () => {
  const [withTask, without] = rehearsal.envelopes.filter(
    (envelope) => envelope['detail-type'] === 'ECS Daemon Service Action',
  );
  expect(withTask?.resources).toEqual([rehearsal.stories[0]?.taskArn]);
  expect(without?.resources).toEqual([]);
  expect(without?.detail).not.toHaveProperty('taskArn');
  expect([withTask?.detail.eventType, without?.detail.eventType]).toEqual(['WARNING', 'WARNING']);
  expect(withTask?.detail.containerInstanceArn).not.toBe(without?.detail.containerInstanceArn);
});
