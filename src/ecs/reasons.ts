// Why a task stopped: from stop code, reason texts and exit codes to a class, a title and what to check.
// The knowledge is data (catalogue/); this file only looks it up (ecs-events reference 12, 13).

import { imageReasons, runtimeReasons } from './catalogue/container-reasons.ts';
import type { ReasonEntry } from './catalogue/entry.ts';
import { exitCodeEntry } from './catalogue/exit-codes.ts';
import { bareReasons, placementReasons } from './catalogue/placement-reasons.ts';
import { otherStartFailures, startFailures } from './catalogue/start-failures.ts';
import { stopCodeEntries } from './catalogue/stop-codes.ts';
import { genericTaskReasons, taskReasons } from './catalogue/task-reasons.ts';

export type { ReasonClass, ReasonEntry } from './catalogue/entry.ts';

/** Every reason text that is known, in the order of the search: the first that fits wins. */
export const reasonEntries: readonly ReasonEntry[] = [
  ...taskReasons,
  ...imageReasons,
  ...startFailures,
  ...runtimeReasons,
  ...otherStartFailures,
  ...placementReasons,
  ...genericTaskReasons,
];

/** The answer when nothing fits. */
export const unknownReason: ReasonEntry = {
  id: 'unknown',
  class: 'unknown',
  title: 'Reason not known',
  fragments: [],
  cause: 'The event does not say why, or in words that the catalogue does not know.',
  check: ['Read the stop reason and the reasons of the containers as they stand.'],
  page: 'stopped-task-error-codes',
};

/** The facts of one stop, as the newest event of the task tells them. */
export interface StopFacts {
  readonly stopCode?: string | undefined;
  readonly stoppedReason?: string | undefined;
  readonly containers: readonly {
    readonly exitCode?: string | undefined;
    readonly reason?: string | undefined;
  }[];
  /** Whether the task belongs to a service: there an end with code 0 is a fault, in a batch job it is the normal end. */
  readonly inService: boolean;
}

/** The catalogue entry for a reason text, or null. Case does not matter and the known text may stand anywhere in it. */
export function findReason(text: string | undefined): ReasonEntry | null {
  if (text === undefined) return null;
  const lowered = text.trim().toLowerCase();
  const bare = bareReasons.get(lowered);
  return (
    reasonEntries.find((entry) => (bare === undefined ? fits(entry, lowered) : entry.id === bare)) ?? null
  );
}

function fits(entry: ReasonEntry, lowered: string): boolean {
  return entry.fragments.every((group) => group.some((fragment) => lowered.includes(fragment)));
}

/** What explains a stop, and the position in `containers` of the container that tells it, when one does. */
export interface StopExplanation {
  readonly entry: ReasonEntry;
  readonly container: number | null;
}

/** The catalogue entry that explains a stop. */
export function classifyStop(stop: StopFacts): ReasonEntry {
  return explainStop(stop).entry;
}

/**
 * Explains a stop. A stop code that settles the matter comes first (a person who stops a task may write any text), then the
 * most telling text of task and containers, then the exit codes, then the stop code alone.
 */
export function explainStop(stop: StopFacts): StopExplanation {
  const byCode = stopCodeEntries.get(stop.stopCode ?? '');
  const taskReason = findReason(stop.stoppedReason);
  if (byCode?.decides === true) {
    return { entry: taskReason?.class === byCode.class ? taskReason : byCode, container: null };
  }
  if (taskReason !== null && taskReason.generic !== true) return { entry: taskReason, container: null };
  const containerReasons = stop.containers.map((container) => findReason(container.reason));
  const told = containerReasons.findIndex((reason) => reason !== null && reason.generic !== true);
  const toldReason = containerReasons[told];
  if (toldReason != null) return { entry: toldReason, container: told };
  const ended =
    stop.stopCode === 'EssentialContainerExited' || taskReason?.id === 'essential-container-exited';
  const byExit = ended ? mostTellingExit(stop) : null;
  return byExit ?? { entry: taskReason ?? byCode ?? unknownReason, container: null };
}

const consequences = ['137', '0', '143'];

/**
 * The exit code that explains the end of an essential container. Inferred: when one ends, ECS ends the others with SIGTERM
 * (143) and then SIGKILL (137), so those codes are rather the consequence, and an error code is rather the cause.
 */
function mostTellingExit(stop: StopFacts): StopExplanation | null {
  const codes = stop.containers.map((container) => container.exitCode);
  const error = codes.findIndex((code) => code !== undefined && !consequences.includes(code));
  const known = consequences.map((code) => codes.indexOf(code)).find((index) => index !== -1);
  const container = error === -1 ? known : error;
  const code = container === undefined ? undefined : codes[container];
  if (container === undefined || code === undefined) return null;
  return { entry: exitCodeEntry(code, stop.inService), container };
}
