import { expect, it } from 'vitest';
import { arnMaker } from './arn.ts';
import { clusters } from './fleet.ts';

const of = (name: string) => {
  const spec = clusters.find((cluster) => cluster.name === name);
  if (spec === undefined) throw new Error(name);
  return arnMaker(spec);
};
const id = '0123456789abcdef0123456789abcdef';

it('writes long ARNs', () => {
  const arn = of('prod');
  const base = 'arn:aws:ecs:eu-central-1:111122223333';
  expect(arn.cluster).toBe(`${base}:cluster/prod`);
  expect(arn.task(id)).toBe(`${base}:task/prod/${id}`);
  expect(arn.container(id, 'u-u-i-d')).toBe(`${base}:container/prod/${id}/u-u-i-d`);
  expect(arn.service('api')).toBe(`${base}:service/prod/api`);
  expect(arn.containerInstance(id)).toBe(`${base}:container-instance/prod/${id}`);
  expect(arn.taskDefinition('api', 3)).toBe(`${base}:task-definition/api:3`);
});

it('writes short ARNs, which hide the cluster', () => {
  const arn = of('edge');
  const base = 'arn:aws:ecs:us-east-1:444455556666';
  expect(arn.task(id)).toBe(`${base}:task/01234567-89ab-cdef-0123-456789abcdef`);
  expect(arn.container(id, 'u-u-i-d')).toBe(`${base}:container/u-u-i-d`);
  expect(arn.service('proxy')).toBe(`${base}:service/proxy`);
  expect(arn.cluster).toBe(`${base}:cluster/edge`);
});
