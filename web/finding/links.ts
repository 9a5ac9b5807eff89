// Where the parts of a finding lead: to another question, to the events behind a statement, to the query as it was run.

import type { TimeRange } from '../../src/investigations/investigation.ts';
import type { Definition } from '../api/responses.ts';
import { writeChoice } from '../range/time-range.ts';

/** The question that a cell of this kind leads to. */
const cellTargets = { task: 'task', service: 'stops' } as const;

/**
 * The address of the question about a task or a service, or null when the server knows no such question. Inside of an
 * answer that is itself about one service, another service leads to the same question. The value goes into the input that
 * the command line takes without a flag, else into the first that is required.
 */
export function cellPath(
  kind: keyof typeof cellTargets,
  value: string,
  definitions: readonly Definition[],
  address: { readonly question: string | undefined; readonly rangeSearch: string },
): string | null {
  const asked = definitions.find(({ id }) => id === address.question);
  const same = asked?.inputs.some(({ name, required }) => required && name === kind) ? asked : undefined;
  const definition = same ?? definitions.find(({ id }) => id === cellTargets[kind]);
  const input =
    definition?.inputs.find(({ positional }) => positional) ??
    definition?.inputs.find(({ required }) => required);
  if (definition === undefined || input === undefined) return null;
  const params = new URLSearchParams(address.rangeSearch);
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
