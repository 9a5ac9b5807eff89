// What text is a number in DuckDB, and numbers as text. The rules of coercion.ts rest on these fragments.

import { once } from './duckdb-once.ts';

/**
 * TRY_CAST also reads nan, inf, 1_000 and blanks around a number, which are no numbers to the language, and makes 1e400 infinite.
 * One pattern for every fragment, written once: what counts as a number must not depend on the expression around it.
 */
export function textToNumber(text: string): string {
  return `TRY_CAST(regexp_extract(${text}, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)`;
}

/** Text -> exact integer of any size. */
export function textToInteger(text: string): string {
  return `TRY_CAST(regexp_extract(${text}, '^[-+]?[0-9]+$') AS HUGEINT)`;
}

/** Adding zero turns -0 into 0. */
export function numberToText(number: string): string {
  return `regexp_replace(printf('%.4f', round(CAST(${number} AS DOUBLE), 4) + 0.0), '[.]?0+$', '')`;
}

export function numericTextToText(text: string): string {
  const isFraction = (it: string): string =>
    `regexp_full_match(${it}, '[+-]?[0-9]*([.][0-9]+)?([eE][+-]?[0-9]+)?') AND NOT regexp_full_match(${it}, '[+-]?[0-9]*')`;
  return once(
    text,
    (it) => `CASE WHEN ${isFraction(it)} THEN ${numberToText(`TRY_CAST(${it} AS DOUBLE)`)} ELSE ${it} END`,
  );
}
