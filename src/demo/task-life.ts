// The life of a task: the steps it takes, when, and the event of each. Which states are emitted depends on the workload, as
// in the published captures (ecs-events reference 3.6): plain Fargate 1-6, load-balanced up to 10, EC2 bridge 1-4.

import { emitInstance } from './instance-life.ts';
import { isoMillis } from './iso-time.ts';
import { newTask, type TaskRequest } from './new-task.ts';
import { type Container, emitTask, type LastStatus, type Task } from './task.ts';
import type { World } from './world.ts';

/** How containers end, by the container's name in the declaration; the others end as their declaration says. */
export type Exits = Readonly<Record<string, { readonly exitCode?: number; readonly reason?: string }>>;

/** What will become of the task if nobody stops it. */
export type Ending =
  | { readonly kind: 'stays' }
  /** An essential container exits: batch jobs, crashes. */
  | { readonly kind: 'exits'; readonly afterMs: number; readonly exits: Exits }
  /** Never reaches RUNNING. */
  | {
      readonly kind: 'fails';
      readonly stoppedReason: string;
      readonly reasons: Readonly<Record<string, string>>;
      /** `pull`: before the pull ends; `start`: after it. */
      readonly during: 'pull' | 'start';
      /** The last event shows no containers, as reported for TaskFailedToStart. */
      readonly emptyContainers?: boolean;
    };

export interface StartRequest extends TaskRequest {
  readonly ending: Ending;
  readonly onRunning?: (task: Task) => void;
  readonly onStopped?: (task: Task) => void;
}

export interface StopRequest {
  readonly stopCode: string;
  readonly reason: string;
  readonly exits?: Exits;
}

interface Step {
  readonly atMs: number;
  readonly status: LastStatus;
  readonly apply?: (task: Task, at: string) => void;
}

const integrations = (task: Task) => task.attachments.some((attachment) => attachment.type !== 'eni');
const isBridge = (task: Task) => task.spec.networkMode === 'bridge';

function take(task: Task, step: Step): void {
  task.version++;
  task.lastStatus = step.status;
  step.apply?.(task, isoMillis(step.atMs));
}

function schedule(world: World, task: Task, steps: readonly Step[], stillWanted: () => boolean): void {
  for (const step of steps)
    world.at(step.atMs, () => {
      if (!stillWanted()) return;
      take(task, step);
      emitTask(world, task);
    });
}

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

/** The steps from creation to RUNNING; the first is at `createdMs`. */
function startSteps(task: Task, createdMs: number): Step[] {
  const { rng } = task;
  const attachedMs = isBridge(task) ? createdMs : createdMs + rng.int(2500, 11_000);
  const pullMs = attachedMs + rng.int(600, 9000);
  const pulledMs = pullMs + rng.int(900, 21_000);
  const activeMs = pulledMs + rng.int(150, 900);
  const slow = integrations(task) && !isBridge(task);
  const runningMs = slow ? activeMs + rng.int(900, 16_000) : activeMs;
  const pulled = (at: Task) => {
    at.times.pullStartedAt = isoMillis(pullMs);
    at.times.pullStoppedAt = isoMillis(pulledMs);
    startContainers(at);
  };
  const steps: Step[] = [];
  if (!isBridge(task)) steps.push({ atMs: createdMs, status: 'PROVISIONING' });
  steps.push({
    atMs: attachedMs,
    status: 'PENDING',
    apply: (at) => {
      at.eniStatus = 'ATTACHED';
      at.times.connectivityAt = isoMillis(attachedMs - (isBridge(at) ? 0 : rng.int(40, 900)));
    },
  });
  const activating = (slow || task.instance !== undefined) && !isBridge(task);
  if (activating)
    steps.push({
      atMs: activeMs,
      status: 'ACTIVATING',
      apply: (at) => {
        pulled(at);
        at.integrationStatus = 'ATTACHING';
      },
    });
  steps.push({
    atMs: activating && !slow ? runningMs + rng.int(200, 1500) : runningMs,
    status: 'RUNNING',
    apply: (at, when) => {
      if (!activating) pulled(at);
      at.integrationStatus = 'ATTACHED';
      at.times.startedAt = when;
    },
  });
  return steps;
}

function execStep(task: Task, runningMs: number): Step {
  return {
    atMs: runningMs + task.rng.int(1500, 9000),
    status: 'RUNNING',
    apply: (at, when) => {
      for (const container of at.containers) {
        if (container.execAgent === undefined) continue;
        container.execAgent = 'RUNNING';
        container.execStartedAt = when;
      }
    },
  };
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

/** DEPROVISIONING (awsvpc only) and STOPPED. */
function lastSteps(task: Task, stoppedMs: number, executionStoppedMs: number): Step[] {
  const { rng } = task;
  const finish = (at: Task, when: string) => {
    at.times.executionStoppedAt ??= isoMillis(executionStoppedMs);
    at.times.stoppedAt = when;
    at.eniStatus = 'DELETED';
    at.integrationStatus = 'DELETED';
  };
  if (isBridge(task)) return [{ atMs: stoppedMs, status: 'STOPPED', apply: finish }];
  return [
    {
      atMs: stoppedMs,
      status: 'DEPROVISIONING',
      apply: (at) => {
        at.times.executionStoppedAt = isoMillis(executionStoppedMs);
        at.integrationStatus = 'DELETED';
      },
    },
    { atMs: stoppedMs + rng.int(9000, 24_000), status: 'STOPPED', apply: finish },
  ];
}

/** Resources of the instance, and the instance event that ECS emits along (reference 1.2). */
function occupy(world: World, task: Task, direction: 1 | -1, silent: boolean): void {
  const { instance, spec } = task;
  if (instance === undefined) return;
  instance.running += direction;
  instance.cpuUsed += direction * Number(spec.cpu);
  instance.memoryUsed += direction * Number(spec.memory);
  if (direction === -1)
    for (const container of task.containers) instance.hostPorts.delete(String(container.hostPort));
  if (!silent) emitInstance(world, task.cluster, instance);
}

function release(world: World, task: Task): void {
  occupy(world, task, -1, false);
  if (task.ip !== undefined && task.identity.ip === undefined) task.zone.releaseAddress(task.ip);
}

/** Starts a task now; undefined when no instance has room for it. */
export function startTask(world: World, request: StartRequest): Task | undefined {
  const createdMs = world.nowMs();
  const task = newTask(world, request, createdMs);
  if (task === undefined) return undefined;
  const steps = startSteps(task, createdMs);
  const wanted = () => task.desiredStatus === 'RUNNING';
  occupy(world, task, 1, false);
  if (request.ending.kind === 'fails') {
    failToStart(world, task, steps, request.ending, request.onStopped);
    return task;
  }
  const runningMs = (steps.at(-1) as Step).atMs;
  schedule(world, task, steps, wanted);
  if (task.spec.exec) schedule(world, task, [execStep(task, runningMs)], wanted);
  world.at(runningMs, () => request.onRunning?.(task), 0);
  const { ending } = request;
  if (ending.kind === 'exits')
    world.at(
      runningMs + ending.afterMs,
      () => {
        if (wanted()) exitTask(world, task, ending.exits, request.onStopped);
      },
      3,
    );
  return task;
}

/** A task that runs since before the recording began: no events, version as if it had had them. */
export function adoptTask(world: World, request: StartRequest, ageMs: number): Task | undefined {
  const createdMs = world.nowMs() - ageMs;
  const task = newTask(world, request, createdMs);
  if (task === undefined) return undefined;
  const steps = startSteps(task, createdMs);
  if (task.spec.exec) steps.push(execStep(task, (steps.at(-1) as Step).atMs));
  for (const step of steps) take(task, step);
  occupy(world, task, 1, true);
  return task;
}

/** Asks a running task to stop, now. Does nothing when it is stopping already. */
export function stopTask(
  world: World,
  task: Task,
  stop: StopRequest,
  onStopped?: (task: Task) => void,
): void {
  if (task.desiredStatus === 'STOPPED') return;
  const { rng } = task;
  const nowMs = world.nowMs();
  const balanced = task.attachments.some((attachment) => attachment.type === 'elb') && !isBridge(task);
  const drainMs = balanced ? rng.int(8000, 32_000) : rng.int(300, 1200);
  const executionStoppedMs = nowMs + drainMs + rng.int(400, 12_000);
  decideStop(task, nowMs, stop.stopCode, stop.reason);
  const steps: Step[] = [{ atMs: nowMs, status: task.lastStatus }];
  if (balanced) {
    steps.push({
      atMs: nowMs + rng.int(500, 1500),
      status: 'DEACTIVATING',
      apply: (at) => {
        at.integrationStatus = 'DETACHING';
      },
    });
    steps.push({ atMs: nowMs + drainMs, status: 'STOPPING' });
  }
  const [first, ...rest] = lastSteps(task, executionStoppedMs + rng.int(300, 6000), executionStoppedMs) as [
    Step,
    ...Step[],
  ];
  const ended: Step = {
    ...first,
    apply: (at, when) => {
      for (const container of at.containers) endContainer(container, stop.exits ?? {});
      first.apply?.(at, when);
    },
  };
  schedule(world, task, [...steps, ended, ...rest], () => true);
  finishAfter(world, task, (rest.at(-1) ?? ended).atMs, onStopped);
}

/** An essential container exits now, which ends the task. */
export function exitTask(world: World, task: Task, exits: Exits, onStopped?: (task: Task) => void): void {
  const { rng } = task;
  const exitedMs = world.nowMs();
  // stoppingAt may be later than executionStoppedAt: the service notices afterwards (reference 3.6).
  const noticedMs = exitedMs + rng.int(200, 3000);
  decideStop(task, noticedMs, 'EssentialContainerExited', 'Essential container in task exited');
  const end = (names: ReadonlySet<string> | null) => (at: Task) => {
    for (const container of at.containers)
      if (names === null || names.has(container.spec.name)) endContainer(container, exits);
  };
  const steps: Step[] = [];
  if (task.containers.length > 1)
    steps.push({ atMs: noticedMs, status: 'RUNNING', apply: end(new Set(Object.keys(exits))) });
  const [first, ...rest] = lastSteps(task, noticedMs + rng.int(1200, 9000), exitedMs) as [Step, ...Step[]];
  const endAll = end(null);
  const ended: Step = {
    ...first,
    apply: (at, when) => {
      endAll(at);
      first.apply?.(at, when);
    },
  };
  schedule(world, task, [...steps, ended, ...rest], () => true);
  finishAfter(world, task, (rest.at(-1) ?? ended).atMs, onStopped);
}

function failToStart(
  world: World,
  task: Task,
  start: readonly Step[],
  ending: Extract<Ending, { kind: 'fails' }>,
  onStopped: ((task: Task) => void) | undefined,
): void {
  const { rng } = task;
  const early = start.filter((step) => step.status === 'PROVISIONING' || step.status === 'PENDING');
  const pendingMs = (early.at(-1) as Step).atMs;
  const failedMs = pendingMs + rng.int(6000, 28_000);
  const [first, ...rest] = lastSteps(task, failedMs + rng.int(400, 3000), failedMs) as [Step, ...Step[]];
  const fail: Step = {
    ...first,
    apply: (at, when) => {
      decideStop(at, failedMs, 'TaskFailedToStart', ending.stoppedReason);
      if (ending.during === 'start') {
        at.times.pullStartedAt = isoMillis(pendingMs + 700);
        at.times.pullStoppedAt = isoMillis(failedMs - 900);
      }
      for (const container of at.containers) {
        container.lastStatus = 'STOPPED';
        if (container.execAgent !== undefined) container.execAgent = 'STOPPED';
        container.reason = ending.reasons[container.spec.name];
      }
      first.apply?.(at, when);
    },
  };
  const last = rest.at(-1) ?? fail;
  const steps = [...early, fail, ...rest].map((step) =>
    step === last && ending.emptyContainers === true ? withoutContainers(step) : step,
  );
  schedule(world, task, steps, () => true);
  finishAfter(world, task, last.atMs, onStopped);
}

function withoutContainers(step: Step): Step {
  return {
    ...step,
    apply: (at, when) => {
      at.containers = [];
      step.apply?.(at, when);
    },
  };
}

function finishAfter(world: World, task: Task, atMs: number, onStopped?: (task: Task) => void): void {
  const stopped = () => {
    release(world, task);
    onStopped?.(task);
  };
  world.at(atMs, stopped, task.instance === undefined ? 0 : 1);
}
