import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import { serviceActions } from './service-actions.ts';

it('has the rare names of the catalogue, and one name with all three types', () => {
  const details = rehearse(serviceActions).envelopes.map((envelope) => envelope.detail);
  const counts = new Map<string, number>();
  for (const { eventType, eventName } of details) {
    const key = `${eventType} ${eventName}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(Object.fromEntries(counts)).toEqual({
    'WARN SERVICE_DISCOVERY_INSTANCE_UNHEALTHY': 3,
    'WARN VPC_LATTICE_TARGET_UNHEALTHY': 2,
    'ERROR SERVICE_DISCOVERY_OPERATION_THROTTLED': 2,
    'ERROR ECS_OPERATION_THROTTLED': 2,
    'ERROR SERVICE_HEALTH_UNKNOWN': 1,
    'ERROR SERVICE_TASK_CONFIGURATION_FAILURE': 4,
    'ERROR SERVICE_TASK_PLACEMENT_FAILURE': 3,
    'WARN SERVICE_TASK_PLACEMENT_FAILURE': 1,
    'INFO SERVICE_TASK_PLACEMENT_FAILURE': 1,
    'INFO CAPACITY_PROVIDER_STEADY_STATE': 2,
    'INFO TASKSET_STEADY_STATE': 1,
    'ERROR SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED': 1,
  });
});
