// Tasks that never reach RUNNING: an image tag that does not exist, a secret that may not be read. Neither service has a
// circuit breaker, so no SERVICE_DEPLOYMENT_FAILED ever comes (ecs-events reference 6, trap 9).

import { emitApiCall, operator, pipeline } from '../cloudtrail.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import { emitAction, emitInProgress, emitSteady, newDeploymentId } from '../service.ts';
import { startServiceTask } from '../service-life.ts';
import type { Ending } from '../task-life.ts';
import type { ScriptWriter } from './story.ts';

/** The scheduler's growing delays: at most 27 minutes (service-throttle-logic). */
const backOffMinutes = [1, 2, 4, 8, 16];
const backOffMs = (attempt: number) => (backOffMinutes[attempt] ?? 27) * minuteMs;

export const wrongImageTag: ScriptWriter = (stage, rng) => {
  const { world } = stage;
  const service = stage.service('prod/catalog');
  const startMs = world.endMs - 9 * hourMs;
  const deploymentId = newDeploymentId(rng);
  const before = service.deploymentId;
  const firstTask = newIdentity(rng);
  const tag = 'v2.31.O';
  const revision = service.revision + 1;
  const image = `111122223333.dkr.ecr.eu-central-1.amazonaws.com/catalog:${tag}`;
  const reason = `CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${image}: ${image}: not found`;
  const ending: Ending = {
    kind: 'fails',
    during: 'pull',
    stoppedReason: reason,
    reasons: { catalog: reason },
  };
  const options = { startedBy: deploymentId, revision, tag, ending };

  function attempt(count: number): void {
    for (let i = 0; i < 2; i++) {
      const identity = count === 0 && i === 0 ? { identity: firstTask } : {};
      world.at(world.nowMs() + rng.int(1, 9) * secondMs, () =>
        startServiceTask(world, service, { ...options, ...identity }),
      );
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
      const request = { cluster: 'prod', service: 'catalog', taskDefinition: `catalog:${revision}` };
      emitApiCall(world, service.cluster, pipeline, 'UpdateService', request, {
        service: { serviceArn: service.arn },
      });
      service.deploying = true;
      emitInProgress(world, service, deploymentId);
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
          oldDeploymentId: before,
          taskDefinition: service.cluster.arn.taskDefinition('catalog', revision),
        },
      },
    ],
  };
};

export const secretDenied: ScriptWriter = (stage, rng) => {
  const { world } = stage;
  const service = stage.service('prod/payments');
  const { account, region } = service.cluster.spec;
  const startMs = world.endMs - 2.6 * dayMs;
  const repairedMs = startMs + 2 * hourMs;
  const firstTask = newIdentity(rng);
  const secret = `arn:aws:secretsmanager:${region}:${account}:secret:payments/acquirer-key-Xq3vLd`;
  const role = `arn:aws:sts::${account}:assumed-role/paymentsExecutionRole/${firstTask.taskId}`;
  const reason = `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User: ${role} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret} because no identity-based policy allows the secretsmanager:GetSecretValue action. status code: 400`;
  const wanted = 2;

  function attempt(count: number): void {
    if (world.nowMs() > repairedMs) {
      repaired();
      return;
    }
    for (let i = 0; i < wanted; i++) {
      const ending: Ending = {
        kind: 'fails',
        during: 'pull',
        stoppedReason: reason,
        reasons: {},
        emptyContainers: i === 1,
      };
      const identity = count === 0 && i === 0 ? { identity: firstTask } : {};
      startServiceTask(world, service, { ending, ...identity });
    }
    if (count >= 3) emitAction(world, service, 'WARN', 'SERVICE_TASK_START_IMPAIRED');
    world.at(world.nowMs() + backOffMs(count), () => attempt(count + 1));
  }

  function repaired(): void {
    for (let i = 0; i < wanted; i++) startServiceTask(world, service);
    world.at(world.nowMs() + 2 * minuteMs, () => emitSteady(world, service));
  }

  return {
    startMs,
    play() {
      // Counts that people change are visible in CloudTrail only (trap 22).
      const desiredCount = service.desired + wanted;
      const request = { cluster: 'prod', service: 'payments', desiredCount };
      emitApiCall(world, service.cluster, operator, 'UpdateService', request, {
        service: { serviceArn: service.arn, desiredCount },
      });
      service.desired = desiredCount;
      attempt(0);
    },
    stories: [
      {
        id: 'secret-denied',
        title: 'payments may not read its secret',
        cluster: 'prod',
        service: 'payments',
        taskArn: service.cluster.arn.task(firstTask.taskId),
        deploymentId: service.deploymentId,
        atMs: startMs,
        expectation:
          'New tasks stop with TaskFailedToStart and ResourceInitializationError: AccessDeniedException on a Secrets Manager secret; half of them show no containers at all. Running tasks are not affected; it ends after two hours.',
        facts: { secret, repairedMs },
      },
    ],
  };
};
