// The rules about which command may follow which (reference logs-insights-ql 3.0).

import type { Command, Query } from '../language/ast.ts';
import { type Diagnostic, errorAt } from '../language/diagnostic.ts';
import { statsPerQueryMax } from '../limits.ts';

/** What is against a command at that place, as a hint; undefined when nothing is. */
type Rule = (command: Command, at: Place) => string | undefined;

interface Place {
  readonly before: readonly Command[];
  readonly after: readonly Command[];
}

const has = (commands: readonly Command[], kind: Command['kind']): boolean =>
  commands.some((command) => command.kind === kind);

const rules: readonly Rule[] = [
  ({ kind }, { before, after }) =>
    (kind === 'sort' || kind === 'limit') &&
    has(after, 'stats') &&
    [...before, ...after].filter(isStats).length > 1
      ? `With several stats, ${kind} comes after the last one.`
      : undefined,
  ({ kind }, { before }) =>
    kind !== 'limit' && has(before, 'dedup') ? 'After dedup only limit may follow.' : undefined,
  ({ kind }, { before }) =>
    kind === 'pattern' && has(before, 'sort')
      ? 'pattern works on unsorted events; put sort after it.'
      : undefined,
  ({ kind }, { before }) => (kind === 'join' && has(before, 'join') ? 'A query takes one join.' : undefined),
  (_, { before }) => (has(before, 'estimate') ? 'estimate is the last command of a query.' : undefined),
];

/** Commands whose rows are made outside of the statement that a sub-query is part of; `estimate` has no rows to compare with. */
const outsideSubqueries: ReadonlySet<Command['kind']> = new Set([
  'pattern',
  'diff',
  'anomaly',
  'logcompare',
  'relevantfields',
  'estimate',
]);

/** The commands of a sub-query that cannot stand there. Inferred: nobody has published what AWS does with them. */
export function commandsOutsideSubqueries({ commands }: Query): Diagnostic[] {
  return commands
    .filter(({ kind }) => outsideSubqueries.has(kind))
    .map(({ kind, span }) => {
      const hint = `A sub-query cannot hold \`${kind}\`.`;
      return errorAt(span, 'command-order', `unexpected symbol found ${kind}`, hint);
    });
}

/** The commands of a query that stand where they cannot. `limited`: the request adds a limit at the end. */
export function misorderedCommands({ commands, span }: Query, limited: boolean): Diagnostic[] {
  const diagnostics = commands.flatMap((command, index) => {
    const place = { before: commands.slice(0, index), after: commands.slice(index + 1) };
    return rules.flatMap((rule) => {
      const hint = rule(command, place);
      if (hint === undefined) return [];
      return errorAt(command.span, 'command-order', `unexpected symbol found ${command.kind}`, hint);
    });
  });
  if (limited && has(commands, 'estimate')) {
    const hint = 'The limit of the request counts as a `limit` behind `estimate`; leave it out.';
    diagnostics.push(errorAt(span, 'command-order', 'unexpected symbol found limit', hint));
  }
  const tooMany = commands.filter(isStats)[statsPerQueryMax];
  if (tooMany !== undefined) {
    const message = `A query takes at most ${statsPerQueryMax} stats.`;
    diagnostics.push(errorAt(tooMany.span, 'too-many-stats', message));
  }
  return diagnostics;
}

function isStats({ kind }: Command): boolean {
  return kind === 'stats';
}
