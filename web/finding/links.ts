// Where the parts of a finding lead: to another question, to the events behind a statement, to the query as it was run.

import type { TimeRange } from '../../src/investigations/investigation.ts';
import type { Definition } from '../api/responses.ts';
import { writeChoice } from '../range/time-range.ts';

/** The question that a cell of this kind leads to, and the input that takes the cell's value. */
const cellTargets = {
  task: { id: 'task', input: 'id' },
  service: { id: 'stops', input: 'service' },
} as const;

/**
 * The address of the question about a task or a service, or null when the server knows no such question. The input is
 * the one of that name, else the one that the command line takes without a flag.
 */
export function cellPath(
  kind: keyof typeof cellTargets,
  value: string,
  definitions: readonly Definition[],
  rangeSearch: string,
): string | null {
  const target = cellTargets[kind];
  const definition = definitions.find(({ id }) => id === target.id);
  const input =
    definition?.inputs.find(({ name }) => name === target.input) ??
    definition?.inputs.find((one) => one.positional);
  if (definition === undefined || input === undefined) return null;
  const params = new URLSearchParams(rangeSearch);
  params.set(input.name, value);
  return `/q/${definition.id}?${params}`;
}

/** The address of a query over a fixed range; run as soon as it is opened. */
export function insightsPath(query: string, range: TimeRange): string {
  const params = writeChoice(new URLSearchParams({ q: query }), { kind: 'absolute', ...range });
  return `/insights?${params}`;
}

/** More ids than this make a query that nobody reads. */
const idsMax = 50;

/** The query for the events of these envelope ids, oldest first. */
export function eventsQuery(eventIds: readonly string[]): string {
  const ids = eventIds.slice(0, idsMax).map((id) => JSON.stringify(id));
  return `fields @timestamp, \`detail-type\`, @message\n| filter id in [${ids.join(', ')}]\n| sort @timestamp`;
}

/** What is left of an ARN once everything that is the same for all is gone: a task's id, `cluster/service` for a service. */
export function shortArn(text: string): string {
  const [, kind, path = ''] = /^arn:[^:]*:ecs:[^:]*:[^:]*:(task|service)\/(.+)$/.exec(text) ?? [];
  if (kind === undefined) return text;
  return kind === 'task' ? path.slice(path.lastIndexOf('/') + 1) : path;
}
