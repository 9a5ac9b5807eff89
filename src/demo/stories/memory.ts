// A service whose main container is killed for its memory, again and again, while its sidecars end cleanly; and a batch job
// that contradicts itself: exit code 0 with an out-of-memory reason (ecs-events reference 13.3, 13.4).

import { jobs } from '../fleet.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import { crashTask, deploy, startServiceTask } from '../service-life.ts';
import { startTask } from '../task-start.ts';
import type { ScriptWriter } from './story.ts';

export const outOfMemory = 'OutOfMemoryError: Container killed due to memory usage';
const kills = 32;

export const memoryLoop: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/recommendations');
  const startMs = endMs - 4 * dayMs;
  const firstTask = newIdentity(rng);
  const exits = { recommendations: { exitCode: 137, reason: outOfMemory } };

  function kill(left: number): void {
    const victim = service.running[0];
    if (victim !== undefined) crashTask(world, service, victim, exits);
    if (left > 1) world.at(world.nowMs() + rng.int(22, 30) * minuteMs, () => kill(left - 1));
    else world.at(world.nowMs() + 3 * hourMs, () => deploy(world, service));
  }

  return {
    startMs,
    play() {
      startServiceTask(world, service, {
        identity: firstTask,
        onRunning: (task) => {
          world.at(startMs + 20 * minuteMs, () => {
            crashTask(world, service, task, exits);
            world.at(world.nowMs() + 25 * minuteMs, () => kill(kills - 1));
          });
        },
      });
    },
    stories: [
      {
        id: 'oom-loop',
        title: 'recommendations is killed for its memory, over and over',
        cluster: 'prod',
        service: 'recommendations',
        taskArn: service.cluster.arn.task(firstTask.taskId),
        atMs: startMs + 20 * minuteMs,
        expectation: `${kills} tasks stopped with EssentialContainerExited; container recommendations exit 137 with OutOfMemoryError, envoy exit 0, aws-otel-collector exit 143: the memory limit of one container is too small.`,
        facts: { kills, container: 'recommendations', exitCode: 137 },
      },
    ],
  };
};

export const contradictoryExit: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const cluster = world.cluster('prod');
  const spec = jobs.find((job) => job.family === 'nightly-report');
  if (spec === undefined) throw new Error('The fleet has no job nightly-report.');
  const startMs = endMs - 15 * hourMs;
  const identity = newIdentity(rng);
  return {
    startMs,
    play() {
      startTask(world, {
        cluster,
        spec,
        group: 'family:nightly-report',
        startedBy: 'AWS Step Functions',
        revision: 12,
        tag: '2026.11',
        rng,
        identity,
        override: { command: ['report', '--all-customers'] },
        ending: {
          kind: 'exits',
          afterMs: 11 * minuteMs + 7 * secondMs,
          exits: { 'nightly-report': { exitCode: 0, reason: outOfMemory } },
        },
      });
    },
    stories: [
      {
        id: 'exit-zero-out-of-memory',
        title: 'A report ends with exit code 0 and an out-of-memory reason',
        cluster: 'prod',
        taskArn: cluster.arn.task(identity.taskId),
        atMs: startMs,
        expectation:
          'Container nightly-report says exit code 0 and OutOfMemoryError: a contradiction to show, not to hide.',
        facts: { exitCode: 0, reason: outOfMemory },
      },
    ],
  };
};
