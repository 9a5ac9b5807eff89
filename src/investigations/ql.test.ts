// What is written here must be read back by the language as it was given.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors, parse } from '../language/index.ts';
import { allOf, holdsValue, pipeline, quoteList, quoteString } from './ql.ts';

/** The string literal that the language reads in `filter x = …`. */
function readBack(literal: string): unknown {
  const { query, diagnostics } = parse(`filter x = ${literal}`);
  expect(hasErrors(diagnostics)).toBe(false);
  return JSON.parse(JSON.stringify(query)).commands[0]?.condition?.right?.value;
}

describe('quoteString', () => {
  it.each([
    ['plain', '"plain"'],
    ['say "hi"', '"say \\"hi\\""'],
    ["it's", '"it\'s"'],
    ['a\\b', '"a\\\\b"'],
    ['two\nlines\tand\r', '"two\\nlines\\tand\\r"'],
    ['a | b # c / d', '"a | b # c / d"'],
    ['ends with \\', '"ends with \\\\"'],
    ['\\" or 1 = 1 | limit 1', '"\\\\\\" or 1 = 1 | limit 1"'],
  ])('%j', (text, literal) => {
    expect(quoteString(text)).toBe(literal);
    expect(readBack(literal)).toBe(text);
  });

  it('is read back as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(readBack(quoteString(text))).toBe(text);
      }),
    );
  });
});

it('builds lists, conditions and pipelines', () => {
  expect(quoteList(['a', 'b"'])).toBe('["a", "b\\""]');
  expect(allOf(['a = 1', null, 'b = 2'])).toBe('a = 1 and b = 2');
  expect(holdsValue('ecs.eniId', 'eni-1')).toBe(
    '(ecs.eniId = "eni-1" or ecs.eniId like " eni-1" or ecs.eniId like "eni-1 ")',
  );
  expect(pipeline(['fields a', null, 'limit 1'])).toBe('fields a\n| limit 1');
});
