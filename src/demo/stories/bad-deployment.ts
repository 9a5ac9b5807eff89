// A deployment whose container cannot start trips the circuit breaker and is rolled back to the one before
// (ecs-events reference 6, scenario S6). The rollback's events carry the old deployment's id.

import { dayMs, hourMs, minuteMs, secondMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import {
  emitAction,
  emitCompleted,
  emitDeployment,
  emitSteady,
  newDeploymentId,
  type Service,
} from '../service.ts';
import { announceDeployment, deploy, retireTask, startServiceTask } from '../service-life.ts';
import type { Ending } from '../task-start.ts';
import type { World } from '../world.ts';
import type { ScriptWriter } from './story.ts';

const failingTasks = 9;
const replacedTasks = 3;
const failsAfterMs = 8 * minuteMs;

const cannotStart: Ending = {
  kind: 'fails',
  during: 'start',
  stoppedReason: 'Task failed to start',
  reasons: {
    checkout:
      'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "./server": stat ./server: no such file or directory: unknown',
  },
};

/** The circuit breaker gives up: the bad deployment failed, the good one is in progress again and completes. */
function rollBack(world: World, service: Service, bad: string, good: string): void {
  const failed = 'ECS deployment circuit breaker: tasks failed to start.';
  const back = `ECS deployment circuit breaker: rolling back to deploymentId ${good}.`;
  const failedMs = world.nowMs();
  emitDeployment(world, service, 'ERROR', 'SERVICE_DEPLOYMENT_FAILED', bad, failed);
  world.at(failedMs + secondMs, () =>
    emitDeployment(world, service, 'INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', good, back),
  );
  for (let i = 0; i < replacedTasks; i++)
    world.at(failedMs + (6 + 4 * i) * secondMs, () => startServiceTask(world, service));
  world.at(failedMs + 4 * minuteMs, () => {
    service.deploying = false;
    emitCompleted(world, service, good);
    emitSteady(world, service);
  });
}

export const badDeployment: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/checkout');
  const good = newDeploymentId(rng);
  const bad = newDeploymentId(rng);
  const goodAtMs = endMs - 5 * dayMs;
  const badAtMs = endMs - 30 * hourMs;
  const firstTask = newIdentity(rng);
  const goodRevision = service.revision + 1;
  const definition = (revision: number) => service.cluster.arn.taskDefinition(service.spec.family, revision);

  function begin(): void {
    const culprit = {
      startedBy: bad,
      revision: goodRevision + 1,
      tag: `${service.tag}-r2`,
      ending: cannotStart,
    };
    announceDeployment(world, service, bad, goodRevision + 1);
    for (const task of service.running.slice(0, replacedTasks))
      world.at(badAtMs + rng.int(4, 9) * secondMs, () => retireTask(world, service, task));
    for (let i = 0; i < failingTasks; i++) {
      const options = i === 0 ? { ...culprit, identity: firstTask } : culprit;
      const waveMs = Math.floor(i / 3) * 150 * secondMs;
      world.at(badAtMs + waveMs + rng.int(11, 25) * secondMs, () =>
        startServiceTask(world, service, options),
      );
    }
    world.at(badAtMs + 6 * minuteMs, () => emitAction(world, service, 'WARN', 'SERVICE_TASK_START_IMPAIRED'));
    world.at(badAtMs + failsAfterMs, () => rollBack(world, service, bad, good));
  }

  return {
    startMs: goodAtMs,
    play() {
      deploy(world, service, good);
      world.at(badAtMs, begin);
    },
    stories: [
      {
        id: 'bad-deployment',
        title: 'A deployment of checkout fails to start and is rolled back',
        cluster: 'prod',
        service: 'checkout',
        taskArn: service.cluster.arn.task(firstTask.taskId),
        deploymentId: bad,
        atMs: badAtMs,
        expectation: `${bad} is the culprit: ${failingTasks} tasks with CannotStartContainerError, circuit breaker after 8 minutes, rolled back to ${good}, which completed again.`,
        facts: {
          restoredDeploymentId: good,
          failingTasks,
          culpritTaskDefinition: definition(goodRevision + 1),
          restoredTaskDefinition: definition(goodRevision),
          failedAtMs: badAtMs + failsAfterMs,
        },
      },
    ],
  };
};
