// What the events of a task say against each other or against the lifecycle (ecs-events reference 11.2, 13.4). Users have
// been misled by a single string before (exit 0 with an out-of-memory reason), so both sides are put next to each other.

import { findReason } from './reasons.ts';
import { hasEnded, type TaskHistory } from './task-history.ts';

const order = [
  'PROVISIONING',
  'PENDING',
  'ACTIVATING',
  'RUNNING',
  'DEACTIVATING',
  'STOPPING',
  'DEPROVISIONING',
  'STOPPED',
  'DELETED',
];

/** One sentence each; empty when the events agree. */
export function taskContradictions(history: TaskHistory): readonly string[] {
  return [
    ...memoryContradictions(history),
    ...killedWithoutMemory(history),
    ...backwards(history),
    ...startContradictions(history),
    ...history.conflictingVersions.map(
      (version) =>
        `Version ${version} was received with different contents; both are kept, and the later one counts.`,
    ),
  ];
}

function isOutOfMemory(text: string | null): boolean {
  return findReason(text ?? undefined)?.id === 'out-of-memory';
}

function memoryContradictions(history: TaskHistory): readonly string[] {
  const told = history.containers.filter((container) => isOutOfMemory(container.reason));
  const found = told.flatMap((container) => {
    if (container.exitCode === '0') {
      return [`Container ${container.name} says "${container.reason}", but ended with exit code 0.`];
    }
    const running = container.lastStatus === 'RUNNING';
    return running ? [`Container ${container.name} says "${container.reason}", but is still RUNNING.`] : [];
  });
  const codes = history.containers.map((container) => container.exitCode).filter((code) => code !== null);
  const taskSaysMemory = isOutOfMemory(history.last.stoppedReason) && told.length === 0;
  if (taskSaysMemory && codes.length > 0 && codes.every((code) => code === '0')) {
    found.push(`The task says "${history.last.stoppedReason}", but every exit code is 0.`);
  }
  return found;
}

/** Only where nobody asked for the stop: after a request, 137 means that stopTimeout ran out (`killedAfterTimeout`). */
function killedWithoutMemory(history: TaskHistory): readonly string[] {
  if (stopWasAsked(history)) return [];
  return killed(history).map(
    (name) =>
      `Container ${name} ended with 137 (SIGKILL), but nothing mentions memory: this alone does not prove out of memory.`,
  );
}

/** Containers that were killed because they did not end within stopTimeout after SIGTERM. */
export function killedAfterTimeout(history: TaskHistory): readonly string[] {
  return stopWasAsked(history) ? killed(history) : [];
}

function stopWasAsked({ last }: TaskHistory): boolean {
  return last.stopCode !== null && last.stopCode !== 'EssentialContainerExited';
}

function killed(history: TaskHistory): readonly string[] {
  const texts = [history.last.stoppedReason, ...history.containers.map((container) => container.reason)];
  if (texts.some(isOutOfMemory)) return [];
  return history.containers
    .filter((container) => container.exitCode === '137')
    .map((container) => container.name);
}

function backwards(history: TaskHistory): readonly string[] {
  const found: string[] = [];
  for (const [index, event] of history.versions.entries()) {
    const before = history.versions[index - 1];
    // Two contents of one version are reported as such; what changed between them is no step back.
    if (before === undefined || (before.version !== null && before.version === event.version)) continue;
    const versions = `version ${before.version ?? '?'} to version ${event.version ?? '?'}`;
    if (hasEnded(before.lastStatus) && event.lastStatus !== null && !hasEnded(event.lastStatus)) {
      found.push(`lastStatus is ${event.lastStatus} after ${before.lastStatus} (${versions}).`);
    } else if (rank(event.lastStatus) < rank(before.lastStatus)) {
      found.push(`lastStatus went back from ${before.lastStatus} to ${event.lastStatus} (${versions}).`);
    }
    if (before.desiredStatus === 'STOPPED' && event.desiredStatus === 'RUNNING') {
      found.push(`desiredStatus went back from STOPPED to RUNNING (${versions}).`);
    }
  }
  return found;
}

/** Unknown states have no place in the order: they contradict nothing. */
function rank(status: string | null): number {
  const place = status === null ? -1 : order.indexOf(status);
  return place === -1 ? Number.NaN : place;
}

function startContradictions(history: TaskHistory): readonly string[] {
  const failed = history.last.stopCode === 'TaskFailedToStart' && history.times.startedMs !== null;
  return failed ? ['The stop code is TaskFailedToStart, but the task has a start time (startedAt).'] : [];
}
