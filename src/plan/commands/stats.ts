// stats: groups rows and aggregates them (reference 3.7). Afterwards only its own columns exist, group keys first.

import type { Expr, Item, PeriodExpr, StatsCommand } from '../../language/ast.ts';
import { errorAt } from '../../language/diagnostic.ts';
import { planExpr } from '../expression.ts';
import { asKey } from '../json.ts';
import { effectivePeriod } from '../period.ts';
import {
  type ColumnRef,
  isJsonKind,
  type MadeColumn,
  mapOperands,
  type OutputColumn,
  operands,
  type PlanExpr,
} from '../plan.ts';
import {
  type Bin,
  type Binding,
  claimName,
  columnName,
  enterGroups,
  materialise,
  type PlanContext,
  reportUnknown,
  settleMentions,
} from '../scope.ts';

interface Group {
  readonly id: number;
  readonly source: ColumnRef;
  readonly bin: boolean;
}

export function planStats(command: StatsCommand, context: PlanContext): void {
  const columns: OutputColumn[] = [];
  const bindings = new Map<string, Binding>();
  const define = (item: Item, ref: ColumnRef): void => {
    const name = item.alias?.name ?? columnName(item.expr, context);
    if (item.alias !== undefined) claimName(name, item.alias.span, context);
    if (bindings.has(name)) return;
    bindings.set(name, { ref, origin: 'aggregated' });
    columns.push({ name, expr: ref });
  };

  const bins: Bin[] = [];
  context.statsAhead--;
  context.locals = new Map();
  const groups = command.groups.map((item): Group => {
    const key = asKey(planExpr(item.expr, context, 'group key'), item.expr.span, context);
    const expr = shifted(key, command.offset, context);
    const source = materialise(expr, context);
    settleMentions(context);
    const id = context.nextId++;
    const ref: ColumnRef = { op: 'made', id, kind: source.kind };
    define(item, ref);
    context.locals.set(item.alias?.name ?? columnName(item.expr, context), source);
    if (expr.op === 'bucket' && isEventTime(expr.value))
      bins.push({ id, period: expr.period, offset: expr.offset });
    return { id, source, bin: expr.op === 'bucket' || isHistogram(item.expr) };
  });
  const collected = new AggregateColumns(groups, context);
  const wrapped: MadeColumn[] = [];
  for (const item of command.aggregates) {
    const expr = planExpr(item.expr, context, 'stats');
    refuseUngrouped(item.expr, expr, groups, context);
    settleMentions(context);
    const result = collected.over(expr);
    define(item, result.op === 'made' ? result : wrap(result, wrapped, context));
    if (item.alias !== undefined) {
      context.locals.set(item.alias.name, expr);
      if (isJsonKind(expr.kind)) context.fresh.add(item.alias.name);
    }
  }
  refuseCompany(command, groups, collected.columns, context);
  context.locals = new Map();
  reportUnknown(context);

  context.steps.push({ step: 'aggregate', groups, aggregates: collected.columns });
  if (wrapped.length > 0) context.steps.push({ step: 'compute', columns: wrapped });
  enterGroups(columns, bindings, context);
  context.bins = bins;
}

function isEventTime(expr: PlanExpr): boolean {
  return expr.op === 'field' && expr.name === '@timestamp';
}

function isHistogram(expr: Expr): boolean {
  return expr.kind === 'call' && expr.name === 'histogram';
}

function wrap(expr: PlanExpr, columns: MadeColumn[], context: PlanContext): ColumnRef {
  const id = context.nextId++;
  columns.push({ id, expr });
  return { op: 'made', id, kind: expr.kind };
}

/** The bare aggregates of one stats, each computed once; what stands around them is computed afterwards from their columns. */
class AggregateColumns {
  readonly columns: MadeColumn[] = [];
  readonly #ids = new Map<string, number>();
  readonly #groups: readonly Group[];
  readonly #context: PlanContext;

  constructor(groups: readonly Group[], context: PlanContext) {
    this.#groups = groups;
    this.#context = context;
  }

  /** The expression over the columns of the grouped rows. */
  over(expr: PlanExpr): PlanExpr {
    if (expr.op === 'aggregate') return { op: 'made', id: this.#column(expr), kind: expr.kind };
    if (expr.op !== 'field' && expr.op !== 'made') return mapOperands(expr, (operand) => this.over(operand));
    const group = this.#groups.find(({ source }) => sameColumn(source, expr));
    return group === undefined ? expr : { op: 'made', id: group.id, kind: expr.kind };
  }

  #column(expr: PlanExpr): number {
    const key = JSON.stringify(expr);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#context.nextId++;
    this.#ids.set(key, id);
    this.columns.push({ id, expr });
    return id;
  }
}

/** `offset` moves the boundaries of the bins (reference 3.7, the observed behaviour). */
function shifted(expr: PlanExpr, offset: PeriodExpr | undefined, context: PlanContext): PlanExpr {
  if (offset === undefined || expr.op !== 'bucket') return expr;
  return { ...expr, offset: effectivePeriod(offset, context.diagnostics) };
}

/** Everything in the list of stats is an aggregate, a group key, or made of these. */
function refuseUngrouped(source: Expr, expr: PlanExpr, groups: readonly Group[], context: PlanContext): void {
  const references = referencesOutsideAggregates(expr);
  const grouped = (ref: ColumnRef): boolean => groups.some((group) => sameColumn(group.source, ref));
  const text = context.text.slice(source.span.start, source.span.end);
  if (references.columns.some((ref) => !grouped(ref))) {
    context.diagnostics.push(
      errorAt(
        source.span,
        'not-aggregated',
        `\`${text}\` uses a field that is neither aggregated nor a group key.`,
        'Aggregate it, as in `latest(x)`, or add it after `by`.',
      ),
    );
  } else if (!references.aggregated && references.columns.length === 0) {
    context.diagnostics.push(
      errorAt(
        source.span,
        'not-aggregated',
        `\`stats\` needs an aggregate, found \`${text}\`.`,
        'As in `count(*)`, `avg(x)` or `max(x)`.',
      ),
    );
  }
}

/** `topk` stands alone in its stats (reference 4.8). */
function refuseCompany(
  command: StatsCommand,
  groups: readonly Group[],
  aggregates: readonly MadeColumn[],
  context: PlanContext,
): void {
  const uses = aggregates.some(({ expr }) => expr.op === 'aggregate' && expr.name === 'topk');
  if (!uses || (groups.length === 0 && aggregates.length === 1)) return;
  const message = '`topk` stands alone: without `by` and without another aggregate.';
  const hint =
    'Write `stats count(*) as n by field | sort n desc | limit 5` for the most frequent values with their counts.';
  context.diagnostics.push(errorAt(command.span, 'topk-not-alone', message, hint));
}

function sameColumn(a: ColumnRef, b: ColumnRef): boolean {
  return a.op === 'field' ? b.op === 'field' && a.name === b.name : b.op === 'made' && a.id === b.id;
}

function referencesOutsideAggregates(expr: PlanExpr): { columns: ColumnRef[]; aggregated: boolean } {
  if (expr.op === 'field' || expr.op === 'made') return { columns: [expr], aggregated: false };
  if (expr.op === 'aggregate') return { columns: [], aggregated: true };
  const parts = operands(expr).map(referencesOutsideAggregates);
  return {
    columns: parts.flatMap((part) => part.columns),
    aggregated: parts.some((part) => part.aggregated),
  };
}
