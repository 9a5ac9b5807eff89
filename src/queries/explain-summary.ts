// A query in a few lines: how it is written canonically, what it reads, which columns it answers with, how it runs.

import { format } from '../language/format.ts';
import type { CompiledQuery } from './compile-query.ts';

/** `text` has no error. */
export function summaryText(text: string, compiled: CompiledQuery): string {
  const { sources, plan } = compiled;
  const fields = [...fieldsIn(plan.steps)].toSorted();
  const columns = plan.output.map(({ name, expr }) => `${name} (${expr.kind})`);
  return [
    format(text),
    '',
    ...sources.map(({ groups, startMs, endMs }) =>
      fact(
        'reads',
        `${groups.length === 1 ? groups[0]?.name : `${groups.length} log groups`}, ${startMs === 0 ? 'the beginning' : time(startMs)} to ${time(endMs)}`,
      ),
    ),
    fact('fields', fields.length === 0 ? 'none by name' : fields.join(', ')),
    fact('columns', columns.join(', ')),
    fact('runs', stagesText(compiled)),
  ].join('\n');
}

const fact = (name: string, text: string): string => `${name.padEnd(9)}${text}`;

const time = (timeMs: number): string => new Date(timeMs).toISOString();

/** `SQL, pattern, SQL`: what is asked of the engine, and what is done with its rows in between. */
function stagesText({ segments, plan }: CompiledQuery): string {
  if (plan.estimate) return 'not at all: what it would scan is counted';
  return segments
    .flatMap(({ process }) => (process === null ? ['SQL'] : ['SQL', process.command.name]))
    .join(', ');
}

/** Names of the event fields that steps use. */
function fieldsIn(node: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return names;
  if ('op' in node && node.op === 'field' && 'name' in node) names.add(String(node.name));
  for (const child of Object.values(node)) fieldsIn(child, names);
  return names;
}
