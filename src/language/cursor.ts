// Where the parser stands in the text, and its toolkit: peek, take, expect, many, fail. The whole state of a parse
// is here; the grammar is in parser.ts, expression-parser.ts and commands/.
// A syntax error ends its command: it is noted, `stop` unwinds to parser.ts, which goes on after the next pipe.

import type { FieldExpr, Query, Span } from './ast.ts';
import type { LanguageCode } from './codes.ts';
import { type Diagnostic, errorAt, warningAt } from './diagnostic.ts';
import { hintForLexeme } from './foreign-words.ts';
import { type ErrorLexeme, type Lexeme, lexAt, lexRegexAt, type NameLexeme } from './lexer.ts';
import { expressionDepthMax } from './limits.ts';
import { positionAt } from './position.ts';
import type { Token, TokenKind } from './token.ts';

export interface Cursor {
  readonly text: string;
  /** The lexeme to be taken next. */
  lexeme: Lexeme;
  /** End of the lexeme taken last. */
  lastEnd: number;
  depth: number;
  /** How many sub-queries are open: inside one, a closing parenthesis ends the command. */
  subqueries: number;
  /** How many were opened so far. */
  subqueriesSeen: number;
  /** The production for `( query )`; the grammar of expressions does not know that of commands. */
  readonly subquery: (cursor: Cursor) => Query;
  /** Offsets of brackets and of what closes them; filled by skip.ts when it first needs them. */
  closers?: ReadonlyMap<number, number>;
  readonly tokens: Token[];
  readonly diagnostics: Diagnostic[];
}

/** Thrown after a syntax error has been noted, caught in parser.ts only. One value, so it costs no stack trace. */
export const stop: unknown = Symbol('stop');

export function cursorAtStart(text: string, subquery: Cursor['subquery'] = unexpected): Cursor {
  const lexeme = lexAt(text, 0);
  return {
    text,
    lexeme,
    lastEnd: 0,
    depth: 0,
    subqueries: 0,
    subqueriesSeen: 0,
    subquery,
    tokens: [],
    diagnostics: [],
  };
}

// ---- looking

export function atEnd(cursor: Cursor): boolean {
  return cursor.lexeme.kind === 'end';
}

export function atSymbol(cursor: Cursor, symbol: string): boolean {
  return cursor.lexeme.kind === 'symbol' && cursor.lexeme.text === symbol;
}

/** The command ends here: at a pipe or at the end of its query. */
export function atCommandEnd(cursor: Cursor): boolean {
  return atQueryEnd(cursor) || atSymbol(cursor, '|');
}

/** The query ends here: at the end of the text, or at the parenthesis that closes a sub-query. */
export function atQueryEnd(cursor: Cursor): boolean {
  return atEnd(cursor) || (cursor.subqueries > 0 && atSymbol(cursor, ')'));
}

/** The next lexeme as a lower-case word, when it is an unquoted one. */
export function wordOf(lexeme: Lexeme): string | undefined {
  return lexeme.kind === 'name' && !lexeme.quoted ? lexeme.text.toLowerCase() : undefined;
}

export function atWord(cursor: Cursor, ...words: readonly string[]): boolean {
  const word = wordOf(cursor.lexeme);
  return word !== undefined && words.includes(word);
}

/** The lexeme after the next one. */
export function lexemeAfter(cursor: Cursor): Lexeme {
  return lexAt(cursor.text, cursor.lexeme.span.end);
}

/** Reads the next lexeme as a regular expression if it begins with a slash. Call where the grammar allows one. */
export function allowRegex(cursor: Cursor): void {
  if (cursor.lexeme.kind === 'symbol' && cursor.lexeme.text === '/') {
    cursor.lexeme = lexRegexAt(cursor.text, cursor.lexeme.span.start);
  }
}

// ---- taking

/** Takes the next lexeme; `kind` is its role, for highlighting. */
export function take(cursor: Cursor, kind: TokenKind): Lexeme {
  const taken = cursor.lexeme;
  if (taken.kind === 'end') return taken;
  cursor.tokens.push({ kind, text: taken.text, span: taken.span });
  cursor.lastEnd = taken.span.end;
  cursor.lexeme = lexAt(cursor.text, taken.span.end);
  return taken;
}

export function takeSymbol(cursor: Cursor, symbol: string, kind: TokenKind = 'punctuation'): boolean {
  if (!atSymbol(cursor, symbol)) return false;
  take(cursor, kind);
  return true;
}

export function takeWord(cursor: Cursor, ...words: readonly string[]): boolean {
  if (!atWord(cursor, ...words)) return false;
  take(cursor, 'keyword');
  return true;
}

export function expectSymbol(cursor: Cursor, symbol: string, hint: string): void {
  if (!takeSymbol(cursor, symbol)) unexpected(cursor, hint);
}

/** A field path where nothing but a field path can stand, so that even reserved words pass. */
export function expectField(cursor: Cursor, hint: string): FieldExpr {
  if (cursor.lexeme.kind !== 'name') return unexpected(cursor, hint);
  return fieldOf(take(cursor, 'field') as NameLexeme);
}

export function fieldOf(lexeme: NameLexeme): FieldExpr {
  return { kind: 'field', name: lexeme.segments.join('.'), segments: lexeme.segments, span: lexeme.span };
}

/** `one { "," one }`; a comma before the end of the command is tolerated with a warning. */
export function many<T>(cursor: Cursor, one: (cursor: Cursor) => T): T[] {
  const found = [one(cursor)];
  while (atSymbol(cursor, ',')) {
    const comma = take(cursor, 'punctuation').span;
    if (atCommandEnd(cursor)) {
      const hint = 'Remove the comma.';
      warn(cursor, comma, 'trailing-comma', 'Nothing follows this comma.', hint);
      break;
    }
    found.push(one(cursor));
  }
  return found;
}

/** From `start` to the end of what was taken last. */
export function spanFrom(cursor: Cursor, start: number): Span {
  return { start, end: Math.max(start, cursor.lastEnd) };
}

// ---- complaining

/** Notes a mistake that does not keep the parser from going on. */
export function report(cursor: Cursor, span: Span, code: LanguageCode, message: string, hint?: string): void {
  cursor.diagnostics.push(errorAt(span, code, message, hint));
}

export function warn(cursor: Cursor, span: Span, code: LanguageCode, message: string, hint?: string): void {
  cursor.diagnostics.push(warningAt(span, code, message, hint));
}

/** Notes a mistake after which the rest of the command cannot be read. */
export function fail(cursor: Cursor, span: Span, code: LanguageCode, message: string, hint?: string): never {
  report(cursor, span, code, message, hint);
  throw stop;
}

/**
 * The next lexeme is not allowed here. AWS's text; Inferred: lines count from 1, positions from 0, as in the
 * parser generator that AWS's messages come from.
 */
export function unexpected(cursor: Cursor, hint?: string): never {
  const { lexeme } = cursor;
  if (lexeme.kind === 'error') return failAtError(cursor, lexeme);
  // The end of the text is better shown behind the last word than after trailing blanks and comments.
  const span = lexeme.kind === 'end' ? { start: cursor.lastEnd, end: cursor.lastEnd } : lexeme.span;
  const { line, column } = positionAt(cursor.text, span.start);
  const message = `unexpected symbol found ${lexeme.text} at line ${line} and position ${column}`;
  return fail(
    cursor,
    span,
    'unexpected-symbol',
    message,
    hintForLexeme(lexeme, cursor.text) ?? placed(lexeme, hint),
  );
}

/** What is missing before a pipe is missing before it, not at it. */
function placed({ text }: Lexeme, hint: string | undefined): string | undefined {
  return text === '|' ? hint?.replace(/\bhere\b/, 'before this pipe') : hint;
}

function failAtError(cursor: Cursor, lexeme: ErrorLexeme): never {
  return fail(cursor, lexeme.span, lexeme.code, `token recognition error at: '${lexeme.text}'`, lexeme.hint);
}

/** Runs `inner` one level deeper and fails when the query nests too deeply. */
export function nested<T>(cursor: Cursor, inner: () => T): T {
  cursor.depth += 1;
  boundDepth(cursor, cursor.depth);
  const result = inner();
  cursor.depth -= 1;
  return result;
}

/** Refuses what would nest that deeply. */
export function boundDepth(cursor: Cursor, depth: number): void {
  if (depth <= expressionDepthMax) return;
  const message = `Expressions are nested more than ${expressionDepthMax} levels deep.`;
  fail(
    cursor,
    cursor.lexeme.span,
    'nesting-too-deep',
    message,
    'Split it with several filters or `fields … as`.',
  );
}
