// Where to begin when a question needs an input and none is given: values from the recording, found with a query.
// One entry per input name; a question whose inputs are not listed here begins with its form alone.

import type { CellKind, FindingColumn } from '../../src/investigations/finding.ts';
import type { Definition, QueryResult } from '../api/responses.ts';
import { parseTimestamp } from '../format/time.ts';

export interface StartingPoints {
  readonly title: string;
  readonly query: string;
  /** The column whose value goes into the input. */
  readonly valueKey: string;
  readonly columns: readonly FindingColumn[];
}

const column = (key: string, title: string, kind: CellKind = 'text'): FindingColumn => ({ key, title, kind });

const pointsByInput: Readonly<Record<string, StartingPoints>> = {
  task: {
    title: 'Tasks that stopped last, scaling aside',
    query: `filter \`detail-type\` = "ECS Task State Change" and detail.lastStatus = "STOPPED"
| filter detail.stoppedReason not like "Scaling activity initiated by"
| stats max(@timestamp) as stopped, latest(ecs.service) as service, latest(detail.stoppedReason) as reason by ecs.taskId as task, ecs.cluster as cluster
| sort stopped desc
| limit 50`,
    valueKey: 'task',
    columns: [
      column('task', 'Task'),
      column('stopped', 'Stopped', 'time'),
      column('service', 'Service'),
      column('cluster', 'Cluster'),
      column('reason', 'Reason'),
    ],
  },
  service: {
    title: 'Services whose tasks stopped',
    query: `filter \`detail-type\` = "ECS Task State Change" and detail.lastStatus = "STOPPED" and ispresent(ecs.service)
| stats count_distinct(ecs.taskId) as tasks, max(@timestamp) as last by ecs.service as service, ecs.cluster as cluster
| sort tasks desc
| limit 100`,
    valueKey: 'service',
    columns: [
      column('service', 'Service'),
      column('cluster', 'Cluster'),
      column('tasks', 'Stopped tasks', 'number'),
      column('last', 'Last', 'time'),
    ],
  },
  address: {
    title: 'Network interfaces used last',
    query: `filter ispresent(ecs.eniId)
| stats max(@timestamp) as last, latest(ecs.privateIp) as ip, latest(ecs.macAddress) as mac, latest(ecs.service) as service by ecs.eniId as eni
| sort last desc
| limit 50`,
    valueKey: 'eni',
    columns: [
      column('eni', 'Network interface'),
      column('ip', 'Private address'),
      column('mac', 'MAC address'),
      column('service', 'Service'),
      column('last', 'Last seen', 'time'),
    ],
  },
};

/** The starting points of the first required input, with its name; null when there are none. */
export function startingPointsOf(
  definition: Definition,
): (StartingPoints & { readonly input: string }) | null {
  const input = definition.inputs.find(({ required }) => required)?.name;
  const points = input === undefined ? undefined : pointsByInput[input];
  return input === undefined || points === undefined ? null : { ...points, input };
}

export type PointRow = Readonly<Record<string, string | number | null>>;

/** The rows of the result by column name, times and numbers as such; rows without a value are left out. */
export function pointRows({ columns, valueKey }: StartingPoints, result: QueryResult): readonly PointRow[] {
  const at = new Map(result.columns.map(({ name }, position) => [name, position]));
  return result.rows
    .map(
      (row): PointRow =>
        Object.fromEntries(
          columns.map(({ key, kind }) => [key, pointValue(row[at.get(key) ?? -1] ?? null, kind)]),
        ),
    )
    .filter((row) => row[valueKey] !== null);
}

function pointValue(text: string | null, kind: CellKind): string | number | null {
  if (text === null || kind === 'text') return text;
  return kind === 'time' ? (parseTimestamp(text) ?? text) : Number(text);
}
