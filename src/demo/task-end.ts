// How a task ends: asked to, by itself, or before it ever ran (ecs-events reference 3.6, 11, 12).

import { isoMillis } from './iso-time.ts';
import { release } from './placement.ts';
import type { Container, Task } from './task.ts';
import { type Step, scheduleSteps } from './task-step.ts';
import type { World } from './world.ts';

/** How containers end, by the container's name in the declaration; the others end as their declaration says. */
export type Exits = Readonly<Record<string, { readonly exitCode?: number; readonly reason?: string }>>;

export interface StopRequest {
  readonly stopCode: string;
  readonly reason: string;
  readonly exits?: Exits;
}

export interface StartFailure {
  readonly stoppedReason: string;
  /** By container. */
  readonly reasons: Readonly<Record<string, string>>;
  /** `pull`: before the pull ends; `start`: after it. */
  readonly during: 'pull' | 'start';
  /** The last event shows no containers, as reported for TaskFailedToStart. */
  readonly emptyContainers?: boolean;
}

function endContainer(container: Container, exits: Exits): void {
  const exit = exits[container.spec.name];
  container.lastStatus = 'STOPPED';
  if (container.execAgent !== undefined) container.execAgent = 'STOPPED';
  container.exitCode = exit === undefined ? container.spec.stopExitCode : exit.exitCode;
  container.reason = exit?.reason;
}

function decideStop(task: Task, atMs: number, stopCode: string, reason: string): void {
  task.desiredStatus = 'STOPPED';
  task.times.stoppingAt = isoMillis(atMs);
  task.stopCode = stopCode;
  task.stoppedReason = reason;
}

/**
 * The last steps: the containers have ended (`executionEndedMs`), then DEPROVISIONING where there is a network interface,
 * then STOPPED. `end` is what becomes of the containers. Afterwards the task gives back what it used.
 */
function finish(
  world: World,
  task: Task,
  executionEndedMs: number,
  end: () => void,
  last: () => void = () => {},
): void {
  const { rng } = task;
  const noticedMs = executionEndedMs + rng.int(300, 6000);
  const ended = () => {
    end();
    task.times.executionStoppedAt = isoMillis(executionEndedMs);
    task.integrationStatus = 'DELETED';
  };
  const stopped = (at: string) => {
    task.times.stoppedAt = at;
    task.eniStatus = 'DELETED';
    last();
  };
  const deprovisioning: Step = { atMs: noticedMs, status: 'DEPROVISIONING', apply: ended };
  const bridge = task.spec.networkMode === 'bridge';
  const stoppedMs = bridge ? noticedMs : noticedMs + rng.int(9000, 24_000);
  const final: Step = {
    atMs: stoppedMs,
    status: 'STOPPED',
    apply: (_, at) => {
      if (bridge) ended();
      stopped(at);
    },
  };
  scheduleSteps(world, task, bridge ? [final] : [deprovisioning, final]);
  const leave = () => {
    release(world, task);
    task.onStopped?.(task);
  };
  world.at(stoppedMs, leave, task.instance === undefined ? 0 : 1);
}

/** Asks a running task to stop, now. Does nothing when it is stopping already. */
export function stopTask(world: World, task: Task, stop: StopRequest): void {
  if (task.desiredStatus === 'STOPPED') return;
  const { rng } = task;
  const nowMs = world.nowMs();
  const balanced =
    task.spec.networkMode === 'awsvpc' && task.attachments.some((attachment) => attachment.type === 'elb');
  const drainedMs = nowMs + (balanced ? rng.int(8000, 32_000) : rng.int(300, 1200));
  decideStop(task, nowMs, stop.stopCode, stop.reason);
  const steps: Step[] = [{ atMs: nowMs, status: task.lastStatus }];
  if (balanced) {
    const leaveTargetGroup = () => {
      task.integrationStatus = 'DETACHING';
    };
    steps.push({ atMs: nowMs + rng.int(500, 1500), status: 'DEACTIVATING', apply: leaveTargetGroup });
    steps.push({ atMs: drainedMs, status: 'STOPPING' });
  }
  scheduleSteps(world, task, steps);
  finish(world, task, drainedMs + rng.int(400, 12_000), () => {
    for (const container of task.containers) endContainer(container, stop.exits ?? {});
  });
}

/** An essential container exits now, which ends the task. */
export function exitTask(world: World, task: Task, exits: Exits): void {
  const exitedMs = world.nowMs();
  // stoppingAt may be later than executionStoppedAt: ECS hears of the exit afterwards (reference 3.6).
  const heardMs = exitedMs + task.rng.int(80, 290);
  decideStop(task, heardMs, 'EssentialContainerExited', 'Essential container in task exited');
  const endThose = () => {
    for (const container of task.containers)
      if (exits[container.spec.name] !== undefined) endContainer(container, exits);
  };
  // The others still run for a moment; their end is another event.
  if (task.containers.length > 1)
    scheduleSteps(world, task, [{ atMs: heardMs, status: 'RUNNING', apply: endThose }]);
  finish(world, task, exitedMs, () => {
    for (const container of task.containers) endContainer(container, exits);
  });
}

/** After PENDING something goes wrong, and the task stops without having run. */
export function failToStart(world: World, task: Task, pendingMs: number, failure: StartFailure): void {
  const failedMs = pendingMs + task.rng.int(6000, 28_000);
  const fail = () => {
    decideStop(task, failedMs, 'TaskFailedToStart', failure.stoppedReason);
    if (failure.during === 'start') {
      task.times.pullStartedAt = isoMillis(pendingMs + 700);
      task.times.pullStoppedAt = isoMillis(failedMs - 900);
    }
    for (const container of task.containers) {
      container.lastStatus = 'STOPPED';
      if (container.execAgent !== undefined) container.execAgent = 'STOPPED';
      container.reason = failure.reasons[container.spec.name];
    }
  };
  finish(world, task, failedMs, fail, () => {
    if (failure.emptyContainers === true) task.containers = [];
  });
}
