// What a person may give for a service, and which services are meant.
import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../test/fake-ask.ts';
import { findServices, scopeCondition, serviceScope, unknownService } from './service-scope.ts';

const range = { startMs: Date.UTC(2026, 10, 20), endMs: Date.UTC(2026, 10, 21) };
const scope = (service: string | undefined, cluster?: string) =>
  serviceScope({ inputs: { service, cluster }, range });

describe('serviceScope', () => {
  it.each([
    ['web', undefined, 'web', null],
    [' web ', 'prod', 'web', 'prod'],
    ['prod/web', undefined, 'web', 'prod'],
    ['prod/web', 'prod', 'web', 'prod'],
    ['service:web', undefined, 'web', null],
    ['arn:aws:ecs:r:1:service/prod/web', undefined, 'web', 'prod'],
    ['arn:aws:ecs:r:1:service/web', 'arn:aws:ecs:r:1:cluster/prod', 'web', 'prod'],
    [undefined, 'prod', null, 'prod'],
    [undefined, undefined, null, null],
  ])('%s and %s', (service, cluster, name, inCluster) =>
    expect(scope(service, cluster)).toEqual({ service: name, cluster: inCluster }),
  );

  it('refuses contradictions and ARNs of other things', () => {
    expect(() => scope('prod/web', 'staging')).toThrow('cluster prod, but cluster staging');
    expect(() => scope('arn:aws:ecs:r:1:task/prod/abc')).toThrow('not the ARN of an ECS service');
  });

  it('becomes a condition', () => {
    expect(scopeCondition({ service: null, cluster: null })).toBeNull();
    expect(scopeCondition({ service: 'we"b', cluster: 'prod' })).toBe(
      'ecs.service = "we\\"b" and (ecs.cluster = "prod" or not ispresent(ecs.cluster))',
    );
  });
});

describe('findServices', () => {
  const title = 'Services with this name';

  it('counts short ARNs and API calls with the service they are about', async () => {
    const context = fakeContext({
      [title]: [
        { serviceArn: 'arn:aws:ecs:r:1:service/prod/web', cluster: 'prod', events: '10' },
        { serviceArn: 'arn:aws:ecs:r:1:service/web', events: '2' },
        { cluster: 'prod', events: '1' },
      ],
    });
    expect(await findServices({ service: 'web', cluster: null }, context)).toEqual([
      { key: 'arn:aws:ecs:r:1:service/prod/web', service: 'web', cluster: 'prod', events: 13 },
    ]);
  });

  it('lists every cluster that has a service of the name', async () => {
    const context = fakeContext({
      [title]: [
        { serviceArn: 'arn:aws:ecs:r:1:service/staging/web', cluster: 'staging', events: '3' },
        { serviceArn: 'arn:aws:ecs:r:1:service/prod/web', cluster: 'prod', events: '10' },
      ],
    });
    const found = await findServices({ service: 'web', cluster: null }, context);
    expect(found.map(({ cluster, events }) => [cluster, events])).toEqual([
      ['prod', 10],
      ['staging', 3],
    ]);
  });
});

describe('unknownService', () => {
  const ask = (services: readonly string[]) =>
    unknownService(
      'stops',
      'Why?',
      { service: 'chekout', cluster: 'prod' },
      { inputs: {}, range },
      fakeContext({
        'Services that were recorded': services.map((service, index) => ({
          service,
          cluster: 'prod',
          events: String(index),
        })),
      }),
    );

  it('names the services with similar names', async () => {
    const { summary, tables } = await ask(['web', 'checkout', 'orders']);
    expect(summary).toBe(
      'No event of a service chekout in cluster prod was recorded between 2026-11-20 00:00:00 UTC and 2026-11-21 00:00:00 UTC. Similar names: checkout.',
    );
    expect(tables[0]?.rows).toEqual([{ service: 'checkout', cluster: 'prod', events: 1 }]);
  });

  it('names the busiest services when none is similar, and says when there are none at all', async () => {
    const { tables } = await ask(['web', 'api']);
    expect(tables[0]).toMatchObject({ title: 'Services with the most events' });
    expect(tables[0]?.rows.map(({ service }) => service)).toEqual(['api', 'web']);
    expect((await ask([])).tables[0]).toMatchObject({
      rows: [],
      empty: 'No service at all was recorded in this time.',
    });
  });
});
