// Turns query text into lexemes, one at a time and only when asked: the parser pulls, because what `/` means
// depends on where it stands (reference logs-insights-ql 1.4). Nothing is kept between calls.
// A character that does not lex becomes an `error` lexeme; the parser decides what to do about it.

import type { PeriodUnit, Span } from './ast.ts';
import { findUnit } from './period.ts';
import { classEnd } from './regex-atoms.ts';

interface At {
  readonly span: Span;
  /** The source text of the lexeme. */
  readonly text: string;
}
/** A field path, or a word: `quoted` says that backticks took part, so that it cannot be a keyword. */
export interface NameLexeme extends At {
  readonly kind: 'name';
  readonly segments: readonly string[];
  readonly quoted: boolean;
}
export interface StringLexeme extends At {
  readonly kind: 'string';
  readonly value: string;
}
export interface NumberLexeme extends At {
  readonly kind: 'number';
}
export interface PeriodLexeme extends At {
  readonly kind: 'period';
  readonly digits: string;
  readonly unit: PeriodUnit;
}
export interface RegexLexeme extends At {
  readonly kind: 'regex';
  readonly pattern: string;
}
export interface SymbolLexeme extends At {
  readonly kind: 'symbol';
}
export interface ErrorLexeme extends At {
  readonly kind: 'error';
  readonly code: 'unrecognised-token' | 'unterminated-string' | 'unterminated-regex' | 'unterminated-name';
  readonly hint: string | undefined;
}
export interface EndLexeme extends At {
  readonly kind: 'end';
}
export type Lexeme =
  | NameLexeme
  | StringLexeme
  | NumberLexeme
  | PeriodLexeme
  | RegexLexeme
  | SymbolLexeme
  | ErrorLexeme
  | EndLexeme;

const blank = /(?:\s+|#[^\n]*)*/y;
const nameStart = /@{0,2}(?:[A-Za-z_][A-Za-z0-9_]*|`[^`]+`)/y;
const nameSegment = /\.(@{0,2}[A-Za-z0-9_]+|@{0,2}`[^`]+`)/y;
const numeral = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const unitWord = /[A-Za-z]+(?![A-Za-z0-9_])/y;
const symbol = /==|=~|!=|<=|>=|[-=<>+*/%^!(),.|[\]:${}]/y;

/** The lexeme at or after `offset`, comments and white space skipped. `/` is the division sign. */
export function lexAt(text: string, offset: number): Lexeme {
  const start = skipBlank(text, offset);
  const char = text[start];
  if (char === undefined) return { kind: 'end', text: '<EOF>', span: { start, end: start } };
  if (char === '"' || char === "'") return lexString(text, start, char);
  return lexName(text, start) ?? lexNumber(text, start) ?? lexSymbol(text, start);
}

/** End of the white space and comments that begin at `offset`. */
export function skipBlank(text: string, offset: number): number {
  return offset + (matchAt(blank, text, offset)?.[0].length ?? 0);
}

const bareLogGroup = /[A-Za-z0-9_./-]+/y;

/** A log group's name without quotes, as `SOURCE` allows it, at `offset`. */
export function bareLogGroupAt(text: string, offset: number): StringLexeme | undefined {
  const found = matchAt(bareLogGroup, text, offset)?.[0];
  if (found === undefined) return undefined;
  return { kind: 'string', value: found, text: found, span: { start: offset, end: offset + found.length } };
}

function lexName(text: string, start: number): Lexeme | undefined {
  const first = matchAt(nameStart, text, start);
  if (first === undefined) {
    if (text[start] !== '`') return undefined;
    return errorLexeme(text, start, start + 1, 'unterminated-name', 'Close the name with a backtick.');
  }
  const segments = [unquote(first[0])];
  let end = start + first[0].length;
  for (
    let next = matchAt(nameSegment, text, end);
    next !== undefined;
    next = matchAt(nameSegment, text, end)
  ) {
    segments.push(unquote(next[1] ?? ''));
    end += next[0].length;
  }
  const source = text.slice(start, end);
  return { kind: 'name', segments, quoted: source.includes('`'), text: source, span: { start, end } };
}

const memberKey = /@{0,2}(?:[A-Za-z0-9_]+|`[^`]+`)/y;

/** One part of a path at `offset`, where the dot before it was a symbol of its own: behind `)` or `]`. */
export function segmentAt(text: string, offset: number): NameLexeme | undefined {
  const source = matchAt(memberKey, text, offset)?.[0];
  if (source === undefined) return undefined;
  const span = { start: offset, end: offset + source.length };
  return { kind: 'name', segments: [unquote(source)], quoted: source.includes('`'), text: source, span };
}

function unquote(segment: string): string {
  return segment.replaceAll('`', '');
}

/** A number, or a period when a unit follows without a blank: `5m`, `300s`. */
function lexNumber(text: string, start: number): Lexeme | undefined {
  const digits = matchAt(numeral, text, start)?.[0];
  if (digits === undefined) return undefined;
  const numberEnd = start + digits.length;
  const word = matchAt(unitWord, text, numberEnd)?.[0];
  const unit = word === undefined ? undefined : findUnit(word);
  const end = unit === undefined ? numberEnd : numberEnd + (word ?? '').length;
  const at = { text: text.slice(start, end), span: { start, end } };
  return unit === undefined ? { kind: 'number', ...at } : { kind: 'period', digits, unit, ...at };
}

function lexSymbol(text: string, start: number): Lexeme {
  const found = matchAt(symbol, text, start)?.[0];
  if (found === undefined) {
    const char = String.fromCodePoint(text.codePointAt(start) ?? 0);
    return errorLexeme(text, start, start + char.length, 'unrecognised-token', hintForCharacter(char));
  }
  return { kind: 'symbol', text: found, span: { start, end: start + found.length } };
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** `"…"` or `'…'`. Inferred: an unknown escape keeps its backslash; a string may span lines. */
function lexString(text: string, start: number, quote: string): Lexeme {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === quote) {
      const end = at + 1;
      return { kind: 'string', value, text: text.slice(start, end), span: { start, end } };
    }
    if (char === '\\' && at + 1 < text.length) {
      at += 1;
      const escaped = text[at] ?? '';
      value += escapes[escaped] ?? `\\${escaped}`;
    } else {
      value += char;
    }
  }
  return errorLexeme(
    text,
    start,
    lineEnd(text, start),
    'unterminated-string',
    `Close the string with ${quote}.`,
  );
}

/**
 * The regular expression whose opening slash is at `start`. A slash inside is written `\/`.
 * Inferred: a bare slash inside `[…]` passes, unless the expression would then never end.
 */
export function lexRegexAt(text: string, start: number): RegexLexeme | ErrorLexeme {
  const close = closingSlash(text, start, true) ?? closingSlash(text, start, false);
  if (close === undefined) {
    const hint = 'Close the regular expression with a slash.';
    return errorLexeme(text, start, lineEnd(text, start), 'unterminated-regex', hint);
  }
  const end = close + 1;
  const raw = text.slice(start + 1, close);
  return { kind: 'regex', pattern: unescapeSlashes(raw), text: text.slice(start, end), span: { start, end } };
}

function closingSlash(text: string, start: number, classesProtect: boolean): number | undefined {
  let at = start + 1;
  while (at < text.length && text[at] !== '/') {
    if (text[at] === '[' && classesProtect) at = classEnd(text, at).end;
    else at += text[at] === '\\' ? 2 : 1;
  }
  return at < text.length ? at : undefined;
}

function unescapeSlashes(raw: string): string {
  return raw.replace(/\\([\s\S])/g, (pair, char) => (char === '/' ? '/' : pair));
}

/** Where offset `offset` of a regex literal's pattern stands in the query text; each `\/` counts as one character there. */
export function regexSourceOffset(literal: string, literalStart: number, offset: number): number {
  let at = 1;
  for (let seen = 0; seen < offset && at < literal.length - 1; ) {
    const escaped = literal[at] === '\\' && at + 1 < literal.length - 1;
    if (!escaped) {
      at += 1;
      seen += 1;
    } else {
      const width = literal[at + 1] === '/' ? 1 : 2;
      at += width === 1 || seen + 2 <= offset ? 2 : 1;
      seen += width;
    }
  }
  return literalStart + at;
}

function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline === -1 ? text.length : newline;
}

function errorLexeme(
  text: string,
  start: number,
  end: number,
  code: ErrorLexeme['code'],
  hint: string | undefined,
): ErrorLexeme {
  return { kind: 'error', code, hint, text: text.slice(start, end), span: { start, end } };
}

function hintForCharacter(char: string): string | undefined {
  if (/[“”„‟‘’‚‛]/u.test(char)) return 'Write straight quotes: " or \'.';
  if (char === '&') return 'Write `and`.';
  if (char === '?') return 'There is no `? :`; write if(condition, a, b).';
  if (char === '~') return 'Write `=~ /…/`, or `not like /…/` for the negation.';
  if (char === ';') return 'Remove the semicolon; a pipe separates commands.';
  if (char === '@') return 'A name follows `@`: @timestamp, or @`aws.tag.team name`.';
  if (/[\p{L}\p{N}]/u.test(char))
    return 'Names with other than ASCII letters, digits and `_` need backticks.';
  return undefined;
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}
