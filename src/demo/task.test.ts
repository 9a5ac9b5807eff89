import { expect, it } from 'vitest';
import { newTestStage } from '../../test/rehearsal.ts';
import type { Detail } from './envelope.ts';
import { taskDetail } from './task.ts';

const detailOf = (path: string) => {
  const stage = newTestStage();
  const [task] = stage.service(path).running;
  if (task === undefined) throw new Error(`${path} has no tasks`);
  return taskDetail(task, '2026-11-22T18:00:00Z');
};
const containers = (detail: Detail) => detail.containers as Detail[];

it('has its keys in the order of the published events', () => {
  // events/task-stopped-fargate-scale-in and task-running-ec2-awsvpc-2025-docs.
  expect(Object.keys(detailOf('data/ingest-api'))).toEqual(
    'attachments attributes availabilityZone capacityProviderName clusterArn connectivity connectivityAt containerInstanceArn containers cpu createdAt desiredStatus enableExecuteCommand group launchType lastStatus memory overrides pullStartedAt pullStoppedAt startedAt startedBy taskArn taskDefinitionArn updatedAt version'.split(
      ' ',
    ),
  );
});

it('names a capacity provider only where one was used', () => {
  expect(detailOf('prod/thumbnails').capacityProviderName).toBe('FARGATE_SPOT');
  expect(detailOf('data/ingest-api').capacityProviderName).toBe('data-asg');
  expect(detailOf('prod/users')).not.toHaveProperty('capacityProviderName');
  expect(detailOf('edge/proxy')).not.toHaveProperty('capacityProviderName');
});

it('joins containers to their network interface by attachment id, wherever the ENI is', () => {
  for (const [path, index] of [
    ['prod/web', 2],
    ['prod/pricing', 1],
    ['prod/users', 0],
  ] as const) {
    const detail = detailOf(path);
    const eni = (detail.attachments as { id: string; type: string; details: { value: string }[] }[])[index];
    expect(eni?.type).toBe('eni');
    for (const container of containers(detail))
      expect(container.networkInterfaces).toEqual([
        { attachmentId: eni?.id, privateIpv4Address: eni?.details[4]?.value },
      ]);
  }
});

it('has host ports and no interfaces in bridge mode', () => {
  const [container] = containers(detailOf('edge/proxy'));
  expect(container?.networkInterfaces).toEqual([]);
  expect(container?.networkBindings).toMatchObject([
    { bindIP: '0.0.0.0', containerPort: 8080, protocol: 'tcp' },
  ]);
});

it('has injected containers with random names, the GuardDuty agent without image and with cpu "null"', () => {
  const agent = containers(detailOf('prod/auth')).find(({ name }) =>
    String(name).startsWith('aws-guardduty-agent-'),
  );
  expect(agent?.cpu).toBe('null');
  expect(agent).not.toHaveProperty('image');
  const [serviceConnect] = detailOf('prod/web').attachments as { type: string; details: unknown[] }[];
  expect(serviceConnect?.type).toBe('ServiceConnect');
  expect(serviceConnect?.details).toEqual([
    { name: 'ContainerName', value: expect.stringMatching(/^ecs-service-connect-[0-9a-f]{5}$/) },
  ]);
});

it('has an exec agent per container of its own, and GPUs where declared', () => {
  const [web, injected] = containers(detailOf('prod/web'));
  expect(web?.managedAgents).toMatchObject([{ name: 'ExecuteCommandAgent', status: 'RUNNING' }]);
  expect(injected).not.toHaveProperty('managedAgents');
  expect(containers(detailOf('data/trainer'))[0]?.gpuIds).toHaveLength(1);
});

it('has runtime ids of the two kinds', () => {
  expect(containers(detailOf('prod/users'))[0]?.runtimeId).toMatch(/^[0-9a-f]{32}-\d{10}$/);
  expect(containers(detailOf('edge/proxy'))[0]?.runtimeId).toMatch(/^[0-9a-f]{64}$/);
});
