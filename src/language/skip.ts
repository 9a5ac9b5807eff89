// How the parser passes over text that it does not read: the rest of a broken or unsupported command, the inside of
// a sub-query. Only a guess at the structure is needed, but strings, regular expressions and comments must not
// end the command at a pipe inside them.

import { atCommandEnd, atEnd, type Cursor, take, unexpected } from './cursor.ts';
import { findFunction } from './functions.ts';
import { type Lexeme, lexAt, lexRegexAt } from './lexer.ts';
import { isReservedWord } from './names.ts';
import type { TokenKind } from './token.ts';

/** Passes over lexemes up to the pipe that ends the command; pipes in closed parentheses belong to sub-queries. */
export function skipCommand(cursor: Cursor): void {
  while (!atCommandEnd(cursor)) skipOne(cursor);
}

/** Passes over an argument as it stands, up to the comma or the parenthesis that ends it. */
export function skipArgument(cursor: Cursor): void {
  while (!atCommandEnd(cursor) && !isSymbol(cursor.lexeme, ',') && !isSymbol(cursor.lexeme, ')')) {
    if (cursor.lexeme.kind === 'error') unexpected(cursor);
    skipOne(cursor);
  }
}

/** Takes one lexeme, or a whole group when one begins here, each in the role that it most likely has. */
function skipOne(cursor: Cursor): void {
  const last = closers(cursor).get(cursor.lexeme.span.start) ?? cursor.lexeme.span.start;
  while (!atEnd(cursor) && cursor.lexeme.span.start <= last) {
    const taken = cursor.tokens.slice(-2).map((token) => token.text);
    cursor.lexeme = withRegex(cursor.text, taken, cursor.lexeme);
    take(cursor, likelyKind(cursor));
  }
}

/** For each bracket that is closed, the offset of its closer; found once per text, so that skipping stays linear. */
function closers(cursor: Cursor): ReadonlyMap<number, number> {
  cursor.closers ??= findClosers(cursor.text);
  return cursor.closers;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

function findClosers(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: Lexeme[] = [];
  let before: readonly string[] = [];
  for (let lexeme = lexAt(text, 0); lexeme.kind !== 'end'; lexeme = lexAt(text, lexeme.span.end)) {
    lexeme = withRegex(text, before, lexeme);
    const opener = open.at(-1);
    if (lexeme.kind === 'symbol' && lexeme.text in closing) open.push(lexeme);
    else if (opener !== undefined && isSymbol(lexeme, closing[opener.text] ?? '')) {
      found.set(opener.span.start, lexeme.span.start);
      open.pop();
    }
    before = [before.at(-1) ?? '', lexeme.text];
  }
  return found;
}

/** A slash after `like`, `=~`, `parse` or `parse field` begins a regular expression. */
function withRegex(text: string, before: readonly string[], lexeme: Lexeme): Lexeme {
  if (!isSymbol(lexeme, '/')) return lexeme;
  const introduced = /^(like|parse|=~)$/i.test(before.at(-1) ?? '') || /^parse$/i.test(before.at(-2) ?? '');
  return introduced ? lexRegexAt(text, lexeme.span.start) : lexeme;
}

function isSymbol(lexeme: Lexeme, symbol: string): boolean {
  return lexeme.kind === 'symbol' && lexeme.text === symbol;
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
