// Why a task stopped: from stop code, reason texts and exit codes to a class, a title and what to check.
// The knowledge is data (catalogue/); this file only looks it up (ecs-events reference 12, 13).

import { imageReasons, runtimeReasons } from './catalogue/container-reasons.ts';
import type { ReasonEntry } from './catalogue/entry.ts';
import { exitCodeEntry } from './catalogue/exit-codes.ts';
import { bareReasons, placementReasons } from './catalogue/placement-reasons.ts';
import { startFailures } from './catalogue/start-failures.ts';
import { stopCodeEntries } from './catalogue/stop-codes.ts';
import { genericTaskReasons, taskReasons } from './catalogue/task-reasons.ts';

export type { ReasonClass, ReasonEntry } from './catalogue/entry.ts';

/** Every reason text that is known, in the order of the search: the first that fits wins. */
export const reasonEntries: readonly ReasonEntry[] = [
  ...taskReasons,
  ...imageReasons,
  ...startFailures,
  ...placementReasons,
  ...runtimeReasons,
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
  const bare = bareReasons[lowered];
  return (
    reasonEntries.find((entry) => (bare === undefined ? fits(entry, lowered) : entry.id === bare)) ?? null
  );
}

function fits(entry: ReasonEntry, lowered: string): boolean {
  return entry.fragments.every((group) => group.some((fragment) => lowered.includes(fragment)));
}

/**
 * The entry that explains a stop. A stop code that settles the matter comes first (a person who stops a task may write any
 * text), then the most telling text of task and containers, then the exit codes, then the stop code alone.
 */
export function classifyStop(stop: StopFacts): ReasonEntry {
  const byCode = stop.stopCode === undefined ? undefined : stopCodeEntries[stop.stopCode];
  const taskReason = findReason(stop.stoppedReason);
  if (byCode?.decides === true) return taskReason?.class === byCode.class ? taskReason : byCode;
  if (taskReason !== null && taskReason.generic !== true) return taskReason;
  for (const container of stop.containers) {
    const reason = findReason(container.reason);
    if (reason !== null && reason.generic !== true) return reason;
  }
  const containerEnded =
    stop.stopCode === 'EssentialContainerExited' || taskReason?.id === 'essential-container-exited';
  return (containerEnded ? mostTellingExit(stop) : null) ?? taskReason ?? byCode ?? unknownReason;
}

/**
 * The exit code that explains the end of an essential container. Inferred: when one ends, ECS ends the others with SIGTERM
 * (143) and then SIGKILL (137), so those codes are rather the consequence, and an error code is rather the cause.
 */
function mostTellingExit(stop: StopFacts): ReasonEntry | null {
  const codes = stop.containers.map((container) => container.exitCode).filter((code) => code !== undefined);
  const consequences = ['137', '0', '143'];
  const telling =
    codes.find((code) => !consequences.includes(code)) ?? consequences.find((code) => codes.includes(code));
  return telling === undefined ? null : exitCodeEntry(telling, stop.inService);
}
