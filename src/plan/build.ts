// AST -> plan: each command in turn changes the context; at the end the output columns are chosen (reference 5.2).
// Also checks the order rules that span several commands (reference 3.0).

import type { Command, Query } from '../language/ast.ts';
import { type Diagnostic, errorAt, hasErrors } from '../language/diagnostic.ts';
import { resultRowsDefault, resultRowsMax, statsPerQueryMax } from '../limits.ts';
import { planDedup } from './commands/dedup.ts';
import { planDisplay } from './commands/display.ts';
import { planFields } from './commands/fields.ts';
import { planFilter } from './commands/filter.ts';
import { planLimit } from './commands/limit.ts';
import { planParse } from './commands/parse.ts';
import { planSavedQuery } from './commands/saved-query.ts';
import { planSort } from './commands/sort.ts';
import { planStats } from './commands/stats.ts';
import type { Moment, OutputColumn, Plan, Step } from './plan.ts';
import { eventField, newContext, type PlanContext, reportUnknown } from './scope.ts';

export interface BuildInput {
  readonly query: Query;
  /** The text the query was parsed from; unnamed columns are named by it. */
  readonly text: string;
  readonly moment: Moment;
  /** The `limit` parameter of the API: one more trailing limit (reference 3.6). */
  readonly limit?: number | undefined;
}

export interface BuildResult {
  /** Null when there are errors. */
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
}

type Planner<K extends Command['kind']> = (
  command: Extract<Command, { kind: K }>,
  context: PlanContext,
) => void;

const planners: { readonly [K in Command['kind']]: Planner<K> } = {
  fields: planFields,
  display: planDisplay,
  filter: planFilter,
  sort: planSort,
  limit: planLimit,
  stats: planStats,
  parse: planParse,
  dedup: planDedup,
  savedQuery: planSavedQuery,
};

/** Gives a parsed query its meaning, or says what is wrong with it. Never throws for any query. */
export function build(input: BuildInput): BuildResult {
  const context = newContext(
    input.text,
    input.moment,
    input.query.commands.filter((command) => command.kind === 'stats').length,
  );
  context.diagnostics.push(...misorderedCommands(input.query));
  for (const command of input.query.commands) {
    (planners[command.kind] as Planner<typeof command.kind>)(command, context);
    reportUnknown(context);
  }
  if (hasErrors(context.diagnostics)) return { plan: null, diagnostics: context.diagnostics };
  const plan: Plan = {
    steps: withFinalLimit(context.steps, input),
    output: outputColumns(context),
    rows: context.phase,
  };
  return { plan, diagnostics: context.diagnostics };
}

/** The limit of the request acts as one more `limit`; without any, the default applies (reference 3.6). */
function withFinalLimit(steps: readonly Step[], { limit, query }: BuildInput): readonly Step[] {
  const written = query.commands.some((command) => command.kind === 'limit');
  const count = limit ?? (written ? resultRowsMax : resultRowsDefault);
  const last = steps.at(-1);
  if (last?.step !== 'limit') return [...steps, { step: 'limit', count }];
  return [...steps.slice(0, -1), { step: 'limit', count: Math.min(count, last.count) }];
}

const defaultColumns = ['@timestamp', '@message'];

function outputColumns(context: PlanContext): readonly OutputColumn[] {
  const chosen = context.displayed ?? (context.listed.length > 0 ? context.listed : null);
  if (context.phase === 'groups') return chosen ?? context.grouped;
  const columns =
    chosen ??
    (context.captured.length > 0
      ? context.captured
      : defaultColumns.map((name): OutputColumn => ({ name, expr: eventField(name) })));
  const shown = columns.filter((column) => column.name !== '@ptr');
  return [...shown, { name: '@ptr', expr: eventField('@ptr') }];
}

/** sort and limit wait for the last of several stats; only limit follows dedup; at most ten stats (reference 3.0). */
function misorderedCommands(query: Query): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { commands } = query;
  const stats = commands.flatMap((command, index) => (command.kind === 'stats' ? [index] : []));
  const lastStats = stats.at(-1) ?? -1;
  const firstDedup = commands.findIndex((command) => command.kind === 'dedup');
  commands.forEach((command, index) => {
    const { kind } = command;
    if (stats.length > 1 && index < lastStats && (kind === 'sort' || kind === 'limit')) {
      diagnostics.push(
        errorAt(
          command.span,
          'command-order',
          `unexpected symbol found ${kind}`,
          `With several stats, ${kind} comes after the last one.`,
        ),
      );
    }
    if (firstDedup >= 0 && index > firstDedup && kind !== 'limit') {
      diagnostics.push(
        errorAt(
          command.span,
          'command-order',
          `unexpected symbol found ${kind}`,
          'After dedup only limit may follow.',
        ),
      );
    }
  });
  const tooMany = commands[stats[statsPerQueryMax] ?? -1];
  if (tooMany !== undefined) {
    diagnostics.push(
      errorAt(tooMany.span, 'too-many-stats', `A query takes at most ${statsPerQueryMax} stats.`),
    );
  }
  return diagnostics;
}
