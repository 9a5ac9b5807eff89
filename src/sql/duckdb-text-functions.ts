// The functions of the language on strings (reference logs-insights-ql 4.7) in DuckDB's SQL. Those that can make a text longer
// than what they are given say so to boundedText.

import type { SqlTemplate } from './dialect.ts';
import { once, onceEach } from './duckdb-once.ts';
import { boundedText, call, clamped, repeated } from './duckdb-template.ts';

const whiteSpace = "' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13)";

/** A position behind the end of every text. */
const beyondText = 2_147_483_647;

/** Trims white space, or any of the given characters: a set, not a prefix. */
const trimmer =
  (name: string): SqlTemplate =>
  ([text, characters]) =>
    `${name}(${text}, ${characters ?? whiteSpace})`;

/** Only in a constant of the query do backslashes have a meaning: there they have been checked (plan/regex-replace.ts). */
function asReplacement(text: string): string {
  return text.startsWith('$') ? text : `replace(${text}, '\\', '\\\\')`;
}

/** Bytes of several texts together, of which some may be absent. */
function bytesOf(texts: readonly string[]): string {
  return texts.map((text) => `COALESCE(strlen(${text}), 0)`).join(' + ');
}

export const textFunctions = {
  isempty: ([x]) => `(COALESCE(${x}, '') = '')`,
  isblank: ([x]) => `(trim(COALESCE(${x}, ''), ${whiteSpace}) = '')`,
  concat: repeated((args) => boundedText(bytesOf(args), `concat(${args.join(', ')})`)),
  ltrim: trimmer('ltrim'),
  rtrim: trimmer('rtrim'),
  trim: trimmer('trim'),
  strlen: call('length'),
  toupper: call('upper'),
  tolower: call('lower'),
  // Zero-based; out of range is the empty string. Inferred: fractions are cut off.
  substr: ([text, start, length]) => {
    const place = onceEach(
      [`${start}`],
      ([it]) => `CASE WHEN ${it} < 0 OR ${it} >= ${beyondText} THEN ${beyondText} ELSE trunc(${it}) + 1 END`,
    );
    const rest = length === undefined ? '' : `, CAST(${clamped(length, 0, beyondText)} AS BIGINT)`;
    return `substring(${text}, CAST(${place} AS BIGINT)${rest})`;
  },
  replace: repeated(([text, search, replacement]) =>
    boundedText(
      `strlen(${text}) * (strlen(${replacement}) / greatest(strlen(${search}), 1))`,
      `replace(${text}, ${search}, ${replacement})`,
    ),
  ),
  regexReplace: repeated(([text, pattern, replacement]) =>
    boundedText(
      `strlen(${text}) * strlen(${replacement})`,
      `regexp_replace(${text}, ${pattern}, ${asReplacement(`${replacement}`)}, 'g')`,
    ),
  ),
  strcontains: repeated(([text, part, ignoreCase]) =>
    ignoreCase === undefined
      ? `contains(${text}, ${part})`
      : `CASE WHEN ${ignoreCase} THEN contains(lower(${text}), lower(${part})) ELSE contains(${text}, ${part}) END`,
  ),
  startsWith: call('starts_with'),
  endsWith: call('ends_with'),
  urlencode: repeated(([text]) => boundedText(`strlen(${text}) * 3`, `url_encode(${text})`)),
  // DuckDB leaves a bad escape as it is; to the language such text has no decoded form.
  urldecode: ([text]) =>
    once(
      `${text}`,
      (it) =>
        `CASE WHEN NOT regexp_matches(${it}, '%([^0-9a-fA-F]|[0-9a-fA-F][^0-9a-fA-F]|.?$)') THEN TRY(url_decode(${it})) END`,
    ),
  base64encode: repeated(([text]) => boundedText(`strlen(${text}) * 4 / 3`, `to_base64(encode(${text}))`)),
  // TRY takes no aggregates.
  base64decode: ([text]) => once(`${text}`, (it) => `TRY(decode(from_base64(${it})))`),
  md5: call('md5'),
  sha256: call('sha256'),
} satisfies Readonly<Record<string, SqlTemplate>>;
