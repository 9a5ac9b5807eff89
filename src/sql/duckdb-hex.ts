// Hexadecimal numbers and texts in DuckDB's SQL (reference logs-insights-ql 4.7).

import type { SqlTemplate } from './dialect.ts';
import { textToInteger, textToNumber } from './duckdb-numbers.ts';
import { once, onceEach } from './duckdb-once.ts';

export const hexFunctions = {
  // Inferred: two digits per byte, and the bytes are UTF-8.
  hexToAscii: ([text]) =>
    once(
      `${text}`,
      (it) => `CASE WHEN regexp_full_match(${it}, '([0-9a-fA-F]{2})+') THEN TRY(decode(unhex(${it}))) END`,
    ),
  // As text, which keeps all digits. Inferred: a sign as decToHex writes it, and at most 64 bits without it.
  hexToDec: ([text]) =>
    once(`${text}`, (it) => {
      const digits = `regexp_extract(${it}, '^-?(0[xX])?0*([0-9a-fA-F]{1,16})$', 2)`;
      const magnitude = `CAST(CAST(CAST(unhex(lpad(${digits}, 16, '0')) AS BIT) AS UBIGINT) AS HUGEINT)`;
      return `CASE WHEN ${digits} <> '' THEN CAST(${magnitude} * CASE WHEN starts_with(${it}, '-') THEN -1 ELSE 1 END AS VARCHAR) END`;
    }),
  // Inferred: beyond 64 bits there is no such text.
  decToHex: ([text]) =>
    once(`${text}`, (it) =>
      onceEach(
        [`COALESCE(${textToInteger(it)}, TRY_CAST(trunc(${textToNumber(it)}) AS HUGEINT))`],
        ([number]) =>
          `CASE WHEN abs(${number}) < 18446744073709551616 THEN CASE WHEN ${number} < 0 THEN '-0x' ELSE '0x' END || lower(hex(CAST(abs(${number}) AS UBIGINT))) END`,
      ),
    ),
} satisfies Readonly<Record<string, SqlTemplate>>;
