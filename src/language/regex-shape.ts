// What can be told of a regular expression without running it. Whether it, and each of its groups, can match the empty text: an
// engine that gives empty text for a group that took no part in the match can then tell the two apart (reference logs-insights-ql
// 2.1: what did not match is null). And at how many places in it a match can stand at once, which bounds what matching costs.

import { classEnd, escapeEnd } from './regex-atoms.ts';

export interface RegexShape {
  readonly mayBeEmpty: boolean;
  /** By opening parenthesis of a capturing group, in order. */
  readonly groupsMayBeEmpty: readonly boolean[];
  /** Places where an attempt to match can stand, repetitions written out. */
  readonly states: number;
}

/** Empty: it can match nothing. */
type Part = readonly [empty: boolean, states: number];

interface Reader {
  readonly pattern: string;
  at: number;
  readonly groupsMayBeEmpty: boolean[];
}

/** The pattern is one that inspectRegex finds no fault with. */
export function regexShape(pattern: string): RegexShape {
  const reader: Reader = { pattern, at: 0, groupsMayBeEmpty: [] };
  const [mayBeEmpty, states] = alternatives(reader);
  return { mayBeEmpty, states, groupsMayBeEmpty: reader.groupsMayBeEmpty };
}

/** alternatives := sequence { "|" sequence } — empty when one of them can be. */
function alternatives(reader: Reader): Part {
  let [empty, states] = sequence(reader);
  while (reader.pattern[reader.at] === '|') {
    reader.at++;
    const [otherEmpty, more] = sequence(reader);
    empty ||= otherEmpty;
    states += more;
  }
  return [empty, states];
}

/** sequence := { atom [ repetition ] } — empty when all of it can be. */
function sequence(reader: Reader): Part {
  let empty = true;
  let states = 0;
  let literals = '';
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] ?? '')) {
    const start = reader.at;
    const [atomEmpty, atomStates] = atom(reader);
    const text = reader.pattern.slice(start, reader.at);
    const repeated = repetition(reader);
    empty &&= atomEmpty || (repeated?.noneAllowed ?? false);
    if (repeated === null && isLiteral(text)) literals += text;
    else {
      states += overlaps(literals) + atomStates * (repeated?.times ?? 1);
      literals = '';
    }
  }
  return [empty, states + overlaps(literals)];
}

/** A character that stands for itself. */
function isLiteral(atom: string): boolean {
  return /^(?:[^\\[(.^$]|\\[^\w\s])/.test(atom);
}

/**
 * How often a plain text can have begun and not yet ended: once for most, as often as it has letters for `aaaa`. Of `abab` a second
 * one begins in the middle of the first.
 */
function overlaps(text: string): number {
  const folded = text.toLowerCase();
  /** Length of the longest beginning of the text that also ends at a place, and how many such beginnings there are. */
  const border: number[] = [];
  const depth: number[] = [];
  let most = 0;
  for (let at = 0; at < folded.length; at++) {
    let length = at === 0 ? 0 : (border[at - 1] ?? 0);
    while (length > 0 && folded[length] !== folded[at]) length = border[length - 1] ?? 0;
    if (at > 0 && folded[length] === folded[at]) length++;
    border.push(length);
    depth.push(1 + (length === 0 ? 0 : (depth[length - 1] ?? 0)));
    most = Math.max(most, depth[at] ?? 0);
  }
  return most;
}

/** A character beyond ASCII is several bytes to the engine, and a Unicode class many ranges of them. */
const wideStates = 2;
const unicodeStates = 20;

function statesOf(atom: string): number {
  if (/\\p/i.test(atom)) return unicodeStates;
  return /^(?:\.|\[\^)|\\[DSW]|[^\x20-\x7e]/.test(atom) ? wideStates : 1;
}

function atom(reader: Reader): Part {
  const { pattern, at } = reader;
  const char = pattern[at];
  if (char === '(') return group(reader);
  if (char === '[') reader.at = classEnd(pattern, at).end;
  else if (char === '\\') reader.at = escapeEnd(pattern, at).end;
  else reader.at += (pattern.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  const text = pattern.slice(at, reader.at);
  if (/^(?:[\^$]|\\[AzbB]|\\Q\\E)$/.test(text)) return [true, 0];
  if (text.startsWith('\\Q')) return [false, text.length];
  return [false, statesOf(text)];
}

const opener = /\(\?(?:P?<[^>]*>|[imsU]*(?:-[imsU]+)?([:)]))/y;

function group(reader: Reader): Part {
  opener.lastIndex = reader.at;
  const found = opener.exec(reader.pattern);
  reader.at += found?.[0].length ?? 1;
  if (found?.[1] === ')') return [true, 0]; // Flags alone.
  const captures = found?.[1] === undefined;
  const index = captures ? reader.groupsMayBeEmpty.push(true) - 1 : -1;
  const part = alternatives(reader);
  if (captures) reader.groupsMayBeEmpty[index] = part[0];
  reader.at++;
  return part;
}

const operator = /(?:[*?+]|\{(\d+)(?:,(\d*))?\})\??/y;

/** Steps over `*`, `+`, `?` or `{n,m}`: whether it allows for no repetition at all, and how often the atom is written out. */
function repetition(reader: Reader): { readonly noneAllowed: boolean; readonly times: number } | null {
  operator.lastIndex = reader.at;
  const found = operator.exec(reader.pattern);
  if (found === null) return null;
  reader.at += found[0].length;
  const [text, least, most = ''] = found;
  const noneAllowed = /^[*?]/.test(text) || Number(least ?? 1) === 0;
  return { noneAllowed, times: Math.max(1, Number(least ?? 1), Number(most)) };
}
