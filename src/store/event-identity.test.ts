// By what envelopes are recognised.
import { describe, expect, it } from 'vitest';
import { eventIdentity } from './event-identity.ts';

const task = {
  id: 'e-1',
  'detail-type': 'ECS Task State Change',
  source: 'aws.ecs',
  time: '2026-11-22T10:00:00Z',
  resources: ['arn:aws:ecs:eu-central-1:111122223333:task/prod/t1'],
  detail: {
    taskArn: 'arn:aws:ecs:eu-central-1:111122223333:task/prod/t1',
    version: 3,
    lastStatus: 'RUNNING',
  },
};

describe('eventIdentity', () => {
  it('is made of id, resource with version, and content', () => {
    expect(eventIdentity(task)).toMatchObject({
      id: 'e-1',
      version: 'arn:aws:ecs:eu-central-1:111122223333:task/prod/t1 3',
      versionKey: expect.any(Number),
      contentKey: expect.any(Number),
    });
  });

  it('has the same content in a replay, whatever its id, time and order of keys', () => {
    const { version, taskArn, lastStatus } = task.detail;
    const replay = {
      ...task,
      id: 'e-2',
      time: '2026-11-23T10:00:00Z',
      detail: { lastStatus, version, taskArn },
    };
    expect(eventIdentity(replay)?.contentKey).toBe(eventIdentity(task)?.contentKey);
    const other = { ...task, detail: { ...task.detail, lastStatus: 'STOPPED' } };
    expect(eventIdentity(other)?.contentKey).not.toBe(eventIdentity(task)?.contentKey);
    expect(eventIdentity({ ...task, 'detail-type': 'Another' })?.contentKey).not.toBe(
      eventIdentity(task)?.contentKey,
    );
  });

  it.each([
    ['of an instance', { containerInstanceArn: 'arn:ci', version: 14801 }, 'arn:ci 14801'],
    ['of what resources name', { version: 2 }, `${task.resources[0]} 2`],
    ['that is missing', { taskArn: 'arn:t' }, null],
  ])('takes the version %s', (_, detail, expected) => {
    expect(eventIdentity({ ...task, detail })?.version).toBe(expected);
  });

  it('has no version without resource, and no id without id', () => {
    const { id: _, ...nameless } = { ...task, resources: [], detail: { version: 1 } };
    expect(eventIdentity(nameless)).toMatchObject({ id: null, version: null, versionKey: null });
  });

  it.each([null, {}, { detail: {} }, { ...task, detail: null }, { ...task, source: 5 }])(
    '%j has none',
    (value) => {
      expect(eventIdentity(value)).toBeNull();
    },
  );
});
