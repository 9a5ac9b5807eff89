// Faults: which announcements count, how often, and when.
import { describe, expect, it } from 'vitest';
import { orders } from '../../test/ecs-events.ts';
import { countFaults, faultSeverity } from './faults.ts';
import type { ServiceNotice } from './service-notices.ts';

const key = 'arn:aws:ecs:r:1:service/prod/web';
const notice = (eventName: string, atMs: number, more: Partial<ServiceNotice> = {}): ServiceNotice => ({
  eventId: `${eventName}-${atMs}`,
  detailType: 'ECS Service Action',
  serviceKey: key,
  service: 'web',
  cluster: 'prod',
  eventName,
  severity: 'INFO',
  deploymentId: null,
  reason: null,
  atMs,
  ...more,
});

describe('faults', () => {
  it.each([
    ['SERVICE_TASK_PLACEMENT_FAILURE', 'INFO', 'ERROR'],
    ['SERVICE_TASK_START_IMPAIRED', 'WARN', 'WARN'],
    ['SERVICE_TASK_START_IMPAIRED', null, 'WARN'],
    ['SERVICE_SOMETHING_NOT_YET_DOCUMENTED', 'WARN', 'WARN'],
    ['SERVICE_STEADY_STATE', 'INFO', null],
    ['SERVICE_STEADY_STATE', 'ERROR', 'ERROR'],
    ['HOOK_FAILED', 'INFO', 'WARN'],
    ['constructor', 'INFO', null],
  ] as const)('%s with %s counts as %s', (eventName, severity, expected) =>
    expect(faultSeverity({ eventName, severity })).toBe(expected),
  );

  it('counts each fact once, by service and event name, in two halves', () => {
    const impaired = (atMs: number) => notice('SERVICE_TASK_START_IMPAIRED', atMs, { severity: 'WARN' });
    const placement = (atMs: number, reason: string, service = 'web') =>
      notice('SERVICE_TASK_PLACEMENT_FAILURE', atMs, {
        severity: 'ERROR',
        reason,
        service,
        serviceKey: `arn:aws:ecs:r:1:service/prod/${service}`,
      });
    const notices = [
      impaired(10),
      impaired(60),
      impaired(70),
      placement(20, 'RESOURCE:CPU'),
      placement(30, 'AGENT'),
      placement(40, 'AGENT'),
      placement(90, 'RESOURCE:CPU', 'api'),
      notice('SERVICE_STEADY_STATE', 5),
    ];
    const again = impaired(60);
    for (const order of orders([...notices, { ...again, eventId: 'replay' }])) {
      const counts = countFaults(order, 50);
      expect(
        counts.map(({ service, eventName, severity, count, earlier, later, lastMs }) => [
          service,
          eventName,
          severity,
          count,
          earlier,
          later,
          lastMs,
        ]),
      ).toEqual([
        ['web', 'SERVICE_TASK_PLACEMENT_FAILURE', 'ERROR', 3, 3, 0, 40],
        ['web', 'SERVICE_TASK_START_IMPAIRED', 'WARN', 3, 1, 2, 70],
        ['api', 'SERVICE_TASK_PLACEMENT_FAILURE', 'ERROR', 1, 0, 1, 90],
      ]);
      expect(counts[0]?.reasons).toEqual(['AGENT', 'RESOURCE:CPU']);
      expect(counts[0]?.eventIds[0]).toBe('SERVICE_TASK_PLACEMENT_FAILURE-40');
    }
  });
});
