// Words and signs of other query languages that people write by habit, and what to write instead.
// Hints only: none of these is accepted.

import type { Lexeme } from './lexer.ts';

const operators = new Map(
  Object.entries({
    contains: 'Write `field like "text"`.',
    startswith: 'Write `startsWith(field, "text")`, or `field like /^text/`.',
    endswith: 'Write `endsWith(field, "text")`, or `field like /text$/`.',
    matches: 'Write `field like /pattern/`.',
    rlike: 'Write `field like /pattern/`.',
    regexp: 'Write `field like /pattern/`.',
    ilike: 'Write `field like /(?i)text/`.',
    between: 'Write `field >= low and field <= high`.',
    exists: 'Write `ispresent(field)`.',
    is: 'Write `not ispresent(field)` for a missing value.',
    distinct: 'Write `countDistinct(field)`.',
    from: 'The log groups are chosen outside the query text.',
    select: 'Write `fields a, b`.',
    where: 'Write `| filter` before the condition.',
    having: 'Write `| filter` after `stats`.',
    descending: 'Write `desc`.',
    ascending: 'Write `asc`.',
    xor: 'Write `(a or b) and not (a and b)`.',
  }),
);

const signs = new Map(
  Object.entries({
    '!': 'Not equal is written `!=`, and the negation of `like` is `not like`.',
    '<>': 'Not equal is written `!=`.',
    '*': 'A star stands only in count(*). To choose columns, name them; without `fields` there are @timestamp and @message.',
    '/': 'A regular expression stands only after `like`, `=~` and `parse`.',
    ':': 'A text is written in quotes.',
    '[': 'A list stands only after `in`.',
  }),
);

/** What to write instead of a lexeme of `text` that cannot stand where it stands. */
export function hintForLexeme(lexeme: Lexeme, text: string): string | undefined {
  if (lexeme.kind === 'name' && !lexeme.quoted) return operators.get(lexeme.text.toLowerCase());
  if (lexeme.kind !== 'symbol') return undefined;
  // `<>` is read as two signs.
  return signs.get(`${text[lexeme.span.start - 1]}${lexeme.text}`) ?? signs.get(lexeme.text);
}

const commands = new Map(
  Object.entries({
    eval: 'Write `fields expression as name`.',
    extend: 'Write `fields expression as name`.',
    rename: 'Write `fields old as new`.',
    project: 'Write `fields a, b`.',
    select: 'Write `fields a, b`.',
    table: 'Write `display a, b`.',
    top: 'Write `stats count(*) as n by field | sort n desc | limit 10`.',
    rare: 'Write `stats count(*) as n by field | sort n asc | limit 10`.',
    take: 'Write `limit 10`.',
    grep: 'Write `filter @message like /text/`.',
    rex: 'Write `parse @message /(?<name>…)/`.',
    summarize: 'Write `stats`.',
    '-': 'A comment begins with #.',
    '/': 'A comment begins with #.',
    fillnull: 'Write `fields coalesce(field, 0) as name`.',
  }),
);

/** What to write instead of a command of another language. */
export function hintForCommand(word: string): string | undefined {
  return commands.get(word.toLowerCase());
}

const functionNames = new Map(
  Object.entries({
    lower: 'tolower(s)',
    upper: 'toupper(s)',
    length: 'strlen(s)',
    len: 'strlen(s)',
    substring: 'substr(s, start, length)',
    contains: 'strcontains(s, "text")',
    isnumber: 'isNumeric(x)',
    countif: 'sum(condition)',
    isnull: 'not ispresent(x)',
    isnotnull: 'ispresent(x)',
    ifnull: 'coalesce(x, 0)',
    nvl: 'coalesce(x, 0)',
    iif: 'if(condition, a, b)',
    mean: 'avg(n)',
    dc: 'countDistinct(x)',
    dcount: 'countDistinct(x)',
    p50: 'pct(n, 50)',
    p90: 'pct(n, 90)',
    p95: 'pct(n, 95)',
    p99: 'pct(n, 99)',
    cnt: 'count(*)',
    distinctcount: 'countDistinct(x)',
    first: 'earliest(x)',
    last: 'latest(x)',
    tostring: 'concat(x)',
    str: 'concat(x)',
    int: 'toInt(x)',
    double: 'toDouble(x)',
    date: 'formatDate(time, "%Y-%m-%d")',
    ago: 'toMillis(@timestamp) >= now() * 1000 - 3600000',
  }),
);

/** What to write instead of a function of another language. */
export function hintForFunction(name: string): string | undefined {
  const instead = functionNames.get(name.replaceAll('_', '').toLowerCase());
  return instead === undefined ? undefined : `Write ${instead}.`;
}
