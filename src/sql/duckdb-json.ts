// JSON in DuckDB. Fragments are VARCHAR: its JSON type would cast whatever it is compared with, and fail. Measured on 100,000 ECS
// events of 2.3 kB: five members one by one take 740 ms, as a list of paths 180 ms; TRY around an expression costs nothing
// until a row fails, so that texts which cannot be a map or list are left out before.
// Differs: of a key that stands twice in one map the first counts, and trailing commas, NaN and Infinity are read.

import type { MemberStep } from '../language/ast.ts';
import type { DecodedFormat } from '../plan/plan.ts';
import { once } from './duckdb-once.ts';
import type { JsonDialect } from './json-dialect.ts';

export const duckdbJson: JsonDialect = {
  decode,
  path,
  member: (fragment, steps) => present(`json_extract(${fragment}, ${steps})`),
  membersOfText: (text, paths) =>
    once(text, (it) => orNull(`json_extract(${structureOrNull(it)}, [${paths.join(', ')}])`, 'JSON[]')),
  members: (fragment, paths) => `json_extract(${fragment}, [${paths.join(', ')}])`,
  nth: (members, position) => presentColumn(`${members}[${position + 1}]`),

  items: (fragment) => once(fragment, (it) => `CASE WHEN ${isList(it)} THEN ${itemsOf(it)} ELSE [${it}] END`),
  itemsOfText: (text) => once(text, (it) => `COALESCE(${itemsOrNull(it)}, [to_json(${it})])`),
  itemsOfDocument: (fragment) =>
    once(fragment, (it) => `COALESCE(${once(toDocument(it), itemsOrNull)}, [CAST(${it} AS JSON)])`),
  unnest: (items, item, place) => `unnest(${items}) AS ${item}, generate_subscripts(${items}, 1) AS ${place}`,
  item: presentColumn,

  toText,
  toDocument,
  isStructure: (fragment) => `regexp_matches(${fragment}, '^[[{]')`,
  fromText: asFragment,
  fromNumber: asFragment,
  fromBoolean: asFragment,
};

/** A JSON value as a fragment; JSON's null becomes SQL's. */
function present(json: string): string {
  return once(`CAST(${json} AS VARCHAR)`, (it) => `CASE WHEN ${it} <> 'null' THEN ${it} END`);
}

/** As present, of what costs nothing to read twice. */
function presentColumn(json: string): string {
  return `NULLIF(CAST(${json} AS VARCHAR), 'null')`;
}

function asFragment(value: string): string {
  return `CAST(to_json(${value}) AS VARCHAR)`;
}

/** JSON text that may be a map or a list; a text of another beginning would only make the reader fail. */
function structureOrNull(text: string): string {
  return `CASE WHEN regexp_matches(${text}, '^\\s*[[{]') THEN ${text} END`;
}

/** JSON text that may be a list. */
export function listOrNull(text: string): string {
  return `CASE WHEN regexp_matches(${text}, '^\\s*\\[') THEN ${text} END`;
}

/** The items of a list in a text; null when there is none. */
export function itemsOrNull(text: string): string {
  return orNull(itemsOf(listOrNull(text)), 'JSON[]');
}

function itemsOf(list: string): string {
  return `json_extract(${list}, '$[*]')`;
}

/** The value, or null where the text does not read. DuckDB forgets the type of what fails for all rows, so it is said. */
function orNull(sql: string, type: string): string {
  return `CAST(TRY(${sql}) AS ${type})`;
}

function isList(fragment: string): string {
  return `starts_with(${fragment}, '[')`;
}

/** Numbers are written like computed ones: without the fraction that is none. */
export function toText(fragment: string): string {
  return once(
    fragment,
    (it) =>
      `CASE left(${it}, 1) WHEN '"' THEN json_extract_string(${it}, '$') WHEN 't' THEN '1' WHEN 'f' THEN '0' WHEN 'n' THEN NULL WHEN '{' THEN NULL WHEN '[' THEN NULL ELSE regexp_replace(${it}, '[.]0$', '') END`,
  );
}

function toDocument(fragment: string): string {
  return once(
    fragment,
    (it) => `CASE WHEN starts_with(${it}, '"') THEN json_extract_string(${it}, '$') ELSE ${it} END`,
  );
}

/**
 * A JSON Pointer can name any key, but `/0` is the index 0 and the key "0" alike; so a path with an index is written as a
 * JSONPath where that can say it.
 */
function path(steps: readonly MemberStep[]): string {
  const sayable = (step: MemberStep): boolean => typeof step === 'number' || !/^(\*|\d*)$/.test(step);
  if (steps.some((step) => typeof step === 'number') && steps.every(sayable)) {
    return `$${steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${quotedKey(step)}`)).join('')}`;
  }
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function quotedKey(key: string): string {
  return `"${key.replace(/["\\]/g, (char) => `\\${char}`)}"`;
}

function decode(text: string, format: DecodedFormat): string {
  switch (format) {
    case 'json':
      return once(text, (it) => orNull(`json_extract(${structureOrNull(it)}, '$')`, 'VARCHAR'));
    case 'logfmt':
      return decodeLogfmt(text);
    case 'csv':
      return decodeCsv(text);
  }
}

/**
 * `key=value key="quoted \"value\"" key`. Inferred: a bare key is true, as for Heroku's reader; text without any pair is none of
 * this format; of a key that stands twice the first counts.
 */
function decodeLogfmt(text: string): string {
  const pair = `'([^\\s="]+)(?:=("(?:[^"\\\\]|\\\\.)*"|\\S*))?'`;
  const value = `CASE WHEN pair[2] IS NULL THEN 'true' WHEN starts_with(pair[2], '"') THEN COALESCE(CAST(TRY_CAST(pair[2] AS JSON) AS VARCHAR), ${asFragment("trim(pair[2], '\"')")}) ELSE ${asFragment('pair[2]')} END`;
  return once(text, (it) => {
    const [keys, values] = [1, 2].map((group) => `regexp_extract_all(${it}, ${pair}, ${group})`);
    const members = `list_transform(list_zip(${keys}, ${values}), lambda pair: ${asFragment('pair[1]')} || ':' || ${value})`;
    return `CASE WHEN regexp_matches(${it}, '[^\\s="]=') THEN '{' || array_to_string(${members}, ',') || '}' END`;
  });
}

/** The values of the first line as a list of texts, quoted as RFC 4180 has it; a quoted value may hold line breaks. */
function decodeCsv(text: string): string {
  const line = `regexp_extract(${text}, '^(?:"(?:[^"]|"")*"|[^\\r\\n])*')`;
  const values = `regexp_extract_all(',' || ${line}, ',("(?:[^"]|"")*"|[^,]*)', 1)`;
  const unquoted = `CASE WHEN starts_with(value, '"') AND ends_with(value, '"') AND length(value) > 1 THEN replace(value[2:-2], '""', '"') ELSE value END`;
  return asFragment(`list_transform(${values}, lambda value: ${unquoted})`);
}
