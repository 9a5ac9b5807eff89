// A person stops a task. The event holds only the free text given; who it was is in CloudTrail (ecs-events reference 2, 12).

import { emitApiCall, operator } from '../cloudtrail.ts';
import { dayMs, hourMs, secondMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import { startServiceTask, stopServiceTask } from '../service-life.ts';
import { storyAddress } from '../zone.ts';
import type { ScriptWriter } from './story.ts';

const reason = 'Drained by hand before the database failover, OPS-4312';

export const stoppedByHand: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/orders');
  const identity = newIdentity(rng, storyAddress(service.cluster.spec, 1, 20));
  const taskArn = service.cluster.arn.task(identity.taskId);
  const stopMs = endMs - 7 * hourMs;

  function stop(): void {
    const task = service.running.find((each) => each.arn === taskArn);
    if (task === undefined) return;
    const answer = { task: { taskArn, lastStatus: 'RUNNING', desiredStatus: 'STOPPED' } };
    emitApiCall(
      world,
      service.cluster,
      operator,
      'StopTask',
      { cluster: 'prod', task: taskArn, reason },
      answer,
    );
    world.at(stopMs + 400, () =>
      stopServiceTask(world, service, task, { stopCode: 'UserInitiated', reason }),
    );
    world.at(stopMs + 12 * secondMs, () => startServiceTask(world, service));
  }

  return {
    startMs: endMs - 3 * dayMs,
    play() {
      startServiceTask(world, service, { identity });
      world.at(stopMs, stop);
    },
    stories: [
      {
        id: 'stopped-by-hand',
        title: 'A person stops a task of orders',
        cluster: 'prod',
        service: 'orders',
        taskArn,
        eniId: identity.eniId,
        ip: identity.ip as string,
        mac: identity.macAddress,
        atMs: stopMs,
        expectation: `The task ran without trouble until StopTask by ${operator.session}: stop code UserInitiated, "${reason}".`,
        facts: { reason, caller: operator.session },
      },
    ],
  };
};
