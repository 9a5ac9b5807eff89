// Why the tasks of services stopped: from sightings of tasks that are told to stop (three or more events for each task) to
// distinct tasks, and from tasks to groups with one explanation (ecs-events reference 12, 13, 18.6).

import { compareTexts, countTexts, groupBy, median, type TextCount } from './grouping.ts';
import { explainStop, type ReasonEntry } from './reasons.ts';

/** One event of a task whose desired status is STOPPED. */
export interface StopSighting {
  readonly eventId: string;
  readonly taskId: string;
  readonly taskArn: string | null;
  readonly serviceArn: string | null;
  readonly cluster: string | null;
  readonly version: number | null;
  readonly atMs: number;
  readonly lastStatus: string | null;
  readonly stopCode: string | null;
  readonly stoppedReason: string | null;
  readonly containers: readonly {
    readonly name: string;
    readonly exitCode: string | null;
    readonly reason: string | null;
  }[];
  readonly taskDefinition: string | null;
  readonly deploymentId: string | null;
  readonly startedMs: number | null;
  readonly stoppingMs: number | null;
  readonly stoppedMs: number | null;
}

export interface StoppedTask {
  /** The newest sighting. */
  readonly last: StopSighting;
  readonly entry: ReasonEntry;
  /** The container that explains the stop, without its random suffix; null when the task itself does. */
  readonly container: string | null;
  /** When the stop began; where that is not told, when it was seen. */
  readonly atMs: number;
  /** From RUNNING to the stop; null when it never ran. */
  readonly ranMs: number | null;
}

export interface StopGroup {
  readonly entry: ReasonEntry;
  /** Newest first. */
  readonly tasks: readonly StoppedTask[];
  /** `app 137` -> 12: containers by exit code; codes that tell of a fault first, then the most frequent. */
  readonly exitCodes: readonly TextCount[];
  readonly medianRanMs: number | null;
  /** The most frequent reason text, ids and all, of the newest task that has it. */
  readonly reason: string | null;
}

/** One for each task, newest stop first. `inService`: an exit code of 0 is then a fault. */
export function stoppedTasks(sightings: readonly StopSighting[], inService: boolean): readonly StoppedTask[] {
  return [...groupBy(sightings, (sighting) => sighting.taskId).values()]
    .map((ofTask) => stoppedTask(newest(ofTask), inService))
    .sort((a, b) => b.atMs - a.atMs || compareTexts(a.last.taskId, b.last.taskId));
}

/** By version, then time, then envelope id: never by arrival. */
function newest(sightings: readonly StopSighting[]): StopSighting {
  return sightings.reduce((known, sighting) => {
    const order = (sighting.version ?? -1) - (known.version ?? -1) || sighting.atMs - known.atMs;
    const later = order === 0 ? sighting.eventId < known.eventId : order > 0;
    return later ? sighting : known;
  });
}

function stoppedTask(last: StopSighting, inService: boolean): StoppedTask {
  const atMs = last.stoppingMs ?? last.stoppedMs ?? last.atMs;
  const explanation = explainStop({
    stopCode: last.stopCode ?? undefined,
    stoppedReason: last.stoppedReason ?? undefined,
    containers: last.containers.map(({ exitCode, reason }) => ({
      exitCode: exitCode ?? undefined,
      reason: reason ?? undefined,
    })),
    inService,
  });
  const container = explanation.container === null ? undefined : last.containers[explanation.container]?.name;
  return {
    last,
    entry: explanation.entry,
    container: container === undefined ? null : plainContainerName(container),
    atMs,
    ranMs: last.startedMs === null ? null : Math.max(0, atMs - last.startedMs),
  };
}

/** Groups of tasks with one explanation, largest first. */
export function groupStops(tasks: readonly StoppedTask[]): readonly StopGroup[] {
  return [...groupBy(tasks, explanationKey)]
    .sort(([keyA, a], [keyB, b]) => b.length - a.length || compareTexts(keyA, keyB))
    .map(([, group]) => stopGroup(group));
}

/** What the catalogue does not know is told apart by its text. */
function explanationKey({ entry, last }: StoppedTask): string {
  return entry.class === 'unknown' ? `${entry.id} ${last.stoppedReason ?? ''}` : entry.id;
}

function stopGroup(tasks: readonly StoppedTask[]): StopGroup {
  const entry = tasks[0]?.entry;
  if (entry === undefined) throw new Error('a group of stops is never empty');
  const ran = tasks.map((task) => task.ranMs).filter((ms) => ms !== null);
  const codes = tasks.flatMap((task) =>
    task.last.containers.map(({ name, exitCode }) =>
      exitCode === null ? null : `${plainContainerName(name)} ${exitCode}`,
    ),
  );
  return {
    entry,
    tasks,
    exitCodes: faultsFirst(countTexts(codes)),
    medianRanMs: median(ran),
    reason: countTexts(tasks.map(reasonOf))[0]?.text ?? null,
  };
}

/** The reason as a person would quote it: that of a container where the task's says only that one ended. */
export function reasonOf({ last }: StoppedTask): string | null {
  const ofContainer = last.containers.find((container) => container.reason !== null)?.reason ?? null;
  const generic =
    last.stoppedReason === null || /^essential container|^task failed to start$/i.test(last.stoppedReason);
  return generic ? (ofContainer ?? last.stoppedReason) : last.stoppedReason;
}

function faultsFirst(codes: readonly TextCount[]): readonly TextCount[] {
  const isQuiet = ({ text }: TextCount): boolean => / (?:0|143)$/.test(text);
  return [...codes.filter((code) => !isQuiet(code)), ...codes.filter(isQuiet)];
}

/** Containers that AWS adds have a random suffix in every task (reference 3.3). */
function plainContainerName(name: string): string {
  return name.replace(/^(aws-guardduty-agent|ecs-service-connect)-\w+$/, '$1');
}
