// How kinds meet: conversions between kinds of values and the comparison rules of reference 2.3, each in one place.

import type { CompareOperator, Literal, ValueKind } from '../plan/plan.ts';
import type { SqlContext } from './context.ts';

/** A fragment and what it yields: text kinds are strings, numbers doubles, timestamps integer milliseconds. */
export interface Value {
  readonly sql: string;
  readonly kind: ValueKind;
  /** Set when the value is a constant of the query. */
  readonly literal?: Literal;
}

export function isTextKind(kind: ValueKind): boolean {
  return kind === 'text' || kind === 'numericText' || kind === 'pointer';
}

/** A constant. Its parameter is made when `sql` is read, since a statement must not have parameters that it does not use. */
export function literalValue(literal: Literal, context: SqlContext): Value {
  const { value } = literal;
  if (value === null) return { sql: 'NULL', kind: 'null', literal };
  return {
    kind: literal.kind,
    literal,
    get sql() {
      return context.parameter(value, typeof value === 'string' ? 'text' : 'number');
    },
  };
}

/** The value as a number; null when it is none (reference 2.5). */
export function toNumber(value: Value, { dialect }: SqlContext): string {
  switch (value.kind) {
    case 'number':
      return value.sql;
    case 'boolean':
      return dialect.booleanToNumber(value.sql);
    case 'timestamp':
      return dialect.timestampToNumber(value.sql);
    case 'null':
      return dialect.nullOf('number');
    default:
      return dialect.textToNumber(value.sql);
  }
}

/** The value as the text that a result shows (reference 2.7, Q22). */
export function toText(value: Value, { dialect }: SqlContext): string {
  switch (value.kind) {
    case 'number':
      return dialect.numberToText(value.sql);
    case 'boolean':
      return dialect.booleanToText(value.sql);
    case 'timestamp':
      return dialect.timestampToText(value.sql);
    case 'null':
      return dialect.nullOf('text');
    default:
      return value.sql;
  }
}

/** The value as epoch milliseconds. */
export function toTimestamp(value: Value, context: SqlContext): string {
  if (value.kind === 'timestamp') return value.sql;
  return context.dialect.numberToTimestamp(toNumber(value, context));
}

/** The value converted to a kind that several values share (plan/signatures.ts, unifyKinds). */
export function toKind(value: Value, kind: ValueKind, context: SqlContext): string {
  if (value.kind === kind) return value.sql;
  if (kind === 'number') return toNumber(value, context);
  if (kind === 'timestamp') return toTimestamp(value, context);
  if (kind === 'null' || value.kind === 'null') return 'NULL';
  if (kind === 'numericText' && value.kind === 'number') return context.dialect.numberToExactText(value.sql);
  return toText(value, context);
}

/** The value as a condition: non-zero is true, zero is false, absent or not a number is unknown (reference 2.4). */
export function toCondition(value: Value, context: SqlContext): string {
  return value.kind === 'boolean' ? value.sql : `${toNumber(value, context)} <> 0`;
}

const sqlOperators: Readonly<Record<CompareOperator, string>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

const flipped: Readonly<Record<CompareOperator, CompareOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * L op R by the rules of reference 2.3: unknown when either side is absent; false when a number meets text that is no number.
 * `strict` asks for exactly these three values; without it false and unknown may be confused, which is enough for a filter.
 */
export function compare(
  operator: CompareOperator,
  left: Value,
  right: Value,
  strict: boolean,
  context: SqlContext,
): string {
  if (left.kind === 'null' || right.kind === 'null') return 'CAST(NULL AS BOOLEAN)';
  const leftText = isTextKind(left.kind);
  const rightText = isTextKind(right.kind);
  if (leftText && rightText) return compareTexts(operator, left, right, context);
  if (leftText) return compareWithText(flipped[operator], right, left, strict, context);
  if (rightText) return compareWithText(operator, left, right, strict, context);
  const sides = [left, right].map((side) =>
    comparable(side, left.kind === 'timestamp' || right.kind === 'timestamp', context),
  );
  return `${sides[0]} ${sqlOperators[operator]} ${sides[1]}`;
}

/** A number or timestamp for comparison; beside a timestamp a whole number stays an integer, so that the engine can skip blocks. */
function comparable(value: Value, besideTimestamp: boolean, context: SqlContext): string {
  if (value.kind === 'timestamp') return value.sql;
  const constant = value.literal?.value;
  if (besideTimestamp && typeof constant === 'number' && Number.isSafeInteger(constant)) {
    return context.parameter(BigInt(constant), 'integer');
  }
  return toNumber(value, context);
}

/** A number, boolean or timestamp against text (rules 3, 4 and 5). */
function compareWithText(
  operator: CompareOperator,
  left: Value,
  text: Value,
  strict: boolean,
  context: SqlContext,
): string {
  const op = sqlOperators[operator];
  const constant = text.literal?.value;
  if (left.kind === 'timestamp' && constant !== undefined) return `(${left.sql} IS NULL AND NULL)`;
  if (typeof constant === 'string' && !isNumberText(constant)) {
    return `${toText(left, context)} ${op} ${text.sql}`;
  }
  if (typeof constant === 'string') {
    return `${toNumber(left, context)} ${op} ${context.parameter(Number(constant), 'number')}`;
  }
  const digits = left.literal?.digits;
  const compared =
    digits === undefined
      ? `${comparable(left, left.kind === 'timestamp', context)} ${op} ${toNumber(text, context)}`
      : `${context.parameter(BigInt(digits), 'huge')} ${op} ${context.dialect.textToInteger(text.sql)}`;
  if (!strict) return compared;
  const absent =
    left.literal === undefined ? `${left.sql} IS NULL OR ${text.sql} IS NULL` : `${text.sql} IS NULL`;
  return `CASE WHEN ${absent} THEN NULL ELSE COALESCE(${compared}, FALSE) END`;
}

/** Text against text: equality is exact, order is numeric when both sides are numbers (rules 5 and 6). */
function compareTexts(operator: CompareOperator, left: Value, right: Value, context: SqlContext): string {
  const op = sqlOperators[operator];
  const constant = left.literal?.value ?? right.literal?.value;
  const plain = `${left.sql} ${op} ${right.sql}`;
  if (left.literal !== undefined && right.literal !== undefined) return plain;
  const isNumber = typeof constant === 'string' && isNumberText(constant);
  if (operator === '=' || operator === '!=') {
    if (!isNumber) return plain;
    return equalToNumberText(operator, left.literal === undefined ? left : right, constant, context);
  }
  if (constant !== undefined && !isNumber) return plain;
  const [l, r] = [toNumber(left, context), toNumber(right, context)];
  return `CASE WHEN ${l} IS NOT NULL AND ${r} IS NOT NULL THEN ${l} ${op} ${r} ELSE ${plain} END`;
}

/**
 * A field against a string that reads as a number: equal as text, or equal as numbers when the field holds a JSON number
 * (`200.0 = "200"`). Inferred: text such as "007" is no JSON number, so identifiers stay exact.
 */
function equalToNumberText(
  operator: '=' | '!=',
  field: Value,
  constant: string,
  context: SqlContext,
): string {
  const { dialect } = context;
  const same = `${field.sql} = ${context.parameter(constant, 'text')}`;
  const equalNumber = `${dialect.isJsonNumber(field.sql)} AND ${toNumber(field, context)} = ${context.parameter(Number(constant), 'number')}`;
  const equal = `(${same} OR (${equalNumber}))`;
  return operator === '=' ? equal : `NOT ${equal}`;
}

/** Whether a string literal reads as a number, by the same measure as textToNumber. */
export function isNumberText(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text);
}
