import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { conflictingVersions, missingVersion, runningAfterStopped } from './versions.ts';

it('one version is lost on its way', () => {
  const rehearsal = rehearse(missingVersion);
  const ours = rehearsal.emissions.filter(
    ({ envelope }) => envelope.detail.taskArn === rehearsal.stories[0]?.taskArn,
  );
  expect(ours.map(({ envelope }) => envelope.detail.version)).toEqual([1, 2, 3, 4, 5, 6]);
  const lost = ours.filter(({ fate }) => fate?.kind === 'lost');
  expect(lost.map(({ envelope }) => envelope.detail.version)).toEqual([4]);
});

it('one version exists twice, with other ids and other content', () => {
  const rehearsal = rehearse(conflictingVersions);
  const twins = rehearsal.envelopes.filter(
    ({ detail }) => detail.taskArn === rehearsal.stories[0]?.taskArn && detail.version === 3,
  );
  expect(twins.map(({ detail }) => detail.connectivity)).toEqual(['CONNECTED', 'DISCONNECTED']);
  expect(twins[0]?.id).not.toBe(twins[1]?.id);
  expect({ ...twins[1]?.detail, connectivity: 'CONNECTED' }).toEqual(twins[0]?.detail);
});

it('a task runs after it stopped', () => {
  const rehearsal = rehearse(runningAfterStopped);
  const states = rehearsal
    .task(rehearsal.stories[0]?.taskArn)
    .map((detail) => [detail.version, detail.lastStatus]);
  expect(states.slice(-2)).toEqual([
    [6, 'STOPPED'],
    [7, 'RUNNING'],
  ]);
});
