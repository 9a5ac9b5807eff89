// Tasks that start and are then stopped by the scheduler for failing health checks. Their stop code is the one of routine
// scaling, ServiceSchedulerInitiated: only the reason tells (ecs-events reference 12, 13.1).

import { dayMs, hourMs, minuteMs, secondMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import { emitSteady, newDeploymentId } from '../service.ts';
import { announceDeployment, deploy, startServiceTask, stopServiceTask } from '../service-life.ts';
import type { TaskIdentity } from '../task.ts';
import type { ScriptWriter } from './story.ts';

const slots = 3;
const rounds = 14;

export const elbHealthChecks: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/storefront');
  const startMs = endMs - 3 * dayMs;
  const deploymentId = newDeploymentId(rng);
  const firstTask = newIdentity(rng);
  const targetGroup = service.cluster.arn.other(
    'elasticloadbalancing',
    `targetgroup/storefront/${rng.hex(16)}`,
  );
  const revision = service.revision + 1;
  const stop = {
    stopCode: 'ServiceSchedulerInitiated',
    reason: `Task failed ELB health checks in (target-group ${targetGroup})`,
    exits: { storefront: { exitCode: 143 } },
  };

  function round(left: number, identity?: TaskIdentity): void {
    if (left === 0) return;
    startServiceTask(world, service, {
      startedBy: deploymentId,
      revision,
      tag: 'v9.0.0',
      ...(identity === undefined ? {} : { identity }),
      onRunning: (task) =>
        world.at(world.nowMs() + rng.int(95, 150) * secondMs, () => {
          stopServiceTask(world, service, task, stop);
          world.at(world.nowMs() + rng.int(20, 60) * secondMs, () => round(left - 1));
        }),
    });
  }

  return {
    startMs,
    play() {
      announceDeployment(world, service, deploymentId, revision);
      for (let slot = 0; slot < slots; slot++)
        world.at(startMs + (2 + 7 * slot) * secondMs, () =>
          round(rounds, slot === 0 ? firstTask : undefined),
        );
      world.at(startMs + 75 * minuteMs, () => {
        service.revision = revision;
        deploy(world, service);
      });
    },
    stories: [
      {
        id: 'elb-health-checks',
        title: 'storefront fails the health checks of its load balancer',
        cluster: 'prod',
        service: 'storefront',
        taskArn: service.cluster.arn.task(firstTask.taskId),
        deploymentId,
        atMs: startMs,
        expectation: `${slots * rounds} tasks ran for about two minutes each and were stopped with "Task failed ELB health checks" although the stop code reads ServiceSchedulerInitiated; a later deployment repaired it.`,
        facts: { stops: slots * rounds, targetGroup },
      },
    ],
  };
};

const unhealthyTasks = 18;
const unhealthyStop = {
  stopCode: 'ServiceSchedulerInitiated',
  reason: 'Task failed container health checks',
  exits: { inventory: { exitCode: 137 } },
};

export const containerHealthChecks: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/inventory');
  const startMs = endMs - 46 * hourMs;
  const firstTask = newIdentity(rng);
  const firstTaskArn = service.cluster.arn.task(firstTask.taskId);

  function next(left: number): void {
    const first = service.running.find((task) => task.arn === firstTaskArn);
    const task = first ?? service.running[0];
    if (task !== undefined) {
      stopServiceTask(world, service, task, unhealthyStop);
      world.at(world.nowMs() + 25 * secondMs, () => startServiceTask(world, service));
    }
    if (left > 1) world.at(world.nowMs() + rng.int(5, 8) * minuteMs, () => next(left - 1));
    else world.at(world.nowMs() + 6 * minuteMs, () => emitSteady(world, service));
  }

  return {
    startMs: startMs - 30 * minuteMs,
    play() {
      startServiceTask(world, service, { identity: firstTask });
      world.at(startMs, () => next(unhealthyTasks));
    },
    stories: [
      {
        id: 'container-health-checks',
        title: 'inventory fails its own container health check',
        cluster: 'prod',
        service: 'inventory',
        taskArn: firstTaskArn,
        atMs: startMs,
        expectation: `${unhealthyTasks} tasks stopped with "Task failed container health checks" within two hours; exit code 137 here means the stop timeout, not memory.`,
        facts: { stops: unhealthyTasks },
      },
    ],
  };
};
