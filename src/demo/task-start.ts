// How a task begins. Which states are emitted depends on the workload, as in the published captures (ecs-events reference
// 3.6): plain Fargate RUNNING at 3, with integrations or on EC2 awsvpc at 4, EC2 bridge at 2; ECS Exec adds one.

import { isoMillis } from './iso-time.ts';
import { newTask, type TaskRequest } from './new-task.ts';
import { occupy, occupySilently } from './placement.ts';
import type { Task } from './task.ts';
import { type Exits, exitTask, failToStart, type StartFailure } from './task-end.ts';
import { type Step, scheduleSteps, take } from './task-step.ts';
import type { World } from './world.ts';

/** What will become of the task if nobody stops it. */
export type Ending =
  | { readonly kind: 'stays' }
  /** An essential container exits: batch jobs, crashes. */
  | { readonly kind: 'exits'; readonly afterMs: number; readonly exits: Exits }
  /** Never reaches RUNNING. */
  | ({ readonly kind: 'fails' } & StartFailure);

export interface StartRequest extends TaskRequest {
  readonly ending: Ending;
  readonly onRunning?: (task: Task) => void;
}

/** Events of an average end by itself, for the steering of the traffic. */
const exitYields = 3;

const isBridge = (task: Task) => task.spec.networkMode === 'bridge';
const isIntegrated = (task: Task) =>
  !isBridge(task) && task.attachments.some((attachment) => attachment.type !== 'eni');

function runtimeId(task: Task): string {
  if (task.spec.compute.launchType !== 'FARGATE') return task.rng.hex(64);
  return `${task.identity.taskId}-${String(task.rng.u32()).padStart(10, '0')}`;
}

function startContainers(task: Task): void {
  for (const container of task.containers) {
    container.lastStatus = 'RUNNING';
    container.runtimeId = runtimeId(task);
    if (isBridge(task) && container.spec.port !== undefined) {
      container.hostPort = task.rng.int(32768, 60999);
      task.instance?.hostPorts.add(String(container.hostPort));
    }
  }
}

/** When things happen on the way to RUNNING. */
interface StartTimes {
  readonly createdMs: number;
  readonly attachedMs: number;
  readonly pullMs: number;
  readonly pulledMs: number;
  /** Absent where no ACTIVATING is emitted. */
  readonly activeMs?: number;
  readonly runningMs: number;
}

function startTimes(task: Task, createdMs: number): StartTimes {
  const { rng } = task;
  const attachedMs = isBridge(task) ? createdMs : createdMs + rng.int(2500, 11_000);
  const pullMs = attachedMs + rng.int(600, 9000);
  const pulledMs = pullMs + rng.int(900, 21_000);
  const startedMs = pulledMs + rng.int(150, 900);
  const times = { createdMs, attachedMs, pullMs, pulledMs };
  if (isIntegrated(task))
    return { ...times, activeMs: startedMs, runningMs: startedMs + rng.int(900, 16_000) };
  if (task.instance !== undefined && !isBridge(task))
    return { ...times, activeMs: startedMs, runningMs: startedMs + rng.int(200, 1500) };
  return { ...times, runningMs: startedMs };
}

function provisioning({ createdMs }: StartTimes): Step {
  return { atMs: createdMs, status: 'PROVISIONING' };
}

function pending({ attachedMs }: StartTimes): Step {
  return {
    atMs: attachedMs,
    status: 'PENDING',
    apply: (task) => {
      task.eniStatus = 'ATTACHED';
      task.times.connectivityAt = isoMillis(attachedMs - (isBridge(task) ? 0 : task.rng.int(40, 900)));
    },
  };
}

function pulled(task: Task, { pullMs, pulledMs }: StartTimes): void {
  task.times.pullStartedAt = isoMillis(pullMs);
  task.times.pullStoppedAt = isoMillis(pulledMs);
  startContainers(task);
}

function activating(times: StartTimes, activeMs: number): Step {
  return {
    atMs: activeMs,
    status: 'ACTIVATING',
    apply: (task) => {
      pulled(task, times);
      task.integrationStatus = 'ATTACHING';
    },
  };
}

function running(times: StartTimes): Step {
  return {
    atMs: times.runningMs,
    status: 'RUNNING',
    apply: (task, at) => {
      if (times.activeMs === undefined) pulled(task, times);
      task.integrationStatus = 'ATTACHED';
      task.times.startedAt = at;
    },
  };
}

function execAgentRunning(task: Task, { runningMs }: StartTimes): Step {
  return {
    atMs: runningMs + task.rng.int(1500, 9000),
    status: 'RUNNING',
    apply: (_, at) => {
      for (const container of task.containers) {
        if (container.execAgent === undefined) continue;
        container.execAgent = 'RUNNING';
        container.execStartedAt = at;
      }
    },
  };
}

function startSteps(task: Task, times: StartTimes): Step[] {
  const steps = isBridge(task) ? [pending(times)] : [provisioning(times), pending(times)];
  if (times.activeMs !== undefined) steps.push(activating(times, times.activeMs));
  steps.push(running(times));
  if (task.spec.exec) steps.push(execAgentRunning(task, times));
  return steps;
}

/** Starts a task now; undefined when no instance has room for it. */
export function startTask(world: World, request: StartRequest): Task | undefined {
  const createdMs = world.nowMs();
  const task = newTask(world, request, createdMs);
  if (task === undefined) return undefined;
  const { ending } = request;
  const times = startTimes(task, createdMs);
  const steps = startSteps(task, times);
  occupy(world, task);
  if (ending.kind === 'fails') {
    const begun = steps.filter(({ status }) => status === 'PROVISIONING' || status === 'PENDING');
    scheduleSteps(world, task, begun);
    failToStart(world, task, times.attachedMs, ending);
    return task;
  }
  const wanted = () => task.desiredStatus === 'RUNNING';
  scheduleSteps(world, task, steps, wanted);
  world.at(times.runningMs, () => request.onRunning?.(task), 0);
  const exit = (exits: Exits) => {
    if (wanted()) exitTask(world, task, exits);
  };
  if (ending.kind === 'exits')
    world.at(times.runningMs + ending.afterMs, () => exit(ending.exits), exitYields);
  return task;
}

/** A task that runs since before the recording began: no events, version as if it had had them. */
export function adoptTask(world: World, request: StartRequest, ageMs: number): Task | undefined {
  const createdMs = world.nowMs() - ageMs;
  const task = newTask(world, request, createdMs);
  if (task === undefined) return undefined;
  for (const step of startSteps(task, startTimes(task, createdMs))) take(task, step);
  occupySilently(task);
  return task;
}
