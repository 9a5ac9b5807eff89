import { describe, expect, it } from 'vitest';
import { FilterPatternRejected } from './mistake.ts';
import { parseFilterPattern } from './parse-filter-pattern.ts';

/** The part of the pattern that the mistake is about, and its message. */
function mistakeIn(text: string): readonly [string, string] | null {
  const { mistake } = parseFilterPattern(text);
  return mistake === null ? null : [text.slice(mistake.start, mistake.end), mistake.message];
}

describe('patterns that are refused, with their place', () => {
  it.each([
    ['a@b.com', 'a@b.com', "Invalid character(s) in term 'a@b.com'."],
    ['ok ORDER-ITEM-1', 'ORDER-ITEM-1', "Invalid character(s) in term 'ORDER-ITEM-1'."],
    ['ERR*', 'ERR*', "Invalid character(s) in term 'ERR*'."],
    ['ERROR -', '-', "Invalid character(s) in term '-'."],
    ['? ERROR', '?', "Invalid character(s) in term '?'."],
    ['ok "a"b', '"a"b', `Invalid character(s) in term '"a"b'.`],
    ['%a\\', '\\', 'the escape \\ is not supported.'],
    ['%a', '%a', 'a regular expression is not closed by %.'],
    ['"ERROR', '"ERROR', 'a quotation is not closed.'],
    ['{ $.a = 1', '{', "If a filter pattern starts with '{' it must end with '}'."],
    ['[a, b', '[', "If a filter pattern starts with '[' it must end with ']'."],
    ['{ $.a = 1 } x }', 'x', "nothing may follow the closing brace, but there is 'x'."],
    ['{ }', '}', "expected $ but found '}'."],
    ['{ a = 1 }', 'a', "expected $ but found 'a'."],
    ['{ $ = 1 }', ' ', "expected a name but found ' '."],
    ['{ $..a = 1 }', '.', "expected a name but found '.'."],
    ['{ $.a[-1] = 1 }', '-', "expected an index but found '-'."],
    ['{ $.a[0:2] = 1 }', ':', "expected ] but found ':'."],
    ['{ $.a }', '}', "expected a comparison but found '}'."],
    ['{ $.a EXISTS }', 'EXISTS', "expected a comparison but found 'EXISTS'."],
    ['{ $.a IS NOT NULL }', 'IS NOT NULL', "expected a comparison but found 'IS NOT NULL'."],
    ['{ $.a is null }', 'is null', "expected a comparison but found 'is null'."],
    ['{ $.a == 1 }', '=', "expected a value but found '='."],
    ['{ $.a = }', '}', "expected a value but found '}'."],
    ['{ $.a = null }', 'null', 'nothing equals null.'],
    ['{ $.a!=null}', 'null', 'nothing equals null.'],
    ['{ $.a = x@y }', 'x@y', "Invalid character(s) in term 'x@y'."],
    ['{ $.a > "x" }', '"x"', '> compares with a number.'],
    ['{ $.a <= 1* }', '1*', '<= compares with a number.'],
    ['{ $.a > 0 AND $.a < 2 }', 'A', "expected } but found 'A'."],
    ['{ !($.a = 1) }', '!', "expected $ but found '!'."],
    ['{ ($.a = 1 }', '}', "expected ) but found '}'."],
    ['{ $.a = 1 && }', '}', "expected $ but found '}'."],
    ['{ "v": [1] }', '"', `expected $ but found '"'.`],
    ['{ $.a[*].* = 1 }', '$.a[*].*', 'a selector has at most one wildcard.'],
    [
      '{ $.a[*] = 1 || $.b[*] = 1 || $.c[*] = 1 || $.* = 1 }',
      '$.* = 1',
      'more than 3 selectors have a wildcard.',
    ],
    ['{ $.a = %b% || $.a = %c% || $.a = %d% }', '%', 'more than 2 regular expressions.'],
    ['[a, a]', ']', 'two columns have the name a.'],
    ['[..., a, ...]', '...', 'there may be one ellipsis only.'],
    ['[a = 1 || b = 2]', 'b', 'the condition of column a names b.'],
    ['[a b]', 'b', "expected a comparison but found 'b'."],
    ['[a = ]', ']', "expected a value but found ']'."],
    ['[a, b] x]', 'x', "nothing may follow the closing bracket, but there is 'x'."],
    ['[@a]', '@', "expected the name of a column but found '@'."],
  ])('%s', (text, place, message) => {
    expect(mistakeIn(text)).toEqual([place, message]);
  });

  it('bounds length and nesting', () => {
    expect(mistakeIn('x'.repeat(1_024))).toBeNull();
    expect(mistakeIn('x'.repeat(1_025))?.[1]).toBe('it has more than 1024 characters.');
    const nested = (depth: number): string => `{ ${'('.repeat(depth)}$.a = 1${')'.repeat(depth)} }`;
    expect(mistakeIn(nested(100))).toBeNull();
    expect(mistakeIn(nested(101))?.[1]).toBe('parentheses are nested more than 100 deep.');
  });

  it('tells it in one sentence that ends in the offsets', () => {
    const { mistake } = parseFilterPattern('{ $.a = null }');
    if (mistake === null) throw new Error('must be refused');
    expect(new FilterPatternRejected(mistake).message).toBe(
      'Invalid filter pattern: nothing equals null. Write IS NULL. ([8,12])',
    );
  });
});

describe('patterns as data', () => {
  it('reads the parts of a condition', () => {
    expect(parseFilterPattern('{ ($.a.b[0] = "x*") && $[\'k\'][*] >= 1e3 }').pattern).toEqual({
      kind: 'json',
      condition: {
        kind: 'and',
        parts: [
          {
            kind: 'test',
            test: {
              selector: [
                { kind: 'key', key: 'a' },
                { kind: 'key', key: 'b' },
                { kind: 'index', index: 0 },
              ],
              is: { kind: 'compare', operator: '=', operand: { kind: 'text', parts: ['x', ''] } },
            },
          },
          {
            kind: 'test',
            test: {
              selector: [{ kind: 'key', key: 'k' }, { kind: 'any' }],
              is: {
                kind: 'compare',
                operator: '>=',
                operand: { kind: 'number', value: 1_000, text: '1e3' },
              },
            },
          },
        ],
      },
    });
  });

  it('drops optional terms beside others', () => {
    expect(parseFilterPattern('?a b -"c d"').pattern).toEqual({
      kind: 'terms',
      required: [{ kind: 'text', text: 'b' }],
      optional: [],
      excluded: [{ kind: 'text', text: 'c d' }],
    });
  });
});
