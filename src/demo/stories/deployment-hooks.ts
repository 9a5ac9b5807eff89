// Lifecycle hooks of blue/green deployments: one pause is answered, one is not (ecs-events reference 7).

import type { Detail } from '../envelope.ts';
import { dayMs, isoNanos, isoSeconds, minuteMs, secondMs } from '../iso-time.ts';
import type { Random } from '../prng.ts';
import type { Service } from '../service.ts';
import type { World } from '../world.ts';
import { newDeploymentPath } from './deployment-path.ts';
import type { ScriptWriter } from './story.ts';

interface Hook {
  readonly id: string;
  readonly type: 'PAUSE' | 'AWS_LAMBDA';
  readonly lifecycleStage: string;
  readonly expiresMs?: number;
}

function emitHook(
  world: World,
  service: Service,
  rng: Random,
  deployment: string,
  hook: Hook,
  eventName: string,
): void {
  const { arn } = service.cluster;
  const serviceDeploymentArn = arn.serviceDeployment(service.spec.name, deployment);
  const detail: Detail = { eventType: 'INFO', eventName, hookId: hook.id, hookType: hook.type };
  if (hook.expiresMs !== undefined) detail.expiresAt = isoSeconds(hook.expiresMs);
  detail.lifecycleStage = hook.lifecycleStage;
  detail.clusterArn = arn.cluster;
  detail.serviceArn = service.arn;
  detail.serviceDeploymentArn = serviceDeploymentArn;
  detail.updatedAt = isoNanos(world.nowMs(), rng.int(0, 999_999));
  world.emit(service.cluster, 'ECS Hook State Change', [serviceDeploymentArn], detail);
}

export const deploymentHooks: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/web');
  const check: Hook = { id: `ecs-lambda-${rng.hex(43)}`, type: 'AWS_LAMBDA', lifecycleStage: 'PRE_SCALE_UP' };
  const pauseId = `ecs-pause-${rng.hex(43)}`;
  const answered = { deployment: newDeploymentPath(rng), atMs: endMs - 6.2 * dayMs };
  const ignored = { deployment: newDeploymentPath(rng), atMs: endMs - 3.1 * dayMs };

  function playDeployment(deployment: string, atMs: number, ending: string, endsAfterMs: number): void {
    const expiresMs = atMs + 40 * minuteMs;
    const pause: Hook = { id: pauseId, type: 'PAUSE', lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT', expiresMs };
    const at = (afterMs: number, hook: Hook, eventName: string) =>
      world.at(atMs + afterMs, () => emitHook(world, service, rng, deployment, hook, eventName));
    at(0, check, 'HOOK_IN_PROGRESS');
    at(20 * secondMs, check, 'HOOK_SUCCEEDED');
    at(9 * minuteMs, pause, 'HOOK_IN_PROGRESS');
    at(10 * minuteMs, pause, 'HOOK_AWAITING_ACTION');
    at(endsAfterMs, pause, ending);
  }

  const story = (id: string, title: string, { deployment, atMs }: typeof answered, expectation: string) => ({
    id,
    title,
    cluster: 'prod',
    service: 'web',
    atMs,
    expectation,
    facts: { serviceDeploymentArn: service.cluster.arn.serviceDeployment('web', deployment) },
  });
  const timedOut = 'HOOK_AWAITING_ACTION, then HOOK_TIMED_OUT after thirty minutes.';
  const went = 'HOOK_AWAITING_ACTION, then HOOK_SUCCEEDED after seven minutes.';
  return {
    startMs: answered.atMs,
    play() {
      playDeployment(answered.deployment, answered.atMs, 'HOOK_SUCCEEDED', 17 * minuteMs);
      playDeployment(ignored.deployment, ignored.atMs, 'HOOK_TIMED_OUT', 40 * minuteMs);
    },
    stories: [
      story('hook-answered', 'A paused deployment of web is continued', answered, went),
      story('hook-ignored', 'Nobody answers a paused deployment of web', ignored, timedOut),
    ],
  };
};
