// What a story is: something that happened to the fleet, told to the world by `play` and to readers by `stories`.

import type { Replay } from '../delivery.ts';
import type { Random } from '../prng.ts';
import type { Stage } from '../stage.ts';

/** A thing that happened and that an answer must find. Everything in it is known before the simulation runs. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly cluster: string;
  readonly service?: string;
  readonly taskArn?: string;
  readonly deploymentId?: string;
  readonly eniId?: string;
  readonly ip?: string;
  readonly mac?: string;
  readonly containerInstanceArn?: string;
  /** When it happened, or began; for an address: a moment at which this task owned it. */
  readonly atMs: number;
  /** What a good answer says. */
  readonly expectation: string;
  /** Names and numbers that a test can hold the answer to. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface Script {
  readonly stories: readonly Story[];
  readonly replay?: Replay;
  /** When `play` is to be called. */
  readonly startMs: number;
  play(): void;
}

/**
 * Writes a script. All identifiers that its stories name are drawn here, from the script's own stream. `endMs` is the moment
 * that its times count back from: somewhat before the end of the history, so that no two stories keep the same beat.
 */
export type ScriptWriter = (stage: Stage, rng: Random, endMs: number) => Script;
