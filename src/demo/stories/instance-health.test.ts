import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { instanceHealth } from './instance-health.ts';

const rehearsal = rehearse(instanceHealth);
const [story] = rehearsal.stories;
const health = rehearsal.envelopes.filter(
  (envelope) => envelope['detail-type'] === 'ECS Container Instance Health Change',
);

it('is impaired twice and recovers twice', () => {
  const told = health.map(({ detail }) => {
    const [check] = detail.healthChecks as { type: string; statusReason: string | null }[];
    return [check?.type, detail.overallStatus, check?.statusReason, detail.capacityProviderName];
  });
  expect(told).toEqual([
    ['ACCELERATED_COMPUTE', 'IMPAIRED', 'XID_79', 'gpu-managed'],
    ['ACCELERATED_COMPUTE', 'OK', null, 'gpu-managed'],
    ['AGENT_CONNECTIVITY', 'IMPAIRED', 'Agent disconnected since 2026-11-21T09:49:55Z', null],
    ['AGENT_CONNECTIVITY', 'OK', null, null],
  ]);
  for (const { resources } of health) expect(resources).toEqual([story?.containerInstanceArn]);
});

it('its tasks stop for the health of the infrastructure, and others start', () => {
  const gpuTasks = [...rehearsal.tasksOf('embeddings'), ...rehearsal.tasksOf('trainer')];
  const stopped = gpuTasks.filter((detail) => detail.lastStatus === 'STOPPED');
  expect(stopped.length).toBeGreaterThan(0);
  for (const detail of stopped)
    expect([detail.stopCode, detail.containerInstanceArn]).toEqual([
      'InfrastructureHealth',
      story?.containerInstanceArn,
    ]);
  expect(gpuTasks.filter((detail) => detail.version === 1)).toHaveLength(stopped.length);
});
