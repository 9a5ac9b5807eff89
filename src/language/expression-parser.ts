// Expressions, loosest operator first (reference logs-insights-ql 1.7). One function per level of the grammar.

import type {
  BinaryExpr,
  BinaryOperator,
  CallExpr,
  Expr,
  LiteralExpr,
  PeriodExpr,
  RegexExpr,
  Span,
  StringExpr,
} from './ast.ts';
import { checkedCall } from './call-check.ts';
import { findCommand } from './commands.ts';
import {
  allowRegex,
  atSymbol,
  atWord,
  boundDepth,
  type Cursor,
  expectSymbol,
  fail,
  fieldOf,
  lexemeAfter,
  many,
  nested,
  report,
  spanFrom,
  take,
  takeSymbol,
  takeWord,
  unexpected,
  warn,
  wordOf,
} from './cursor.ts';
import type { Lexeme, NameLexeme, PeriodLexeme } from './lexer.ts';
import { members } from './members.ts';
import { isReservedWord } from './names.ts';
import { findUnit } from './period.ts';
import { checkPattern } from './regex-check.ts';

/** expression := and { "or" and } */
export function expression(cursor: Cursor): Expr {
  return nested(cursor, () => {
    let left = conjunction(cursor);
    while (takeWord(cursor, 'or')) left = binary('or', left, conjunction(cursor));
    return left;
  });
}

/** and := not { "and" not } */
function conjunction(cursor: Cursor): Expr {
  let left = negation(cursor);
  while (takeWord(cursor, 'and')) left = binary('and', left, negation(cursor));
  return left;
}

/** not := "not" not | comparison */
function negation(cursor: Cursor): Expr {
  const { start } = cursor.lexeme.span;
  if (!takeWord(cursor, 'not')) return comparison(cursor);
  const operand = nested(cursor, () => negation(cursor));
  return { kind: 'unary', operator: 'not', operand, span: spanFrom(cursor, start) };
}

const comparisonOperators: Readonly<Record<string, BinaryOperator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** comparison := sum [ ("="|"=="|"!="|"<"|"<="|">"|">=") sum | ["not"] ("like"|"=~") pattern | ["not"] "in" list ] */
function comparison(cursor: Cursor): Expr {
  const left = sum(cursor);
  const compared = comparisonRest(cursor, left);
  if (compared !== left && atComparison(cursor)) {
    unexpected(cursor, 'Comparisons do not chain; join them with `and`.');
  }
  return compared;
}

function comparisonRest(cursor: Cursor, left: Expr): Expr {
  const operator = cursor.lexeme.kind === 'symbol' ? comparisonOperators[cursor.lexeme.text] : undefined;
  if (operator !== undefined) {
    take(cursor, 'operator');
    return binary(operator, left, sum(cursor));
  }
  if (takeSymbol(cursor, '=~', 'operator')) return like(cursor, left, false);
  const negated = takeWord(cursor, 'not');
  if (takeWord(cursor, 'like')) return like(cursor, left, negated);
  if (takeWord(cursor, 'in')) return membership(cursor, left, negated);
  return negated ? unexpected(cursor, 'After a value, `not` is followed by `like` or `in`.') : left;
}

function atComparison(cursor: Cursor): boolean {
  const { lexeme } = cursor;
  if (lexeme.kind === 'symbol') return lexeme.text === '=~' || lexeme.text in comparisonOperators;
  return atWord(cursor, 'like', 'in', 'not');
}

/** pattern := string | regex */
function like(cursor: Cursor, operand: Expr, negated: boolean): Expr {
  allowRegex(cursor);
  const pattern = regexLiteral(cursor) ?? likeText(cursor);
  return { kind: 'like', negated, operand, pattern, span: spanFrom(cursor, operand.span.start) };
}

/** A regular expression where the grammar allows one; the caller has called `allowRegex`. */
export function regexLiteral(cursor: Cursor): RegexExpr | undefined {
  if (cursor.lexeme.kind !== 'regex') return undefined;
  const { pattern, span } = cursor.lexeme;
  const expr: RegexExpr = { kind: 'regex', pattern, span };
  take(cursor, 'regex');
  checkPattern(cursor, expr);
  refuseFlags(cursor);
  return expr;
}

/** `/x/i`; but a word operator may follow without a blank. */
function refuseFlags(cursor: Cursor): void {
  const { lexeme } = cursor;
  const adjacent = lexeme.kind === 'name' && lexeme.span.start === cursor.lastEnd;
  if (!adjacent || isReservedWord(lexeme.text)) return;
  unexpected(
    cursor,
    'There are no flags after the slash; begin the pattern with (?i) to ignore letter case.',
  );
}

function likeText(cursor: Cursor): StringExpr {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'string') {
    return unexpected(cursor, 'After `like` comes a "text" or a /regular expression/.');
  }
  take(cursor, 'string');
  if (/^[%*]|[%*]$/.test(lexeme.value)) {
    const message = `\`like\` looks for ${lexeme.text} literally: % and * are no wildcards.`;
    warn(
      cursor,
      lexeme.span,
      'like-wildcard',
      message,
      'Leave them out: a text is found anywhere; a pattern is written /…/.',
    );
  }
  return { kind: 'string', value: lexeme.value, span: lexeme.span };
}

/** x "in" ( list | "(" query ")" ) */
function membership(cursor: Cursor, operand: Expr, negated: boolean): Expr {
  const { start } = operand.span;
  if (!atSymbol(cursor, '(')) {
    const items = list(cursor);
    return { kind: 'in', negated, operand, items, span: spanFrom(cursor, start) };
  }
  if (!beginsQuery(lexemeAfter(cursor)))
    unexpected(cursor, 'A list is written in square brackets: ["a", "b"].');
  const query = cursor.subquery(cursor);
  return { kind: 'inQuery', negated, operand, query, span: spanFrom(cursor, start) };
}

function beginsQuery(lexeme: Lexeme): boolean {
  const word = wordOf(lexeme);
  return word !== undefined && findCommand(word) !== undefined;
}

/** list := "[" literal { "," literal } "]" */
function list(cursor: Cursor): LiteralExpr[] {
  const { start } = cursor.lexeme.span;
  expectSymbol(cursor, '[', 'After `in` comes a list in square brackets: ["a", "b"].');
  if (takeSymbol(cursor, ']')) {
    report(cursor, spanFrom(cursor, start), 'empty-list', 'A list needs at least one value.');
    return [];
  }
  const items = many(cursor, listItem);
  expectSymbol(cursor, ']', 'Close the list with a square bracket, or put a comma between its values.');
  return items;
}

function listItem(cursor: Cursor): LiteralExpr {
  return constant(cursor, 'A list holds texts in quotes and numbers.');
}

/** literal := string | ["-"] number | "true" | "false" | "null" */
export function constant(cursor: Cursor, hint: string): LiteralExpr {
  const { start } = cursor.lexeme.span;
  const negative = takeSymbol(cursor, '-', 'operator');
  const literal = literalOrNothing(cursor);
  const misplaced = literal === undefined || (negative && literal.kind !== 'number');
  if (misplaced) return unexpected(cursor, hint);
  if (!negative || literal.kind !== 'number') return literal;
  return { kind: 'number', value: -literal.value, text: `-${literal.text}`, span: spanFrom(cursor, start) };
}

/** sum := product { ("+"|"-") product }. What follows stands outside of what went before: `(a + b) + c`. */
function sum(cursor: Cursor): Expr {
  let left = product(cursor);
  for (let links = 1; atSymbol(cursor, '+') || atSymbol(cursor, '-'); links++) {
    boundDepth(cursor, links);
    const operator = take(cursor, 'operator');
    const right = product(cursor);
    if (operator.text === '-') warnAboutDash(cursor, operator.span, left, right);
    left = binary(operator.text as '+' | '-', left, right);
  }
  return left;
}

/** `detail-type` is a subtraction on AWS as well, and hardly ever meant. */
function warnAboutDash(cursor: Cursor, dash: Span, left: Expr, right: Expr): void {
  const tight = left.span.end === dash.start && right.span.start === dash.end;
  if (!tight || left.kind !== 'field' || right.kind !== 'field') return;
  const span = { start: left.span.start, end: right.span.end };
  const text = cursor.text.slice(span.start, span.end);
  const message = `\`${text}\` is ${left.name} minus ${right.name}.`;
  const hint = `For the field of that name write \`${text}\` in backticks; for the subtraction put blanks around the dash.`;
  warn(cursor, span, 'dash-is-minus', message, hint);
}

/** product := power { ("*"|"/"|"%") power } */
function product(cursor: Cursor): Expr {
  let left = power(cursor);
  for (let links = 1; atSymbol(cursor, '*') || atSymbol(cursor, '/') || atSymbol(cursor, '%'); links++) {
    boundDepth(cursor, links);
    const operator = take(cursor, 'operator').text as '*' | '/' | '%';
    left = binary(operator, left, power(cursor));
  }
  return left;
}

/** power := prefix [ "^" power ]. Inferred: right-associative. */
function power(cursor: Cursor): Expr {
  const left = prefix(cursor);
  if (!takeSymbol(cursor, '^', 'operator')) return left;
  return binary(
    '^',
    left,
    nested(cursor, () => power(cursor)),
  );
}

/** prefix := ("!"|"-") prefix | primary */
function prefix(cursor: Cursor): Expr {
  if (!atSymbol(cursor, '!') && !atSymbol(cursor, '-')) return primary(cursor);
  const { start } = cursor.lexeme.span;
  const operator = take(cursor, 'operator').text as '!' | '-';
  const operand = nested(cursor, () => prefix(cursor));
  return { kind: 'unary', operator, operand, span: spanFrom(cursor, start) };
}

/** Where a value belongs AWS's lexer reads `/` as a division and stumbles over the first backslash of the expression. */
function refuseRegex(cursor: Cursor): void {
  const { span } = cursor.lexeme;
  const written = /^\/(?:[^/\\\n]|\\.)*\//.exec(cursor.text.slice(span.start))?.[0];
  const backslash = written?.indexOf('\\') ?? -1;
  if (backslash < 0) return;
  const start = span.start + backslash;
  const hint =
    'A regular expression stands only after `like`, `=~` and `parse`; functions take the pattern as a string.';
  fail(cursor, { start, end: start + 1 }, 'unrecognised-token', "token recognition error at: '\\'", hint);
}

/** primary := literal | ( call | field ) members | "(" expression ")" */
function primary(cursor: Cursor): Expr {
  const literal = literalOrNothing(cursor);
  if (literal !== undefined) return literal;
  if (atSymbol(cursor, '(')) return parenthesised(cursor);
  if (cursor.lexeme.kind === 'period') {
    return unexpected(cursor, 'A period stands only as an argument of bin, datefloor and dateceil.');
  }
  if (atSymbol(cursor, '/')) refuseRegex(cursor);
  if (cursor.lexeme.kind !== 'name')
    return unexpected(
      cursor,
      isTripleEqual(cursor) ? 'Equal is written `=`.' : 'A field, a value or a function belongs here.',
    );
  if (wordOf(cursor.lexeme) !== undefined && isReservedWord(cursor.lexeme.text)) {
    return unexpected(cursor, 'A value is missing here. A field of this name needs backticks.');
  }
  const next = lexemeAfter(cursor);
  const isCall = next.kind === 'symbol' && next.text === '(';
  return members(cursor, isCall ? call(cursor) : fieldOf(take(cursor, 'field') as NameLexeme));
}

/** `===` is `==` and one more. */
function isTripleEqual(cursor: Cursor): boolean {
  return atSymbol(cursor, '=') && cursor.text[cursor.lexeme.span.start - 1] === '=';
}

/** The parentheses belong to the span, because the span names the column of an item without alias. */
function parenthesised(cursor: Cursor): Expr {
  const { start } = take(cursor, 'punctuation').span;
  const inner = expression(cursor);
  expectSymbol(cursor, ')', 'Close the parenthesis.');
  return { ...inner, span: spanFrom(cursor, start) };
}

function literalOrNothing(cursor: Cursor): LiteralExpr | undefined {
  const { lexeme } = cursor;
  const { span } = lexeme;
  if (lexeme.kind === 'string') {
    take(cursor, 'string');
    return { kind: 'string', value: lexeme.value, span };
  }
  if (lexeme.kind === 'number') {
    take(cursor, 'number');
    const value = Number(lexeme.text);
    if (!Number.isFinite(value))
      report(cursor, span, 'invalid-number', 'This number is too large.', 'Numbers go up to 1.7e308.');
    return { kind: 'number', value, text: lexeme.text, span };
  }
  if (!atWord(cursor, 'true', 'false', 'null')) return undefined;
  const word = take(cursor, 'constant').text.toLowerCase();
  return word === 'null' ? { kind: 'null', span } : { kind: 'boolean', value: word === 'true', span };
}

/** call := name "(" [ argument { "," argument } ] ")" */
function call(cursor: Cursor): CallExpr {
  const name = cursor.lexeme as NameLexeme;
  if (name.quoted || name.segments.length > 1 || name.text.startsWith('@')) {
    take(cursor, 'field');
    return unexpected(cursor, `\`${name.text}\` is not the name of a function.`);
  }
  take(cursor, 'function');
  take(cursor, 'punctuation');
  const args = atSymbol(cursor, ')') ? [] : many(cursor, argument);
  const isUnit = cursor.lexeme.kind === 'name' && args.at(-1)?.kind === 'number';
  const hint = isUnit
    ? 'Units of time are ms, s, m, h, d, w, mo, q and y.'
    : `Close the parenthesis of \`${name.text}\`.`;
  expectSymbol(cursor, ')', hint);
  const span = spanFrom(cursor, name.span.start);
  return checkedCall(cursor, { kind: 'call', name: name.text, nameSpan: name.span, args, span });
}

/** argument := "*" | period | expression */
function argument(cursor: Cursor): Expr {
  if (atSymbol(cursor, '*')) return { kind: 'star', span: take(cursor, 'operator').span };
  return period(cursor) ?? expression(cursor);
}

/** period := integer unit, tolerated with a blank between: `bin(5 min)` */
export function period(cursor: Cursor): PeriodExpr | undefined {
  const { lexeme } = cursor;
  if (lexeme.kind === 'period') {
    take(cursor, 'period');
    return periodExpr(cursor, lexeme);
  }
  if (lexeme.kind !== 'number') return undefined;
  const unitWord = lexemeAfter(cursor);
  const unit = findUnit(wordOf(unitWord) ?? '');
  if (unit === undefined) return undefined;
  take(cursor, 'period');
  take(cursor, 'period');
  const span = spanFrom(cursor, lexeme.span.start);
  return periodExpr(cursor, { kind: 'period', digits: lexeme.text, unit, span, text: lexeme.text });
}

function periodExpr(cursor: Cursor, lexeme: PeriodLexeme): PeriodExpr {
  const count = Number(lexeme.digits);
  if (!/^\d+$/.test(lexeme.digits) || count === 0) {
    const message = 'A period is a whole number, from 1, of one unit.';
    report(
      cursor,
      lexeme.span,
      'invalid-period',
      message,
      count === 0 ? undefined : 'A part of a unit is written in a smaller one: 90m.',
    );
  }
  return { kind: 'period', count, unit: lexeme.unit, span: lexeme.span };
}

function binary(operator: BinaryOperator, left: Expr, right: Expr): BinaryExpr {
  return { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
}
