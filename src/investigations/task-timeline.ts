// The life of one task as bars: one lane for each phase, one for the image pull, one for each container.

import { type ContainerLife, hasEnded, type Phase, type TaskHistory } from '../ecs/task-history.ts';
import type { Bar, Lane, Timeline, Tone } from './finding.ts';
import { timelineOf } from './timeline.ts';

const phaseTones: Readonly<Record<string, Tone>> = { RUNNING: 'ok', STOPPED: 'neutral', DELETED: 'neutral' };

/** Empty when the events tell nothing that lasts. */
export function taskTimeline(history: TaskHistory, untilMs: number): readonly Timeline[] {
  const lanes = [
    ...phaseLanes(history.phases),
    ...pullLane(history),
    ...history.containers.flatMap(containerLane),
  ];
  return timelineOf('Phases', lanes, untilMs);
}

function phaseLanes(phases: readonly Phase[]): readonly Lane[] {
  const lanes = new Map<
    string,
    { label: string; bars: Bar[]; marks: { label: string; atMs: number; tone: Tone }[] }
  >();
  for (const phase of phases) {
    const label = phase.status ?? 'not recorded';
    const lane = lanes.get(label) ?? { label, bars: [], marks: [] };
    lanes.set(label, lane);
    if (hasEnded(phase.status)) lane.marks.push({ label, atMs: phase.startMs, tone: 'neutral' });
    else lane.bars.push(phaseBar(label, phase));
  }
  return [...lanes.values()];
}

function phaseBar(label: string, { startMs, endMs }: Phase): Bar {
  const tone = phaseTones[label] ?? 'info';
  return endMs === null
    ? { label, startMs, endMs, tone, detail: 'last seen here' }
    : { label, startMs, endMs, tone };
}

function pullLane({ times }: TaskHistory): readonly Lane[] {
  const { pullStartedMs: startMs, pullStoppedMs } = times;
  if (startMs === null) return [];
  const endMs = pullStoppedMs === null ? null : Math.max(startMs, pullStoppedMs);
  return [{ label: 'image pull', bars: [{ label: 'image pull', startMs, endMs, tone: 'info' }] }];
}

function containerLane(container: ContainerLife): readonly Lane[] {
  const { name, startMs, endMs, exitCode, reason } = container;
  const tone = containerTone(container);
  const end = exitCode === null ? reason : `exit ${exitCode}${reason === null ? '' : `, ${reason}`}`;
  const label = `container ${name}`;
  if (startMs !== null) return [{ label, bars: [{ label: end ?? name, startMs, endMs, tone }] }];
  return endMs === null ? [] : [{ label, bars: [], marks: [{ label: end ?? 'ended', atMs: endMs, tone }] }];
}

/** 143 is the normal answer to SIGTERM; an absent code is no code. */
export function containerTone({ exitCode, reason, lastStatus }: ContainerLife): Tone {
  if (exitCode === null) return reason === null ? (lastStatus === 'RUNNING' ? 'ok' : 'neutral') : 'error';
  if (exitCode === '0') return reason === null ? 'ok' : 'warning';
  return exitCode === '143' ? 'neutral' : 'error';
}
