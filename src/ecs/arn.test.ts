// ARNs in the long and the short format, of every partition.
import { describe, expect, it } from 'vitest';
import { clusterOfArn, ecsResource, lastSegment, longServiceArn, serviceOfArn } from './arn.ts';

describe('ecsResource', () => {
  it('takes an ARN apart', () => {
    expect(ecsResource('arn:aws-cn:ecs:cn-north-1:1:task-set/c/s/ecs-svc/9')).toEqual({
      kind: 'task-set',
      parts: ['c', 's', 'ecs-svc', '9'],
      prefix: 'arn:aws-cn:ecs:cn-north-1:1',
    });
  });

  it.each([
    undefined,
    '',
    'web',
    'arn:',
    'arn:aws:ecs',
    'arn:aws:ecs:r:1:cluster',
    'arn:aws:iam::1:role/x',
    'arn:aws:ecs:x',
  ])('%s is none', (text) => expect(ecsResource(text)).toBeNull());
});

it.each([
  ['arn:aws:ecs:r:1:service/prod/web', 'prod', 'web'],
  ['arn:aws:ecs:r:1:service/web', undefined, 'web'],
  ['arn:aws:ecs:r:1:service-deployment/prod/web/abc', 'prod', 'web'],
  ['arn:aws:ecs:r:1:daemon/prod/agent', 'prod', undefined],
  ['arn:aws:ecs:r:1:cluster/prod', 'prod', undefined],
])('%s is of cluster %s and service %s', (arn, cluster, service) => {
  expect(clusterOfArn(arn)).toBe(cluster);
  expect(serviceOfArn(arn)).toBe(service);
});

it('gives the last segment, or the whole', () => {
  expect(lastSegment('a/b/c')).toBe('c');
  expect(lastSegment('abc')).toBe('abc');
});

describe('longServiceArn', () => {
  const short = 'arn:aws:ecs:r:1:service/web';
  const inProd = 'arn:aws:ecs:r:1:service/prod/web';

  it('finds the one long ARN of the same account, Region and name', () => {
    expect(
      longServiceArn(short, [inProd, 'arn:aws:ecs:r:2:service/prod/web', 'arn:aws:ecs:r:1:service/prod/api']),
    ).toBe(inProd);
  });

  it('does not choose between two, and leaves long ARNs and names alone', () => {
    expect(longServiceArn(short, [inProd, 'arn:aws:ecs:r:1:service/staging/web'])).toBe(short);
    expect(longServiceArn(inProd, ['arn:aws:ecs:r:1:service/staging/web'])).toBe(inProd);
    expect(longServiceArn('web', [inProd])).toBe('web');
  });
});
