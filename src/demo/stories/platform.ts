// The younger kinds of events: lifecycle hooks of a blue/green deployment, managed daemons, health of container instances
// (ecs-events reference 7, 8).

import type { Detail } from '../envelope.ts';
import { dayMs, hourMs, isoNanos, isoSeconds, minuteMs, secondMs } from '../iso-time.ts';
import type { Random } from '../prng.ts';
import type { ScriptWriter } from './story.ts';

/** Identifier of a service or daemon deployment, as in the published examples. */
function shortId(rng: Random): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return Array.from({ length: 21 }, () => alphabet[rng.int(0, alphabet.length - 1)]).join('');
}

const nanos = (ms: number, rng: Random) => isoNanos(ms, rng.int(0, 999_999));

export const hooks: ScriptWriter = (stage, rng) => {
  const { world } = stage;
  const service = stage.service('prod/web');
  const { arn } = service.cluster;
  const approvedMs = world.endMs - 6.2 * dayMs;
  const ignoredMs = world.endMs - 3.1 * dayMs;
  const ids = { approved: shortId(rng), ignored: shortId(rng) };

  function emitHook(
    id: string,
    eventName: string,
    type: 'PAUSE' | 'AWS_LAMBDA',
    stageName: string,
    expiresMs?: number,
  ) {
    const serviceDeploymentArn = arn.serviceDeployment('web', id);
    const detail: Detail = { eventType: 'INFO', eventName, hookId: hookIds[type], hookType: type };
    if (expiresMs !== undefined) detail.expiresAt = isoSeconds(expiresMs);
    detail.lifecycleStage = stageName;
    detail.clusterArn = arn.cluster;
    detail.serviceArn = service.arn;
    detail.serviceDeploymentArn = serviceDeploymentArn;
    detail.updatedAt = nanos(world.nowMs(), rng);
    world.emit(service.cluster, 'ECS Hook State Change', [serviceDeploymentArn], detail);
  }

  const hookIds = { PAUSE: `ecs-pause-${rng.hex(43)}`, AWS_LAMBDA: `ecs-lambda-${rng.hex(43)}` };
  function playHooks(id: string, atMs: number, ending: string): void {
    const shift = 'POST_TEST_TRAFFIC_SHIFT';
    const expiresMs = atMs + 40 * minuteMs;
    world.at(atMs, () => emitHook(id, 'HOOK_IN_PROGRESS', 'AWS_LAMBDA', 'PRE_SCALE_UP'));
    world.at(atMs + 20 * secondMs, () => emitHook(id, 'HOOK_SUCCEEDED', 'AWS_LAMBDA', 'PRE_SCALE_UP'));
    world.at(atMs + 9 * minuteMs, () => emitHook(id, 'HOOK_IN_PROGRESS', 'PAUSE', shift));
    world.at(atMs + 10 * minuteMs, () => emitHook(id, 'HOOK_AWAITING_ACTION', 'PAUSE', shift, expiresMs));
    const endMs = ending === 'HOOK_TIMED_OUT' ? expiresMs : atMs + 17 * minuteMs;
    world.at(endMs, () => emitHook(id, ending, 'PAUSE', shift));
  }

  const story = (id: string, title: string, deployment: string, atMs: number, expectation: string) => ({
    id,
    title,
    cluster: 'prod',
    service: 'web',
    atMs,
    expectation,
    facts: { serviceDeploymentArn: arn.serviceDeployment('web', deployment) },
  });
  return {
    startMs: approvedMs,
    play() {
      playHooks(ids.approved, approvedMs, 'HOOK_SUCCEEDED');
      playHooks(ids.ignored, ignoredMs, 'HOOK_TIMED_OUT');
    },
    stories: [
      story(
        'hook-approved',
        'A paused deployment of web is continued',
        ids.approved,
        approvedMs,
        'HOOK_AWAITING_ACTION, then HOOK_SUCCEEDED after seven minutes.',
      ),
      story(
        'hook-ignored',
        'Nobody answers a paused deployment of web',
        ids.ignored,
        ignoredMs,
        'HOOK_AWAITING_ACTION, then HOOK_TIMED_OUT after thirty minutes.',
      ),
    ],
  };
};

export const daemons: ScriptWriter = (stage, rng) => {
  const { world } = stage;
  const cluster = world.cluster('data');
  const { arn } = cluster;
  const startMs = world.endMs - 2.2 * dayMs;
  const managed = cluster.instances.filter((instance) => instance.group.launchType === 'MANAGED_INSTANCES');
  const deploymentArn = arn.daemon('daemon-deployment', `log-agent/${shortId(rng)}`);
  const revisionArn = arn.daemon('daemon-revision', `log-agent/${rng.uuid()}`);
  const daemonArn = arn.daemon('daemon', 'log-agent');
  const taskArn = arn.task(rng.hex(32));

  function emitDeployment(eventName: string): void {
    const detail: Detail = {
      eventType: 'INFO',
      eventName,
      clusterArn: arn.cluster,
      daemonArn,
      daemonDeploymentArn: deploymentArn,
      targetDaemonRevisionArn: revisionArn,
      updatedAt: nanos(world.nowMs(), rng),
    };
    world.emit(cluster, 'ECS Daemon Deployment State Change', [daemonArn], detail);
  }

  function emitImpaired(instanceIndex: number, failureType: string, reason: string, task?: string): void {
    const detail: Detail = {
      // WARNING, not WARN (reference 8.2).
      eventType: 'WARNING',
      eventName: 'DAEMON_TASK_START_IMPAIRED',
      clusterArn: arn.cluster,
      containerInstanceArn: managed[instanceIndex]?.arn,
    };
    if (task !== undefined) detail.taskArn = task;
    detail.daemonRevisionArn = revisionArn;
    detail.capacityProviderName = 'gpu-managed';
    detail.daemonArn = daemonArn;
    detail.daemonTaskDefinitionArn = arn.other('ecs', 'daemon-task-definition/log-agent:4');
    detail.failureType = failureType;
    detail.createdAt = new Date(world.nowMs()).toISOString();
    detail.reason = reason;
    world.emit(cluster, 'ECS Daemon Service Action', task === undefined ? [] : [task], detail);
  }

  const pull =
    'Task failed to reach RUNNING status: CannotPullContainerError: pull image manifest has been retried 5 time(s)';
  const noRoom = 'RESOURCE:CPU - Unable to place daemon task on container instance: insufficient CPU';
  const timeline: readonly [number, () => void][] = [
    [0, () => emitDeployment('DAEMON_DEPLOYMENT_PENDING')],
    [20 * secondMs, () => emitDeployment('DAEMON_DEPLOYMENT_IN_PROGRESS')],
    [3 * minuteMs, () => emitImpaired(0, 'TASK_FAILED_TO_RUN', pull, taskArn)],
    [4 * minuteMs, () => emitImpaired(1, 'TASK_CREATION_FAILED', noRoom)],
    [12 * minuteMs, () => emitDeployment('DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS')],
    [18 * minuteMs, () => emitDeployment('DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL')],
  ];
  return {
    startMs,
    play() {
      for (const [afterMs, happen] of timeline) world.at(startMs + afterMs, happen);
    },
    stories: [
      {
        id: 'daemon-rollback',
        title: 'The daemon log-agent cannot start and is rolled back',
        cluster: 'data',
        taskArn,
        atMs: startMs,
        expectation: 'Two DAEMON_TASK_START_IMPAIRED (one without a task), then a rollback that succeeds.',
        facts: { daemonDeploymentArn: deploymentArn, impaired: 2 },
      },
    ],
  };
};

export const instanceHealth: ScriptWriter = (stage) => {
  const { world } = stage;
  const cluster = world.cluster('data');
  const instance = cluster.instances.find((each) => each.group.launchType === 'MANAGED_INSTANCES');
  if (instance === undefined) throw new Error('The fleet has no managed instance.');
  const startMs = world.endMs - 33 * hourMs;

  function emitHealth(
    type: string,
    status: string,
    statusReason: string | null,
    capacityProviderName: string | null,
  ) {
    const nowMs = world.nowMs();
    const check = {
      type,
      status,
      lastStatusChange: isoSeconds(nowMs - 4000),
      lastUpdated: isoSeconds(nowMs - 1000),
      statusReason,
    };
    const detail: Detail = {
      clusterArn: cluster.arn.cluster,
      containerInstanceArn: instance?.arn,
      capacityProviderName,
      ec2InstanceId: instance?.ec2InstanceId,
      overallStatus: status,
      healthChecks: [check],
    };
    world.emit(cluster, 'ECS Container Instance Health Change', [instance?.arn ?? ''], detail);
  }

  return {
    startMs,
    play() {
      const since = `Agent disconnected since ${isoSeconds(startMs + 50 * minuteMs)}`;
      world.at(startMs, () => emitHealth('ACCELERATED_COMPUTE', 'IMPAIRED', 'XID_79', 'gpu-managed'));
      world.at(startMs + 14 * minuteMs, () => emitHealth('ACCELERATED_COMPUTE', 'OK', null, 'gpu-managed'));
      world.at(startMs + 55 * minuteMs, () => emitHealth('AGENT_CONNECTIVITY', 'IMPAIRED', since, null));
      world.at(startMs + 61 * minuteMs, () => emitHealth('AGENT_CONNECTIVITY', 'OK', null, null));
    },
    stories: [
      {
        id: 'gpu-impaired',
        title: 'A GPU instance falls ill and recovers',
        cluster: 'data',
        containerInstanceArn: instance.arn,
        atMs: startMs,
        expectation: 'IMPAIRED with XID_79 for fourteen minutes, later six minutes without its agent.',
        facts: { statusReason: 'XID_79' },
      },
    ],
  };
};
