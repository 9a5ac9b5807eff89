// The functions of the language on JSON and lists (reference logs-insights-ql 4.5) in DuckDB's SQL.

import type { SqlTemplate } from './dialect.ts';
import { itemsOrNull, listOrNull, toText } from './duckdb-json.ts';
import { once } from './duckdb-once.ts';
import { boundedText, repeated } from './duckdb-template.ts';

export const jsonFunctions = {
  // Inferred: null for what is neither a map nor a list.
  jsonStringify: ([fragment]) =>
    once(`${fragment}`, (it) => `CASE WHEN regexp_matches(${it}, '^[[{]') THEN ${it} END`),
  jsonArraySize: ([text]) =>
    `json_array_length(${once(`${text}`, (it) => `TRY_CAST(${listOrNull(it)} AS JSON)`)})`,
  // Items are compared as texts. Inferred: a map or list among them equals nothing.
  jsonArrayContains: ([text, value]) =>
    `COALESCE(list_contains(list_transform(${once(`${text}`, itemsOrNull)}, lambda item: ${toText('CAST(item AS VARCHAR)')}), ${value}), FALSE)`,
  // Quotes get a backslash, and one more at each further level.
  split: repeated(([text, delimiter]) =>
    boundedText(`strlen(${text}) * 2`, `CAST(to_json(string_split(${text}, ${delimiter})) AS VARCHAR)`),
  ),
} satisfies Readonly<Record<string, SqlTemplate>>;
