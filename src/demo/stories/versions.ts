// Things that the versions of a task's events give away: one that is missing, two events that claim the same one, and a task
// that runs after it stopped (ecs-events reference 1.3, 11.2).

import { hourMs, isoMillis, minuteMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import { retireTask, startServiceTask } from '../service-life.ts';
import { emitTask, taskDetail } from '../task.ts';
import type { ScriptWriter } from './story.ts';

export const missingVersion: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/ledger');
  const identity = newIdentity(rng);
  const startMs = endMs - 26 * hourMs;
  const missing = 4;
  return {
    startMs,
    play() {
      const task = startServiceTask(world, service, { identity, fates: { [missing]: { kind: 'lost' } } });
      if (task !== undefined) world.at(startMs + 3 * hourMs, () => retireTask(world, service, task));
    },
    stories: [
      {
        id: 'missing-version',
        title: 'One event of a task of ledger never arrived',
        cluster: 'prod',
        service: 'ledger',
        taskArn: service.cluster.arn.task(identity.taskId),
        atMs: startMs,
        expectation: `Versions 1 to 6 with ${missing} missing: the event of the stop request was never delivered.`,
        facts: { missing, last: 6 },
      },
    ],
  };
};

export const conflictingVersions: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/ledger');
  const identity = newIdentity(rng);
  const startMs = endMs - 22 * hourMs;
  const version = 3;
  return {
    startMs,
    play() {
      const task = startServiceTask(world, service, {
        identity,
        fates: { [version]: { kind: 'plain' } },
        onRunning: (running) => {
          const detail = { ...taskDetail(running, isoMillis(world.nowMs())), connectivity: 'DISCONNECTED' };
          world.emit(service.cluster, 'ECS Task State Change', [running.arn], detail, { kind: 'plain' });
        },
      });
      if (task !== undefined) world.at(startMs + 2 * hourMs, () => retireTask(world, service, task));
    },
    stories: [
      {
        id: 'conflicting-versions',
        title: 'Two events of a task of ledger claim the same version',
        cluster: 'prod',
        service: 'ledger',
        taskArn: service.cluster.arn.task(identity.taskId),
        atMs: startMs,
        expectation: `Version ${version} exists twice with different content (connectivity): both are kept and flagged.`,
        facts: { version },
      },
    ],
  };
};

export const runningAfterStopped: ScriptWriter = (stage, rng, endMs) => {
  const { world } = stage;
  const service = stage.service('prod/notifications');
  const identity = newIdentity(rng);
  const startMs = endMs - 12 * hourMs;
  return {
    startMs,
    play() {
      const task = startServiceTask(world, service, {
        identity,
        onStopped: (stopped) =>
          world.at(world.nowMs() + 3100, () => {
            stopped.version++;
            stopped.lastStatus = 'RUNNING';
            emitTask(world, stopped);
          }),
      });
      if (task !== undefined) world.at(startMs + 50 * minuteMs, () => retireTask(world, service, task));
    },
    stories: [
      {
        id: 'running-after-stopped',
        title: 'A task of notifications runs after it stopped',
        cluster: 'prod',
        service: 'notifications',
        taskArn: service.cluster.arn.task(identity.taskId),
        atMs: startMs,
        expectation:
          'Version 6 says STOPPED, version 7 says RUNNING: an anomaly to flag, never to reorder away.',
        facts: { stoppedVersion: 6, runningVersion: 7 },
      },
    ],
  };
};
