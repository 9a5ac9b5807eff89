import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: name.split('.') });
const glob = (value: string): unknown => ({ kind: 'string', value });
const regex = (pattern: string): unknown => ({ kind: 'regex', pattern });
const names = (...list: string[]): unknown => list.map((name) => ({ name }));

describe('parse', () => {
  it.each([
    ['parse "took * ms" as ms', { pattern: glob('took * ms'), aliases: names('ms') }],
    [
      `parse @message '"id":"*", *' as id, @rest`,
      { source: field('@message'), pattern: glob('"id":"*", *'), aliases: names('id', '@rest') },
    ],
    ['parse /w=(?<@width>\\d+)/', { pattern: regex('w=(?<@width>\\d+)'), aliases: [] }],
    [
      'PARSE a.b /item#(?P<n>\\d+)\\/x/',
      { source: field('a.b'), pattern: regex('item#(?P<n>\\d+)/x'), aliases: [] },
    ],
    [
      'parse a /(\\d+)-(?:x)(y)/ as n, y',
      { source: field('a'), pattern: regex('(\\d+)-(?:x)(y)'), aliases: names('n', 'y') },
    ],
    [
      'parse note "saved" as saved',
      { source: field('note'), pattern: glob('saved'), aliases: names('saved') },
    ],
    ['parse logfmt "*" as a', { source: field('logfmt'), pattern: glob('*'), aliases: names('a') }],
    ['parse a /(?<b>x)/ multi', { source: field('a'), pattern: regex('(?<b>x)'), aliases: [], multi: true }],
    ['parse /(x)/ as b MULTI', { pattern: regex('(x)'), aliases: names('b'), multi: true }],
    ['parse /(x)/ as multi', { pattern: regex('(x)'), aliases: names('multi') }],
    ['parse `xml` "*" as a', { source: field('xml'), pattern: glob('*'), aliases: names('a') }],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'parse', mode: 'pattern', multi: false, ...expected });
  });

  it.each([
    ['parse a LOGFMT as m', { source: field('a'), mode: 'logfmt', alias: { name: 'm' } }],
    ['parse logfmt as m', { mode: 'logfmt', alias: { name: 'm' } }],
    ['parse logfmt logfmt as m', { source: field('logfmt'), mode: 'logfmt', alias: { name: 'm' } }],
    ['parse csv as a, b', { mode: 'csv', aliases: names('a', 'b') }],
    ['parse a.b csv as c', { source: field('a.b'), mode: 'csv', aliases: names('c') }],
    [
      "parse @message XML '/event/level' as lvl",
      { source: field('@message'), mode: 'xml', path: glob('/event/level'), alias: { name: 'lvl' } },
    ],
    ['parse xml "//@id" as id', { mode: 'xml', path: glob('//@id'), alias: { name: 'id' } }],
    [
      'parse xml xml "/a" as b',
      { source: field('xml'), mode: 'xml', path: glob('/a'), alias: { name: 'b' } },
    ],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'parse', ...expected });
  });

  it.each([
    ['parse "* *" as a', 'The pattern has 2 stars but there is 1 name.'],
    ['parse "*" as a, b', 'The pattern has 1 star but there are 2 names.'],
    ['parse "x" as a, b', 'The pattern has 0 stars but there are 2 names.'],
    ['parse "**" as a, b', 'Two stars side by side leave open where one ends.'],
    ['parse /(a)(b)/ as x', 'The pattern has 2 groups but there is 1 name.'],
    ['parse /(?<a>x)/ as b', 'Names stand either in the groups or after `as`, not in both.'],
    ['parse /(x)/', 'The regular expression has no named group, so that nothing is captured.'],
  ])('%s', (text, message) => {
    expect(mistakeIn(text).message).toBe(message);
  });

  it.each([
    ['parse "x*" as a multi', ['unexpected-symbol: multi']],
    ['parse csv as a multi', ['unexpected-symbol: multi']],
    ['parse /(?<a>x*)/ multi', ['matches-nothing: /(?<a>x*)/']],
    ['parse /(x)|$/ as a multi', ['matches-nothing: /(x)|$/']],
    ['parse /(?<a>x*)y/ multi', []],
    ['parse logfmt', ['unexpected-symbol: ']],
    ['parse a logfmt as m, n', ['unexpected-symbol: ,']],
    ['parse a csv', ['unexpected-symbol: ']],
    ['parse xml "/a[" as lvl', ['invalid-xpath: "']],
    ['parse xml "/a]/b" as lvl', ['invalid-xpath: ]']],
    ['parse m xml "/a/../b" as lvl', ['unsupported-syntax: ..']],
    [String.raw`parse m xml "count(\"/b\")" as lvl`, [String.raw`unsupported-syntax: "count(\"/b\")"`]],
    ['parse m xml /a/ as lvl', ['unexpected-symbol: /']],
    ['parse m xml "/a"', ['unexpected-symbol: ']],
    ['parse logfmt @message', ['unexpected-symbol: @message']],
    ['parse a "x*"', ['unexpected-symbol: ']],
    ['parse', ['unexpected-symbol: ']],
    ['parse concat(a, b) "*" as c', ['unexpected-symbol: (']],
    ['parse a /(?<b>x/', ['invalid-regex: (']],
    ['parse a /(?<b.c>x)/', ['invalid-regex: (?<b.c>']],
    ['parse "*" as a.b', ['dotted-alias: a.b']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});

it('takes a hundred captures and no more', () => {
  const names = (count: number): string =>
    Array.from({ length: count }, (_, index) => `n${index}`).join(', ');
  const stars = (count: number): string => Array.from({ length: count }, () => '*').join(',');
  const groups = (count: number): string =>
    Array.from({ length: count }, (_, index) => `(?<n${index}>x)`).join(',');
  const written = (count: number): readonly string[] => [
    `parse "${stars(count)}" as ${names(count)}`,
    `parse /${groups(count)}/`,
    `parse csv as ${names(count)}`,
  ];
  for (const text of written(100)) expect(mistakesIn(text)).toEqual([]);
  for (const text of written(101))
    expect(mistakeIn(text).message).toBe('This takes 101 captures; 100 is the most.');
});
