import { describe, expect, it } from 'vitest';
import { bracketed, expressionOf, mistakeIn, mistakesIn } from '../../test/language-expectations.ts';

const read = (text: string): string => bracketed(expressionOf(text));

describe('precedence, loosest to tightest', () => {
  it.each([
    ['a or b and c', '(a or (b and c))'],
    ['(a or b) and c', '((a or b) and c)'],
    ['a and b and c', '((a and b) and c)'],
    ['not a = b', '(not (a = b))'],
    ['not a and b', '((not a) and b)'],
    ['not not a', '(not (not a))'],
    ['not a like "x" or b', '((not (a like "x")) or b)'],
    ['!a = b', '((! a) = b)'],
    ['!ispresent(a) and !b', '((! ispresent(a)) and (! b))'],
    ['a = b + c * d', '(a = (b + (c * d)))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c % d', '(((a / b) * c) % d)'],
    ['a ^ b ^ c', '(a ^ (b ^ c))'],
    ['-a ^ b', '((- a) ^ b)'],
    ['a ^ -b', '(a ^ (- b))'],
    ['a - -1', '(a - (- 1))'],
    ['a + b > c - d', '((a + b) > (c - d))'],
    ['a * 2 in [1, -2.50]', '((a * 2) in [1 -2.50])'],
    ['a == b', '(a = b)'],
    ['a != b', '(a != b)'],
    ['((a))', 'a'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('comparisons', () => {
  it.each([
    ['m like /a|b/', '(m like /a|b/)'],
    ['m =~ /a/', '(m like /a/)'],
    ['m =~ "a"', '(m like "a")'],
    ["m not like 'a'", '(m not like "a")'],
    ['m LIKE /a/ AND NOT b IN ["x"]', '((m like /a/) and (not (b in ["x"])))'],
    ['a not in ["x", \'y\', 1, true, null]', '(a not in ["x" "y" 1 true null])'],
    ['port="80"or port="81"', '((port = "80") or (port = "81"))'],
    ['m like /a/or b', '((m like /a/) or b)'],
    ['used / size > 0.9', '((used / size) > 0.9)'],
    ['1 = 1', '(1 = 1)'],
    ['flag', 'flag'],
    ['owner != null', '(owner != null)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['a < b < c', 'a = b = c', 'a like "x" = 1', 'a in [1] in [2]', 'a = b not like "x"'])(
    'do not chain: %s',
    (text) => {
      expect(mistakeIn(`filter ${text}`).hint).toBe('Comparisons do not chain; join them with `and`.');
    },
  );

  it('read a slash as a regular expression only after like, =~ and parse', () => {
    expect(read('a / b / c')).toBe('((a / b) / c)');
    expect(mistakeIn('filter a = /b/')).toEqual({
      message: 'unexpected symbol found / at line 1 and position 11',
      hint: 'A regular expression stands only after `like`, `=~` and `parse`.',
    });
  });

  it('have no flags behind the slash', () => {
    expect(mistakesIn('filter a like /x/i')).toEqual(['unexpected-symbol: i']);
  });

  it('warn about the wildcards of SQL', () => {
    expect(mistakesIn('filter a like "%x%" and b like "x*" and c like "100% of it"')).toEqual([
      'like-wildcard?: "%x%"',
      'like-wildcard?: "x*"',
    ]);
  });
});

describe('lists', () => {
  it.each([
    ['filter a in []', ['empty-list: []']],
    ['filter a in [b]', ['unexpected-symbol: b']],
    ['filter a in [-"x"]', ['unexpected-symbol: ]']],
    ['filter a in ["x"', ['unexpected-symbol: ']],
    ['filter a in ("x", "y")', ['unexpected-symbol: (']],
    ['filter a in ["x",]', ['unexpected-symbol: ]']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it.each([
    [
      "a in (SOURCE '/a' | filter b like /\\)|x/ | fields c) and d",
      '((a in (SOURCE "/a"\n| filter b like /\\)|x/\n| fields c)) and d)',
    ],
    ['a not in (fields c) or b', '((a not in (fields c)) or b)'],
    ['x + 1 in (stats max(c))', '((x + 1) in (stats max(c)))'],
    ['if(a in (fields c), 1, 0) = 1', '(if((a in (fields c)) 1 0) = 1)'],
  ])('may be a sub-query: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'filter a in (b)',
    'filter a in (b, c)',
    'filter a in ("b")',
    'filter a in (1)',
    'filter a in ()',
  ])('are not in parentheses: %s', (text) => {
    expect(mistakesIn(text)).toEqual(['unexpected-symbol: (']);
    expect(mistakeIn(text).hint).toBe('A list is written in square brackets: ["a", "b"].');
  });
});

describe('names and calls', () => {
  it.each([
    ['count = 1 and source = 2 and limit = 3', '(((count = 1) and (source = 2)) and (limit = 3))'],
    ['`not` = `true`', '(not = true)'],
    ['count_distinct(a) = COUNTDISTINCT(a)', '(countDistinct(a) = countDistinct(a))'],
    ['PERCENTILE(a, 95) > 1', '(pct(a 95) > 1)'],
    ['isPresent(a)', 'ispresent(a)'],
    ['count(*) = count()', '(count(*) = count())'],
    ['if(a like /x/ and b, "y", null)', 'if(((a like /x/) and b) "y" null)'],
    ['now () > 1', '(now() > 1)'],
    ['bin(5m) = bin(5 min)', '(bin(5 minute) = bin(5 minute))'],
    ['bin(@timestamp, 1h) = @t', '(bin(1 hour) = @t)'],
    ['datefloor(@t, 1W)', 'datefloor(@t 1 week)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['filter and b', ['unexpected-symbol: and']],
    ['filter a =', ['unexpected-symbol: ']],
    ['filter a.b(c)', ['unexpected-symbol: (']],
    ['filter `count`(c)', ['unexpected-symbol: (']],
    ['filter a > 5m', ['unexpected-symbol: 5m']],
    ['fields *', ['unexpected-symbol: *']],
    ['filter (a = 1', ['unexpected-symbol: ']],
    ['filter a = 1)', ['unexpected-symbol: )']],
    ['filter headers."x-kind" = 1', ['unexpected-symbol: "x-kind"']],
    ['stats count(distinct a)', ['unexpected-symbol: a']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it('warn about a dash without blanks between two names, which AWS subtracts', () => {
    expect(mistakesIn('filter detail-type = "x" and a - b > 1 and c-1 > 2')).toEqual([
      'dash-is-minus?: detail-type',
    ]);
  });

  it('name the source text of an expression, parentheses included', () => {
    const text = 'filter  (a + b)*c ';
    const { span } = expressionOf(text.slice('filter '.length));
    expect(text.slice(span.start, span.end)).toBe('(a + b)*c');
  });
});

describe('nesting', () => {
  const deep = (open: string, close: string, levels: number): string =>
    `filter ${open.repeat(levels)}a${close.repeat(levels)}`;

  it.each([
    ['parentheses', '(', ')'],
    ['not', 'not ', ''],
    ['signs', '-', ''],
    ['powers', 'a ^ ', ''],
    ['calls', 'abs(', ')'],
  ])('is limited for %s', (_name, open, close) => {
    expect(mistakesIn(deep(open, close, 150))).toEqual([]);
    expect(mistakesIn(deep(open, close, 1_500)).map((line) => line.split(':')[0])).toEqual([
      'nesting-too-deep',
    ]);
  });

  it.each(['+', '-', '*', '/'])('is limited for chains of %s, which nest to the left', (operator) => {
    const chain = (links: number): string => `filter ${`a ${operator} `.repeat(links)}a`;
    expect(mistakesIn(chain(200))).toEqual([]);
    expect(mistakesIn(chain(201)).map((line) => line.split(':')[0])).toEqual(['nesting-too-deep']);
  });

  it('is not counted along a chain of conditions', () => {
    expect(mistakesIn(`filter ${'a or '.repeat(1_000)}a`)).toEqual([]);
  });
});
