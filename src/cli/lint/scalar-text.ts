// The text of a YAML scalar with the place of each character. The library decodes; here what it decoded is laid beside
// what is written: all but white space comes one after the other in both, and escapes are known.

import { type LocatedText, textAt } from './located-text.ts';

export type ScalarStyle = 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';

interface Written {
  readonly char: string;
  /** Offsets in `source`. */
  readonly at: number;
  readonly end: number;
  readonly escaped: boolean;
}

/** `source` is the scalar as written, with quotes or block header; `value` what it means. */
export function scalarText(source: LocatedText, value: string, style: ScalarStyle): LocatedText {
  const written = readers[style](source.text);
  const offsets: number[] = [];
  let next = 0;
  for (const char of value.split('')) {
    const candidate = written[next];
    if (isBlank(char) && !(candidate?.escaped === true && candidate.char === char)) {
      // Folding and indentation rewrite white space: it is where the word before it ends.
      const before = written[next - 1];
      const free = before === undefined ? 1 : before.end;
      offsets.push(source.offsets[Math.max(free, (candidate?.at ?? free + 1) - 1)] ?? 0);
      continue;
    }
    // The two do not agree: then at least the place of the scalar is right.
    if (candidate?.char !== char) return textAt(value, source.offsets[0] ?? 0);
    offsets.push(source.offsets[candidate.at] ?? 0);
    next += 1;
  }
  const last = written[next - 1];
  offsets.push(source.offsets[written[next]?.at ?? (last === undefined ? 1 : last.end)] ?? 0);
  return { text: value, offsets };
}

const isBlank = (char: string): boolean => /\s/.test(char);

/** The characters that are not white space between two offsets. */
function plainCharacters(text: string, start: number, end: number): Written[] {
  const found: Written[] = [];
  for (let at = start; at < end; at += 1) {
    const char = text[at] ?? '';
    if (!isBlank(char)) found.push({ char, at, end: at + 1, escaped: false });
  }
  return found;
}

/** The header (`|-`, `>2 # why`) ends with its line. */
function blockCharacters(text: string): Written[] {
  return plainCharacters(text, text.indexOf('\n') + 1, text.length);
}

/** A quote inside of single quotes is doubled. */
function singleQuoted(text: string): Written[] {
  const inner = plainCharacters(text, 1, text.length - 1);
  return inner.filter(
    ({ char, at }, index) => !(char === "'" && inner[index - 1]?.char === "'" && oddQuotes(text, at)),
  );
}

/** True for the second quote of a pair: an odd number of quotes stands directly before it. */
function oddQuotes(text: string, at: number): boolean {
  let start = at;
  while (start > 1 && text[start - 1] === "'") start -= 1;
  return (at - start) % 2 === 1;
}

const escapeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
  '\t': '\t',
};

/** JSON's strings are written the same way. */
function doubleQuoted(text: string): Written[] {
  const found: Written[] = [];
  let at = 1;
  while (at < text.length - 1) {
    const char = text[at] ?? '';
    if (char !== '\\') {
      if (!isBlank(char)) found.push({ char, at, end: at + 1, escaped: false });
      at += 1;
      continue;
    }
    const letter = text[at + 1] ?? '';
    const digits = escapeLengths[letter] ?? 0;
    if (letter !== '\n' && letter !== '\r') {
      const meant = digits === 0 ? (escapes[letter] ?? letter) : fromHex(text.slice(at + 2, at + 2 + digits));
      for (const unit of meant.split('')) found.push({ char: unit, at, end: at + 2 + digits, escaped: true });
    }
    at += 2 + digits;
  }
  return found;
}

/** The character of a code in hexadecimal digits; nothing when there is none. */
export function fromHex(digits: string): string {
  const code = Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const readers: Readonly<Record<ScalarStyle, (text: string) => Written[]>> = {
  PLAIN: (text) => plainCharacters(text, 0, text.length),
  QUOTE_DOUBLE: doubleQuoted,
  QUOTE_SINGLE: singleQuoted,
  BLOCK_LITERAL: blockCharacters,
  BLOCK_FOLDED: blockCharacters,
};
