import { expect, it } from 'vitest';
import { newTestStage } from '../../test/rehearsal.ts';
import { emitInstance } from './instance-life.ts';

it('counts each change; the update status is absent until there was an update, and then stays', () => {
  const { world } = newTestStage();
  const cluster = world.cluster('data');
  const [instance] = cluster.instances;
  if (instance === undefined) throw new Error('no instance');
  const before = instance.version;
  emitInstance(world, cluster, instance);
  instance.agentUpdateStatus = 'UPDATED';
  emitInstance(world, cluster, instance);
  const [first, second] = world.takeEmissions().map(({ envelope }) => envelope);
  expect(first?.resources).toEqual([instance.arn]);
  expect([first?.detail.version, second?.detail.version]).toEqual([before + 1, before + 2]);
  expect(first?.detail).not.toHaveProperty('agentUpdateStatus');
  expect(second?.detail.agentUpdateStatus).toBe('UPDATED');
});
