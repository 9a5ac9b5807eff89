// `parse`: reference logs-insights-ql 3.8. Runs now: globs and regular expressions; `multi`, logfmt, csv and xml are refused.

import type { Alias, FieldExpr, ParseCommand, RegexExpr, StringExpr } from '../ast.ts';
import {
  allowRegex,
  atWord,
  type Cursor,
  expectField,
  lexemeAfter,
  many,
  report,
  spanFrom,
  stop,
  take,
  takeWord,
  unexpected,
  wordOf,
} from '../cursor.ts';
import { regexLiteral } from '../expression-parser.ts';
import { globStars } from '../glob.ts';
import { alias } from '../items.ts';
import { refuseSyntax } from '../refusal.ts';
import { inspectRegex } from '../regex.ts';

/** parse := "parse" [ field ] ( string "as" alias { "," alias } | regex [ "as" alias { "," alias } ] ) */
export function parseParse(cursor: Cursor, start: number): ParseCommand {
  allowRegex(cursor);
  const source = parseSource(cursor);
  allowRegex(cursor);
  const pattern = regexLiteral(cursor) ?? glob(cursor);
  const aliases = takeWord(cursor, 'as') ? many(cursor, alias) : [];
  if (pattern.kind === 'string') checkGlob(cursor, pattern, aliases);
  else checkRegexGroups(cursor, pattern, aliases);
  const span = spanFrom(cursor, start);
  refuseMulti(cursor);
  return { kind: 'parse', ...(source === undefined ? {} : { source }), pattern, aliases, span };
}

function parseSource(cursor: Cursor): FieldExpr | undefined {
  if (atMode(cursor, true)) refuseMode(cursor);
  if (cursor.lexeme.kind !== 'name') return undefined;
  const source = expectField(cursor, 'A field belongs here.');
  if (atMode(cursor, false)) refuseMode(cursor);
  return source;
}

/** At `logfmt as m`, `csv as a, b` or `xml "/path" as x`; as first word it may also be a field of that name. */
function atMode(cursor: Cursor, first: boolean): boolean {
  if (!atWord(cursor, 'logfmt', 'csv', 'xml')) return false;
  const next = lexemeAfter(cursor);
  return !first || (atWord(cursor, 'xml') ? next.kind === 'string' : wordOf(next) === 'as');
}

function refuseMode(cursor: Cursor): never {
  const { span, text } = cursor.lexeme;
  refuseSyntax(cursor, span, `\`parse … ${text.toLowerCase()}\``);
  throw stop;
}

function refuseMulti(cursor: Cursor): void {
  if (!atWord(cursor, 'multi')) return;
  refuseSyntax(cursor, take(cursor, 'keyword').span, '`parse … multi`');
}

function glob(cursor: Cursor): StringExpr {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'string') {
    return unexpected(cursor, 'A pattern belongs here: "text with * for captures" or /(?<name>…)/.');
  }
  take(cursor, 'string');
  if (!atWord(cursor, 'as')) unexpected(cursor, 'Name the captures: `as a, b`.');
  return { kind: 'string', value: lexeme.value, span: lexeme.span };
}

function checkGlob(cursor: Cursor, pattern: StringExpr, aliases: readonly Alias[]): void {
  const stars = globStars(pattern.value);
  if (pattern.value.includes('**')) {
    report(cursor, pattern.span, 'adjacent-stars', 'Two stars side by side leave open where one ends.');
  } else if (Math.max(1, stars) !== aliases.length) {
    const message = `The pattern has ${counted(stars, 'star')} but there ${aliases.length === 1 ? 'is' : 'are'} ${counted(aliases.length, 'name')}.`;
    report(
      cursor,
      pattern.span,
      'capture-count',
      message,
      'Each * is one capture and needs one name after `as`.',
    );
  }
}

/** Unnamed groups capture only in `/(…)/ as name`. */
function checkRegexGroups(cursor: Cursor, pattern: RegexExpr, aliases: readonly Alias[]): void {
  const { groups, namedGroups, problems } = inspectRegex(pattern.pattern);
  if (problems.length > 0) return;
  const hint = 'Name each group: (?<name>…).';
  if (aliases.length === 0) {
    const message = 'The regular expression has no named group, so that nothing is captured.';
    if (namedGroups.length === 0) report(cursor, pattern.span, 'capture-count', message, hint);
  } else if (namedGroups.length > 0) {
    const message = 'Names stand either in the groups or after `as`, not in both.';
    report(cursor, pattern.span, 'capture-count', message, hint);
  } else if (groups.length !== aliases.length) {
    const message = `The pattern has ${counted(groups.length, 'group')} but there ${aliases.length === 1 ? 'is' : 'are'} ${counted(aliases.length, 'name')}.`;
    report(cursor, pattern.span, 'capture-count', message, hint);
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
