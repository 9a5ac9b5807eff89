import { expect, it } from 'vitest';
import { clusters, jobs, services } from './fleet.ts';

const all = [...services, ...jobs];

it('has clusters in two accounts and two Regions, one with short ARNs', () => {
  expect(new Set(clusters.map((cluster) => cluster.account)).size).toBe(2);
  expect(new Set(clusters.map((cluster) => cluster.region)).size).toBe(2);
  expect(clusters.filter((cluster) => cluster.arns === 'short').map((cluster) => cluster.name)).toEqual([
    'edge',
  ]);
});

it('has some forty services of one to four containers on every kind of capacity', () => {
  expect(services.length).toBeGreaterThanOrEqual(40);
  const counts = new Set(services.map((service) => service.containers.length));
  expect([...counts].sort()).toEqual([1, 2, 3, 4]);
  const kinds = new Set(services.map(({ compute }) => compute.capacityProviderName ?? compute.launchType));
  for (const kind of ['FARGATE', 'FARGATE_SPOT', 'EC2', 'data-asg', 'gpu-managed', 'EXTERNAL'])
    expect(kinds).toContain(kind);
});

it('has the ENI at different places, and services without any', () => {
  const places = new Set(services.map((service) => service.attachments.indexOf('eni')));
  expect([...places].sort()).toEqual([-1, 0, 1, 2]);
});

it('has sidecars before and after the main container', () => {
  const places = new Set(
    services.map((service) => service.containers.findIndex((each) => each.repository !== undefined)),
  );
  expect([...places].sort()).toEqual([0, 1, 2]);
});

it('has the same name in two clusters, and a name inside another', () => {
  const clustersOf = (name: string) =>
    services.filter((each) => each.name === name).map((each) => each.cluster);
  expect(clustersOf('checkout')).toEqual(['prod', 'staging']);
  expect(clustersOf('api')).toEqual(['prod', 'staging']);
  expect(clustersOf('api-gateway')).toEqual(['prod', 'staging']);
});

it('declares each once, in a known cluster, with bridge networking exactly where there is no ENI', () => {
  const paths = services.map((service) => `${service.cluster}/${service.name}`);
  expect(new Set(paths).size).toBe(paths.length);
  const names = new Set(clusters.map((cluster) => cluster.name));
  for (const spec of all) {
    expect(names).toContain(spec.cluster);
    expect(spec.networkMode).toBe(spec.attachments.includes('eni') ? 'awsvpc' : 'bridge');
    expect(spec.containers.some((container) => container.repository !== undefined)).toBe(true);
  }
});
