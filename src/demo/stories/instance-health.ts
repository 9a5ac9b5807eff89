// A managed GPU instance falls ill, recovers, and later loses its agent for longer than usual (ecs-events reference 8.1).

import { hourMs, isoSeconds, minuteMs } from '../iso-time.ts';
import { startServiceTask, stopServiceTask } from '../service-life.ts';
import type { ScriptWriter } from './story.ts';

export const instanceHealth: ScriptWriter = (stage, _rng, endMs) => {
  const { world } = stage;
  const cluster = world.cluster('data');
  const instance = cluster.instances.find((each) => each.group.launchType === 'MANAGED_INSTANCES');
  if (instance === undefined) throw new Error('The fleet has no managed instance.');
  const { arn, ec2InstanceId, group } = instance;
  const startMs = endMs - 33 * hourMs;

  function emitHealth(type: string, status: string, statusReason: string | null): void {
    const lastStatusChange = isoSeconds(world.nowMs() - 4000);
    const lastUpdated = isoSeconds(world.nowMs() - 1000);
    const detail = {
      clusterArn: cluster.arn.cluster,
      containerInstanceArn: arn,
      // Explicit nulls occur in published events.
      capacityProviderName: type === 'AGENT_CONNECTIVITY' ? null : group.capacityProvider,
      ec2InstanceId,
      overallStatus: status,
      healthChecks: [{ type, status, lastStatusChange, lastUpdated, statusReason }],
    };
    world.emit(cluster, 'ECS Container Instance Health Change', [arn], detail);
  }

  /** Managed instances repair themselves: what ran there is started elsewhere. */
  function evacuate(): void {
    for (const service of stage.services)
      for (const task of service.running.filter((each) => each.instance === instance)) {
        stopServiceTask(world, service, task, {
          stopCode: 'InfrastructureHealth',
          reason: 'Task stopped because the underlying container instance is impaired',
        });
        startServiceTask(world, service);
      }
  }

  return {
    startMs,
    play() {
      const lostMs = startMs + 50 * minuteMs;
      const lost = `Agent disconnected since ${isoSeconds(lostMs)}`;
      world.at(startMs, () => emitHealth('ACCELERATED_COMPUTE', 'IMPAIRED', 'XID_79'));
      world.at(startMs + minuteMs, evacuate);
      world.at(startMs + 14 * minuteMs, () => emitHealth('ACCELERATED_COMPUTE', 'OK', null));
      world.at(lostMs + 5 * minuteMs, () => emitHealth('AGENT_CONNECTIVITY', 'IMPAIRED', lost));
      world.at(lostMs + 11 * minuteMs, () => emitHealth('AGENT_CONNECTIVITY', 'OK', null));
    },
    stories: [
      {
        id: 'gpu-impaired',
        title: 'A GPU instance falls ill and recovers',
        cluster: 'data',
        containerInstanceArn: arn,
        atMs: startMs,
        expectation:
          'IMPAIRED with XID_79 for fourteen minutes, its tasks stopped with InfrastructureHealth; later six minutes without its agent.',
        facts: { statusReason: 'XID_79' },
      },
    ],
  };
};
