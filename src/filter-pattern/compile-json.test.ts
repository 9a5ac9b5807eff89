import { describe, expect, it } from 'vitest';
import { compileFilterPattern } from './compile-filter-pattern.ts';

const found = (pattern: string, messages: readonly string[]): readonly string[] => {
  const { matches } = compileFilterPattern(pattern);
  return messages.filter((message) => matches(message));
};

/** Values of every kind, as the member v. */
const values = [
  'null',
  '"null"',
  'true',
  'false',
  '"true"',
  '0',
  '1',
  '1.0',
  '1e0',
  '"1"',
  '"1.0"',
  '-1',
  '1.5',
  '10',
  '"Alpha"',
  '"alpha"',
  '"Alphabet"',
  '"xAlpha"',
  '""',
  '[]',
  '{}',
  '[1,"Alpha",null]',
  '"a*b"',
  '"a/b"',
];

describe('comparisons by kind', () => {
  const holdsFor = (condition: string): readonly string[] =>
    found(
      `{ $.v ${condition} }`,
      values.map((value) => `{"v":${value}}`),
    ).map((message) => message.slice('{"v":'.length, -1));

  it.each([
    ['= 1', ['1', '1.0', '1e0', '"1"']],
    ['= 1e+0', ['1', '1.0', '1e0']],
    ['= "1"', ['1', '"1"']],
    ['= "1.0"', ['1.0', '"1.0"']],
    ['= 1*', ['1', '1.0', '1e0', '"1"', '"1.0"', '1.5', '10']],
    ['= -1', ['-1']],
    ['> 1', ['1.5', '10']],
    ['>= 1', ['1', '1.0', '1e0', '1.5', '10']],
    ['< 1', ['0', '-1']],
    ['<= 1', ['0', '1', '1.0', '1e0', '-1']],
    ['= "Alpha"', ['"Alpha"']],
    ['= "Alpha*"', ['"Alpha"', '"Alphabet"']],
    ['= "*Alpha"', ['"Alpha"', '"xAlpha"']],
    ['= "*lph*b*"', ['"Alphabet"']],
    ['= ""', ['""']],
    ['= %^Al.*%', ['"Alpha"', '"Alphabet"']],
    ['= %^1$%', ['1', '"1"']],
    ['= true', ['"true"']],
    ['= "null"', ['"null"']],
    ['= "a/b"', ['"a/b"']],
    ['IS NULL', ['null', '[1,"Alpha",null]']],
    ['IS TRUE', ['true']],
    ['IS FALSE', ['false']],
    ['NOT EXISTS', []],
  ])('%s', (condition, expected) => {
    expect(holdsFor(condition)).toEqual(expected);
  });

  it('holds with != and * for texts and numbers only', () => {
    const plain = values.filter((value) => /^["\d-]/.test(value));
    expect(holdsFor('!= "nothing"')).toEqual(plain);
    expect(holdsFor('= *')).toEqual(plain);
    expect(holdsFor('!= 1')).toEqual(plain.filter((value) => !['1', '1.0', '1e0', '"1"'].includes(value)));
    expect(holdsFor('!= *')).toEqual([]);
  });

  it('takes numbers as they are written, whatever their length', () => {
    const long = '{"v":12345678901234567890}';
    expect(found('{ $.v = "12345678901234567890" }', [long])).toEqual([long]);
    expect(found('{ $.v = *7890 }', [long])).toEqual([long]);
    expect(found('{ $.v = "12345678901234567000" }', [long])).toEqual([]);
  });
});

describe('selectors', () => {
  const events = [
    '{"nested":{"value":"hit"},"arr":["miss","hit"],"matrix":[[0,1],[2,3]]}',
    '{"nested":null,"arr":[null]}',
    '{"nested":{},"arr":[]}',
    '{"nested":{"value":null},"arr":"hit"}',
    '{"nested.value":"hit","arr":[["hit"]]}',
    '{"arr":{"0":"hit"},"nested":[{"value":"hit"}]}',
    '{}',
    '[{"nested":{"value":"hit"}}]',
    'not JSON',
    '{"nested":{"value":"hit"}',
    '{"nested":{"value":"miss"},"nested":{"value":"hit"}}',
    '  {"n\\u0065sted": {"value": "\\u0068it"}}  ',
  ];
  it.each([
    ['{ $.nested.value = "hit" }', [0, 10, 11]],
    ["{ $.['nested.value'] = hit }", [4]],
    ["{ $['nested']['value'] = hit }", [0, 10, 11]],
    ['{ $.nested.value NOT EXISTS }', [1, 2, 4, 5, 6]],
    ['{ $.nested.value IS NULL }', [3]],
    ['{ $.nested IS NULL }', [1]],
    ['{ $.arr[1] = hit }', [0]],
    ['{ $.arr[0] = hit }', []],
    ['{ $.arr[*] = hit }', [0, 5]],
    ['{ $.arr[0][0] = hit }', [4]],
    ['{ $.matrix[1][*] > 2 }', [0]],
    ['{ $.matrix[*][1] >= 3 }', [0]],
    ['{ $.* = hit }', [3, 4]],
    ['{ $.*.value = hit }', [0, 10, 11]],
    ['{ $.arr IS NULL }', [1]],
    ['{ $.arr[*] NOT EXISTS }', [2, 3, 6, 10, 11]],
  ])('%s', (pattern, indexes) => {
    expect(found(pattern, events)).toEqual(indexes.map((index) => events[index]));
  });

  it('does not take what objects inherit', () => {
    expect(found('{ $.constructor = * }', ['{}'])).toEqual([]);
    expect(found('{ $.toString NOT EXISTS }', ['{}'])).toEqual(['{}']);
    expect(found('{ $.__proto__ = x }', ['{"__proto__":"x"}'])).toHaveLength(1);
  });
});
