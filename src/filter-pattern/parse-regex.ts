// The regular expressions of filter patterns, `%^ERR(…)%` refused and `%[hc]at$%` read: no groups, no look-around, no back-references.
// The page, "Supported regular expressions (regex) syntax", lists what may stand in them; everything else is refused.

import type { Cursor } from './cursor.ts';
import { regexesMax, regexStatesMax } from './limits.ts';
import { characterSet, complement, parseClass, parseEscape } from './parse-characters.ts';
import type { CharacterSet, Regex, RegexItem, RegexSequence } from './pattern.ts';

/** regex := "%" sequence { "|" sequence } "%" */
export function parseRegex(cursor: Cursor): Regex {
  const start = cursor.at;
  cursor.at++;
  if (++cursor.regexes > regexesMax) {
    cursor.refuse(`more than ${regexesMax} regular expressions.`, undefined, start);
  }
  const alternatives = [parseSequence(cursor)];
  while (cursor.peek() === '|') {
    cursor.at++;
    alternatives.push(parseSequence(cursor));
  }
  if (cursor.done) cursor.refuse('a regular expression is not closed by %.', undefined, start);
  if (cursor.peek() !== '%') refuseCharacter(cursor);
  cursor.at++;
  if (alternatives.reduce((sum, { items }) => sum + states(items), 0) > regexStatesMax) {
    cursor.refuse(
      `the regular expression is too large: more than ${regexStatesMax} characters, repetitions written out.`,
      'Repeat less, or use * and +.',
      start,
    );
  }
  return { alternatives };
}

/** sequence := [ "^" ] { atom [ repetition ] } [ "$" ] */
function parseSequence(cursor: Cursor): RegexSequence {
  const start = cursor.at;
  const atStart = takeChar(cursor, '^');
  const items: RegexItem[] = [];
  for (;;) {
    const characters = parseAtom(cursor);
    if (characters === null) break;
    items.push({ characters, ...parseRepetition(cursor) });
  }
  const atEnd = takeChar(cursor, '$');
  if (cursor.at === start && !cursor.done) {
    if ('%|'.includes(cursor.peek())) cursor.refuse('a part of the regular expression is empty.');
    refuseCharacter(cursor);
  }
  return { atStart, atEnd, items };
}

function takeChar(cursor: Cursor, char: string): boolean {
  if (cursor.peek() !== char) return false;
  cursor.at++;
  return true;
}

/** The page: "Alphanumeric characters" and "Supported symbol characters". Its own example has a space besides. */
const plain = /[A-Za-z0-9:_#=@/;,\- ]/;
const anything: CharacterSet = complement(characterSet([]));

/** atom := "." | "[" class "]" | "\" escape | plain — null when none comes next. */
function parseAtom(cursor: Cursor): CharacterSet | null {
  const char = cursor.peek();
  if (char === '[') return parseClass(cursor);
  if (char === '\\') return parseEscape(cursor);
  if (char === '.' || plain.test(char)) {
    cursor.at++;
    return char === '.' ? anything : characterSet([char]);
  }
  return null;
}

const symbols: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1],
};

/** repetition := ( "*" | "+" | "?" | "{" [ m ] [ "," [ n ] ] "}" ) [ "?" ] — few or many is the same to who only asks for a match. */
function parseRepetition(cursor: Cursor): { readonly least: number; readonly most: number } {
  const bounds = symbols[cursor.peek()] ?? (cursor.peek() === '{' ? null : undefined);
  if (bounds === undefined) return { least: 1, most: 1 };
  if (bounds !== null) cursor.at++;
  const [least, most] = bounds ?? parseBraces(cursor);
  takeChar(cursor, '?');
  return { least, most };
}

/** The page: "Either m or n can be omitted if you chose not to define a minimum or maximum." */
function parseBraces(cursor: Cursor): readonly [number, number] {
  const start = cursor.at;
  const found = /^\{(\d{0,4})(?:(,)(\d{0,4}))?\}$/.exec(cursor.match(/\{[\d,]*\}?/y));
  const [, first = '', comma = '', second = ''] = found ?? [];
  const least = Number(first);
  const most = comma === '' ? least : second === '' ? Number.POSITIVE_INFINITY : Number(second);
  if (first + second === '' || most < least) {
    cursor.refuse(
      'a repetition is written {m}, {m,}, {,n} or {m,n}.',
      'A brace itself is written \\{.',
      start,
    );
  }
  return [least, most];
}

/** How many characters the items are, repetitions written out. */
function states(items: readonly RegexItem[]): number {
  return items.reduce((sum, { least, most }) => sum + (Number.isFinite(most) ? most : least + 1), 0);
}

function refuseCharacter(cursor: Cursor): never {
  const start = cursor.at;
  const { found } = cursor;
  const hints: Readonly<Record<string, string>> = {
    '(': 'Groups are not supported; ( itself is written \\x28.',
    ')': 'Groups are not supported; ) itself is written \\x29.',
    '^': '^ stands at the beginning of an alternative; ^ itself is written \\^.',
    $: '$ stands at the end of an alternative; $ itself is written \\$.',
  };
  const code = cursor.text.codePointAt(start) ?? 0;
  const asHex =
    code < 0x80
      ? `It is written \\x${code.toString(16).padStart(2, '0')}.`
      : 'Multi-byte characters are not supported.';
  const repeats = '*+?{'.includes(cursor.peek()) ? 'There is nothing here that it could repeat.' : undefined;
  cursor.at += code > 0xffff ? 2 : 1;
  return cursor.refuse(
    `the regular expression has ${found}, which cannot stand here.`,
    hints[cursor.text[start] ?? ''] ?? repeats ?? asHex,
    start,
  );
}
