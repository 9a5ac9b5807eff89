// The text of a filter pattern -> the pattern as data. AWS: "Filter pattern syntax for metric filters, subscription filters,
// filter log events, and Live Tail",
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html ("the page" in this folder).

import { Cursor } from './cursor.ts';
import { filterPatternCharsMax } from './limits.ts';
import { type FilterPatternMistake, FilterPatternRejected } from './mistake.ts';
import { parseColumns } from './parse-columns.ts';
import { parseJson } from './parse-json.ts';
import { parseTerms } from './parse-terms.ts';
import type { FilterPattern } from './pattern.ts';

export type ParsedFilterPattern =
  | { readonly pattern: FilterPattern; readonly mistake: null }
  | { readonly pattern: null; readonly mistake: FilterPatternMistake };

/** Never throws. Spaces around a pattern mean nothing; the empty pattern matches everything. */
export function parseFilterPattern(text: string): ParsedFilterPattern {
  try {
    return { pattern: parse(text), mistake: null };
  } catch (cause) {
    if (cause instanceof FilterPatternRejected) return { pattern: null, mistake: cause.mistake };
    throw cause;
  }
}

/** pattern := "{" … "}" | "[" … "]" | terms */
function parse(text: string): FilterPattern {
  const cursor = new Cursor(text);
  if (text.length > filterPatternCharsMax) {
    cursor.at = text.length;
    cursor.refuse(`it has more than ${filterPatternCharsMax} characters.`, undefined, filterPatternCharsMax);
  }
  cursor.skipSpaces();
  requireEnd(cursor, '{', '}');
  requireEnd(cursor, '[', ']');
  if (cursor.peek() === '{') return parseJson(cursor);
  return cursor.peek() === '[' ? parseColumns(cursor) : parseTerms(cursor);
}

/** In AWS's words, which its clients show. */
function requireEnd(cursor: Cursor, open: string, close: string): void {
  if (cursor.peek() !== open || cursor.text.trimEnd().endsWith(close)) return;
  cursor.refuse(`If a filter pattern starts with '${open}' it must end with '${close}'.`);
}
