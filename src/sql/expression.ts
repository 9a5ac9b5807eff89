// PlanExpr -> SQL fragment. Columns come from the relation that is being read; kinds are converted by coercion.ts.

import type { MemberStep } from '../language/ast.ts';
import { type ColumnRef, isJsonKind, type Literal, type Period, type PlanExpr } from '../plan/plan.ts';
import {
  type ArgumentKind,
  isAggregateName,
  type ScalarName,
  type Signature,
  scalarSignatures,
} from '../plan/signatures.ts';
import { isSpecialAggregate } from '../plan/special-aggregates.ts';
import {
  computedText,
  isTextKind,
  literalValue,
  readOften,
  toCondition,
  toDocument,
  toJson,
  toKind,
  toNumber,
  toText,
  toTimestamp,
  type Value,
} from './coercion.ts';
import { asNumber, compare, falseForStructures, isNumberText, scalar } from './compare.ts';
import { bound, type SqlContext, sequenceName } from './context.ts';
import type { Dialect } from './dialect.ts';
import { equalityKey } from './equality-key.ts';

/** Finds the fragment of a column in the relation that the expression reads. */
export type ColumnSql = (ref: ColumnRef) => string;

export interface ExpressionScope {
  readonly context: SqlContext;
  readonly column: ColumnSql;
  /** The fragment of a member that stands in a column of its own (members.ts). */
  readonly member: (id: number, path: readonly MemberStep[]) => string | undefined;
}

/** A condition for WHERE: false and unknown both drop the row, so that shorter SQL will do. */
export function filterSql(expr: PlanExpr, scope: ExpressionScope): string {
  return conditionSql(expr, scope, false);
}

function conditionSql(expr: PlanExpr, scope: ExpressionScope, strict: boolean): string {
  switch (expr.op) {
    case 'and':
    case 'or': {
      const parts = chain(expr).map((part) => conditionSql(part, scope, strict));
      return `(${parts.join(` ${expr.op.toUpperCase()} `)})`;
    }
    case 'not':
      return `NOT (${conditionSql(expr.operand, scope, true)})`;
    case 'compare':
      return compare(
        expr.operator,
        valueSql(expr.left, scope),
        valueSql(expr.right, scope),
        strict,
        scope.context,
      );
    case 'in':
      return membershipSql(expr, scope, strict);
    case 'inPlan':
      return planMembershipSql(expr, scope, strict);
    default:
      return toCondition(valueSql(expr, scope), scope.context);
  }
}

/** The parts of `a or b or c …` side by side: engines limit the depth of an expression, not its width. */
function chain(expr: Of<'and' | 'or'>): readonly PlanExpr[] {
  const parts: PlanExpr[] = [];
  let left: PlanExpr = expr;
  while (left.op === expr.op) {
    parts.push(left.right);
    left = left.left;
  }
  return [left, ...parts.reverse()];
}

export function valueSql(expr: PlanExpr, scope: ExpressionScope): Value {
  const value = rawValueSql(expr, scope);
  if (value.literal === undefined)
    bound(value.computed === undefined ? value.sql : toNumber(value, scope.context));
  return value;
}

function rawValueSql(expr: PlanExpr, scope: ExpressionScope): Value {
  const { context, column } = scope;
  const { dialect } = context;
  switch (expr.op) {
    case 'field':
    case 'made':
      return { sql: column(expr), kind: expr.kind };
    case 'literal':
      return literalValue(expr, context);
    case 'and':
    case 'or':
    case 'not':
    case 'compare':
    case 'in':
    case 'inPlan':
      return { sql: `(${conditionSql(expr, scope, true)})`, kind: 'boolean' };
    case 'contains':
      return {
        sql: dialect.contains(
          toText(valueSql(expr.operand, scope), context),
          context.parameter(expr.text, 'text'),
        ),
        kind: 'boolean',
      };
    case 'matches':
      return {
        sql: dialect.matches(
          toText(valueSql(expr.operand, scope), context),
          context.parameter(expr.pattern, 'text'),
        ),
        kind: 'boolean',
      };
    case 'negate':
      return negateSql(expr, scope);
    case 'arithmetic':
      return arithmeticSql(expr, scope);
    case 'bucket':
      return bucketSql(expr, scope);
    case 'decode':
      return {
        sql: dialect.json.decode(toDocument(valueSql(expr.value, scope), context), expr.format),
        kind: expr.kind,
      };
    case 'member':
      return { sql: memberSql(expr, scope), kind: expr.kind };
    case 'scalar':
      return { sql: toText(valueSql(expr.value, scope), context), kind: expr.kind };
    case 'call':
      return callSql(expr, scope);
    case 'aggregate':
      return aggregateSql(expr, scope);
  }
}

type Of<Op extends PlanExpr['op']> = Extract<PlanExpr, { op: Op }>;

/** Strings that are no numbers, and numbers, are compared as one list each; the other items follow the rules of `=` one by one. */
function membershipSql(expr: Of<'in'>, scope: ExpressionScope, strict: boolean): string {
  const value = valueSql(expr.operand, scope);
  const { context } = scope;
  if (strict && isJsonKind(value.kind)) {
    return readOften([value], context, ([read = value]) =>
      falseForStructures(memberOf(scalar(read, context), expr, strict, context), [read], context),
    );
  }
  const single = scalar(value, context);
  const exact = expr.items.some(({ digits }) => digits !== undefined);
  return memberOf(exact ? single : asNumber(single, context), expr, strict, context);
}

function memberOf(value: Value, expr: Of<'in'>, strict: boolean, context: SqlContext): string {
  const isText = isTextKind(value.kind);
  const texts = expr.items.filter(
    (item) => isText && typeof item.value === 'string' && !isNumberText(item.value),
  );
  const numbers = expr.items.filter(
    (item) =>
      (isText || value.kind === 'number') && typeof item.value === 'number' && item.digits === undefined,
  );
  const others = expr.items.filter((item) => !texts.includes(item) && !numbers.includes(item));
  const list = (items: readonly Literal[]): string =>
    items.map((item) => literalValue(item, context).sql).join(', ');
  if (texts.length === expr.items.length) return `${value.sql} IN (${list(texts)})`;
  return readOften([value], context, ([operand = value]) => {
    const tests = others.map((item) => compare('=', operand, literalValue(item, context), strict, context));
    if (numbers.length > 0) {
      const isListed = `${toNumber(operand, context)} IN (${list(numbers)})`;
      tests.unshift(isText && strict ? falseForNoNumber(isListed, operand, context) : isListed);
    }
    if (texts.length > 0) tests.unshift(`${operand.sql} IN (${list(texts)})`);
    return tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' OR ')})`;
  });
}

/** What text that is no number makes unknown is false (reference 2.3, rule 4). */
function falseForNoNumber(condition: string, { sql }: Value, { dialect }: SqlContext): string {
  return `CASE WHEN ${sql} IS NOT NULL THEN ${dialect.firstPresent(condition, 'FALSE')} END`;
}

/** Taken from a column that was read with its other members at once, or by itself. */
function memberSql(expr: Of<'member'>, scope: ExpressionScope): string {
  const read = expr.value.op === 'made' ? scope.member(expr.value.id, expr.path) : undefined;
  if (read !== undefined) return read;
  const { json } = scope.context.dialect;
  const path = scope.context.parameter(json.path(expr.path), 'text');
  return json.member(valueSql(expr.value, scope).sql, path);
}

/**
 * Membership in the one column of a sub-plan, by the rules of `=` (reference 2.3). Inferred: absent values of the column are no
 * members, so that they make nothing unknown.
 */
function planMembershipSql(expr: Of<'inPlan'>, scope: ExpressionScope, strict: boolean): string {
  const { context } = scope;
  const operand = valueSql(expr.operand, scope);
  if (operand.kind === 'null') return 'CAST(NULL AS BOOLEAN)';
  const value = asNumber(scalar(operand, context), context);
  const found = scalar({ sql: 'o1', kind: expr.plan.output[0]?.expr.kind ?? 'text' }, context);
  const keyOf = equalityKey(value.kind, found.kind);
  const column = keyOf(found, context);
  const member = `${keyOf(value, context)} IN (SELECT ${column} FROM (${context.subselect(expr.plan, context)}) AS members WHERE ${column} IS NOT NULL)`;
  return strict ? `CASE WHEN ${operand.sql} IS NOT NULL THEN COALESCE(${member}, FALSE) END` : member;
}

function negateSql(expr: Of<'negate'>, scope: ExpressionScope): Value {
  const operand = valueSql(expr.operand, scope);
  if (expr.kind === 'number') return { sql: `(-${toNumber(operand, scope.context)})`, kind: 'number' };
  return computedText([operand], ([n]) => `-${n}`, scope.context);
}

function arithmeticSql(expr: Of<'arithmetic'>, scope: ExpressionScope): Value {
  const { context } = scope;
  const { dialect } = context;
  const [left, right] = [valueSql(expr.left, scope), valueSql(expr.right, scope)];
  const [l, r] = [toNumber(left, context), toNumber(right, context)];
  switch (expr.operator) {
    case '^':
      return { sql: dialect.functions.pow([l, r]), kind: 'number' };
    case '%':
      return { sql: dialect.functions.mod([l, r]), kind: 'number' };
    case '/': // Division by zero is null (reference 2.5).
      return {
        sql: `(${l} / ${dialect.once([r], ([it]) => `CASE WHEN ${it} <> 0 THEN ${it} END`)})`,
        kind: 'number',
      };
    default:
      if (expr.kind === 'number') return { sql: `(${l} ${expr.operator} ${r})`, kind: 'number' };
      return computedText([left, right], (operands) => operands.join(` ${expr.operator} `), context);
  }
}

/** Start of the bin that contains the time, both epoch milliseconds; `offset` moves the boundaries of the bins. */
export function binStart(
  time: string,
  { period, offset }: { readonly period: Period; readonly offset: Period | null },
  dialect: Dialect,
): string {
  if (offset === null) return dialect.floorTime(time, period);
  return dialect.addPeriod(dialect.floorTime(dialect.addPeriod(time, offset, -1), period), offset, 1);
}

function bucketSql(expr: Of<'bucket'>, scope: ExpressionScope): Value {
  const { dialect } = scope.context;
  const time = toTimestamp(valueSql(expr.value, scope), scope.context);
  if (expr.direction === 'floor') return { sql: binStart(time, expr, dialect), kind: 'timestamp' };
  // An exact boundary stays where it is (reference 4.3, Q8).
  const sql = dialect.once([time], ([it = time]) => {
    const start = binStart(it, expr, dialect);
    return `CASE WHEN ${start} = ${it} THEN ${it} ELSE ${dialect.addPeriod(start, expr.period, 1)} END`;
  });
  return { sql, kind: 'timestamp' };
}

function callSql(expr: Of<'call'>, scope: ExpressionScope): Value {
  const { context } = scope;
  if (expr.name === 'case') return caseSql(expr, scope);
  const name = expr.name as Exclude<ScalarName, 'case'>;
  const signature: Signature = scalarSignatures[name];
  const args = expr.args.map((arg, index) =>
    argumentSql(arg, signature.args[index] ?? signature.rest ?? 'any', expr, scope),
  );
  const write = context.dialect.functions[name];
  if (signature.emptyIsNull !== true || neverEmpty(expr.args[0]))
    return { sql: write(args), kind: expr.kind };
  // Empty text is as good as none to the functions on strings (reference 4.7).
  const sql = context.dialect.once(
    args,
    (values) => `CASE WHEN ${values[0]} <> '' THEN ${write(values)} END`,
  );
  return { sql, kind: expr.kind };
}

/** Whether a value is absent or makes a text with something in it. */
function neverEmpty(expr: PlanExpr | undefined): boolean {
  if (expr === undefined) return true;
  if (expr.kind === 'number' || expr.kind === 'boolean' || expr.kind === 'timestamp') return true;
  const signatures: Readonly<Record<string, Signature>> = scalarSignatures;
  return expr.op === 'call' && signatures[expr.name]?.neverEmpty === true;
}

function argumentSql(arg: PlanExpr, kind: ArgumentKind, call: Of<'call'>, scope: ExpressionScope): string {
  const { context } = scope;
  switch (kind) {
    case 'condition':
      return conditionSql(arg, scope, true);
    case 'text':
      return toText(valueSql(arg, scope), context);
    case 'number':
      return toNumber(valueSql(arg, scope), context);
    case 'timestamp':
      return toTimestamp(valueSql(arg, scope), context);
    case 'same':
      return toKind(valueSql(arg, scope), call.kind, context);
    case 'json':
      return toJson(valueSql(arg, scope), context);
    case 'document':
      return toDocument(valueSql(arg, scope), context);
    case 'exact':
      return toKind(valueSql(arg, scope), 'numericText', context);
    case 'any':
      return valueSql(arg, scope).sql;
  }
}

function caseSql(expr: Of<'call'>, scope: ExpressionScope): Value {
  const parts: string[] = [];
  const { args } = expr;
  for (let index = 0; index + 1 < args.length; index += 2) {
    const [condition, value] = [args[index], args[index + 1]];
    if (condition === undefined || value === undefined) break;
    parts.push(
      `WHEN ${conditionSql(condition, scope, true)} THEN ${toKind(valueSql(value, scope), expr.kind, scope.context)}`,
    );
  }
  const fallback = args.length % 2 === 1 ? args.at(-1) : undefined;
  if (fallback !== undefined)
    parts.push(`ELSE ${toKind(valueSql(fallback, scope), expr.kind, scope.context)}`);
  return { sql: `CASE ${parts.join(' ')} END`, kind: expr.kind };
}

function aggregateSql(expr: Of<'aggregate'>, scope: ExpressionScope): Value {
  const { context, column } = scope;
  const { dialect } = context;
  const [arg, percent] = expr.args;
  if (!isAggregateName(expr.name)) throw new Error(`no aggregate is called ${expr.name}`);
  // count(1) counts all rows, as count(*) does (reference 4.8).
  if (arg === undefined || (expr.name === 'count' && arg.op === 'literal'))
    return { sql: 'count(*)', kind: 'number' };
  const value = valueSql(arg, scope);
  const setting = percent?.op === 'literal' && typeof percent.value === 'number' ? percent.value : 0;
  const isText = isTextKind(value.kind);
  const sql = dialect.aggregates[expr.name]({
    value: aggregated(value, expr.name, context),
    number: toNumber(value, context),
    isText,
    sortsAsNumber: isText ? dialect.isSortNumber(value.sql) : 'TRUE',
    textKey: isText ? dialect.naturalKey(value.sql) : '',
    fraction: expr.name === 'pct' ? context.parameter(setting / 100, 'number') : '0.5',
    setting: isSpecialAggregate(expr.name) ? context.parameter(BigInt(setting), 'integer') : '',
    time: column({ op: 'field', name: '@timestamp', kind: 'timestamp' }),
    sequence: dialect.identifier(sequenceName),
  });
  return { sql, kind: expr.kind };
}

/** The argument as the aggregate takes it: the extremes of truth values are numbers (reference 4.8). */
function aggregated(value: Value, name: string, context: SqlContext): string {
  if (value.kind === 'null') return context.dialect.nullOf('text');
  if (name === 'topk') return toJson(value, context);
  if (name === 'values') return toText(value, context);
  const isExtreme = name === 'min' || name === 'max';
  return isExtreme && value.kind === 'boolean' ? toNumber(value, context) : value.sql;
}
