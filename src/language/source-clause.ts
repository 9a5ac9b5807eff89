// `SOURCE …`: which log groups a query reads, in its own text: reference logs-insights-ql 3.30.
// A bare log group name holds characters that are signs elsewhere, so names are read from the text itself.

import type { LogGroupName, LogGroupSelection, SourceClause, TimeBound } from './ast.ts';
import {
  atCommandEnd,
  atSymbol,
  atWord,
  type Cursor,
  expectSymbol,
  fail,
  lexemeAfter,
  many,
  report,
  spanFrom,
  take,
  takeSymbol,
  takeWord,
  unexpected,
  wordOf,
} from './cursor.ts';
import { bareLogGroupAt } from './lexer.ts';
import { accountsPerSourceMax, dataSourcesMax, prefixesPerSourceMax, tagFiltersMax } from './limits.ts';
import { periodMs } from './period.ts';

/** source := "SOURCE" spec { spec } [ "START=" time ] [ "END=" time ] { "|" "SOURCE" … } */
export function sourceClause(cursor: Cursor): SourceClause | undefined {
  if (!atWord(cursor, 'source')) return undefined;
  const { start } = cursor.lexeme.span;
  let found: SourceClause = { kind: 'source', names: [], selections: [], span: cursor.lexeme.span };
  do {
    takeSymbol(cursor, '|', 'pipe');
    take(cursor, 'command');
    found = specs(cursor, found);
  } while (atSymbol(cursor, '|') && wordOf(lexemeAfter(cursor)) === 'source');
  return { ...found, span: spanFrom(cursor, start) };
}

function specs(cursor: Cursor, clause: SourceClause): SourceClause {
  const names: LogGroupName[] = [...clause.names];
  const selections: LogGroupSelection[] = [...clause.selections];
  let { start, end } = clause;
  do {
    if (takeBound(cursor, 'start')) start = timeBound(cursor);
    else if (takeBound(cursor, 'end')) end = timeBound(cursor, lastMsOfSecond);
    else {
      const selected = selection(cursor);
      if (selected !== undefined) selections.push(selected);
      else names.push(logGroupName(cursor));
    }
    takeSymbol(cursor, ',');
  } while (!atCommandEnd(cursor));
  return {
    ...clause,
    names,
    selections,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}

function takeBound(cursor: Cursor, word: string): boolean {
  if (!atWord(cursor, word) || lexemeAfter(cursor).text !== '=') return false;
  take(cursor, 'keyword');
  take(cursor, 'operator');
  return true;
}

/** An end in seconds holds its whole second, as that of a request does (reference 5.4). */
const lastMsOfSecond = 999;

/** time := epoch | ["-"] period | "now". Epoch seconds or, from 10^11, milliseconds (reference 5.4). */
function timeBound(cursor: Cursor, beyondSecondMs = 0): TimeBound {
  const { start } = cursor.lexeme.span;
  if (takeWord(cursor, 'now')) return { relative: true, ms: 0, span: spanFrom(cursor, start) };
  const sign = takeSymbol(cursor, '-', 'operator') ? -1 : 1;
  const { lexeme } = cursor;
  if (lexeme.kind === 'period') {
    take(cursor, 'period');
    const ms =
      periodMs(Number(lexeme.digits), lexeme.unit) ??
      fail(
        cursor,
        lexeme.span,
        'invalid-period',
        'A time relative to now is given in weeks or smaller units.',
      );
    return { relative: true, ms: sign * ms, span: spanFrom(cursor, start) };
  }
  if (lexeme.kind !== 'number' || sign < 0)
    return unexpected(cursor, 'A time is epoch seconds or milliseconds, a period such as -3h, or now.');
  take(cursor, 'number');
  if (cursor.lexeme.span.start === cursor.lastEnd && !atCommandEnd(cursor)) {
    unexpected(cursor, 'A time is epoch seconds or milliseconds, a period such as -3h, or now; not a date.');
  }
  const number = Number(lexeme.text);
  const ms = number >= 1e11 ? number : number * 1000 + beyondSecondMs;
  return { relative: false, ms, span: lexeme.span };
}

function logGroupName(cursor: Cursor): LogGroupName {
  const { lexeme } = cursor;
  if (lexeme.kind === 'string') {
    take(cursor, 'string');
    return { name: lexeme.value, span: lexeme.span };
  }
  const bare = bareLogGroupAt(cursor.text, lexeme.span.start);
  if (bare === undefined) return unexpected(cursor, "The name of a log group belongs here: SOURCE '/aws/…'.");
  cursor.lexeme = bare;
  take(cursor, 'string');
  return { name: bare.value, span: bare.span };
}

/** "logGroups(" … ")" | "dataSource(" list ")" | "logGroupTags(" JSON list ")" */
function selection(cursor: Cursor): LogGroupSelection | undefined {
  if (lexemeAfter(cursor).text !== '(') return undefined;
  const { start } = cursor.lexeme.span;
  if (atWord(cursor, 'loggroups')) return logGroups(cursor, start);
  if (atWord(cursor, 'datasource', 'datasources')) {
    openParenthesis(cursor);
    const names = textList(cursor, 'data sources', dataSourcesMax);
    closeParenthesis(cursor);
    return { kind: 'dataSource', names, span: spanFrom(cursor, start) };
  }
  return atWord(cursor, 'loggrouptags') ? logGroupTags(cursor, start) : undefined;
}

function openParenthesis(cursor: Cursor): void {
  take(cursor, 'function');
  take(cursor, 'punctuation');
}

function closeParenthesis(cursor: Cursor): void {
  expectSymbol(cursor, ')', 'Close the parenthesis.');
}

function logGroups(cursor: Cursor, start: number): LogGroupSelection {
  openParenthesis(cursor);
  const lists: { namePrefixes?: string[]; accounts?: string[]; classes?: string[] } = {};
  while (!atSymbol(cursor, ')')) {
    const key = wordOf(cursor.lexeme);
    if (key === undefined || !Object.hasOwn(listKinds, key))
      unexpected(cursor, 'Log groups are chosen by namePrefix, accountIdentifier and class.');
    take(cursor, 'keyword');
    if (!takeSymbol(cursor, ':')) expectSymbol(cursor, '=', 'A colon follows.');
    const { member, what, max } = listKinds[key as keyof typeof listKinds];
    lists[member] = textList(cursor, what, max, member === 'accounts' ? account : text);
    if (!takeSymbol(cursor, ',')) break;
  }
  closeParenthesis(cursor);
  return { kind: 'logGroups', ...lists, span: spanFrom(cursor, start) };
}

const prefixes = { member: 'namePrefixes', what: 'name prefixes', max: prefixesPerSourceMax } as const;
const accounts = { member: 'accounts', what: 'accounts', max: accountsPerSourceMax } as const;
const classes = { member: 'classes', what: 'log classes', max: 2 } as const;
/** AWS's pages spell two of them in two ways. */
const listKinds = {
  nameprefix: prefixes,
  nameprefixes: prefixes,
  accountidentifier: accounts,
  accountidentifiers: accounts,
  class: classes,
  loggroupclass: classes,
} as const;

/** list := "[" text { "," text } "]", or one text alone */
function textList(cursor: Cursor, what: string, max: number, item = text): string[] {
  const { start } = cursor.lexeme.span;
  if (!takeSymbol(cursor, '[')) return [item(cursor)];
  const found = many(cursor, item);
  expectSymbol(cursor, ']', 'Close the list with a square bracket.');
  if (found.length > max) {
    const message = `\`SOURCE\` takes at most ${max} ${what}, found ${found.length}.`;
    report(cursor, spanFrom(cursor, start), 'too-many-sources', message);
  }
  return found;
}

function text(cursor: Cursor): string {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'string') return unexpected(cursor, 'A text in quotes belongs here.');
  take(cursor, 'string');
  return lexeme.value;
}

/** account := text | "'accountId'" "=" text. The second form stands in AWS's description of StartQuery. */
function account(cursor: Cursor): string {
  const first = text(cursor);
  if (first !== 'accountId' || !takeSymbol(cursor, '=')) return first;
  return text(cursor);
}

/** logGroupTags([{"key": "env", "values": ["prod"]}]): the JSON of the API's TagFilter. */
function logGroupTags(cursor: Cursor, start: number): LogGroupSelection {
  openParenthesis(cursor);
  const filters: { key: string; values: string[] }[] = [];
  expectSymbol(cursor, '[', 'A list follows: [{"key": "env", "values": ["prod"]}].');
  do filters.push(tagFilter(cursor));
  while (takeSymbol(cursor, ','));
  expectSymbol(cursor, ']', 'Close the list with a square bracket.');
  closeParenthesis(cursor);
  const span = spanFrom(cursor, start);
  if (filters.length > tagFiltersMax) {
    const message = `\`SOURCE\` takes at most ${tagFiltersMax} tag filters, found ${filters.length}.`;
    report(cursor, span, 'too-many-sources', message);
  }
  return { kind: 'logGroupTags', filters, span };
}

function tagFilter(cursor: Cursor): { key: string; values: string[] } {
  const { span } = cursor.lexeme;
  let key: string | undefined;
  let values: string[] | undefined;
  expectSymbol(cursor, '{', 'A tag filter is written {"key": "env", "values": ["prod"]}.');
  do {
    const member = text(cursor).toLowerCase();
    expectSymbol(cursor, ':', 'A colon follows.');
    if (member === 'key') key = text(cursor);
    else if (member === 'values') values = textList(cursor, 'values', tagFiltersMax);
    else fail(cursor, span, 'unexpected-symbol', 'A tag filter has the members "key" and "values".');
  } while (takeSymbol(cursor, ','));
  expectSymbol(cursor, '}', 'Close the tag filter.');
  if (key === undefined) return fail(cursor, span, 'unexpected-symbol', 'A tag filter needs a "key".');
  return { key, values: values ?? ['*'] };
}
