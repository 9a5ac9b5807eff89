// The functions of the language in DuckDB's SQL, one row each (rules: reference logs-insights-ql 4.2 to 4.8).
// Arguments are converted already (plan/signatures.ts); absent arguments give absent results unless a row says otherwise.

import type { AggregateName, ScalarName } from '../plan/signatures.ts';
import type { AggregateInput, SqlTemplate } from './dialect.ts';
import { addressFunctions } from './duckdb-addresses.ts';
import { dateFunctions } from './duckdb-dates.ts';
import { hexFunctions } from './duckdb-hex.ts';
import { jsonFunctions } from './duckdb-json-functions.ts';
import { textToNumber } from './duckdb-numbers.ts';
import { onceEach } from './duckdb-once.ts';
import { call, clamped, repeated } from './duckdb-template.ts';
import { textFunctions } from './duckdb-text-functions.ts';

export const duckdbFunctions: Readonly<Record<Exclude<ScalarName, 'case'>, SqlTemplate>> = {
  abs: call('abs'),
  ceil: call('ceil'),
  floor: call('floor'),
  // Outside their domains these are absent, not errors.
  sqrt: repeated(([x]) => `CASE WHEN ${x} >= 0 THEN sqrt(${x}) END`),
  log: repeated(([x]) => `CASE WHEN ${x} > 0 THEN ln(${x}) END`),
  // Beyond fifteen digits there is nothing left to round.
  round: ([x, digits]) =>
    digits === undefined ? `round(${x})` : `round(${x}, CAST(${clamped(digits, -15, 15)} AS INTEGER))`,
  mod: ([x, y]) => `(${x} % ${onceEach([`${y}`], ([it]) => `CASE WHEN ${it} <> 0 THEN ${it} END`)})`,
  pow: ([x, y]) => onceEach([`pow(${x}, ${y})`], ([it]) => `CASE WHEN isfinite(${it}) THEN ${it} END`),
  greatest: call('greatest'),
  least: call('least'),
  // Inferred: a sphere with the mean radius of the earth, 6371 km. Rounding may bring the root above 1 for opposite points.
  haversine: repeated(([lat1, lon1, lat2, lon2]) => {
    const root = `sqrt(pow(sin(radians(${lat2} - ${lat1}) / 2), 2) + cos(radians(${lat1})) * cos(radians(${lat2})) * pow(sin(radians(${lon2} - ${lon1}) / 2), 2))`;
    return `(2 * 6371 * ${onceEach([root], ([it]) => `CASE WHEN ${it} > 1 THEN asin(1) ELSE asin(${it}) END`)})`;
  }),
  toNumber: ([x]) => `${x}`,
  toInt: repeated(([x]) => `CASE WHEN trunc(${x}) BETWEEN -2147483648 AND 2147483647 THEN trunc(${x}) END`),
  // Text keeps all its digits; what is no whole number is cut towards zero.
  toLong: repeated(
    ([text]) =>
      `CAST(COALESCE(TRY_CAST(regexp_extract(${text}, '^[-+]?[0-9]+$') AS BIGINT), TRY_CAST(trunc(${textToNumber(`${text}`)}) AS BIGINT)) AS VARCHAR)`,
  ),
  toDouble: ([x]) => `${x}`,
  fromMillis: ([ms]) => `${ms}`,
  toMillis: ([ms]) => `CAST(${ms} AS DOUBLE)`,
  formatDate: ([ms, format, zone]) =>
    zone === undefined
      ? `strftime(make_timestamp_ms(${ms}), ${format})`
      : `strftime(timezone(${zone}, timezone('UTC', make_timestamp_ms(${ms}))), ${format})`,
  ispresent: ([x]) => `(${x} IS NOT NULL)`,
  coalesce: call('coalesce'),
  // An unknown condition takes the second branch.
  if: ([condition, yes, no]) => `CASE WHEN ${condition} THEN ${yes} ELSE ${no} END`,
  isNumeric: ([x]) => `(${textToNumber(`${x}`)} IS NOT NULL)`,
  messageSize: ([x]) => `strlen(${x})`,
  ...textFunctions,
  ...jsonFunctions,
  ...addressFunctions,
  ...hexFunctions,
  ...dateFunctions,
};

/** The value in the first or last place of the order of `sort`: numbers after other text (reference 3.5). */
const sorted =
  (last: boolean) =>
  ({ value, number, isText, sortsAsNumber, textKey }: AggregateInput): string => {
    const extreme = last ? 'max' : 'min';
    if (!isText) return `${extreme}(${value})`;
    const numeric = `arg_${extreme}(${value}, CASE WHEN ${sortsAsNumber} THEN ${number} END)`;
    const textual = `arg_${extreme}(${value}, CASE WHEN NOT ${sortsAsNumber} THEN ${textKey} END)`;
    return last ? `COALESCE(${numeric}, ${textual})` : `COALESCE(${textual}, ${numeric})`;
  };

/** Inferred: min and max look at the numbers only, and at other text when there are none. */
const extremum =
  (extreme: 'min' | 'max') =>
  ({ value, number, isText, textKey }: AggregateInput): string =>
    isText
      ? `COALESCE(arg_${extreme}(${value}, ${number}), arg_${extreme}(${value}, CASE WHEN ${number} IS NULL THEN ${textKey} END))`
      : `${extreme}(${value})`;

/** The value of the event with the smallest or largest time that has the field; equal times by order of ingestion. */
const inTime =
  (extreme: 'min' | 'max') =>
  ({ value, time, sequence }: AggregateInput): string =>
    `arg_${extreme}(${value}, {'time': ${time}, 'sequence': ${sequence}})`;

/** JSON text of a list; the values are JSON text too. Equally frequent ones are in the order of their text. */
const topk = ({ value, setting }: AggregateInput): string => {
  const ranked = `list_transform(map_entries(histogram(${value})), lambda v1: {'rank': -CAST(v1.value AS BIGINT), 'value': v1.key})`;
  const first = `list_transform(list_sort(${ranked})[1:${setting}], lambda v1: v1.value)`;
  return `'[' || array_to_string(${first}, ',') || ']'`;
};

/**
 * JSON text of a map from the lower bound of each of so many equal ranges to its count; the largest value falls into the last range. Each
 * range is put into the list once more than it is hit, so that those without a value are there too.
 */
const histogram = ({ number, setting }: AggregateInput): string => {
  const low = `min(${number})`;
  const size = `((max(${number}) - ${low}) / ${setting})`;
  const hits = `list_transform(list(${number}) FILTER (WHERE ${number} IS NOT NULL), lambda v1: least(CAST(floor((v1 - ${low}) / ${size}) AS BIGINT), ${setting} - 1))`;
  const counts = `map_entries(list_aggregate(list_concat(range(${setting}), ${hits}), 'histogram'))`;
  const several = `map_from_entries(list_transform(${counts}, lambda v1: {'k': ${plainNumber(`${low} + v1.key * ${size}`)}, 'v': CAST(v1.value AS BIGINT) - 1}))`;
  const one = `MAP {${plainNumber(low)}: count(${number})}`;
  return `CAST(to_json(CASE WHEN ${size} > 0 THEN ${several} WHEN ${size} = 0 THEN ${one} END) AS VARCHAR)`;
};

function plainNumber(number: string): string {
  return `regexp_replace(CAST(${number} AS VARCHAR), '[.]0$', '')`;
}

/** Change per period between the first and the last event that has a number; 0 where there is none (reference 4.8). */
const rate = ({ number, setting, time, sequence }: AggregateInput): string => {
  const place = `{'time': ${time}, 'sequence': ${sequence}}`;
  const timed = `CASE WHEN ${number} IS NOT NULL THEN ${time} END`;
  const change = `(arg_max(${number}, ${place}) - arg_min(${number}, ${place}))`;
  return `CASE WHEN ${change} = 0 THEN 0 ELSE ${change} * ${setting} / NULLIF(max(${timed}) - min(${timed}), 0) END`;
};

const count = ({ value }: AggregateInput): string => `count(${value})`;
const sum = ({ number }: AggregateInput): string => `COALESCE(sum(${number}), 0)`;

export const duckdbAggregates: Readonly<Record<AggregateName, (input: AggregateInput) => string>> = {
  count,
  countOverTime: count,
  countDistinct: ({ value }) => `count(DISTINCT ${value})`,
  sum,
  sumOverTime: sum,
  avg: ({ number }) => `avg(${number})`,
  min: extremum('min'),
  max: extremum('max'),
  stddev: ({ number }) => `stddev_pop(${number})`,
  variance: ({ number }) => `var_pop(${number})`,
  pct: ({ number, fraction }) => `quantile_disc(${number}, ${fraction})`,
  median: ({ number }) => `quantile_disc(${number}, 0.5)`,
  earliest: inTime('min'),
  latest: inTime('max'),
  sortsFirst: sorted(false),
  sortsLast: sorted(true),
  values: ({ value }) =>
    `CAST(to_json(list_sort(list(DISTINCT ${value}) FILTER (WHERE ${value} IS NOT NULL))) AS VARCHAR)`,
  rate,
  topk,
  histogram,
};
