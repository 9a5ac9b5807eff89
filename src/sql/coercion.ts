// How kinds meet, first half: values of the plan as SQL values, and the conversions between their kinds.
// The second half, comparison, is compare.ts.

import { isJsonKind, type Literal, type ValueKind } from '../plan/plan.ts';
import type { SqlContext } from './context.ts';

/** A fragment and what it yields: text kinds are strings, numbers doubles, timestamps integer milliseconds. */
export interface Value {
  readonly sql: string;
  readonly kind: ValueKind;
  /** Set when the value is a constant of the query. */
  readonly literal?: Literal;
  /** Set for arithmetic on text. */
  readonly computed?: Computed;
}

/** Arithmetic on text knows its result as a double and, where the operands are integers, exactly (reference Q23). */
interface Computed {
  readonly number: string;
  /** May overflow. */
  readonly integer: string;
  /** The texts it is made of, and both results over short names for them. */
  readonly operands: readonly string[];
  over(names: readonly string[]): { readonly number: string; readonly integer: string };
}

export function isTextKind(kind: ValueKind): boolean {
  return kind === 'text' || kind === 'numericText' || kind === 'pointer';
}

/** A constant. Its parameter is made when `sql` is read: a statement must not have parameters that it does not use. */
export function literalValue(literal: Literal, context: SqlContext): Value {
  const { value } = literal;
  if (value === null) return { sql: 'NULL', kind: 'null', literal };
  return {
    kind: literal.kind,
    literal,
    get sql() {
      const shown = literal.digits ?? value;
      return context.parameter(shown, typeof shown === 'string' ? 'text' : 'number');
    },
  };
}

/** The value as a number; null when it is none (reference 2.5). */
export function toNumber(value: Value, context: SqlContext): string {
  const { dialect } = context;
  if (value.computed !== undefined) return value.computed.number;
  if (typeof value.literal?.value === 'number') return context.parameter(value.literal.value, 'number');
  switch (value.kind) {
    case 'number':
      return value.sql;
    case 'boolean':
      return dialect.booleanToNumber(value.sql);
    case 'timestamp':
      return dialect.timestampToNumber(value.sql);
    case 'null':
    case 'map':
    case 'list':
    case 'joinedList':
      return dialect.nullOf('number');
    case 'json':
      return dialect.textToNumber(dialect.json.toText(value.sql));
    default:
      return dialect.textToNumber(value.sql);
  }
}

/** Integers below this are exact in every engine: signed ones of 128 bits. */
const hugeMax = 2 ** 127;

/** The value as an exact integer; null when it is none. */
function toInteger(value: Value, context: SqlContext): string {
  const { literal } = value;
  if (typeof literal?.value === 'number') {
    if (Math.abs(literal.value) >= hugeMax) return context.dialect.nullOf('huge');
    return context.parameter(BigInt(literal.digits ?? literal.value), 'huge');
  }
  if (value.kind === 'json') return context.dialect.textToInteger(context.dialect.json.toText(value.sql));
  return isTextKind(value.kind) ? context.dialect.textToInteger(value.sql) : context.dialect.nullOf('huge');
}

/** The value as the text that a result shows (reference 2.7, Q22). */
export function toText(value: Value, { dialect }: SqlContext): string {
  switch (value.kind) {
    case 'number':
      return dialect.numberToText(value.sql);
    case 'numericText':
      return dialect.numericTextToText(value.sql);
    case 'boolean':
      return dialect.booleanToText(value.sql);
    case 'timestamp':
      return dialect.timestampToText(value.sql);
    // To functions a map or list is as good as absent (reference 2.6).
    case 'null':
    case 'map':
    case 'list':
    case 'joinedList':
      return dialect.nullOf('text');
    case 'json':
      return dialect.json.toText(value.sql);
    default:
      return value.sql;
  }
}

/** The value as a fragment of JSON (json-dialect.ts), so that any kind can stand beside maps and lists. */
export function toJson(value: Value, context: SqlContext): string {
  const { json } = context.dialect;
  if (isJsonKind(value.kind)) return value.sql;
  if (value.kind === 'null') return context.dialect.nullOf('text');
  if (value.kind === 'number') return json.fromNumber(value.sql);
  return value.kind === 'boolean' ? json.fromBoolean(value.sql) : json.fromText(toText(value, context));
}

/** The value as text that is read as JSON. */
export function toDocument(value: Value, context: SqlContext): string {
  return isJsonKind(value.kind) ? context.dialect.json.toDocument(value.sql) : toText(value, context);
}

/** The value as epoch milliseconds. */
export function toTimestamp(value: Value, context: SqlContext): string {
  if (value.kind === 'timestamp') return value.sql;
  return context.dialect.numberToTimestamp(toNumber(value, context));
}

/** The value converted to a kind that several values share (plan/signatures.ts, unifyKinds). */
export function toKind(value: Value, kind: ValueKind, context: SqlContext): string {
  if (value.kind === kind) return value.sql;
  if (isJsonKind(kind)) return toJson(value, context);
  if (kind === 'number') return toNumber(value, context);
  if (kind === 'timestamp') return toTimestamp(value, context);
  if (kind === 'null' || value.kind === 'null') return 'NULL';
  if (kind === 'numericText' && value.kind === 'number') return context.dialect.numberToExactText(value.sql);
  return toText(value, context);
}

/** The value as a condition: non-zero is true, zero is false, absent or not a number is unknown (reference 2.4). */
export function toCondition(value: Value, context: SqlContext): string {
  if (value.kind === 'boolean') return value.sql;
  const constant = value.literal?.value;
  if (typeof constant === 'number') return constant === 0 ? 'FALSE' : 'TRUE';
  return `${toNumber(value, context)} <> 0`;
}

/**
 * Arithmetic whose operands may be integers beyond 2^53: exact text where all are integers, else the double's text. `operation`
 * writes it over the operands in either form.
 */
export function computedText(
  values: readonly Value[],
  operation: (operands: readonly string[]) => string,
  context: SqlContext,
): Value {
  const { dialect } = context;
  const computed = exactly(values, operation, context);
  return {
    kind: 'numericText',
    computed,
    get sql() {
      return dialect.once(computed.operands, (names) => {
        const { number, integer } = computed.over(names);
        const exact = dialect.integerToText(dialect.orNull(integer));
        return dialect.firstPresent(exact, dialect.numberToExactText(number));
      });
    },
  };
}

/** The same operation over doubles and over exact integers. */
export function exactly(
  values: readonly Value[],
  operation: (operands: readonly string[]) => string,
  context: SqlContext,
): Computed {
  const parts = values.map((value) => value.computed ?? operandOf(value, context));
  const results = (of: readonly Pick<Computed, 'number' | 'integer'>[]) => ({
    number: `(${operation(of.map((part) => part.number))})`,
    integer: `(${operation(of.map((part) => part.integer))})`,
  });
  return {
    ...results(parts),
    operands: parts.flatMap((part) => part.operands),
    over: (names) => {
      const left = [...names];
      return results(parts.map((part) => part.over(left.splice(0, part.operands.length))));
    },
  };
}

/** An operand of arithmetic that is not arithmetic itself. */
function operandOf(value: Value, context: SqlContext): Computed {
  const results = (of: Value) => ({ number: toNumber(of, context), integer: toInteger(of, context) });
  if (value.literal !== undefined) {
    const constant = results(value);
    return { ...constant, operands: [], over: () => constant };
  }
  return {
    ...results(value),
    operands: [value.sql],
    over: ([sql = value.sql]) => results({ kind: value.kind, sql }),
  };
}

/** Hands over values that `write` reads several times; a constant of the query stays one. */
export function readOften(
  values: readonly Value[],
  context: SqlContext,
  write: (values: readonly Value[]) => string,
): string {
  const open = values.filter(({ literal }) => literal === undefined);
  return context.dialect.once(
    open.map(({ sql }) => sql),
    (names) =>
      write(
        values.map((value) => {
          const sql = names[open.indexOf(value)];
          return sql === undefined ? value : { kind: value.kind, sql };
        }),
      ),
  );
}
