// `parse`: reference logs-insights-ql 3.8: globs, regular expressions, logfmt, csv and xml.

import type { Alias, FieldExpr, ParseCommand, RegexExpr, Span, StringExpr } from '../ast.ts';
import {
  allowRegex,
  atWord,
  type Cursor,
  expectField,
  lexemeAfter,
  many,
  report,
  spanFrom,
  take,
  takeWord,
  unexpected,
  wordOf,
} from '../cursor.ts';
import { regexLiteral } from '../expression-parser.ts';
import { globRegex, globStars } from '../glob.ts';
import { alias } from '../items.ts';
import { capturesMax } from '../limits.ts';
import { refuseSyntax } from '../refusal.ts';
import { inspectRegex } from '../regex.ts';
import { checkRegexSize } from '../regex-check.ts';
import { regexShape } from '../regex-shape.ts';
import { isXPath, parseXPath } from '../xpath.ts';

/**
 * parse := "parse" [ field ] ( string "as" alias { "," alias } | regex [ "as" alias { "," alias } ] [ "multi" ] | "logfmt" "as" alias
 *        | "csv" "as" alias { "," alias } | "xml" string "as" alias )
 */
export function parseParse(cursor: Cursor, start: number): ParseCommand {
  allowRegex(cursor);
  const leadingMode = atMode(cursor, true);
  const source =
    leadingMode || cursor.lexeme.kind !== 'name' ? undefined : expectField(cursor, 'A field belongs here.');
  if (leadingMode || (source !== undefined && atMode(cursor, false))) return parseMode(cursor, start, source);
  allowRegex(cursor);
  const pattern = regexLiteral(cursor) ?? glob(cursor);
  const aliases = takeWord(cursor, 'as') ? many(cursor, alias) : [];
  boundCaptures(cursor, pattern.span, Math.max(aliases.length, namesIn(pattern)));
  if (pattern.kind === 'string') checkGlob(cursor, pattern, aliases);
  else checkRegexGroups(cursor, pattern, aliases);
  const multi = takeMulti(cursor, pattern);
  const span = spanFrom(cursor, start);
  return { kind: 'parse', mode: 'pattern', ...from(source), pattern, aliases, multi, span };
}

function from(source: FieldExpr | undefined): { readonly source?: FieldExpr } {
  return source === undefined ? {} : { source };
}

/** At `logfmt as m`, `csv as a, b` or `xml "/path" as x`; as first word it may also be a field of that name. */
function atMode(cursor: Cursor, first: boolean): boolean {
  if (!atWord(cursor, 'logfmt', 'csv', 'xml')) return false;
  const next = lexemeAfter(cursor);
  return !first || (atWord(cursor, 'xml') ? next.kind === 'string' : wordOf(next) === 'as');
}

function parseMode(cursor: Cursor, start: number, source: FieldExpr | undefined): ParseCommand {
  const { text, span } = take(cursor, 'keyword');
  const path = text.toLowerCase() === 'xml' ? xmlPath(cursor) : undefined;
  if (!takeWord(cursor, 'as')) unexpected(cursor, 'A name follows: `as name`.');
  if (text.toLowerCase() === 'csv') {
    const aliases = many(cursor, alias);
    boundCaptures(cursor, spanFrom(cursor, span.start), aliases.length);
    return { kind: 'parse', mode: 'csv', ...from(source), aliases, span: spanFrom(cursor, start) };
  }
  const name = alias(cursor);
  const rest = { ...from(source), alias: name, span: spanFrom(cursor, start) };
  return path === undefined
    ? { kind: 'parse', mode: 'logfmt', ...rest }
    : { kind: 'parse', mode: 'xml', path, ...rest };
}

/** The XPath of `xml`; where it is wrong is told inside of it when it has no escapes, which move its characters. */
function xmlPath(cursor: Cursor): StringExpr {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'string')
    return unexpected(cursor, 'An XPath belongs here: `parse xml "/event/level" as level`.');
  take(cursor, 'string');
  const { value, text, span } = lexeme;
  const parsed = parseXPath(value);
  if (!isXPath(parsed)) {
    const { start, end, beyond } = parsed;
    const inside = { start: span.start + 1 + start, end: span.start + 1 + Math.max(end, start + 1) };
    const place = text.length === value.length + 2 ? inside : span;
    const hint = 'Write a path such as /event/level, //item[@id="7"]/name or /event/@id.';
    if (beyond === null) report(cursor, place, 'invalid-xpath', 'This XPath cannot be read.', hint);
    else refuseSyntax(cursor, place, `In an XPath, ${beyond}`);
  }
  return { kind: 'string', value, span };
}

/** Inferred: an expression that can match nothing is refused, since it matches between any two characters. */
function takeMulti(cursor: Cursor, pattern: StringExpr | RegexExpr): boolean {
  if (pattern.kind === 'string' || !takeWord(cursor, 'multi')) return false;
  const { problems, positionalPattern } = inspectRegex(pattern.pattern);
  if (problems.length === 0 && regexShape(positionalPattern).mayBeEmpty) {
    const message = 'With `multi` the regular expression must not match the empty text.';
    report(
      cursor,
      pattern.span,
      'matches-nothing',
      message,
      'Use + in place of *, or add what always stands there.',
    );
  }
  return true;
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
    const message = 'Two stars side by side leave open where one ends.';
    report(cursor, pattern.span, 'adjacent-stars', message, 'Write one star, or text between the two.');
  } else if (Math.max(1, stars) !== aliases.length) {
    const message = `The pattern has ${counted(stars, 'star')} but there ${aliases.length === 1 ? 'is' : 'are'} ${counted(aliases.length, 'name')}.`;
    report(
      cursor,
      pattern.span,
      'capture-count',
      message,
      'Each * is one capture and needs one name after `as`.',
    );
  } else checkRegexSize(cursor, pattern.span, globRegex(pattern.value));
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
    report(cursor, pattern.span, 'capture-count', message, 'Remove the names after `as`.');
  } else if (groups.length !== aliases.length) {
    const message = `The pattern has ${counted(groups.length, 'group')} but there ${aliases.length === 1 ? 'is' : 'are'} ${counted(aliases.length, 'name')}.`;
    report(cursor, pattern.span, 'capture-count', message, hint);
  }
}

/** Captures of one `parse` that are found in bounded time. */
function boundCaptures(cursor: Cursor, span: Span, count: number): void {
  if (count <= capturesMax) return;
  const message = `This takes ${count} captures; ${capturesMax} is the most.`;
  report(cursor, span, 'capture-count', message, 'Take the text apart with several `parse` commands.');
}

function namesIn(pattern: StringExpr | RegexExpr): number {
  return pattern.kind === 'regex' ? inspectRegex(pattern.pattern).namedGroups.length : 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
