// A step of a task's life: a change, its version, its event.

import { isoMillis } from './iso-time.ts';
import { emitTask, type LastStatus, type Task } from './task.ts';
import type { World } from './world.ts';

export interface Step {
  readonly atMs: number;
  /** `lastStatus` from this step on. */
  readonly status: LastStatus;
  /** What else changes; `at` is the step's time as ECS writes it. */
  readonly apply?: (task: Task, at: string) => void;
}

/** Carries out a step without an event. */
export function take(task: Task, step: Step): void {
  task.version++;
  task.lastStatus = step.status;
  step.apply?.(task, isoMillis(step.atMs));
}

/** Carries out each step in its time, if it is still wanted then, and emits it. */
export function scheduleSteps(
  world: World,
  task: Task,
  steps: readonly Step[],
  stillWanted: () => boolean = () => true,
): void {
  for (const step of steps)
    world.at(step.atMs, () => {
      if (!stillWanted()) return;
      take(task, step);
      emitTask(world, task);
    });
}
