// The verdict about one task: a fixed tree of rules over stop code, reasons and exit codes. The rules, in order: still
// running, still starting, stop under way, ended. How sure it is depends on what the explanation rests on.

import { serviceOfGroup } from './derive.ts';
import { explainStop, type ReasonClass, type ReasonEntry, type StopExplanation } from './reasons.ts';
import { hasEnded, type TaskHistory } from './task-history.ts';

export interface TaskVerdict {
  readonly text: string;
  readonly class: ReasonClass;
  readonly confidence: 'high' | 'medium' | 'low';
  /** What explains the stop; null while no stop was asked for. */
  readonly entry: ReasonEntry | null;
}

export function taskVerdict(history: TaskHistory, contradictions: readonly string[]): TaskVerdict {
  const { last } = history;
  if (history.stopRequest === null && !hasEnded(last.lastStatus)) return aliveVerdict(last.lastStatus);
  const stop = explainStop({
    stopCode: last.stopCode ?? undefined,
    stoppedReason: last.stoppedReason ?? undefined,
    containers: last.containers.map(({ exitCode, reason }) => ({
      exitCode: exitCode ?? undefined,
      reason: reason ?? undefined,
    })),
    inService: serviceOfGroup(last.group ?? undefined) !== undefined,
  });
  const container = stop.container === null ? undefined : last.containers[stop.container]?.name;
  const where = container === undefined ? '' : ` (container ${container})`;
  return {
    text: `${statePrefix(history)}${stop.entry.title}${where}. ${stop.entry.cause}`,
    class: stop.entry.class,
    confidence: confidenceOf(stop, contradictions),
    entry: stop.entry,
  };
}

/** Nothing for a task that ended and stayed so. */
function statePrefix({ last, versions }: TaskHistory): string {
  if (hasEnded(last.lastStatus)) return '';
  const seen = last.lastStatus ?? 'without status';
  const endedBefore = versions.some((version) => hasEnded(version.lastStatus));
  return endedBefore ? `Seen ${seen} again after it had stopped. ` : `Stop under way, last seen ${seen}. `;
}

const stopping = new Set(['DEACTIVATING', 'STOPPING', 'DEPROVISIONING']);

function aliveVerdict(lastStatus: string | null): TaskVerdict {
  const running = lastStatus === 'RUNNING';
  const seen = lastStatus ?? 'without status';
  const unfinished = stopping.has(seen)
    ? `Stopping, last seen ${seen}; the events do not say who asked for it.`
    : `Still starting, last seen ${seen}; no stop was asked for.`;
  return {
    text: running ? 'Running; no stop was asked for.' : unfinished,
    class: running ? 'routine' : 'unknown',
    confidence: running ? 'high' : 'medium',
    entry: null,
  };
}

/** High when a text or code says so itself, medium when it follows from an exit code, lower when the events disagree. */
function confidenceOf(stop: StopExplanation, contradictions: readonly string[]): TaskVerdict['confidence'] {
  if (stop.entry.class === 'unknown') return 'low';
  const saidItself = !stop.entry.id.startsWith('exit-') && stop.entry.generic !== true;
  const normalEnd = stop.entry.id === 'exit-0' && stop.entry.class === 'routine';
  if (saidItself || normalEnd) return contradictions.length === 0 ? 'high' : 'medium';
  return contradictions.length === 0 ? 'medium' : 'low';
}
