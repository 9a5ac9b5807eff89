// An operator drains an instance of the oldest cluster and takes it away (ecs-events reference 4.3).

import { emitApiCall, operator } from '../cloudtrail.ts';
import { emitInstance } from '../instance-life.ts';
import { dayMs, minuteMs, secondMs } from '../iso-time.ts';
import { retireTask, startServiceTask } from '../service-life.ts';
import type { ScriptWriter } from './story.ts';

export const drainedInstance: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const cluster = world.cluster('edge');
  const [instance] = cluster.instances;
  if (instance === undefined) throw new Error('The cluster edge has no instances.');
  const { arn: containerInstance } = instance;
  const startMs = endMs - 1.6 * dayMs;
  const residents = () =>
    stage.services.flatMap((service) =>
      service.running.filter((task) => task.instance === instance).map((task) => ({ service, task })),
    );

  const drain = () => {
    const request = { cluster: 'edge', containerInstances: [containerInstance], status: 'DRAINING' };
    emitApiCall(world, cluster, operator, 'UpdateContainerInstancesState', request, null);
    instance.status = 'DRAINING';
    emitInstance(world, cluster, instance);
    for (const { service, task } of residents()) {
      startServiceTask(world, service);
      world.at(world.nowMs() + rng.int(40, 200) * secondMs, () => retireTask(world, service, task));
    }
  };

  const deregister = () => {
    const request = { cluster: 'edge', containerInstance, force: false };
    emitApiCall(world, cluster, operator, 'DeregisterContainerInstance', request, null);
    instance.status = 'INACTIVE';
    instance.agentConnected = false;
    emitInstance(world, cluster, instance);
  };

  return {
    startMs,
    play() {
      drain();
      world.at(startMs + 55 * minuteMs, deregister);
    },
    stories: [
      {
        id: 'drained-instance',
        title: 'An instance of edge is drained and taken away',
        cluster: 'edge',
        containerInstanceArn: containerInstance,
        atMs: startMs,
        expectation:
          'ACTIVE, then DRAINING; its service tasks leave within minutes; INACTIVE after 55 minutes.',
        facts: { ec2InstanceId: instance.ec2InstanceId },
      },
    ],
  };
};
