// How the parser passes over text that it does not read: the rest of a broken or unsupported command, the inside of
// a sub-query. Only a guess at the structure is needed, but strings, regular expressions and comments must not
// end the command at a pipe inside them.

import { atEnd, type Cursor, take } from './cursor.ts';
import { findFunction } from './functions.ts';
import { type Lexeme, lexAt, lexRegexAt } from './lexer.ts';
import { isReservedWord } from './names.ts';
import type { TokenKind } from './token.ts';

/** Passes over lexemes up to the pipe that ends the command; pipes in balanced parentheses belong to sub-queries. */
export function skipCommand(cursor: Cursor): void {
  const target = pipeAfter(cursor, true) ?? pipeAfter(cursor, false) ?? cursor.text.length;
  skipTo(cursor, target);
}

/** Passes over `( … )` or `[ … ]`, the next lexeme being the opening one. Returns false when it is never closed. */
export function skipGroup(cursor: Cursor): boolean {
  let depth = 0;
  for (const lexeme of lexemesFrom(cursor)) {
    depth += depthChange(lexeme);
    if (depth === 0) {
      skipTo(cursor, lexeme.span.end);
      return true;
    }
  }
  return false;
}

/** Takes every lexeme before `target`, each with the role it most likely has. */
function skipTo(cursor: Cursor, target: number): void {
  let previous: Lexeme | undefined;
  while (!atEnd(cursor) && cursor.lexeme.span.start < target) {
    cursor.lexeme = withRegex(cursor.text, previous, cursor.lexeme);
    previous = take(cursor, likelyKind(cursor));
  }
}

/** Where the next pipe outside parentheses is; with `balanced` unset, the next pipe of all. */
function pipeAfter(cursor: Cursor, balanced: boolean): number | undefined {
  let depth = 0;
  for (const lexeme of lexemesFrom(cursor)) {
    if (balanced) depth = Math.max(0, depth + depthChange(lexeme));
    if (depth === 0 && isSymbol(lexeme, '|')) return lexeme.span.start;
  }
  return depth === 0 ? cursor.text.length : undefined;
}

function* lexemesFrom(cursor: Cursor): Generator<Lexeme> {
  let previous: Lexeme | undefined;
  let lexeme = cursor.lexeme;
  while (lexeme.kind !== 'end') {
    lexeme = withRegex(cursor.text, previous, lexeme);
    yield lexeme;
    previous = lexeme;
    lexeme = lexAt(cursor.text, lexeme.span.end);
  }
}

/** A slash after `like`, `=~`, `parse` or a field that follows a pipe's `parse` begins a regular expression. */
function withRegex(text: string, previous: Lexeme | undefined, lexeme: Lexeme): Lexeme {
  if (!isSymbol(lexeme, '/') || previous === undefined) return lexeme;
  const introduces = isSymbol(previous, '=~') || /^(like|parse)$/i.test(previous.text);
  return introduces ? lexRegexAt(text, lexeme.span.start) : lexeme;
}

function isSymbol(lexeme: Lexeme, symbol: string): boolean {
  return lexeme.kind === 'symbol' && lexeme.text === symbol;
}

function depthChange(lexeme: Lexeme): number {
  if (isSymbol(lexeme, '(') || isSymbol(lexeme, '[')) return 1;
  return isSymbol(lexeme, ')') || isSymbol(lexeme, ']') ? -1 : 0;
}

function likelyKind(cursor: Cursor): TokenKind {
  const { lexeme } = cursor;
  switch (lexeme.kind) {
    case 'name':
      if (isReservedWord(lexeme.text)) return 'keyword';
      return isSymbol(lexAt(cursor.text, lexeme.span.end), '(') && findFunction(lexeme.text)
        ? 'function'
        : 'field';
    case 'symbol':
      if (lexeme.text === '|') return 'pipe';
      return /^[(),.[\]:${}]$/.test(lexeme.text) ? 'punctuation' : 'operator';
    case 'end':
      return 'punctuation';
    default:
      return lexeme.kind;
  }
}
