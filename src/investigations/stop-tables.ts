// Stopped tasks as tables: one row for each explanation, one row for each task. Shared by `stops` and `deployments`.

import type { StopGroup, StoppedTask } from '../ecs/stopped-tasks.ts';
import { reasonOf } from '../ecs/stopped-tasks.ts';
import { toneOfClass } from './answer.ts';
import type { FindingTable } from './finding.ts';

const latestMax = 20;

/** Why tasks stopped: distinct tasks for each explanation, the largest group first. `middleMs` parts earlier from later. */
export function reasonsTable(title: string, groups: readonly StopGroup[], middleMs: number): FindingTable {
  return {
    title,
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'why', title: 'Why', kind: 'text' },
      { key: 'class', title: 'Class', kind: 'text' },
      { key: 'tasks', title: 'Tasks', kind: 'number' },
      { key: 'trend', title: 'Earlier → later half', kind: 'text' },
      { key: 'exitCodes', title: 'Exit codes', kind: 'text' },
      { key: 'ran', title: 'Median run', kind: 'duration' },
      { key: 'last', title: 'Last', kind: 'time' },
      { key: 'example', title: 'Example', kind: 'task' },
      { key: 'reason', title: 'Reason', kind: 'text' },
    ],
    rows: groups.map((group) => ({
      tone: toneOfClass(group.entry.class),
      why: group.entry.title,
      class: group.entry.class,
      tasks: group.tasks.length,
      trend: halves(group.tasks, middleMs),
      exitCodes: exitCodesText(group),
      ran: group.medianRanMs,
      last: group.tasks[0]?.atMs ?? null,
      example: taskName(group.tasks[0]),
      reason: group.reason,
    })),
    empty: 'No task stopped.',
  };
}

/** `137 × 12, 0 × 3`: containers that ended with this code. */
export function exitCodesText(group: StopGroup): string | null {
  return group.exitCodes.length === 0
    ? null
    : group.exitCodes.map(({ text, count }) => `${text} × ${count}`).join(', ');
}

function halves(tasks: readonly StoppedTask[], middleMs: number): string {
  const later = tasks.filter((task) => task.atMs >= middleMs).length;
  return `${tasks.length - later} → ${later}`;
}

/** The newest stops, one row for each task. */
export function latestStopsTable(title: string, tasks: readonly StoppedTask[], empty: string): FindingTable {
  return {
    title: tasks.length > latestMax ? `${title} (newest ${latestMax} of ${tasks.length})` : title,
    columns: [
      { key: 'tone', title: '', kind: 'tone' },
      { key: 'at', title: 'Stop began', kind: 'time' },
      { key: 'task', title: 'Task', kind: 'task' },
      { key: 'why', title: 'Why', kind: 'text' },
      { key: 'exitCodes', title: 'Exit codes', kind: 'text' },
      { key: 'ran', title: 'Ran', kind: 'duration' },
      { key: 'taskDefinition', title: 'Task definition', kind: 'text' },
      { key: 'deployment', title: 'Deployment', kind: 'text' },
      { key: 'reason', title: 'Reason', kind: 'text' },
    ],
    rows: tasks.slice(0, latestMax).map((task) => ({
      tone: toneOfClass(task.entry.class),
      at: task.atMs,
      task: taskName(task),
      why: task.entry.title,
      exitCodes: exitCodesOfTask(task),
      ran: task.ranMs,
      taskDefinition: task.last.taskDefinition,
      deployment: task.last.deploymentId,
      reason: reasonOf(task),
    })),
    empty,
  };
}

function exitCodesOfTask({ last }: StoppedTask): string | null {
  const told = last.containers.filter((container) => container.exitCode !== null);
  return told.length === 0 ? null : told.map(({ name, exitCode }) => `${name} ${exitCode}`).join(', ');
}

function taskName(task: StoppedTask | undefined): string | null {
  return task === undefined ? null : (task.last.taskArn ?? task.last.taskId);
}
