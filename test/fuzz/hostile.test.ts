// Nothing hangs by its size or by what it looks for: patterns that trouble other engines, patterns beyond measure, long lists and
// chains, over texts of 100,000 characters that are made to trouble them. Each answers, or is refused with the limit that it
// exceeds. (Nesting is tried in nesting.test.ts, any text at all in language-parse.test.ts.)

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryRejected } from '../../src/queries/compile-query.ts';
import { runQuery } from '../../src/queries/run-query.ts';
import { accountId, nowMs, openFixture } from '../golden/fixture.ts';

/** Several times the two seconds that each should take at most, for machines that do other work. */
const patienceMs = 8_000;
const messageChars = 100_000;
const queryChars = 10_000;

const of = (piece: string): string =>
  piece.repeat(Math.ceil(messageChars / piece.length)).slice(0, messageChars);
const messages = [
  ...['a', 'ab', 'x1y22 ', '[', ',', 'k=v ', '1', '{"a":', '日本'].map(of),
  `{"list":[${'1,'.repeat(messageChars / 2)}2]}`,
];

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
  const events = messages.map((message) => ({ message, timestampMs: nowMs - 1, logStream: 'hostile' }));
  await fixture.store.append('hostile', events);
});
afterAll(() => fixture.remove());

/** The code of the first error, or `answers`. */
async function outcome(text: string): Promise<string> {
  const { store, engine } = fixture;
  const begun = performance.now();
  const request = { text, logGroups: ['app', 'hostile'], startMs: 0, endMs: nowMs };
  try {
    await runQuery(request, { store, engine, accountId, nowMs: () => nowMs });
    return 'answers';
  } catch (error) {
    if (!(error instanceof QueryRejected)) throw error;
    return error.diagnostics.find(({ severity }) => severity === 'error')?.code ?? '';
  } finally {
    expect(performance.now() - begun).toBeLessThan(patienceMs);
  }
}

const numbered = (count: number, write: (index: number) => string, separator = ', '): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(separator);
const names = (count: number): string => numbered(count, (index) => `n${index}`);

/** As many pieces as a query may hold. */
function filled(head: string, piece: (index: number) => string, separator: string, tail = ''): string {
  let text = head + piece(0);
  for (let index = 1; ; index++) {
    const more = separator + piece(index);
    if (text.length + more.length + tail.length > queryChars) return text + tail;
    text += more;
  }
}

const like = (pattern: string): string => `filter @message like /${pattern}/`;

describe('patterns that other engines take forever to match', () => {
  it.each([
    '(a+)+$',
    '(a|a)*b',
    '(a|ab)(b|ba)*c',
    '(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(?i)(\\w+\\s?)*!$',
    '((a*)*)*b',
    '(x+x+)+y',
    '(a?){100}a{100}',
    '[\\s\\S]{0,499}z',
    '[a-z]{0,999}!',
    '(?:a{3,20}){10}b',
    '\\p{L}{45}x',
    `${'a?'.repeat(450)}${'a'.repeat(450)}b`,
    `(${numbered(900, (index) => `w${index.toString(36)}`, '|')})`,
  ])('%s', async (pattern) => expect(await outcome(like(pattern))).toBe('answers'));
});

describe('patterns beyond measure', () => {
  it.each([
    ['(a{1000}){1000}', 'invalid-regex'],
    ['((a{10}){10}){100}', 'invalid-regex'],
    [`${'a?'.repeat(2_400)}${'a'.repeat(2_400)}`, 'invalid-regex'],
    ['.{0,1000}'.repeat(900), 'invalid-regex'],
    ['(a{1000}|b)'.repeat(500), 'invalid-regex'],
    ['\\p{L}'.repeat(1_600), 'invalid-regex'],
    ['(a*)*'.repeat(1_900), 'invalid-regex'],
    [`${'('.repeat(4_000)}a${')'.repeat(4_000)}`, 'invalid-regex'],
  ])('%s', async (pattern, code) => expect(await outcome(like(pattern))).toBe(code));
});

describe('parse', () => {
  const stars = (count: number, separator: string): string => `${`*${separator}`.repeat(count - 1)}*`;
  it.each([
    ['a hundred stars with a letter between', `parse "${stars(100, 'a')}" as ${names(100)}`, 'answers'],
    ['a hundred stars with two letters between', `parse "${stars(100, 'ab')}" as ${names(100)}`, 'answers'],
    ['five hundred stars', `parse "${stars(500, 'a')}" as ${names(500)}`, 'capture-count'],
    ['a text of almost the length of a query', `parse "*${'ab'.repeat(400)}c" as n`, 'answers'],
    ['a text that begins again at each letter', `parse "*${'a'.repeat(9_000)}b" as n`, 'invalid-regex'],
    ['a hundred groups', `parse /${numbered(100, (index) => `(?<n${index}>a*?)`, '')}b/`, 'answers'],
    [
      'a hundred groups that may be absent',
      `parse /${numbered(100, (index) => `(?<n${index}>a)?`, '')}/`,
      'answers',
    ],
    ['more groups', `parse /${numbered(101, (index) => `(?<n${index}>a)`, '')}/`, 'capture-count'],
    ['a row for each letter', 'parse /(?<n>.)/ multi | stats count(*)', 'answers'],
    ['a hundred values', `parse csv as ${names(100)}`, 'answers'],
    ['pairs', 'parse logfmt as m | fields m.k', 'answers'],
    [
      'one capture out of the other',
      `fields @message as a0 | ${numbered(60, (index) => `parse a${index} "*a*" as b${index}, a${index + 1}`, ' | ')}`,
      'answers',
    ],
  ])('%s', async (_name, text, expected) => expect(await outcome(text)).toBe(expected));
});

describe('lists, chains and crowds', () => {
  it.each([
    ['a list of numbers', filled('filter status in [', String, ',', ']'), 'answers'],
    ['outside of a list of numbers', filled('filter not (status not in [', String, ',', '])'), 'answers'],
    ['a list of texts', filled('filter user in [', (index) => `"t${index}"`, ',', ']'), 'answers'],
    [
      'a list of times',
      filled('filter @timestamp in [', (index) => `${1_700_000_000_000 + index}`, ',', ']'),
      'answers',
    ],
    [
      'a list of everything',
      filled('filter v in [', (index) => (index % 2 === 0 ? 'null' : `"${index}"`), ',', ']'),
      'answers',
    ],
    ['conditions joined by or', filled('filter ', () => 'v', ' or '), 'answers'],
    ['conditions joined by and', filled('filter ', () => 'v!=1', ' and '), 'answers'],
    ['patterns joined by or', filled('filter ', (index) => `@message like /x${index}./`, ' or '), 'answers'],
    ['filters', filled('', () => 'filter v>=0', '|'), 'answers'],
    ['five hundred parentheses', `filter ${'('.repeat(500)}v${')'.repeat(500)}`, 'nesting-too-deep'],
    ['sums', `fields ${'v+'.repeat(200)}1 as x`, 'answers'],
    ['longer sums', `fields ${'v+'.repeat(4_990)}1 as x`, 'nesting-too-deep'],
    ['signs', `fields ${'-'.repeat(9_900)}v as x`, 'nesting-too-deep'],
    ['three hundred commands', numbered(300, (index) => `fields v*${index} as x${index}`, '|'), 'answers'],
    ['sort keys', `sort ${numbered(200, (index) => `${['v', 's', 'ms'][index % 3]} desc`)}`, 'answers'],
    ['keys of dedup', filled('dedup ', (index) => `f${index}`, ','), 'answers'],
    ['aggregates', filled('stats ', () => 'max(v)', ','), 'answers'],
    ['distinct counts', filled('stats ', () => 'count_distinct(v)', ','), 'answers'],
    ['group keys', filled('stats count(*) by ', (index) => `bin(${(index % 60) + 1}s)`, ','), 'answers'],
    ['names for one field', filled('fields ', (index) => `v as x${index}`, ','), 'answers'],
    [
      'members of a map',
      filled('fields jsonParse(@message) as m|fields ', (index) => `m.a${index}`, ','),
      'answers',
    ],
    ['items of a list', 'fields jsonParse(@message) as m | unnest m.list into x | stats count(*)', 'answers'],
    ['items of a text', 'expand @message | stats count(*)', 'answers'],
    ['milliseconds as bins', 'stats count(*) by bin(1ms)', 'answers'],
    [
      'a bin for each millisecond',
      'stats count(*) as n by bin(1ms) | fillmissing with 0 for n',
      'too-many-bins',
    ],
    ['tiny ranges', 'stats count(*) by histogram(ms, 0.0000001)', 'answers'],
    ['sub-queries', filled('filter ', () => 'v in (fields v)', ' or '), 'too-many-subqueries'],
    ['patterns of long texts', 'pattern @message', 'answers'],
    [
      'stars that nearly fit a name',
      `fields v as ${'a'.repeat(4_000)} | filldown ${'*a'.repeat(2_000)}b`,
      'no-such-column',
    ],
    ['stars in a name', `filldown ${'*a'.repeat(2_000)}`, 'no-such-column'],
  ])('%s', async (_name, text, expected) => expect(await outcome(text)).toBe(expected));
});
