// How kinds meet, second half: the comparison rules of reference 2.3, all in this one place.

import { type CompareOperator, isJsonKind } from '../plan/plan.ts';
import { exactly, isTextKind, readOften, toNumber, toText, type Value } from './coercion.ts';
import type { SqlContext } from './context.ts';

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
 * L op R: unknown when either side is absent; false when a number meets text that is no number.
 * Inferred: `!=` is true then, so that it stays the negation of `=`.
 * `strict` asks for exactly true, false or unknown; without it false and unknown may be confused, which is enough for a filter.
 */
export function compare(
  operator: CompareOperator,
  left: Value,
  right: Value,
  strict: boolean,
  context: SqlContext,
): string {
  if (left.kind === 'null' || right.kind === 'null') return 'CAST(NULL AS BOOLEAN)';
  if (isJsonKind(left.kind) || isJsonKind(right.kind)) {
    const compared = ([l, r]: readonly [Value, Value]): string =>
      compare(operator, scalar(l, context), scalar(r, context), strict, context);
    if (!strict) return compared([left, right]);
    return readOften([asNumber(left, context), asNumber(right, context)], context, ([l = left, r = right]) =>
      falseForStructures(compared([l, r]), [l, r], context),
    );
  }
  if (mayBeLarge(left, right)) return compareExactly(operator, left, right, strict, context);
  const [l, r] = [asNumber(left, context), asNumber(right, context)];
  const [leftText, rightText] = [isTextKind(l.kind), isTextKind(r.kind)];
  if (leftText && rightText) return compareTexts(operator, l, r, context);
  if (leftText) return compareWithText(flipped[operator], r, l, strict, context);
  if (rightText) return compareWithText(operator, l, r, strict, context);
  const besideTimestamp = l.kind === 'timestamp' || r.kind === 'timestamp';
  return `${comparable(l, besideTimestamp, context)} ${sqlOperators[operator]} ${comparable(r, besideTimestamp, context)}`;
}

/** What may be a map or list, as text like that of a field; absent when it is one. */
export function scalar(value: Value, context: SqlContext): Value {
  return isJsonKind(value.kind) ? { kind: 'text', sql: toText(value, context) } : value;
}

/** A comparison in which a map or list takes part is false, unless the other side is absent (rules 1 and 2). */
export function falseForStructures(compared: string, sides: readonly Value[], context: SqlContext): string {
  const structures = sides
    .filter(({ kind }) => isJsonKind(kind))
    .map(({ sql }) => context.dialect.json.isStructure(sql));
  const present = sides.filter(({ literal }) => literal === undefined).map(({ sql }) => `${sql} IS NOT NULL`);
  return `CASE WHEN (${structures.join(' OR ')}) AND ${present.join(' AND ')} THEN FALSE ELSE ${compared} END`;
}

/** What arithmetic computed is a number, also where its exact text is kept. */
export function asNumber(value: Value, context: SqlContext): Value {
  return value.computed === undefined ? value : { kind: 'number', sql: toNumber(value, context) };
}

/** Whether both may be integers that a double cannot hold, one of them by what the query says: a field alone is compared as text. */
function mayBeLarge(left: Value, right: Value): boolean {
  const isLarge = ({ computed, literal }: Value): boolean =>
    computed !== undefined || literal?.digits !== undefined;
  return (isLarge(left) && (isLarge(right) || isField(right))) || (isLarge(right) && isField(left));
}

/** As integers where both are, else as doubles (reference Q23); false where the text of a field is no number (rule 4). */
function compareExactly(
  operator: CompareOperator,
  left: Value,
  right: Value,
  strict: boolean,
  context: SqlContext,
): string {
  const { dialect } = context;
  const sides = [left, right];
  const both = exactly(sides, ([l, r]) => `${l} ${sqlOperators[operator]} ${r}`, context);
  const absent = exactly(
    sides.map(unread),
    (all) => all.map((side) => `${side} IS NULL`).join(' OR '),
    context,
  );
  return dialect.once(both.operands, (names) => {
    const { integer, number } = both.over(names);
    const compared = dialect.firstPresent(dialect.orNull(integer), number);
    const negated = operator === '!=';
    if (!sides.some(isField) || (!strict && !negated)) return compared;
    const otherwise = dialect.firstPresent(compared, negated ? 'TRUE' : 'FALSE');
    return `CASE WHEN ${absent.over(names).number} THEN NULL ELSE ${otherwise} END`;
  });
}

const isField = ({ kind, literal, computed }: Value): boolean =>
  isTextKind(kind) && literal === undefined && computed === undefined;

/** The text of a field as it is, number or not. */
function unread(value: Value): Value {
  if (!isField(value)) return value;
  const asItIs = ([it = value.sql]: readonly string[]) => ({ number: it, integer: it });
  return { ...value, computed: { ...asItIs([]), operands: [value.sql], over: asItIs } };
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
  if (left.kind === 'timestamp' && typeof constant === 'string') return `(${left.sql} IS NULL AND NULL)`;
  if (typeof constant === 'string' && !isNumberText(constant)) {
    return `${toText(left, context)} ${op} ${text.sql}`;
  }
  if (typeof constant === 'string') {
    return `${toNumber(left, context)} ${op} ${context.parameter(Number(constant), 'number')}`;
  }
  const compared = (l: Value, r: Value): string =>
    `${comparable(l, l.kind === 'timestamp', context)} ${op} ${toNumber(r, context)}`;
  const otherwise = operator === '!=' ? 'TRUE' : 'FALSE';
  if (!strict && otherwise === 'FALSE') return compared(left, text);
  return readOften([left, text], context, ([l = left, r = text]) => {
    const absent = l.literal === undefined ? `${l.sql} IS NULL OR ${r.sql} IS NULL` : `${r.sql} IS NULL`;
    return `CASE WHEN ${absent} THEN NULL ELSE COALESCE(${compared(l, r)}, ${otherwise}) END`;
  });
}

/** Text against text: equality is exact, order is numeric when both sides are numbers (rules 5 and 6). */
function compareTexts(operator: CompareOperator, left: Value, right: Value, context: SqlContext): string {
  const op = sqlOperators[operator];
  const plain = (l: Value, r: Value): string => `${l.sql} ${op} ${r.sql}`;
  const constant = left.literal?.value ?? right.literal?.value;
  if (typeof constant === 'string' && !isNumberText(constant)) return plain(left, right);
  const isEquality = operator === '=' || operator === '!=';
  if (isEquality && left.kind === 'text' && right.kind === 'text') {
    if (typeof constant !== 'string' || (left.literal !== undefined && right.literal !== undefined))
      return plain(left, right);
    return left.literal === undefined
      ? equalToNumberText(operator, left, right, context)
      : equalToNumberText(operator, right, left, context);
  }
  return readOften([left, right], context, ([l = left, r = right]) => {
    const [x, y] = [toNumber(l, context), toNumber(r, context)];
    const numbers = asNumbers(operator, l, r, context);
    const cases = [`WHEN ${x} IS NOT NULL AND ${y} IS NOT NULL THEN ${numbers}`];
    // What may be a computed number, and is one, meets other text as numbers do.
    const otherwise = operator === '!=' ? 'TRUE' : 'FALSE';
    if (left.kind === 'numericText')
      cases.push(`WHEN ${x} IS NOT NULL AND ${r.sql} IS NOT NULL THEN ${otherwise}`);
    if (right.kind === 'numericText')
      cases.push(`WHEN ${y} IS NOT NULL AND ${l.sql} IS NOT NULL THEN ${otherwise}`);
    return `CASE ${cases.join(' ')} ELSE ${plain(l, r)} END`;
  });
}

/** Two texts that are numbers, as exact integers where they may be large ones (reference Q23). */
function asNumbers(operator: CompareOperator, left: Value, right: Value, context: SqlContext): string {
  const { number, integer } = exactly(
    [left, right],
    (sides) => sides.join(` ${sqlOperators[operator]} `),
    context,
  );
  if (isSmall(left) || isSmall(right)) return number;
  return context.dialect.firstPresent(context.dialect.orNull(integer), number);
}

/** A numeric string of the query that a double holds exactly. */
function isSmall({ literal }: Value): boolean {
  return typeof literal?.value === 'string' && Math.abs(Number(literal.value)) <= Number.MAX_SAFE_INTEGER;
}

/**
 * A field against a string that reads as a number: equal as text, or equal as numbers when the field holds a JSON number
 * (`200.0 = "200"`). Inferred: text such as "007" is no JSON number, so identifiers stay exact.
 */
function equalToNumberText(operator: '=' | '!=', text: Value, constant: Value, context: SqlContext): string {
  const equal = readOften([text], context, ([field = text]) => {
    const same = `${field.sql} = ${constant.sql}`;
    const number = Number(constant.literal?.value);
    const compared = isSmall(constant)
      ? `${toNumber(field, context)} = ${context.parameter(number, 'number')}`
      : asNumbers('=', field, constant, context);
    // Text may have the form of a number that no double holds.
    const sameNumber = context.dialect.firstPresent(compared, 'FALSE');
    const equalNumber = `${context.dialect.isJsonNumber(field.sql)} AND ${sameNumber}`;
    return `(${same} OR (${equalNumber}))`;
  });
  return operator === '=' ? equal : `NOT ${equal}`;
}

/** Whether a string literal reads as a number, by the same measure as textToNumber. */
export function isNumberText(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
}
