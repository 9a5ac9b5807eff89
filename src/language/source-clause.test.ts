import { describe, expect, it } from 'vitest';
import { mistakeIn, mistakesIn, withoutSpans } from '../../test/language-expectations.ts';
import { parse } from './parser.ts';

const hourMs = 3_600_000;

/** The clause of a query without mistakes, without spans. */
function sourceOf(text: string): unknown {
  const { query, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return withoutSpans(query.source);
}

const named = (...names: string[]) => ({
  kind: 'source',
  names: names.map((name) => ({ name })),
  selections: [],
});
const chosen = (...selections: object[]) => ({ kind: 'source', names: [], selections });

describe('SOURCE', () => {
  it.each([
    ["SOURCE '/aws/lambda/a' | limit 5", named('/aws/lambda/a')],
    ['source "a" | limit 5', named('a')],
    ['SOURCE a', named('a')],
    [
      'SOURCE /aws/events/ecs/containerinsights/prod-1/performance | limit 5',
      named('/aws/events/ecs/containerinsights/prod-1/performance'),
    ],
    ['SOURCE app-1.2_x | limit 5', named('app-1.2_x')],
    ['SOURCE 2024-logs | limit 5', named('2024-logs')],
    ["SOURCE 'a' 'b', c\n/d | limit 5", named('a', 'b', 'c', '/d')],
    ["SOURCE 'a' | SOURCE 'b' | source c | limit 5", named('a', 'b', 'c')],
    ['SOURCE start end | limit 5', named('start', 'end')],
    ['SOURCE logGroups | limit 5', named('logGroups')],
  ])('names log groups: %s', (text, expected) => {
    expect(sourceOf(text)).toEqual(expected);
  });

  it.each([
    ["SOURCE logGroups(namePrefix: ['/aws/', 'b'])", { kind: 'logGroups', namePrefixes: ['/aws/', 'b'] }],
    [
      'SOURCE loggroups(nameprefix=\'a\', CLASS: "STANDARD")',
      { kind: 'logGroups', namePrefixes: ['a'], classes: ['STANDARD'] },
    ],
    [
      "SOURCE logGroups(logGroupClass: ['STANDARD'], accountIdentifiers: ['1', '2'])",
      { kind: 'logGroups', classes: ['STANDARD'], accounts: ['1', '2'] },
    ],
    ["SOURCE logGroups(accountIdentifier: ['1'])", { kind: 'logGroups', accounts: ['1'] }],
    [
      "source logGroups(namePrefix: ['a'], accountIdentifiers: ['accountId' = '111122223333', '2'])",
      { kind: 'logGroups', namePrefixes: ['a'], accounts: ['111122223333', '2'] },
    ],
    ['SOURCE logGroups()', { kind: 'logGroups' }],
    ['SOURCE dataSource(["amazon_vpc.flow"])', { kind: 'dataSource', names: ['amazon_vpc.flow'] }],
    [
      'SOURCE logGroupTags([{"key": "env", "values": ["prod", "!dev*"]}, {"Key": "team"}])',
      {
        kind: 'logGroupTags',
        filters: [
          { key: 'env', values: ['prod', '!dev*'] },
          { key: 'team', values: ['*'] },
        ],
      },
    ],
  ])('chooses log groups: %s', (text, expected) => {
    expect(sourceOf(text)).toEqual(chosen(expected));
  });

  it.each([
    [
      'START=1700000000 END=1700003600',
      { relative: false, ms: 1_700_000_000_000 },
      { relative: false, ms: 1_700_003_600_999 },
    ],
    [
      'START=1700000000000 END=1700003600999',
      { relative: false, ms: 1_700_000_000_000 },
      { relative: false, ms: 1_700_003_600_999 },
    ],
    ['start=-1d end=now', { relative: true, ms: -24 * hourMs }, { relative: true, ms: 0 }],
    ['START = -3600s END = 0s', { relative: true, ms: -hourMs }, { relative: true, ms: 0 }],
    ['Start=-2w, End=-1w', { relative: true, ms: -336 * hourMs }, { relative: true, ms: -168 * hourMs }],
  ])('has a time: %s', (bounds, start, end) => {
    expect(sourceOf(`SOURCE a ${bounds} | limit 5`)).toEqual({ ...named('a'), start, end });
    expect(sourceOf(`SOURCE ${bounds} 'a' | limit 5`)).toEqual({ ...named('a'), start, end });
  });

  it('reads what DescribeQueries gives back', () => {
    expect(sourceOf('SOURCE "/aws/x" START=1700000000000 END=1700003600999 | fields @message')).toEqual({
      ...named('/aws/x'),
      start: { relative: false, ms: 1_700_000_000_000 },
      end: { relative: false, ms: 1_700_003_600_999 },
    });
  });

  it.each([
    ['SOURCE', ['unexpected-symbol: ']],
    ['SOURCE a(b) | limit 0', ['unexpected-symbol: (', 'invalid-limit: 0']],
    ['SOURCE a START=2026-01-01 | limit 5', ['unexpected-symbol: -']],
    ["SOURCE a START='2026-01-01' | limit 5", ["unexpected-symbol: '2026-01-01'"]],
    ['SOURCE a START=-5 | limit 5', ['unexpected-symbol: 5']],
    ['SOURCE a START=-1mo | limit 5', ['invalid-period: 1mo']],
    ['SOURCE logGroups(prefix: ["a"]) | limit 5', ['unexpected-symbol: prefix']],
    ['SOURCE logGroups(namePrefix: a) | limit 5', ['unexpected-symbol: a']],
    ['SOURCE logGroups(namePrefix: ["a"] | limit 5', ['unexpected-symbol: |']],
    ['SOURCE logGroupTags([{"values": ["a"]}]) | limit 5', ['unexpected-symbol: {']],
    ['SOURCE logGroupTags([{"tag": "a"}]) | limit 5', ['unexpected-symbol: {']],
    ['limit 5 | SOURCE a', ['misplaced-source: SOURCE']],
    ['SOURCE a | limit 5 | SOURCE b', ['misplaced-source: SOURCE']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  const list = (count: number): string =>
    Array.from({ length: count }, (_, index) => `"g${index}"`).join(', ');
  it.each([
    [5, 'name prefixes', (values: string) => `logGroups(namePrefix: [${values}])`],
    [20, 'accounts', (values: string) => `logGroups(accountIdentifier: [${values}])`],
    [10, 'data sources', (values: string) => `dataSource([${values}])`],
    [5, 'values', (values: string) => `logGroupTags([{"key": "a", "values": [${values}]}])`],
  ])('takes at most %d %s', (max, what, write) => {
    expect(mistakesIn(`SOURCE ${write(list(max))}`)).toEqual([]);
    expect(mistakeIn(`SOURCE ${write(list(max + 1))}`).message).toBe(
      `\`SOURCE\` takes at most ${max} ${what}, found ${max + 1}.`,
    );
  });

  it('takes at most 5 tag filters', () => {
    const filters = (count: number): string => Array.from({ length: count }, () => '{"key": "a"}').join(', ');
    expect(mistakesIn(`SOURCE logGroupTags([${filters(5)}])`)).toEqual([]);
    expect(mistakeIn(`SOURCE logGroupTags([${filters(6)}])`).message).toBe(
      '`SOURCE` takes at most 5 tag filters, found 6.',
    );
  });
});
