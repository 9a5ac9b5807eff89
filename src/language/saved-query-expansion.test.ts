// Texts with saved queries put in their places; the samples of AWS's own page among them.
import { describe, expect, it } from 'vitest';
import { errorAt } from './diagnostic.ts';
import { queryCharsMax } from './limits.ts';
import { parse } from './parser.ts';
import { type Expansion, expandSavedQueries, type SavedQueryText } from './saved-query-expansion.ts';

const saved: readonly SavedQueryText[] = [
  {
    name: 'ErrorsByLevel',
    query:
      'fields @timestamp, @message\n| filter level = {{logLevel}}\n| filter applicationName = {{applicationName}}\n',
    parameters: [
      { name: 'logLevel', defaultValue: '"ERROR"' },
      { name: 'applicationName', defaultValue: '"OrderService"' },
    ],
  },
  {
    name: 'RecentN',
    query: 'sort @timestamp desc | limit {{count}}',
    parameters: [{ name: 'count', defaultValue: '20' }],
  },
  { name: 'ops/Errors By Level', query: 'filter level = {{level}}', parameters: [{ name: 'level' }] },
  { name: '/web/slow', query: 'filter ms > {{ms}} # slow', parameters: [] },
  { name: 'a/twice', query: 'limit 1', parameters: [] },
  { name: 'b/twice', query: 'limit 2', parameters: [] },
  { name: 'same', query: 'limit 1', parameters: [] },
  { name: 'same', query: 'limit 2', parameters: [] },
  { name: 'broken', query: 'filter a = "x', parameters: [] },
  { name: 'outer', query: 'filter a = 1 | $RecentN(count = 1)', parameters: [] },
  {
    name: 'plain',
    query: 'filter level = {{level}}',
    parameters: [{ name: 'level', defaultValue: 'ERROR' }],
  },
  { name: 'inside', query: 'filter m like "{{word}}" and n like /{{word}}/', parameters: [{ name: 'word' }] },
  { name: 'long', query: `filter a = "${'x'.repeat(9_000)}"`, parameters: [] },
];

const expand = (text: string): Expansion => expandSavedQueries(text, () => saved);

describe('expanding', () => {
  it.each([
    [
      '$ErrorsByLevel(logLevel = "WARN", applicationName = "OrderService")\n| $RecentN(count = 10)',
      'fields @timestamp, @message\n| filter level = "WARN"\n| filter applicationName = "OrderService"\n| sort @timestamp desc | limit 10',
    ],
    [
      '$ErrorsByLevel()',
      'fields @timestamp, @message\n| filter level = "ERROR"\n| filter applicationName = "OrderService"',
    ],
    ['fields a | $RecentN', 'fields a | sort @timestamp desc | limit 20'],
    ['$`ops/Errors By Level`(level = "WARN") | limit 5', 'filter level = "WARN" | limit 5'],
    ['$`Errors By Level`(level = "WARN")', 'filter level = "WARN"'],
    // A comment at the end of the saved text ends with its line.
    ['$`web/slow`(ms = 5) | limit 5', 'filter ms > 5 # slow\n | limit 5'],
    ['$slow(ms = 2 * 5)', 'filter ms > 2 * 5 # slow\n'],
    ['$inside(word = x.y)', 'filter m like "x.y" and n like /x.y/'],
    [
      'filter id in (SOURCE "g" | $RecentN(count = 1) | fields id)',
      'filter id in (SOURCE "g" | sort @timestamp desc | limit 1 | fields id)',
    ],
    ['filter a = "$RecentN" # $RecentN', 'filter a = "$RecentN" # $RecentN'],
  ])('%s', (text, expected) => {
    const { text: expanded, diagnostics } = expand(text);
    expect([expanded, diagnostics]).toEqual([expected, []]);
  });

  it('does not ask for the saved queries when the text calls none', () => {
    const unasked = () => {
      throw new Error('asked');
    };
    expect(expandSavedQueries('filter a = 1', unasked).text).toBe('filter a = 1');
    expect(expandSavedQueries('filter a = "$x"', unasked).text).toBe('filter a = "$x"');
  });
});

/** `code: text it points to: message; hint` */
const found = (text: string): readonly string[] =>
  expand(text).diagnostics.map(
    ({ code, span, message, hint }) =>
      `${code}: ${text.slice(span.start, span.end)}: ${message}${hint === undefined ? '' : ` ${hint}`}`,
  );

describe('what cannot be expanded stays, with the reason', () => {
  it.each([
    ['$Errors', 'unknown-saved-query: Errors: There is no saved query `Errors`.'],
    [
      'limit 5 | $RecntN(count = 1)',
      'unknown-saved-query: RecntN: There is no saved query `RecntN`. Did you mean `RecentN`?',
    ],
    [
      '$twice',
      'ambiguous-saved-query: twice: 2 saved queries are called `twice`. Write the whole name: $`a/twice`(), $`b/twice`().',
    ],
    [
      '$same',
      'ambiguous-saved-query: same: 2 saved queries are called `same`. Rename or delete all but one of them.',
    ],
    [
      '$`Errors By Level`()',
      'saved-query-argument: $`Errors By Level`(): The saved query `ops/Errors By Level` needs a value for `level`. Write $`Errors By Level`(level = …).',
    ],
    [
      '$RecentN(cuont = 1)',
      'saved-query-argument: cuont: The saved query `RecentN` has no parameter `cuont`. Did you mean `count`?',
    ],
    [
      '$ErrorsByLevel(x = 1)',
      'saved-query-argument: x: The saved query `ErrorsByLevel` has no parameter `x`. It takes logLevel, applicationName.',
    ],
    [
      '$`a/twice`(x = 1)',
      'saved-query-argument: x: The saved query `a/twice` has no parameter `x`. It takes none.',
    ],
    ['$RecentN(count = 1, count = 2)', 'saved-query-argument: count: `count` is given twice.'],
    [
      '$outer() | limit 5',
      'nested-saved-query: $outer(): The saved query `outer` calls another one, `RecentN`; they cannot be nested.',
    ],
    [
      '$broken() | filter b = "y"',
      'unterminated-string: $broken(): token recognition error at: \'"x\' (in the saved query broken) Close the string with ".',
    ],
    [
      '$RecentN(count = -1)',
      'unexpected-symbol: $RecentN(count = -1): unexpected symbol found - (in the saved query RecentN) A number of rows belongs here.',
    ],
  ])('%s', (text, expected) => {
    expect(found(text)[0]?.slice(0, expected.length)).toBe(expected);
    expect(expand(text).text).toBe(text);
  });

  it('says what is wrong with each call', () => {
    const text = '$one() | $RecentN(count = 3) | $two()';
    expect(expand(text).diagnostics.map(({ code }) => code)).toEqual([
      'unknown-saved-query',
      'unknown-saved-query',
    ]);
    expect(expand(text).text).toBe('$one() | sort @timestamp desc | limit 3 | $two()');
  });

  it('has a length', () => {
    const text = 'filter a = 1 | $long() | $long() | limit 1';
    const { text: expanded, diagnostics } = expand(text);
    expect(expanded).toBe(text);
    expect(diagnostics).toMatchObject([{ code: 'query-too-long', span: { start: 15, end: 32 } }]);
    expect(diagnostics[0]?.message).toMatch(
      new RegExp(`has 18\\d\\d\\d characters; ${queryCharsMax} are allowed`),
    );
  });

  it('says that one pair of quotes is enough', () => {
    const { diagnostics } = expand('$inside(word = "abc")');
    expect(diagnostics).toMatchObject([
      {
        code: 'quoted-twice',
        severity: 'error',
        span: { start: 0, end: 21 },
        hint: 'Leave one pair out: word = "abc" goes with {{word}} without quotes around it.',
      },
    ]);
    expect(expand('$inside(word = abc)').diagnostics).toEqual([]);
  });

  it('warns of a text without quotes', () => {
    const [default_, argument] = [expand('$plain()'), expand('$plain(level = WARN)')];
    expect(default_.text).toBe('filter level = ERROR');
    expect(default_.diagnostics).toMatchObject([
      {
        code: 'unquoted-value',
        severity: 'warning',
        span: { start: 0, end: 8 },
        hint: 'A text needs its quotes: level = "ERROR".',
      },
    ]);
    expect(argument.diagnostics).toHaveLength(1);
    for (const value of ['"WARN"', 'true', '5', 'a.b', 'abs(a)']) {
      expect(expand(`$plain(level = ${value})`).diagnostics).toEqual([]);
    }
  });
});

describe('the way back', () => {
  const text = 'filter a = 1 | $RecentN(count = 3) | fields b, zz\n| $slow(ms = 5) | limit 9';
  const { text: expanded, mapDiagnostic } = expand(text);
  const spanOf = (part: string, within: string) => {
    const start = within.indexOf(part);
    return { start, end: start + part.length };
  };
  const mapped = (part: string, message = 'm') =>
    mapDiagnostic(errorAt(spanOf(part, expanded), 'c', message));

  it.each(['filter a = 1', 'a = 1 | ', 'fields b', 'limit 9', 'zz'])('finds %j of the own text', (part) => {
    expect(mapped(part)).toEqual(errorAt(spanOf(part, text), 'c', 'm'));
  });

  it.each([
    ['@timestamp desc', '$RecentN(count = 3)', 'RecentN'],
    ['sort @timestamp desc | limit 3', '$RecentN(count = 3)', 'RecentN'],
    ['ms > 5', '$slow(ms = 5)', 'slow'],
  ])('points to the call for %j', (part, call, name) => {
    expect(mapped(part)).toEqual(errorAt(spanOf(call, text), 'c', `m (in the saved query ${name})`));
  });

  it('finds both ends of what spans both', () => {
    expect(mapped('1 | sort')).toMatchObject({ span: spanOf('1 | $RecentN(count = 3)', text), message: 'm' });
    expect(mapped('limit 3 | fields b')).toMatchObject({
      span: spanOf('$RecentN(count = 3) | fields b', text),
    });
  });

  it('finds the end of the text', () => {
    const end = { start: expanded.length, end: expanded.length };
    expect(mapDiagnostic(errorAt(end, 'c', 'm')).span).toEqual({ start: text.length, end: text.length });
  });

  it('names places of the own text in the messages', () => {
    expect(mapped('zz', 'unexpected symbol found zz at line 4 and position 77').message).toBe(
      'unexpected symbol found zz at line 1 and position 47',
    );
    expect(mapped('zz', 'Ephemeral field is already defined: zz ([77,78])').message).toBe(
      'Ephemeral field is already defined: zz ([47,49])',
    );
    expect(mapped('desc', 'Ephemeral field is already defined: zz ([77,78])').message).toBe(
      'Ephemeral field is already defined: zz (in the saved query RecentN)',
    );
  });

  it('agrees with the parser about mistakes behind a call', () => {
    const wrong = '$RecentN(count = 3)\n| fields a b';
    const expansion = expand(wrong);
    const [mistake] = parse(expansion.text).diagnostics.map(expansion.mapDiagnostic);
    expect(mistake?.span).toEqual({ start: 31, end: 32 });
    expect(mistake?.message).toBe('unexpected symbol found b at line 2 and position 11');
  });
});
