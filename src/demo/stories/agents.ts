// An update of the container agents of a cluster, instance by instance: one fails, one is rolled back two days later
// (ecs-events reference 4.4). The status field stays UPDATED in every later event.

import { emitApiCall, operator } from '../cloudtrail.ts';
import type { Cluster } from '../cluster.ts';
import type { AgentUpdateStatus, Instance } from '../instance.ts';
import { emitInstance } from '../instance-life.ts';
import { dayMs, minuteMs, secondMs } from '../iso-time.ts';
import type { World } from '../world.ts';
import type { ScriptWriter, Story } from './story.ts';

const newVersion = '1.113.1';
const failing = 4;
const rolledBack = 2;

type Changes = Partial<Pick<Instance, 'agentConnected' | 'agentVersion' | 'agentUpdateStatus'>>;

function change(world: World, cluster: Cluster, instance: Instance, afterMs: number, changes: Changes): void {
  world.at(world.nowMs() + afterMs, () => {
    Object.assign(instance, changes);
    emitInstance(world, cluster, instance);
  });
}

/** Asks for the update now; the agent disconnects to restart, and registers with its new version or with the old one. */
function update(world: World, cluster: Cluster, instance: Instance, agentVersion: string): void {
  const to = (agentUpdateStatus: AgentUpdateStatus, afterMs: number, more: Changes = {}) =>
    change(world, cluster, instance, afterMs, { agentUpdateStatus, ...more });
  const backMs = cluster.rng.int(33, 60) * secondMs;
  const request = { cluster: cluster.spec.name, containerInstance: instance.arn };
  emitApiCall(world, cluster, operator, 'UpdateContainerAgent', request, null);
  to('PENDING', 400);
  to('STAGING', 4 * secondMs);
  to('STAGED', 21 * secondMs);
  to('UPDATING', 24 * secondMs);
  to('UPDATING', 27 * secondMs, { agentConnected: false });
  to('UPDATING', backMs, { agentConnected: true, agentVersion });
  to(agentVersion === newVersion ? 'UPDATED' : 'FAILED', backMs + 2 * secondMs);
}

function rollBack(world: World, cluster: Cluster, instance: Instance, agentVersion: string): void {
  change(world, cluster, instance, 0, { agentConnected: false });
  change(world, cluster, instance, 48 * secondMs, { agentConnected: true, agentVersion });
}

function storyOf(instance: Instance, index: number, atMs: number): Story {
  const oldVersion = instance.group.agentVersion;
  const updated = `Updated from ${oldVersion} to ${newVersion}`;
  const expectations: Readonly<Record<number, string>> = {
    [failing]: `The update failed: still ${oldVersion}.`,
    [rolledBack]: `${updated}, two days later back to ${oldVersion}.`,
  };
  return {
    id: `agent-update-${index + 1}`,
    title: `Agent update of ${instance.ec2InstanceId}`,
    cluster: 'data',
    containerInstanceArn: instance.arn,
    atMs,
    expectation: expectations[index] ?? `${updated}; later events still say UPDATED, which is no news.`,
    facts: {
      oldVersion,
      newVersion,
      finalVersion: index === failing || index === rolledBack ? oldVersion : newVersion,
      finalStatus: index === failing ? 'FAILED' : 'UPDATED',
    },
  };
}

export const agentUpdate: ScriptWriter = (stage, _rng, endMs) => {
  const { world } = stage;
  const cluster = world.cluster('data');
  const instances = cluster.instances.filter((instance) => instance.group.launchType === 'EC2');
  const startMs = endMs - 5.5 * dayMs;
  const updateMs = (index: number) => startMs + index * 25 * minuteMs;
  return {
    startMs,
    play() {
      instances.forEach((instance, index) => {
        const oldVersion = instance.agentVersion;
        const version = index === failing ? oldVersion : newVersion;
        world.at(updateMs(index), () => update(world, cluster, instance, version));
        if (index === rolledBack)
          world.at(startMs + 2 * dayMs, () => rollBack(world, cluster, instance, oldVersion));
      });
    },
    stories: instances.map((instance, index) => storyOf(instance, index, updateMs(index))),
  };
};
