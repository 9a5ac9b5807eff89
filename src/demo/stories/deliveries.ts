// What delivery does to events: late and in the wrong order, twice with the same id, put again under a new id, and replayed
// from an archive (ecs-events reference 1.2, traps 4, 5 and 24). None of it may change an answer.

import { hourMs, minuteMs, secondMs } from '../iso-time.ts';
import { newIdentity } from '../new-task.ts';
import { retireTask, startServiceTask } from '../service-life.ts';
import type { Fate } from '../world.ts';
import type { ScriptWriter } from './story.ts';

type Fates = Readonly<Record<number, Fate>>;

/** A task of shipping that runs for half an hour; all its events have a fate. */
function taskWithFates(
  id: string,
  title: string,
  hoursBeforeEnd: number,
  fates: Fates,
  expectation: string,
): ScriptWriter {
  return (stage, rng, endMs) => {
    const { world } = stage;
    const service = stage.service('prod/shipping');
    const identity = newIdentity(rng);
    const startMs = endMs - hoursBeforeEnd * hourMs;
    return {
      startMs,
      play() {
        const task = startServiceTask(world, service, { identity, fates });
        if (task !== undefined) world.at(startMs + 30 * minuteMs, () => retireTask(world, service, task));
      },
      stories: [
        {
          id,
          title,
          cluster: 'prod',
          service: 'shipping',
          taskArn: service.cluster.arn.task(identity.taskId),
          atMs: startMs,
          expectation,
          facts: { versions: shippingVersions },
        },
      ],
    };
  };
}

/** Events of a Fargate task with service discovery that is scaled in. */
const shippingVersions = 7;

function fatesOf(make: (version: number) => Fate): Fates {
  const entries = Array.from({ length: shippingVersions }, (_, index) => [index + 1, make(index + 1)]);
  return Object.fromEntries(entries);
}

export const lateDelivery = taskWithFates(
  'late-and-disordered',
  'The events of a task of shipping arrive hours late, the last one first',
  16,
  fatesOf((version) => ({ kind: 'late', delayMs: 4 * hourMs - version * 20 * minuteMs })),
  'An ordinary life of half an hour, whatever the order of arrival says.',
);

export const duplicates = taskWithFates(
  'duplicates',
  'Every event of a task of shipping arrives twice with the same id',
  14,
  fatesOf((version) => ({ kind: 'duplicated', againAfterMs: version * 7 * secondMs })),
  'Seven events, each counted once.',
);

export const reputs = taskWithFates(
  'put-again',
  'Every event of a task of shipping is put again under a new id',
  11,
  fatesOf((version) => ({ kind: 'reput', againAfterMs: version * 5 * minuteMs })),
  'Seven events, each counted once: same task, same version, same content.',
);

/** Somebody replays the hours around checkout's bad deployment from the archive, half a day later. */
export const archiveReplay: ScriptWriter = ({ world }) => {
  const { endMs } = world;
  const replay = {
    name: 'after-checkout-incident',
    // Wide enough for wherever in its span the deployment begins.
    fromMs: endMs - 31.6 * hourMs,
    untilMs: endMs - 29.6 * hourMs,
    atMs: endMs - 18 * hourMs,
  };
  return {
    startMs: replay.fromMs,
    replay,
    play: () => {},
    stories: [
      {
        id: 'archive-replay',
        title: "The hours around checkout's bad deployment are replayed from the archive",
        cluster: 'prod',
        service: 'checkout',
        atMs: replay.atMs,
        expectation: 'The events come again with the same ids and a replay-name; no count changes.',
        facts: { replayName: replay.name, fromMs: replay.fromMs, untilMs: replay.untilMs },
      },
    ],
  };
};
