// An update of the container agents of a cluster, instance by instance: one fails, one is rolled back two days later
// (ecs-events reference 4.4). The status field stays UPDATED in every later event.

import { emitApiCall, operator } from '../cloudtrail.ts';
import type { AgentUpdateStatus, Instance } from '../instance.ts';
import { emitInstance } from '../instance-life.ts';
import { dayMs, minuteMs, secondMs } from '../iso-time.ts';
import type { ScriptWriter } from './story.ts';

const newVersion = '1.113.1';
const failing = 4;
const rolledBack = 2;

export const agentUpdate: ScriptWriter = (stage, rng) => {
  const { world } = stage;
  const cluster = world.cluster('data');
  const instances = cluster.instances.filter((instance) => instance.group.launchType === 'EC2');
  const startMs = world.endMs - 5.5 * dayMs;
  const rollbackMs = startMs + 2 * dayMs;
  const oldVersion = instances[0]?.agentVersion ?? '';

  function change(instance: Instance, atMs: number, values: Partial<Instance>): void {
    world.at(atMs, () => {
      Object.assign(instance, values);
      emitInstance(world, cluster, instance);
    });
  }

  function update(instance: Instance, succeeds: boolean): void {
    const began = world.nowMs();
    const status = (agentUpdateStatus: AgentUpdateStatus, afterMs: number, more: Partial<Instance> = {}) =>
      change(instance, began + afterMs, { agentUpdateStatus, ...more });
    const request = { cluster: 'data', containerInstance: instance.arn };
    emitApiCall(world, cluster, operator, 'UpdateContainerAgent', request, null);
    status('PENDING', 400);
    status('STAGING', 4 * secondMs);
    status('STAGED', 21 * secondMs);
    status('UPDATING', 24 * secondMs);
    status('UPDATING', 27 * secondMs, { agentConnected: false });
    const back = rng.int(33, 60) * secondMs;
    status('UPDATING', back, { agentConnected: true, agentVersion: succeeds ? newVersion : oldVersion });
    status(succeeds ? 'UPDATED' : 'FAILED', back + 2 * secondMs);
  }

  function rollBack(instance: Instance): void {
    change(instance, rollbackMs, { agentConnected: false });
    change(instance, rollbackMs + 48 * secondMs, { agentConnected: true, agentVersion: oldVersion });
  }

  const updateMs = (index: number) => startMs + index * 25 * minuteMs;
  const outcome = (index: number) =>
    index === failing
      ? `The update failed: still ${oldVersion}.`
      : index === rolledBack
        ? `Updated from ${oldVersion} to ${newVersion}, two days later back to ${oldVersion}.`
        : `Updated from ${oldVersion} to ${newVersion}; later events still say UPDATED, which is no news.`;

  return {
    startMs,
    play() {
      instances.forEach((instance, index) => {
        world.at(updateMs(index), () => update(instance, index !== failing));
        if (index === rolledBack) rollBack(instance);
      });
    },
    stories: instances.map((instance, index) => ({
      id: `agent-update-${index + 1}`,
      title: `Agent update of ${instance.ec2InstanceId}`,
      cluster: 'data',
      containerInstanceArn: instance.arn,
      atMs: updateMs(index),
      expectation: outcome(index),
      facts: {
        oldVersion,
        newVersion,
        finalVersion: index === failing || index === rolledBack ? oldVersion : newVersion,
        finalStatus: index === failing ? 'FAILED' : 'UPDATED',
      },
    })),
  };
};
