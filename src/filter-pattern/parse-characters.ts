// Sets of characters in regular expressions: `[a-z]`, `[^0-9]`, `\d`, `\x28`. ASCII one by one, everything beyond it as one.

import type { Cursor } from './cursor.ts';
import type { CharacterSet } from './pattern.ts';

const asciiMax = 0x7f;

type Range = readonly [from: number, to: number];

/** Of single characters and ranges `a-z`. */
export function characterSet(parts: readonly string[]): CharacterSet {
  const code = (text: string, at: number): number => text.charCodeAt(at);
  return {
    ranges: parts.map((part) => [code(part, 0), code(part, part.length - 1)]),
    others: false,
  };
}

export function complement({ ranges, others }: CharacterSet): CharacterSet {
  const outside: Range[] = [];
  let from = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (start > from) outside.push([from, start - 1]);
    from = Math.max(from, end + 1);
  }
  if (from <= asciiMax) outside.push([from, asciiMax]);
  return { ranges: outside, others: !others };
}

const union = (sets: readonly CharacterSet[]): CharacterSet => ({
  ranges: sets.flatMap(({ ranges }) => ranges),
  others: sets.some(({ others }) => others),
});

/** The page: "Whitespace characters include the tab (\t), space( ), and newline (\n) characters." \r is one, too, where lines end in it. */
const classes: Readonly<Record<string, CharacterSet>> = {
  d: characterSet(['0-9']),
  s: characterSet(['\t', '\n', '\v', '\f', '\r', ' ']),
  w: characterSet(['a-z', 'A-Z', '0-9', '_']),
};

/** Inferred: the page names two of them, and what they stand for, without a word on whether they may be written. */
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

/** Operators and symbols that a backslash makes stand for themselves. Parentheses are not among them: AWS refuses `\(`. */
const escapable = /[\^$?[\]{}|\\*+.:_#=@/;,-]/;

/** escape := "\" ( "d" | "D" | "s" | "S" | "w" | "W" | "t" | "n" | "v" | "f" | "r" | "x" hex hex | operator ) */
export function parseEscape(cursor: Cursor): CharacterSet {
  const start = cursor.at;
  cursor.at++;
  const letter = cursor.peek();
  const named = classes[letter.toLowerCase()];
  const digits = /^x([0-9A-Fa-f]{2})$/.exec(cursor.text.slice(cursor.at, cursor.at + 3))?.[1];
  cursor.at += digits === undefined ? 1 : 3;
  if (named !== undefined) return letter === letter.toLowerCase() ? named : complement(named);
  if (digits !== undefined) return ofCode(Number.parseInt(digits, 16));
  if (escapable.test(letter)) return characterSet([letter]);
  const control = controls[letter];
  if (control !== undefined) return ofCode(control);
  return cursor.refuse(
    `the escape \\${letter} is not supported.`,
    'There are \\d \\D \\s \\S \\w \\W, \\t and \\n, \\x28 for the character with this hexadecimal code, and \\ before an operator.',
    start,
  );
}

const ofCode = (code: number): CharacterSet =>
  code <= asciiMax ? { ranges: [[code, code]], others: false } : { ranges: [], others: true };

/** What may stand in a class as itself. */
const classPlain = /[A-Za-z0-9:_#=@/;,\-?{}|*+.$^ ]/;

/** class := "[" [ "^" ] ( range | escape | plain ) { … } "]" */
export function parseClass(cursor: Cursor): CharacterSet {
  const start = cursor.at;
  cursor.at++;
  const negated = cursor.peek() === '^';
  if (negated) cursor.at++;
  const sets: CharacterSet[] = [];
  while (cursor.peek() !== ']') {
    if (cursor.done || cursor.peek() === '%')
      cursor.refuse('a character class is not closed by ].', undefined, start);
    sets.push(parseMember(cursor));
  }
  cursor.at++;
  if (sets.length === 0)
    cursor.refuse('a character class is empty.', 'A bracket itself is written \\].', start);
  return negated ? complement(union(sets)) : union(sets);
}

function parseMember(cursor: Cursor): CharacterSet {
  const start = cursor.at;
  const from = parseSingle(cursor);
  // A hyphen before the closing bracket is one.
  if (cursor.peek() !== '-' || cursor.text[cursor.at + 1] === ']') return from;
  cursor.at++;
  const to = parseSingle(cursor);
  const [first, last] = [singleCode(from), singleCode(to)];
  if (first === null || last === null || first > last) {
    const range = cursor.text.slice(start, cursor.at);
    cursor.refuse(`${range} is not a range of characters.`, 'A hyphen itself is written \\-.', start);
  }
  return { ranges: [[first, last]], others: false };
}

function parseSingle(cursor: Cursor): CharacterSet {
  if (cursor.peek() === '\\') return parseEscape(cursor);
  const char = cursor.peek();
  if (!classPlain.test(char))
    cursor.refuse(
      `${cursor.found} cannot stand in a character class.`,
      'Write it \\xhh, by its hexadecimal code.',
    );
  cursor.at++;
  return characterSet([char]);
}

function singleCode({ ranges, others }: CharacterSet): number | null {
  const [range, ...more] = ranges;
  if (range === undefined || more.length > 0 || others) return null;
  return range[0] === range[1] ? range[0] : null;
}
