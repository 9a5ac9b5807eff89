import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import type { Detail } from '../envelope.ts';
import { agentUpdate } from './agents.ts';

const rehearsal = rehearse(agentUpdate);
const history = (arn: string | undefined) =>
  rehearsal.envelopes
    .filter((envelope) => envelope.resources[0] === arn)
    .map(({ detail }) => [
      detail.agentUpdateStatus,
      detail.agentConnected,
      (detail.versionInfo as Detail).agentVersion,
    ]);

const ordinary = [
  ['PENDING', true, '1.112.0'],
  ['STAGING', true, '1.112.0'],
  ['STAGED', true, '1.112.0'],
  ['UPDATING', true, '1.112.0'],
  ['UPDATING', false, '1.112.0'],
  ['UPDATING', true, '1.113.1'],
  ['UPDATED', true, '1.113.1'],
];

it('four instances update: the agent goes away with the old version and comes back with the new one', () => {
  for (const index of [0, 1, 3, 5]) {
    const story = rehearsal.stories[index];
    expect(history(story?.containerInstanceArn)).toEqual(ordinary);
    expect(story?.facts).toMatchObject({ finalVersion: '1.113.1', finalStatus: 'UPDATED' });
  }
});

it('one is rolled back two days later; its status still says UPDATED', () => {
  expect(history(rehearsal.stories[2]?.containerInstanceArn)).toEqual([
    ...ordinary,
    ['UPDATED', false, '1.113.1'],
    ['UPDATED', true, '1.112.0'],
  ]);
});

it('one fails and keeps its version', () => {
  const failed = history(rehearsal.stories[4]?.containerInstanceArn);
  expect(failed.map(([status]) => status)).toEqual([
    ...ordinary.slice(0, 6).map(([status]) => status),
    'FAILED',
  ]);
  expect(new Set(failed.map(([, , version]) => version))).toEqual(new Set(['1.112.0']));
});

it('a person asked for each', () => {
  const asked = rehearsal.envelopes.filter(({ detail }) => detail.eventName === 'UpdateContainerAgent');
  expect(asked.map(({ detail }) => (detail.requestParameters as Detail).containerInstance)).toEqual(
    rehearsal.stories.map((story) => story.containerInstanceArn),
  );
});
