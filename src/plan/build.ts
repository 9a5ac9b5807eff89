// AST -> plan: each command in turn changes the context; at the end the output columns are chosen (reference 5.2).
// Also checks the order rules that span several commands (reference 3.0).

import type { Command, Query } from '../language/ast.ts';
import { type Diagnostic, firstDiagnostics, hasErrors } from '../language/diagnostic.ts';
import { resultRowsDefault, resultRowsMax } from '../limits.ts';
import { commandsOutsideSubqueries, misorderedCommands } from './command-order.ts';
import { planAccum } from './commands/accum.ts';
import { planAddtotals } from './commands/addtotals.ts';
import { planAppendcols } from './commands/appendcols.ts';
import { planAutoregress } from './commands/autoregress.ts';
import { planCountFrequent } from './commands/count-frequent.ts';
import { planDedup } from './commands/dedup.ts';
import { planDisplay } from './commands/display.ts';
import { planExpand } from './commands/expand.ts';
import { planFields } from './commands/fields.ts';
import { planFilldown } from './commands/filldown.ts';
import { planFillmissing } from './commands/fillmissing.ts';
import { planFilter } from './commands/filter.ts';
import { planFilterIndex } from './commands/filter-index.ts';
import { planJoin } from './commands/join.ts';
import { planJson } from './commands/json.ts';
import { planLimit } from './commands/limit.ts';
import { planCidrlookup, planLookup } from './commands/lookup.ts';
import { planOutlier } from './commands/outlier.ts';
import { planParse } from './commands/parse.ts';
import { planAnomaly, planDiff, planLogcompare, planPattern } from './commands/pattern.ts';
import { planRelevantfields } from './commands/relevantfields.ts';
import { planSavedQuery } from './commands/saved-query.ts';
import { planSessionize } from './commands/sessionize.ts';
import { planSort } from './commands/sort.ts';
import { planStats } from './commands/stats.ts';
import { planUnmask } from './commands/unmask.ts';
import { planUnnest } from './commands/unnest.ts';
import { lateXml } from './late-xml.ts';
import type { Moment, OutputColumn, Plan, QueryPlan, SourceSpec, Step } from './plan.ts';
import {
  addSource,
  eventField,
  type LookupSchema,
  newContext,
  type PlanContext,
  reportUnknown,
  shownColumns,
} from './scope.ts';
import { sourceSpec } from './source-spec.ts';

export interface BuildInput {
  readonly query: Query;
  /** The text the query was parsed from; unnamed columns are named by it. */
  readonly text: string;
  readonly moment: Moment;
  /** The `limit` parameter of the API: one more trailing limit (reference 3.6). */
  readonly limit?: number | undefined;
  /** The lookup tables that the query may name. */
  readonly findLookup?: (name: string) => LookupSchema | undefined;
}

export interface BuildResult {
  /** Null when there are errors. */
  readonly plan: QueryPlan | null;
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
  json: planJson,
  unnest: planUnnest,
  expand: planExpand,
  dedup: planDedup,
  filterIndex: planFilterIndex,
  join: planJoin,
  appendcols: planAppendcols,
  lookup: planLookup,
  cidrlookup: planCidrlookup,
  pattern: planPattern,
  diff: planDiff,
  anomaly: planAnomaly,
  logcompare: planLogcompare,
  relevantfields: planRelevantfields,
  accum: planAccum,
  addtotals: planAddtotals,
  autoregress: planAutoregress,
  countFrequent: planCountFrequent,
  filldown: planFilldown,
  fillmissing: planFillmissing,
  outlier: planOutlier,
  sessionize: planSessionize,
  unmask: planUnmask,
  savedQuery: planSavedQuery,
  // The query is not run; build() notes it.
  estimate: () => {},
};

/** Gives a parsed query its meaning, or says what is wrong with it. Never throws for any query. */
export function build(input: BuildInput): BuildResult {
  const { query, text, moment } = input;
  const { startMs, endMs } = moment;
  const own = sourceSpec(query.source, { clause: null, startMs, endMs }, moment);
  const sources = [own];
  const context = newContext({
    text,
    moment: momentOf(own, moment),
    sources,
    source: 0,
    diagnostics: misorderedCommands(query, input.limit !== undefined),
    findLookup: input.findLookup ?? (() => undefined),
    subplan,
    statsAhead: statsIn(query),
    nextId: 1,
  });
  planCommands(query, context);
  const diagnostics = firstDiagnostics(context.diagnostics);
  if (hasErrors(diagnostics)) return { plan: null, diagnostics };
  const plan: QueryPlan = {
    ...planOf(context),
    steps: lateXml(withFinalLimit(context.steps, input)),
    sources,
    estimate: query.commands.some((command) => command.kind === 'estimate'),
  };
  return { plan, diagnostics };
}

/** A sub-query is planned on its own: it sees no name of the query around it. Without a SOURCE it reads the same log groups. */
function subplan(query: Query, outer: PlanContext): Plan {
  const { text, diagnostics, sources, findLookup } = outer;
  diagnostics.push(...misorderedCommands(query, false), ...commandsOutsideSubqueries(query));
  const source = addSource(query.source, outer);
  const moment = momentOf(sources[source], outer.moment);
  const own = { source, statsAhead: statsIn(query), nextId: 1 };
  const context = newContext({ text, moment, diagnostics, sources, findLookup, subplan, ...own });
  planCommands(query, context);
  return planOf(context);
}

/** The time that functions and bins go by is that of the query's own events. */
function momentOf(source: SourceSpec | undefined, moment: Moment): Moment {
  return source === undefined ? moment : { ...moment, startMs: source.startMs, endMs: source.endMs };
}

function planCommands(query: Query, context: PlanContext): void {
  for (const command of query.commands) {
    (planners[command.kind] as Planner<typeof command.kind>)(command, context);
    reportUnknown(context);
    context.fresh.clear();
  }
}

function planOf(context: PlanContext): Plan {
  const { source, steps, phase } = context;
  return { source, steps: lateXml(steps), output: outputColumns(context), rows: phase };
}

function statsIn(query: Query): number {
  return query.commands.filter((command) => command.kind === 'stats').length;
}

/** The limit of the request acts as one more `limit`; without any, the default applies (reference 3.6). */
function withFinalLimit(steps: readonly Step[], { limit, query }: BuildInput): readonly Step[] {
  const written = query.commands.some((command) => command.kind === 'limit');
  const count = limit ?? (written ? resultRowsMax : resultRowsDefault);
  const last = steps.at(-1);
  if (last?.step !== 'limit') return [...steps, { step: 'limit', count }];
  return [...steps.slice(0, -1), { step: 'limit', count: Math.min(count, last.count) }];
}

function outputColumns(context: PlanContext): readonly OutputColumn[] {
  const shown = shownColumns(context);
  if (context.phase === 'groups') return shown;
  return [...shown.filter((column) => column.name !== '@ptr'), { name: '@ptr', expr: eventField('@ptr') }];
}
