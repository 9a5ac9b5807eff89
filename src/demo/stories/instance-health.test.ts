import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { instanceHealth } from './instance-health.ts';

it('is impaired twice and recovers twice', () => {
  const rehearsal = rehearse(instanceHealth);
  const told = rehearsal.envelopes.map(({ detail }) => {
    const [check] = detail.healthChecks as { type: string; statusReason: string | null }[];
    return [check?.type, detail.overallStatus, check?.statusReason, detail.capacityProviderName];
  });
  expect(told).toEqual([
    ['ACCELERATED_COMPUTE', 'IMPAIRED', 'XID_79', 'gpu-managed'],
    ['ACCELERATED_COMPUTE', 'OK', null, 'gpu-managed'],
    ['AGENT_CONNECTIVITY', 'IMPAIRED', 'Agent disconnected since 2026-11-21T09:50:00Z', null],
    ['AGENT_CONNECTIVITY', 'OK', null, null],
  ]);
  for (const { resources } of rehearsal.envelopes)
    expect(resources).toEqual([rehearsal.stories[0]?.containerInstanceArn]);
});
