// Function calls: AST -> PlanExpr. Most calls are checked against signatures.ts and passed on by name; the few that
// depend on the moment of the query, on @timestamp or on where they stand are resolved here.

import type { CallExpr, Expr } from '../language/ast.ts';
import { errorAt } from '../language/diagnostic.ts';
import { dateFormatProblem, timeZoneProblem } from './date-format.ts';
import { asKey, isStructureKind } from './json.ts';
import { nullLiteral, numberLiteral } from './literal.ts';
import { planParseDate } from './parse-date.ts';
import { effectivePeriod } from './period.ts';
import type { DecodedFormat, Period, PlanExpr } from './plan.ts';
import { planRegexReplace } from './regex-replace.ts';
import { materialise, type PlanContext, resolveEventField } from './scope.ts';
import {
  type AggregateName,
  aggregateKind,
  isAggregateName,
  type ScalarName,
  scalarSignatures,
  unifyKinds,
} from './signatures.ts';
import { isSpecialAggregate, planHistogramKey, planSpecialAggregate } from './special-aggregates.ts';

/** Where an expression stands: aggregates are legal directly in the list of stats, and nowhere below another aggregate. */
export type Place = 'row' | 'group key' | 'stats' | 'argument of an aggregate';

/** planExpr of expression.ts, handed in because calls and expressions contain each other. */
type PlanArgument = (expr: Expr, context: PlanContext, place: Place) => PlanExpr;

/** Branches of `case` [AWS: 10]. */
const caseBranchesMax = 10;

export function planCall(
  call: CallExpr,
  context: PlanContext,
  place: Place,
  planArgument: PlanArgument,
): PlanExpr {
  if (isAggregateName(call.name)) return planAggregate(call, call.name, context, place, planArgument);
  const argument = (index: number): PlanExpr => {
    const expr = call.args[index];
    return expr === undefined ? nullLiteral : planArgument(expr, context, place);
  };
  switch (call.name) {
    case 'bin':
      return bucket(call, 0, resolveEventField('@timestamp', call.span, context), 'floor', context);
    case 'datefloor':
      return bucket(call, 1, argument(0), 'floor', context);
    case 'dateceil':
      return bucket(call, 1, argument(0), 'ceil', context);
    case 'now':
      return numberLiteral(Math.floor(context.moment.nowMs / 1000));
    case 'queryStartTime':
      return numberLiteral(context.moment.startMs);
    case 'queryEndTime':
      return numberLiteral(context.moment.endMs);
    case 'queryTimeRange':
      return numberLiteral(context.moment.endMs - context.moment.startMs);
    case 'unmask': // Without data-protection policies nothing is masked (reference 3.13).
      return argument(0);
    case 'jsonParse':
      return planDecoded('json', argument(0), place, context);
    case 'case':
      return planCase(
        call,
        call.args.map((_, index) => argument(index)),
        context,
      );
    default:
      return planScalar(
        call,
        call.args.map((_, index) => argument(index)),
        context,
      );
  }
}

/**
 * A text as the map or list that it stands for (reference 4.5). The same text is decoded once, as a column of its own, unless
 * aggregates are part of it. Inferred: what is a map or list already stays what it is.
 */
export function planDecoded(
  format: DecodedFormat,
  value: PlanExpr,
  place: Place,
  context: PlanContext,
): PlanExpr {
  if (isStructureKind(value.kind)) return value;
  const decoded: PlanExpr = { op: 'decode', format, value, kind: format === 'csv' ? 'list' : 'map' };
  if (place === 'stats') return decoded;
  const key = JSON.stringify(decoded);
  const column = context.decoded.get(key) ?? materialise(decoded, context);
  context.decoded.set(key, column);
  return column;
}

function refuse(
  call: CallExpr,
  context: PlanContext,
  code: string,
  message: string,
  hint?: string,
): PlanExpr {
  context.diagnostics.push(errorAt(call.span, code, message, hint));
  return nullLiteral;
}

function planScalar(call: CallExpr, args: readonly PlanExpr[], context: PlanContext): PlanExpr {
  // Reading has said already that there is no such function.
  if (!Object.hasOwn(scalarSignatures, call.name)) return nullLiteral;
  const signature = scalarSignatures[call.name as Exclude<ScalarName, 'case'>];
  if (call.name === 'formatDate') checkDateFormat(call, context);
  if (call.name === 'parseDate') return planParseDate(call, args, context);
  const kind =
    signature.result === 'unified' ? unifyKinds(call.name === 'if' ? args.slice(1) : args) : signature.result;
  const given = call.name === 'regexReplace' ? planRegexReplace(call, args, context) : args;
  return { op: 'call', name: call.name, args: given, kind };
}

/** Format and zone are literals, so that a bad one is found before the query runs. */
function checkDateFormat(call: CallExpr, context: PlanContext): void {
  const check = (arg: Expr | undefined, what: string, problem: (text: string) => string | null): void => {
    if (arg === undefined) return;
    const message =
      arg.kind === 'string' ? problem(arg.value) : `The ${what} of formatDate is a string literal.`;
    if (message !== null) context.diagnostics.push(errorAt(arg.span, 'bad-date-format', message));
  };
  check(call.args[1], 'format', dateFormatProblem);
  check(call.args[2], 'time zone', timeZoneProblem);
}

function planCase(call: CallExpr, args: readonly PlanExpr[], context: PlanContext): PlanExpr {
  if (Math.floor(args.length / 2) > caseBranchesMax) {
    return refuse(call, context, 'too-many-branches', `case takes at most ${caseBranchesMax} branches.`);
  }
  const values = args.filter((_, index) => index % 2 === 1 || index === args.length - 1);
  return { op: 'call', name: 'case', args, kind: unifyKinds(values) };
}

function bucket(
  call: CallExpr,
  periodIndex: number,
  value: PlanExpr,
  direction: 'floor' | 'ceil',
  context: PlanContext,
): PlanExpr {
  const expr = call.args[periodIndex];
  if (expr?.kind !== 'period') {
    return refuse(
      call,
      context,
      'bad-period',
      `${call.name} needs a period.`,
      `Write for example ${call.name === 'bin' ? 'bin(5m)' : `${call.name}(@timestamp, 1h)`}.`,
    );
  }
  const period: Period = effectivePeriod(expr, context.diagnostics);
  return { op: 'bucket', direction, value, period, offset: null, kind: 'timestamp' };
}

function planAggregate(
  call: CallExpr,
  name: AggregateName,
  context: PlanContext,
  place: Place,
  planArgument: PlanArgument,
): PlanExpr {
  const field = (expr: Expr): PlanExpr =>
    asKey(planArgument(expr, context, 'argument of an aggregate'), expr.span, context);
  const [first] = call.args;
  if (place === 'group key' && name === 'histogram' && first !== undefined) {
    return planHistogramKey(call, field(first), context);
  }
  if (place === 'row' || place === 'group key') {
    return refuse(
      call,
      context,
      'aggregate-outside-stats',
      `\`${name}\` is an aggregate: it stands only in \`stats\`.`,
      `Write | stats ${name}(…).`,
    );
  }
  if (place === 'argument of an aggregate') {
    return refuse(
      call,
      context,
      'nested-aggregate',
      `\`${name}\` stands inside another aggregate.`,
      'Use a second stats over an alias of the first.',
    );
  }
  if (isSpecialAggregate(name)) return planSpecialAggregate(call, name, context, field);
  const star = first?.kind === 'star';
  const known = sameAggregates[name] ?? name;
  if (star && known !== 'count')
    return refuse(call, context, 'misplaced-value', '* stands only in count(*).');
  const args = star ? [] : call.args.map(field);
  if (name === 'pct') checkPercentile(call, args[1], context);
  if (name === 'earliest' || name === 'latest') resolveEventField('@timestamp', call.span, context);
  return { op: 'aggregate', name: known, args, kind: aggregateKind(known, args[0]?.kind ?? 'number') };
}

/** Time-series names of plain aggregates: AWS was seen to give the same numbers (reference 4.8). Inferred: also without `by bin`. */
const sameAggregates: Readonly<Partial<Record<AggregateName, AggregateName>>> = {
  countOverTime: 'count',
  sumOverTime: 'sum',
};

/** Percentiles run from 0 to 100; a fraction is legal and means a very low percentile (reference 4.8). */
function checkPercentile(call: CallExpr, percent: PlanExpr | undefined, context: PlanContext): void {
  const value = percent?.op === 'literal' ? percent.value : undefined;
  if (typeof value === 'number' && value >= 0 && value <= 100) return;
  context.diagnostics.push(
    errorAt(
      call.args[1]?.span ?? call.span,
      'bad-percentile',
      '`pct` needs a number from 0 to 100.',
      'As in `pct(@duration, 95)`.',
    ),
  );
}
