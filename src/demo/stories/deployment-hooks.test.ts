import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { deploymentHooks } from './deployment-hooks.ts';

const rehearsal = rehearse(deploymentHooks);
const namesOf = (arn: string | number | undefined) =>
  rehearsal.envelopes.filter(({ resources }) => resources[0] === arn).map(({ detail }) => detail.eventName);
const beginning = ['HOOK_IN_PROGRESS', 'HOOK_SUCCEEDED', 'HOOK_IN_PROGRESS', 'HOOK_AWAITING_ACTION'];

it('one pause is answered, one runs out', () => {
  const [answered, ignored] = rehearsal.stories;
  expect(namesOf(answered?.facts.serviceDeploymentArn)).toEqual([...beginning, 'HOOK_SUCCEEDED']);
  expect(namesOf(ignored?.facts.serviceDeploymentArn)).toEqual([...beginning, 'HOOK_TIMED_OUT']);
});

it('has the shape of the published event, with nanoseconds', () => {
  const waiting = rehearsal.envelopes.find(({ detail }) => detail.eventName === 'HOOK_AWAITING_ACTION');
  expect(waiting?.['detail-type']).toBe('ECS Hook State Change');
  // events/hook-awaiting-action-docs
  expect(Object.keys(waiting?.detail ?? {})).toEqual(
    'eventType eventName hookId hookType expiresAt lifecycleStage clusterArn serviceArn serviceDeploymentArn updatedAt'.split(
      ' ',
    ),
  );
  expect(waiting?.detail.updatedAt).toMatch(/\.\d{9}Z$/);
});
