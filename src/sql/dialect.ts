// What differs between SQL engines. Everything else of sql/ is shared; a dialect is a value with short functions.
// All arguments are SQL fragments already; user text arrives only as parameters and constants.

import type { Period, WindowFunction } from '../plan/plan.ts';
import type { AggregateName, ScalarName } from '../plan/signatures.ts';
import type { JsonDialect } from './json-dialect.ts';

/** `integer` has 64 bits, `huge` any size. */
export type SqlType = 'text' | 'number' | 'integer' | 'huge';

/** Writes a function of the language with its arguments; missing optional arguments are not in the list. */
export type SqlTemplate = (args: readonly string[]) => string;

export interface AggregateInput {
  /** The argument as it is. */
  readonly value: string;
  /** The argument as a number, or null when it is none. */
  readonly number: string;
  /** The argument is text, so that it may or may not be a number. */
  readonly isText: boolean;
  /** Whether the argument counts as a number in the order of `sort`. */
  readonly sortsAsNumber: string;
  /** For text: its key in the order of `sort` when it is not a number. */
  readonly textKey: string;
  /** Percentile of pct, 0–1, as a parameter. */
  readonly fraction: string;
  /** What topk, rate and histogram take beside a field: a number, as a parameter. */
  readonly setting: string;
  /** Event time and order of ingestion, for earliest, latest and rate. */
  readonly time: string;
  readonly sequence: string;
}

export interface Dialect {
  readonly name: 'duckdb' | 'clickhouse';
  identifier(name: string): string;
  parameter(index: number, type: SqlType): string;
  /** A value that the engine sees while planning; see Statement.constants. */
  constant(name: string): string;
  /** The column of event times, as epoch milliseconds. */
  storedTimestamp(column: string): string;
  /** The engine's own address of a row in its table, by which it finds a row fastest. */
  readonly rowAddress: string;
  /** `name AS (body)`, inlined by the engine, or computed once when `materialized`. */
  commonTable(name: string, body: string, materialized?: boolean): string;
  nullOf(type: SqlType): string;
  /** A SELECT of the rows in a parameter of JSON, an array of objects; `place`: a column that numbers them. */
  jsonRows(
    parameter: string,
    columns: readonly { readonly name: string; readonly type: SqlType }[],
    place: string,
  ): string;
  /** For SELECT: one row per value, with columns `field` (its index) and `value`. */
  unpivot(values: readonly string[]): string;
  /** An address of IPv4 or IPv6 -> a text of its family and its bits; null for anything else. */
  addressBits(address: string): string;
  /** `10.0.0.0/8` -> what the bits of each address in it begin with; null for anything else. */
  rangeBits(range: string): string;

  /** Text -> double, null when the text is not wholly a number (reference 2.3, 2.5). */
  textToNumber(text: string): string;
  /** Text -> exact integer of any size, or null when it is anything else. */
  textToInteger(text: string): string;
  integerToText(integer: string): string;
  /** The value of an expression, or null where it overflows. */
  orNull(sql: string): string;
  firstPresent(...values: readonly string[]): string;
  /** Several values as one, ordered by the first, then the second, and so on. */
  tuple(values: readonly string[]): string;
  /**
   * What `write` makes of values that it reads several times: columns stand there as they are, anything longer once, under a short
   * name. `write` reads nothing else but columns and parameters.
   */
  once(values: readonly string[], write: (values: readonly string[]) => string): string;
  /** Double -> the text that the API shows: at most four decimals (reference 2.7). */
  numberToText(number: string): string;
  /** Text that may be a computed number -> the text that the API shows. */
  numericTextToText(text: string): string;
  /** Double -> the shortest text that reads back as the same double. */
  numberToExactText(number: string): string;
  booleanToNumber(boolean: string): string;
  booleanToText(boolean: string): string;
  timestampToNumber(milliseconds: string): string;
  timestampToText(milliseconds: string): string;
  numberToTimestamp(number: string): string;

  contains(text: string, needle: string): string;
  matches(text: string, pattern: string): string;
  /** Whether the text has the form of a JSON number. */
  isJsonNumber(text: string): string;
  /** Whether the text is a number value of `sort`: digits with sign and decimal point only (reference 3.5). */
  isSortNumber(text: string): string;
  /** A text whose byte order is the natural order of reference 3.5. */
  naturalKey(text: string): string;
  /** One record of all captures, null when the pattern does not match. `pattern` is a constant. */
  captures(text: string, pattern: string, names: readonly string[]): string;
  capture(record: string, name: string): string;
  /** A list with the record of each match, from left to right. */
  allCaptures(text: string, pattern: string, names: readonly string[]): string;
  /** Columns of a SELECT that make a row of each item of a list: the item and its place. A list without items stays one row. */
  eachItem(list: string): { readonly item: string; readonly place: string };
  /** Start of the bucket that contains the time; both epoch milliseconds. */
  floorTime(milliseconds: string, period: Period): string;
  /** The time, moved by whole periods. */
  addPeriod(milliseconds: string, period: Period, sign: 1 | -1): string;

  /** A value that depends on other rows, to stand before OVER. */
  windowCall(call: WindowFunction, value: string): string;
  /** SELECT of the times from `first` to `last`, both epoch milliseconds, a period apart, as column `start`. */
  timeSeries(first: string, last: string, period: Period): string;
  /** The rows of both SELECTs; columns that the second lacks are absent in its rows. */
  unionByName(select: string, other: string): string;

  readonly json: JsonDialect;
  readonly functions: Readonly<Record<Exclude<ScalarName, 'case'>, SqlTemplate>>;
  readonly aggregates: Readonly<Record<AggregateName, (input: AggregateInput) => string>>;
}
