// Whether the groups of a regular expression can match the empty text. An engine that gives empty text for a group that took
// no part in the match can then tell the two apart (reference logs-insights-ql 2.1: what did not match is null).

import { classEnd, escapeEnd } from './regex-atoms.ts';

interface Reader {
  readonly pattern: string;
  at: number;
  /** By opening parenthesis of a capturing group, in order. */
  readonly mayBeEmpty: boolean[];
}

/** For each capturing group, in order, whether it can match nothing. The pattern is one that inspectRegex finds no fault with. */
export function groupsThatMayBeEmpty(pattern: string): readonly boolean[] {
  const reader: Reader = { pattern, at: 0, mayBeEmpty: [] };
  alternatives(reader);
  return reader.mayBeEmpty;
}

/** alternatives := sequence { "|" sequence } — empty when one of them can be. */
function alternatives(reader: Reader): boolean {
  let empty = sequence(reader);
  while (reader.pattern[reader.at] === '|') {
    reader.at++;
    empty = sequence(reader) || empty;
  }
  return empty;
}

/** sequence := { atom [ repetition ] } — empty when all of it can be. */
function sequence(reader: Reader): boolean {
  let empty = true;
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] ?? '')) {
    const atomEmpty = atom(reader);
    const repeatedEmpty = repetition(reader);
    empty = empty && (atomEmpty || repeatedEmpty);
  }
  return empty;
}

function atom(reader: Reader): boolean {
  const { pattern, at } = reader;
  const char = pattern[at];
  if (char === '(') return group(reader);
  if (char === '[') {
    reader.at = classEnd(pattern, at).end;
    return false;
  }
  if (char === '\\') {
    reader.at = escapeEnd(pattern, at).end;
    return /^\\(?:[AzbB]|Q\\E$)/.test(pattern.slice(at, reader.at));
  }
  reader.at += (pattern.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return char === '^' || char === '$';
}

const opener = /\(\?(?:P?<[^>]*>|[imsU]*(?:-[imsU]+)?([:)]))/y;

function group(reader: Reader): boolean {
  opener.lastIndex = reader.at;
  const found = opener.exec(reader.pattern);
  reader.at += found?.[0].length ?? 1;
  if (found?.[1] === ')') return true; // Flags alone.
  const captures = found?.[1] === undefined;
  const index = captures ? reader.mayBeEmpty.push(true) - 1 : -1;
  const empty = alternatives(reader);
  if (captures) reader.mayBeEmpty[index] = empty;
  reader.at++;
  return empty;
}

const operator = /(?:[*?+]|\{(\d+)(?:,\d*)?\})\??/y;

/** Steps over `*`, `+`, `?` or `{n,m}`; whether it allows for no repetition at all. */
function repetition(reader: Reader): boolean {
  operator.lastIndex = reader.at;
  const found = operator.exec(reader.pattern);
  if (found === null) return false;
  reader.at += found[0].length;
  return found[0][0] === '*' || found[0][0] === '?' || found[1] === '0';
}
