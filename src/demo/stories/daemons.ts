// A managed daemon cannot start on two instances and is rolled back (ecs-events reference 8.2, 8.3).

import type { Detail } from '../envelope.ts';
import { dayMs, isoNanos, minuteMs, secondMs } from '../iso-time.ts';
import { newDeploymentPath } from './deployment-path.ts';
import type { ScriptWriter } from './story.ts';

const cannotPull =
  'Task failed to reach RUNNING status: CannotPullContainerError: pull image manifest has been retried 5 time(s)';
const noRoom = 'RESOURCE:CPU - Unable to place daemon task on container instance: insufficient CPU';

export const daemonRollback: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const cluster = world.cluster('data');
  const { arn } = cluster;
  const startMs = endMs - 2.2 * dayMs;
  const managed = cluster.instances.filter((instance) => instance.group.launchType === 'MANAGED_INSTANCES');
  const daemonDeploymentArn = arn.daemon('daemon-deployment', `log-agent/${newDeploymentPath(rng)}`);
  const daemonRevisionArn = arn.daemon('daemon-revision', `log-agent/${rng.uuid()}`);
  const daemonArn = arn.daemon('daemon', 'log-agent');
  const taskArn = arn.task(rng.hex(32));

  function emitDeployment(eventName: string): void {
    const detail: Detail = {
      eventType: 'INFO',
      eventName,
      clusterArn: arn.cluster,
      daemonArn,
      daemonDeploymentArn,
      targetDaemonRevisionArn: daemonRevisionArn,
      updatedAt: isoNanos(world.nowMs(), rng.int(0, 999_999)),
    };
    world.emit(cluster, 'ECS Daemon Deployment State Change', [daemonArn], detail);
  }

  function emitImpaired(index: number, failureType: string, reason: string, task?: string): void {
    const detail: Detail = {
      // WARNING, not WARN.
      eventType: 'WARNING',
      eventName: 'DAEMON_TASK_START_IMPAIRED',
      clusterArn: arn.cluster,
      containerInstanceArn: managed[index]?.arn,
    };
    if (task !== undefined) detail.taskArn = task;
    detail.daemonRevisionArn = daemonRevisionArn;
    detail.capacityProviderName = managed[index]?.group.capacityProvider;
    detail.daemonArn = daemonArn;
    detail.daemonTaskDefinitionArn = arn.other('ecs', 'daemon-task-definition/log-agent:4');
    detail.failureType = failureType;
    detail.createdAt = new Date(world.nowMs()).toISOString();
    detail.reason = reason;
    // Without a task, `resources` is empty.
    world.emit(cluster, 'ECS Daemon Service Action', task === undefined ? [] : [task], detail);
  }

  const acts: readonly (readonly [afterMs: number, act: () => void])[] = [
    [0, () => emitDeployment('DAEMON_DEPLOYMENT_PENDING')],
    [20 * secondMs, () => emitDeployment('DAEMON_DEPLOYMENT_IN_PROGRESS')],
    [3 * minuteMs, () => emitImpaired(0, 'TASK_FAILED_TO_RUN', cannotPull, taskArn)],
    [4 * minuteMs, () => emitImpaired(1, 'TASK_CREATION_FAILED', noRoom)],
    [12 * minuteMs, () => emitDeployment('DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS')],
    [18 * minuteMs, () => emitDeployment('DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL')],
  ];
  return {
    startMs,
    play() {
      for (const [afterMs, act] of acts) world.at(startMs + afterMs, act);
    },
    stories: [
      {
        id: 'daemon-rollback',
        title: 'The daemon log-agent cannot start and is rolled back',
        cluster: 'data',
        taskArn,
        atMs: startMs,
        expectation: 'Two DAEMON_TASK_START_IMPAIRED (one without a task), then a rollback that succeeds.',
        facts: { daemonDeploymentArn, impaired: 2 },
      },
    ],
  };
};
