import { expect, it } from 'vitest';
import { newTestStage } from '../../test/rehearsal.ts';
import { placeOn } from './placement.ts';

it('places where most memory is free, on instances of the kind and provider, or nowhere', () => {
  const stage = newTestStage();
  const cluster = stage.world.cluster('data');
  const { spec } = stage.service('data/ingest-api');
  const chosen = placeOn(cluster, spec);
  const free = (instance: typeof chosen) => (instance?.group.memoryMiB ?? 0) - (instance?.memoryUsed ?? 0);
  for (const instance of cluster.instances.filter((each) => each.group.launchType === 'EC2'))
    expect(free(chosen)).toBeGreaterThanOrEqual(free(instance));
  expect(chosen?.group.capacityProvider).toBe('data-asg');
  expect(placeOn(cluster, stage.service('data/trainer').spec)?.group.type).toBe('g6.4xlarge');
  expect(placeOn(cluster, { ...spec, memory: '1000000' })).toBeUndefined();
  expect(placeOn(cluster, { ...spec, cpu: '1000000' })).toBeUndefined();
  expect(placeOn(cluster, stage.service('edge/kiosk').spec)).toBeUndefined();
});

it('does not place on a draining instance', () => {
  const stage = newTestStage();
  const cluster = stage.world.cluster('edge');
  for (const instance of cluster.instances) instance.status = 'DRAINING';
  expect(placeOn(cluster, stage.service('edge/proxy').spec)).toBeUndefined();
});
