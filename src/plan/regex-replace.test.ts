import { describe, expect, it } from 'vitest';
import { parse } from '../language/index.ts';
import { build } from './build.ts';

function mistakes(text: string): readonly (readonly [string, string])[] {
  const { query } = parse(text);
  const { diagnostics } = build({ query, text, moment: { nowMs: 0, startMs: 0, endMs: 0 } });
  return diagnostics.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

describe('regexReplace', () => {
  it.each([
    ['"(a)", "\\\\1"', []],
    ['"(?<x>a)(b)", "\\\\2\\\\1\\\\0"', []],
    ['"a", "\\\\\\\\"', []],
    ['"(?:a)", "\\\\1"', [['bad-replacement', '"\\\\1"']]],
    ['"a", "\\\\x"', [['bad-replacement', '"\\\\x"']]],
    ['"a", "end\\\\"', [['bad-replacement', '"end\\\\"']]],
    ['"a", b', []],
    ['b, "a"', [['pattern-not-literal', 'b']]],
  ])('of s with %s', (args, expected) =>
    expect(mistakes(`fields regexReplace(s, ${args}) as y`)).toEqual(expected),
  );
});
