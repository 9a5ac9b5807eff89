import { expect, it } from 'vitest';
import { rehearse } from '../../../test/rehearsal.ts';
import type { Detail } from '../envelope.ts';
import { containerHealthChecks, elbHealthChecks } from './health-checks.ts';

const exitOf = (detail: Detail, container: string) =>
  (detail.containers as Detail[]).find(({ name }) => name === container)?.exitCode;

it('42 tasks of storefront run for about two minutes and fail the checks of the load balancer', () => {
  const rehearsal = rehearse(elbHealthChecks);
  const [story] = rehearsal.stories;
  const failed = rehearsal
    .tasksOf('storefront')
    .filter((detail) => detail.lastStatus === 'STOPPED' && String(detail.stoppedReason).includes('ELB'));
  expect(failed).toHaveLength(42);
  expect(failed.map((detail) => detail.taskArn)).toContain(story?.taskArn);
  for (const detail of failed) {
    expect(detail.stopCode).toBe('ServiceSchedulerInitiated');
    expect(detail.stoppedReason).toBe(
      `Task failed ELB health checks in (target-group ${story?.facts.targetGroup})`,
    );
    expect(exitOf(detail, 'storefront')).toBe(143);
    const ranMs = Date.parse(String(detail.stoppingAt)) - Date.parse(String(detail.startedAt));
    expect(ranMs).toBeGreaterThanOrEqual(95_000);
    expect(ranMs).toBeLessThanOrEqual(150_000);
  }
  const completed = rehearsal.envelopes.filter(
    ({ detail }) => detail.eventName === 'SERVICE_DEPLOYMENT_COMPLETED',
  );
  expect(completed).toHaveLength(2);
  expect(completed[0]?.detail.deploymentId).not.toBe(story?.deploymentId);
});

it('18 tasks of inventory fail their own check within two hours, killed by the stop timeout', () => {
  const rehearsal = rehearse(containerHealthChecks);
  const [story] = rehearsal.stories;
  const failed = rehearsal.tasksOf('inventory').filter((detail) => detail.lastStatus === 'STOPPED');
  expect(failed).toHaveLength(18);
  expect(failed[0]?.taskArn).toBe(story?.taskArn);
  for (const detail of failed) {
    expect(detail.stoppedReason).toBe('Task failed container health checks');
    expect(exitOf(detail, 'inventory')).toBe(137);
  }
  const spanMs = Date.parse(String(failed.at(-1)?.stoppedAt)) - Number(story?.atMs);
  expect(spanMs).toBeLessThan(2.4 * 3_600_000);
});
