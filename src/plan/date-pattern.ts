// The formats of parseDate (reference 4.3): the pattern letters of Java's DateTimeFormatter, in English, as a regular expression that
// finds the parts of a date and a replacement that writes them in one order, whatever the format.

import { type TimePart, timeParts } from './time-parts.ts';

/** What a text is matched against, and what it is rewritten to: the parts of timeParts in their order, between bars. */
export interface DatePattern {
  readonly regex: string;
  readonly rewrite: string;
}

/** `at`: where in the format the mistake is. */
export interface DatePatternProblem {
  readonly problem: string;
  readonly at: number;
  readonly length: number;
}

/** A run of one letter: the part that it stands for, what it matches, and how that is written; `#` is the first group. */
interface Field {
  readonly part: TimePart;
  readonly regex: string;
  readonly as?: string;
}

const months = 'January February March April May June July August September October November December';
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday';
const anyOf = (names: string): string => `(${names.replaceAll(' ', '|')})`;
const anyShort = (names: string): string => anyOf(names.replace(/([A-Z]..)[a-z]*/g, '$1'));

const hours = '(?:0[0-9]|1[0-8])';
const minutes = '[0-5][0-9]';
const offsets = {
  hour: `[+-]${hours}(?:${minutes})?`,
  short: `[+-]${hours}${minutes}`,
  long: `[+-]${hours}:${minutes}`,
};
const offset = (form: keyof typeof offsets, zero = ''): Field => ({
  part: 'offset',
  regex: `(${zero}${offsets[form]})`,
});

const year = { part: 'year', regex: '([0-9]{1,4})' } as const;
const shortYear = { part: 'year', regex: '([0-9]{2})', as: '20#' } as const;
const longYear = { part: 'year', regex: '([0-9]{4})' } as const;
const weekday = { part: 'weekday', regex: anyShort(days) } as const;
const zoneName = { part: 'offset', regex: '(?:UTC|GMT)', as: 'Z' } as const;

/** What a letter stands for when it is there once, twice, and so on. */
const letters: Readonly<Record<string, readonly (Field | null)[]>> = {
  y: [year, shortYear, null, longYear],
  u: [year, shortYear, null, longYear],
  M: [
    { part: 'month', regex: '(0?[1-9]|1[0-2])' },
    { part: 'month', regex: '(0[1-9]|1[0-2])' },
    { part: 'month', regex: anyShort(months) },
    { part: 'month', regex: anyOf(months) },
  ],
  d: [
    { part: 'day', regex: '(0?[1-9]|[12][0-9]|3[01])' },
    { part: 'day', regex: '(0[1-9]|[12][0-9]|3[01])' },
  ],
  H: [
    { part: 'hour', regex: '([01]?[0-9]|2[0-3])' },
    { part: 'hour', regex: '([01][0-9]|2[0-3])' },
  ],
  h: [
    { part: 'hour', regex: '(0?[1-9]|1[0-2])' },
    { part: 'hour', regex: '(0[1-9]|1[0-2])' },
  ],
  m: [
    { part: 'minute', regex: '([0-5]?[0-9])' },
    { part: 'minute', regex: '([0-5][0-9])' },
  ],
  s: [
    { part: 'second', regex: '([0-5]?[0-9])' },
    { part: 'second', regex: '([0-5][0-9])' },
  ],
  S: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digits) => ({
    part: 'millisecond',
    regex: digits <= 3 ? `([0-9]{${digits}})` : `([0-9]{3})[0-9]{${digits - 3}}`,
    as: `#${'0'.repeat(Math.max(3 - digits, 0))}`,
  })),
  a: [{ part: 'half', regex: '(AM|PM)' }],
  E: [weekday, weekday, weekday, { part: 'weekday', regex: anyOf(days) }],
  X: [offset('hour', 'Z|'), offset('short', 'Z|'), offset('long', 'Z|')],
  x: [offset('hour'), offset('short'), offset('long')],
  Z: [offset('short'), offset('short'), offset('short'), null, offset('long', 'Z|')],
  z: [zoneName, zoneName, zoneName],
};

/** A replacement can name so many groups. */
const groupsMax = 9;

/** Parts that mean something only beside another one. */
const needs: readonly (readonly [TimePart, TimePart])[] = [
  ['month', 'year'],
  ['day', 'month'],
  ['minute', 'hour'],
  ['second', 'minute'],
  ['millisecond', 'second'],
];

export function datePattern(format: string): DatePattern | DatePatternProblem {
  const written = new Map<TimePart, string>();
  let regex = '';
  let groups = 0;
  for (const { 0: token, index: at } of format.matchAll(/([A-Za-z])\1*|'(?:[^']|'')*'|./gsu)) {
    const fail = (problem: string): DatePatternProblem => ({ problem, at, length: token.length });
    if (!/^[A-Za-z]/.test(token)) {
      const text = literalText(token);
      if (text === null)
        return fail(`${token} has a meaning of its own in a date format that Shiplog does not read.`);
      regex += escaped(text);
      continue;
    }
    const field = letters[token.slice(0, 1)]?.[token.length - 1];
    if (field === undefined || field === null)
      return fail(
        `The date format holds ${token}, which Shiplog does not read; text stands between apostrophes.`,
      );
    if (written.has(field.part)) return fail(`The date format has two parts for the ${field.part}.`);
    if (field.regex.startsWith('(') && !field.regex.startsWith('(?:')) groups += 1;
    if (groups > groupsMax) return fail(`The date format has more than ${groupsMax} parts.`);
    regex += field.regex;
    written.set(field.part, (field.as ?? '#').replace('#', `\\${groups}`));
  }
  const problem = problemOf(written, format);
  if (problem !== null) return { problem, at: 0, length: format.length };
  return { regex: `^${regex}$`, rewrite: timeParts.map((part) => written.get(part) ?? '').join('|') };
}

/** The text that a token stands for; null for characters that the formatter keeps for itself. */
function literalText(token: string): string | null {
  if (token === "''") return "'";
  if (token.length > 1 && token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  return "'[]{}#".includes(token) ? null : token;
}

function escaped(text: string): string {
  return text.replace(/[^\w\u0080-\u{10ffff}]/gu, '\\$&');
}

function problemOf(written: ReadonlyMap<TimePart, string>, format: string): string | null {
  const letterOf = (letter: string): boolean => format.replace(/'(?:[^']|'')*'/g, '').includes(letter);
  if (!written.has('year')) return 'The date format has no year, so that no time can be read by it.';
  for (const [part, other] of needs)
    if (written.has(part) && !written.has(other))
      return `The date format has the ${part}, but not the ${other}.`;
  if (letterOf('h') !== written.has('half'))
    return 'In a date format h, the hour from 1 to 12, and a, which is AM or PM, need each other.';
  return null;
}
