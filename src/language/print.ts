// Syntax tree -> canonical text, one command a line: what `fmt` writes and what the plan names in its messages.
// parse(print(query)) is the same tree up to spans. Comments and unusual spellings are not kept.

import type {
  Alias,
  Command,
  Expr,
  Item,
  LiteralExpr,
  ParseCommand,
  Query,
  RegexExpr,
  SavedQueryCommand,
  SortKey,
} from './ast.ts';
import { aliasText, fieldText } from './names.ts';
import { periodText } from './period.ts';

/** Given the text that the query was read from, a column without a name keeps its text there, which is its name. */
export function print(query: Query, text?: string): string {
  return query.commands.map((command) => commandText(command, text)).join('\n| ');
}

function commandText(command: Command, text: string | undefined): string {
  switch (command.kind) {
    case 'fields':
    case 'display':
      return `${command.kind} ${itemList(command.items, text)}`;
    case 'filter':
      return `filter ${printExpression(command.condition)}`;
    case 'sort':
      return `sort ${command.keys.map(sortKeyText).join(', ')}`;
    case 'limit':
      return command.any ? `limit any ${command.count}` : `limit ${command.count}`;
    case 'stats': {
      const { aggregates, groups, offset } = command;
      const by = groups.length === 0 ? '' : ` by ${itemList(groups, text)}`;
      return `stats ${itemList(aggregates, text)}${by}${offset === undefined ? '' : ` offset ${printExpression(offset)}`}`;
    }
    case 'parse':
      return parseText(command);
    case 'savedQuery':
      return savedQueryText(command);
    case 'dedup':
      return `dedup ${command.keys.map(printExpression).join(', ')}`;
  }
}

function savedQueryText({ name, arguments: given }: SavedQueryCommand): string {
  const values = given.map((argument) => `${aliasText(argument.name.name)} = ${argument.value}`);
  return `$${aliasText(name.name)}(${values.join(', ')})`;
}

function itemList(items: readonly Item[], text: string | undefined): string {
  return items.map((item) => nameText(item, text) ?? itemText(item)).join(', ');
}

/** The text that names a column without alias, unless it spans lines. */
function nameText({ expr, alias, span }: Item, text: string | undefined): string | undefined {
  const name = alias === undefined && expr.kind !== 'field' ? text?.slice(span.start, span.end) : undefined;
  return name === undefined || name.includes('\n') ? undefined : name;
}

function itemText({ expr, alias }: Item): string {
  return printExpression(expr) + asText(alias === undefined ? [] : [alias]);
}

function asText(aliases: readonly Alias[]): string {
  return aliases.length === 0 ? '' : ` as ${aliases.map(({ name }) => aliasText(name)).join(', ')}`;
}

function sortKeyText({ field, direction }: SortKey): string {
  return printExpression(field) + (direction === 'desc' ? ' desc' : '');
}

function parseText({ source, pattern, aliases }: ParseCommand): string {
  const from = source === undefined ? '' : `${sourceText(source.segments)} `;
  return `parse ${from}${printExpression(pattern)}${asText(aliases)}`;
}

/** `parse xml "…"` would be another kind of parse. */
function sourceText(segments: readonly string[]): string {
  const text = fieldText(segments);
  return /^(logfmt|csv|xml)$/i.test(text) ? `\`${text}\`` : text;
}

/** How tightly a node holds together, as in the grammar: an operand that is looser needs parentheses. */
const level = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  power: 7,
  prefix: 8,
  primary: 9,
} as const;

function levelOf(expr: Expr): number {
  switch (expr.kind) {
    case 'unary':
      return expr.operator === 'not' ? level.not : level.prefix;
    case 'binary':
      return binaryLevel(expr.operator);
    case 'like':
    case 'in':
      return level.comparison;
    default:
      return level.primary;
  }
}

function binaryLevel(operator: string): number {
  if (operator === 'or') return level.or;
  if (operator === 'and') return level.and;
  if (operator === '+' || operator === '-') return level.sum;
  if (operator === '*' || operator === '/' || operator === '%') return level.product;
  return operator === '^' ? level.power : level.comparison;
}

/** An expression as canonical text. */
export function printExpression(expr: Expr): string {
  switch (expr.kind) {
    case 'field':
      return fieldText(expr.segments);
    case 'regex':
      return regexText(expr);
    case 'period':
      return periodText(expr.count, expr.unit);
    case 'star':
      return '*';
    case 'call':
      return `${expr.name}(${expr.args.map(printExpression).join(', ')})`;
    case 'unary': {
      const operand = operandText(expr.operand, expr.operator === 'not' ? level.not : level.prefix);
      return expr.operator === 'not' ? `not ${operand}` : `${expr.operator}${operand}`;
    }
    case 'binary':
      return binaryText(expr.operator, expr.left, expr.right);
    case 'like':
      return `${comparedText(expr.operand, expr.negated)} like ${printExpression(expr.pattern)}`;
    case 'in':
      return `${comparedText(expr.operand, expr.negated)} in [${expr.items.map(literalText).join(', ')}]`;
    default:
      return literalText(expr);
  }
}

function operandText(expr: Expr, loosest: number): string {
  const text = printExpression(expr);
  return levelOf(expr) < loosest ? `(${text})` : text;
}

/** Operators group to the left, `^` to the right, comparisons not at all. */
function binaryText(operator: string, left: Expr, right: Expr): string {
  const own = binaryLevel(operator);
  const leftLoosest = own === level.comparison || own === level.power ? own + 1 : own;
  const rightLoosest = own === level.power ? own : own + 1;
  return `${operandText(left, leftLoosest)} ${operator} ${operandText(right, rightLoosest)}`;
}

function comparedText(operand: Expr, negated: boolean): string {
  return operandText(operand, level.sum) + (negated ? ' not' : '');
}

function literalText(expr: LiteralExpr): string {
  switch (expr.kind) {
    case 'string':
      return stringLiteral(expr.value);
    case 'number':
      return expr.text;
    case 'boolean':
      return String(expr.value);
    case 'null':
      return 'null';
  }
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text as a string literal: how a program puts a value into a query. */
export function stringLiteral(value: string): string {
  return `"${value.replace(/[\\"\n\r\t]/g, (char) => escapes[char] ?? char)}"`;
}

/** Slashes are escaped, unless a backslash before them already is the second half of a pair. */
function regexText({ pattern }: RegexExpr): string {
  return `/${pattern.replace(/\\[\s\S]|\//g, (found) => (found === '/' ? '\\/' : found))}/`;
}
