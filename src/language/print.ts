// Syntax tree -> canonical text, one command a line: what `fmt` writes and what the plan names in its messages.
// parse(print(query)) is the same tree up to spans. Comments and unusual spellings are not kept.

import type {
  Alias,
  AppendcolsCommand,
  Command,
  Expr,
  FillmissingCommand,
  Item,
  JoinCommand,
  LiteralExpr,
  LogGroupSelection,
  LookupCommand,
  ParseCommand,
  Query,
  RegexExpr,
  SavedQueryCommand,
  SortKey,
  SourceClause,
  TimeBound,
} from './ast.ts';
import { appendedRowsDefault } from './limits.ts';
import { aliasText, fieldText, memberText } from './names.ts';
import { periodText } from './period.ts';
import { rowCommandText } from './print-row-commands.ts';

/** Given the text that the query was read from, a column without a name keeps its text there, which is its name. */
export function print({ source, commands }: Query, text?: string): string {
  const clause = source === undefined ? [] : [clauseText(source)];
  return [...clause, ...commands.map((command) => commandText(command, text))].join('\n| ');
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
    case 'json':
      return `json field=${printExpression(command.source)} ${printExpression(command.path)}${asText([command.alias])}`;
    case 'unnest':
      return `unnest ${printExpression(command.source)} into ${aliasText(command.alias.name)}`;
    case 'expand':
      return `expand ${printExpression(command.field)}`;
    case 'accum':
    case 'addtotals':
    case 'autoregress':
    case 'countFrequent':
    case 'filldown':
    case 'outlier':
    case 'sessionize':
    case 'unmask':
      return rowCommandText(command);
    case 'fillmissing':
      return fillmissingText(command);
    case 'dedup':
      return `dedup ${command.keys.map(printExpression).join(', ')}`;
    case 'filterIndex':
      return `filterIndex ${printExpression(command.condition)}`;
    case 'join':
      return joinText(command);
    case 'appendcols':
      return appendcolsText(command, text);
    case 'lookup':
      return `lookup ${aliasText(command.table.name)} ${command.keys.map(lookupKeyText).join(', ')} ${outputsText(command)}`;
    case 'cidrlookup':
      return `cidrlookup ${aliasText(command.table.name)} ${printExpression(command.field)}${asText(command.column === undefined ? [] : [command.column])} ${outputsText(command)}`;
    case 'pattern':
      return `pattern ${printExpression(command.operand)}`;
    case 'diff':
      return command.against === 'previousPeriod' ? 'diff' : `diff ${command.against}`;
    case 'logcompare':
      return `logcompare timeshift ${printExpression(command.shift)}`;
    case 'relevantfields':
      return `relevantfields ${command.fields.map(printExpression).join(', ')}${command.fields.length === 0 ? '' : ' '}where ${printExpression(command.condition)}`;
    case 'savedQuery':
      return savedQueryText(command);
    case 'anomaly':
    case 'estimate':
      return command.kind;
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

function parseText(command: ParseCommand): string {
  const { source } = command;
  const from = source === undefined ? '' : `${sourceText(source.segments)} `;
  const names = asText('alias' in command ? [command.alias] : command.aliases);
  switch (command.mode) {
    case 'pattern':
      return `parse ${from}${printExpression(command.pattern)}${names}${command.multi ? ' multi' : ''}`;
    case 'xml':
      return `parse ${from}xml ${printExpression(command.path)}${names}`;
    default:
      return `parse ${from}${command.mode}${names}`;
  }
}

function fillmissingText({ values }: FillmissingCommand): string {
  if (values.length === 0) return 'fillmissing';
  const filled = values.map(({ value, field }) => `${literalText(value)} for ${fieldText(field.segments)}`);
  return `fillmissing with ${filled.join(', ')}`;
}

/** `parse xml "…"` would be another kind of parse. */
function sourceText(segments: readonly string[]): string {
  const text = fieldText(segments);
  return /^(logfmt|csv|xml)$/i.test(text) ? `\`${text}\`` : text;
}

function joinText({ type, left, right, leftKey, rightKey, source }: JoinCommand): string {
  const sides = `left=${aliasText(left.name)} right=${aliasText(right.name)}`;
  const keys = [fieldText([left.name, ...leftKey.segments]), fieldText([right.name, ...rightKey.segments])];
  return `join${type === 'left' ? ' type=left' : ''} ${sides} where ${keys.join(' = ')} (${clauseText(source)})`;
}

function appendcolsText({ override, max, query }: AppendcolsCommand, text: string | undefined): string {
  const options = `${override ? ' override=true' : ''}${max === appendedRowsDefault ? '' : ` max=${max}`}`;
  return `appendcols${options} (${print(query, text)})`;
}

function lookupKeyText({ column, field }: LookupCommand['keys'][number]): string {
  return column.name === field.name
    ? printExpression(field)
    : `${aliasText(column.name)} as ${printExpression(field)}`;
}

function outputsText({ keepPresent, outputs }: Pick<LookupCommand, 'keepPresent' | 'outputs'>): string {
  const columns = outputs.map(
    ({ column, alias }) => aliasText(column.name) + asText(alias === undefined ? [] : [alias]),
  );
  return `${keepPresent ? 'OUTPUTNEW' : 'OUTPUT'} ${columns.join(', ')}`;
}

/** `SOURCE …` as one clause. */
function clauseText({ names, selections, start, end }: SourceClause): string {
  const specs = [
    ...names.map(({ name }) => stringLiteral(name)),
    ...selections.map(selectionText),
    ...(start === undefined ? [] : [`START=${boundText(start)}`]),
    ...(end === undefined ? [] : [`END=${boundText(end)}`]),
  ];
  return `SOURCE ${specs.join(' ')}`;
}

const boundUnits = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** A time relative to now in the largest unit that it is a whole number of. */
function boundText({ relative, ms }: TimeBound): string {
  if (!relative) return String(ms);
  if (ms === 0) return 'now';
  const [unit, unitMs] = boundUnits.find(([, size]) => ms % size === 0) ?? (['ms', 1] as const);
  return `${ms / unitMs}${unit}`;
}

const textList = (values: readonly string[]): string => `[${values.map(stringLiteral).join(', ')}]`;

function selectionText(selection: LogGroupSelection): string {
  switch (selection.kind) {
    case 'dataSource':
      return `dataSource(${textList(selection.names)})`;
    case 'logGroupTags': {
      const filters = selection.filters.map(
        ({ key, values }) => `{"key": ${stringLiteral(key)}, "values": ${textList(values)}}`,
      );
      return `logGroupTags([${filters.join(', ')}])`;
    }
    case 'logGroups': {
      const lists = [
        ['namePrefix', selection.namePrefixes],
        ['accountIdentifier', selection.accounts],
        ['class', selection.classes],
      ] as const;
      const given = lists.flatMap(([name, values]) =>
        values === undefined ? [] : [`${name}: ${textList(values)}`],
      );
      return `logGroups(${given.join(', ')})`;
    }
  }
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
    case 'inQuery':
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
    case 'member':
      return printExpression(expr.owner) + expr.path.map(memberText).join('');
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
    case 'inQuery':
      return `${comparedText(expr.operand, expr.negated)} in (${print(expr.query)})`;
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
