import { describe, expect, it } from 'vitest';
import { parseFilterPattern } from './parse-filter-pattern.ts';
import { requiredTexts } from './required-texts.ts';

const required = (text: string): ReturnType<typeof requiredTexts> => {
  const { pattern } = parseFilterPattern(text);
  if (pattern === null) throw new Error(`${text} is refused`);
  return requiredTexts(pattern);
};
/** Any character of JSON may be written as an escape. */
const escaped = '\\u';

describe('texts without which nothing matches', () => {
  it.each([
    ['', []],
    ['ERROR "a b" -c', [['ERROR'], ['a b']]],
    ['?a ?"b c"', [['a', 'b c']]],
    ['-c', []],
    ['%AUTH[A-Z]+ED by%', [['AUTH'], ['ED by']]],
    ['%STOP[A-Z]+ED|KILL.*NOW%', [['STOP', 'KILL']]],
    ['%STOP|[0-9]+%', []],
    ['?%a+bc% ?d', [['bc', 'd']]],
    [
      '{ $.a = %STOPPED|KILLED% }',
      [
        ['"a"', escaped],
        ['STOPPED', escaped, 'KILLED'],
      ],
    ],
    ['%[0-9]+%', []],
    ['{ $.status = 404 }', [['"status"', escaped]]],
    [
      '{ $.a.b != "x" }',
      [
        ['"a"', escaped],
        ['"b"', escaped],
      ],
    ],
    [
      '{ $.a = "*Task failed*" }',
      [
        ['"a"', escaped],
        ['Task failed', escaped],
      ],
    ],
    [
      '{ $.a = "http://x" }',
      [
        ['"a"', escaped],
        ['http:', escaped],
      ],
    ],
    ['{ $.a NOT EXISTS }', []],
    ['{ $.[\'say "x" now\'] IS NULL }', [['say ', escaped]]],
    ['{ $.a = 1 || $.bb = "longer" }', [['"a"', escaped, 'longer']]],
    ['{ $.a = 1 || $.b NOT EXISTS }', []],
    ['[a, b = 4*, c = "x y", d > 5]', [['4'], ['x y']]],
    ['[a = ERROR || a = WARN, ...]', [['ERROR', 'WARN']]],
    ['[a != ERROR, ...]', []],
  ])('%s', (text, expected) => {
    expect(required(text)).toEqual(expected);
  });
});
