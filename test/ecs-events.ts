// Events made for tests of the domain: one task's life in a few lines, in the shape EventBridge delivers.

import { decodeEvent, type EcsEvent, type TaskEvent } from '../src/ecs/decode.ts';

const account = 'arn:aws:ecs:eu-west-1:111122223333';
const baseMs = Date.UTC(2026, 10, 20, 12);

/** ISO time `seconds` after noon of 2026-11-20. */
export function at(seconds: number): string {
  return new Date(baseMs + seconds * 1000).toISOString();
}

export function atMs(seconds: number): number {
  return baseMs + seconds * 1000;
}

export interface TaskState {
  readonly version?: number;
  readonly second: number;
  readonly lastStatus?: string;
  readonly desiredStatus?: string;
  readonly id?: string;
  readonly [detail: string]: unknown;
}

/** The text of one event of task `prod/task-1` of service web; further keys go into `detail`. */
export function taskMessage({ version, second, id, ...detail }: TaskState): string {
  return JSON.stringify({
    version: '0',
    id: id ?? `e${version ?? 'x'}-${second}`,
    'detail-type': 'ECS Task State Change',
    source: 'aws.ecs',
    account: '111122223333',
    time: at(Math.floor(second)),
    region: 'eu-west-1',
    resources: [`${account}:task/prod/task-1`],
    detail: {
      clusterArn: `${account}:cluster/prod`,
      taskArn: `${account}:task/prod/task-1`,
      taskDefinitionArn: `${account}:task-definition/web:7`,
      group: 'service:web',
      startedBy: 'ecs-svc/1',
      launchType: 'FARGATE',
      createdAt: at(0),
      updatedAt: at(second),
      desiredStatus: 'RUNNING',
      containers: [],
      ...(version === undefined ? {} : { version }),
      ...detail,
    },
  });
}

/** Throws when the text is no event: a mistake in the test. */
export function decoded(message: string): EcsEvent {
  const event = decodeEvent(message);
  if (event === null) throw new Error(`no event: ${message}`);
  return event;
}

export function taskEvent(state: TaskState): TaskEvent {
  const event = decoded(taskMessage(state));
  if (event.kind !== 'task') throw new Error('no task event');
  return event;
}

/** Created at 0, running at 10, told to stop at 100, stopped at 130. */
export function ordinaryLife(stop: object = {}, ends: object = {}): readonly TaskState[] {
  const running = { startedAt: at(10), pullStartedAt: at(4), pullStoppedAt: at(9) };
  const stopping = { ...running, desiredStatus: 'STOPPED', stoppingAt: at(100), ...stop };
  const ended = { ...stopping, executionStoppedAt: at(110), ...ends };
  return [
    { version: 1, second: 0, lastStatus: 'PROVISIONING' },
    { version: 2, second: 3, lastStatus: 'PENDING' },
    { version: 3, second: 10, lastStatus: 'RUNNING', ...running },
    { version: 4, second: 100, lastStatus: 'RUNNING', ...stopping },
    { version: 5, second: 111, lastStatus: 'DEPROVISIONING', ...ended },
    { version: 6, second: 130, lastStatus: 'STOPPED', ...ended, stoppedAt: at(130) },
  ];
}

/** Deterministic: every rotation and the reverse of a list. */
export function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
  const rotations = items.map((_, index) => [...items.slice(index), ...items.slice(0, index)]);
  return [...rotations, [...items].reverse()];
}
