// A deployment names an image tag that does not exist: no task ever starts, and as the service has no circuit breaker no
// SERVICE_DEPLOYMENT_FAILED ever comes (ecs-events reference 6, trap 9). It is still going on when the recording ends.

import { hourMs, secondMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import { emitAction, newDeploymentId } from '../service.ts';
import { announceDeployment, startServiceTask } from '../service-life.ts';
import type { Ending } from '../task-start.ts';
import { backOffMs } from './back-off.ts';
import type { ScriptWriter } from './story.ts';

const tag = 'v2.31.O';
const image = `111122223333.dkr.ecr.eu-central-1.amazonaws.com/catalog:${tag}`;
const reason = `CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${image}: ${image}: not found`;
const ending: Ending = { kind: 'fails', during: 'pull', stoppedReason: reason, reasons: { catalog: reason } };
const tasksPerAttempt = 2;

export const wrongImageTag: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/catalog');
  const startMs = endMs - 9 * hourMs;
  const deploymentId = newDeploymentId(rng);
  const oldDeploymentId = service.deploymentId;
  const firstTask = newIdentity(rng);
  const revision = service.revision + 1;

  function attempt(count: number): void {
    for (let i = 0; i < tasksPerAttempt; i++) {
      const identity = count === 0 && i === 0 ? { identity: firstTask } : {};
      const options = { startedBy: deploymentId, revision, tag, ending, ...identity };
      world.at(world.nowMs() + rng.int(1, 9) * secondMs, () => startServiceTask(world, service, options));
    }
    if (count >= 2)
      world.at(world.nowMs() + 50 * secondMs, () =>
        emitAction(world, service, 'WARN', 'SERVICE_TASK_START_IMPAIRED'),
      );
    world.at(world.nowMs() + backOffMs(count), () => attempt(count + 1));
  }

  return {
    startMs,
    play() {
      announceDeployment(world, service, deploymentId, revision);
      attempt(0);
    },
    stories: [
      {
        id: 'wrong-image-tag',
        title: 'catalog is deployed with an image tag that does not exist',
        cluster: 'prod',
        service: 'catalog',
        taskArn: service.cluster.arn.task(firstTask.taskId),
        deploymentId,
        atMs: startMs,
        expectation: `Every task of ${deploymentId} stops with TaskFailedToStart and CannotPullContainerError for tag ${tag}, none was ever started; the deployment is still in progress and the old tasks run on.`,
        facts: {
          tag,
          oldDeploymentId,
          taskDefinition: service.cluster.arn.taskDefinition('catalog', revision),
        },
      },
    ],
  };
};
