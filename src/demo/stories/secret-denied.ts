// New tasks of a service may not read their secret (ecs-events reference 13.2). Those that run already are not affected, and
// the reason why new ones were wanted at all, a person's UpdateService, is in CloudTrail only (trap 22).

import { emitApiCall, operator } from '../cloudtrail.ts';
import type { Cluster } from '../cluster.ts';
import { dayMs, hourMs, minuteMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import { emitAction, emitSteady } from '../service.ts';
import { startServiceTask } from '../service-life.ts';
import type { Ending } from '../task-start.ts';
import { backOffMs } from './back-off.ts';
import type { ScriptWriter } from './story.ts';

const moreTasks = 2;

function accessDenied({ spec }: Cluster, secret: string, session: string): string {
  const role = `arn:aws:sts::${spec.account}:assumed-role/paymentsExecutionRole/${session}`;
  return `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User: ${role} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret} because no identity-based policy allows the secretsmanager:GetSecretValue action. status code: 400`;
}

export const secretDenied: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/payments');
  const startMs = endMs - 2.6 * dayMs;
  const repairedMs = startMs + 2 * hourMs;
  const firstTask = newIdentity(rng);
  const secret = service.cluster.arn.other('secretsmanager', 'secret:payments/acquirer-key-Xq3vLd');
  const stoppedReason = accessDenied(service.cluster, secret, firstTask.taskId);
  const fails = { kind: 'fails', during: 'pull', stoppedReason, reasons: {} } satisfies Ending;

  function attempt(count: number): void {
    if (world.nowMs() > repairedMs) {
      for (let i = 0; i < moreTasks; i++) startServiceTask(world, service);
      world.at(world.nowMs() + 2 * minuteMs, () => emitSteady(world, service));
      return;
    }
    startServiceTask(
      world,
      service,
      count === 0 ? { ending: fails, identity: firstTask } : { ending: fails },
    );
    startServiceTask(world, service, { ending: { ...fails, emptyContainers: true } });
    if (count >= 3) emitAction(world, service, 'WARN', 'SERVICE_TASK_START_IMPAIRED');
    world.at(world.nowMs() + backOffMs(count), () => attempt(count + 1));
  }

  return {
    startMs,
    play() {
      const desiredCount = service.desired + moreTasks;
      const request = { cluster: 'prod', service: 'payments', desiredCount };
      const answer = { service: { serviceArn: service.arn, desiredCount } };
      emitApiCall(world, service.cluster, operator, 'UpdateService', request, answer);
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
          'New tasks stop with TaskFailedToStart and ResourceInitializationError: AccessDeniedException on a Secrets Manager secret; the last events of half of them show no containers. Running tasks are not affected; it ends after two hours.',
        facts: { secret, repairedMs },
      },
    ],
  };
};
