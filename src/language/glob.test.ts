import { describe, expect, it } from 'vitest';
import { escapeRegex, globRegex, globStars } from './glob.ts';

/** What the glob captures in a value, read with JavaScript's engine, which spells the text anchors ^ and $. */
function captures(glob: string, value: string): string[] | null {
  const pattern = globRegex(glob).replace(/^\\A/, '^').replace(/\\z$/, '$');
  return new RegExp(pattern, 'u').exec(value)?.slice(1) ?? null;
}

describe('globRegex', () => {
  it.each([
    ['took * ms', 'it took 12 ms or 13 ms', ['12']],
    ['user=*, method:*, latency := *', 'x user=ann, method:GET, latency := 5 ms', ['ann', 'GET', '5 ms']],
    ['*/*/*/*', 'a/b/c/d/e', ['a', 'b', 'c', 'd/e']],
    ['* [*] *', '2024 [ERROR] it broke', ['2024', 'ERROR', 'it broke']],
    ['"id":"*"', '{"id":"x.y(z)"}', ['x.y(z)']],
    ['a=*;', 'a=;', ['']],
    ['a=*;', 'a=1\n2;', ['1\n2']],
    ['*', 'all\nof it', ['all\nof it']],
    ['a.c*', 'abc', null],
    ['a*b', 'b a', null],
    ['saved', 'it was saved', ['saved']],
    ['(x)$', 'the (x)$ here', ['(x)$']],
  ])('%s in %j', (glob, value, expected) => {
    expect(captures(glob, value)).toEqual(expected);
  });

  it('anchors to the whole text where a star is first or last', () => {
    expect(globRegex('*ab*')).toBe('\\A([\\s\\S]*?)ab([\\s\\S]*)\\z');
    expect(globRegex('a*bc')).toBe('a([\\s\\S]*?)bc');
  });

  it('takes what is not the separator where that is one character', () => {
    expect(globRegex('*,*]')).toBe('\\A([^,]*),([^\\]]*)\\]');
    expect(captures('*🚀*^*-*', '1🚀2^3-4')).toEqual(['1', '2', '3', '4']);
  });
});

it('globStars counts captures', () => {
  expect(['a', '*', 'a*b*'].map(globStars)).toEqual([0, 1, 2]);
});

it('escapeRegex makes any text literal', () => {
  const text = '\\^$.|?*+()[]{}-/"é';
  expect(new RegExp(`^${escapeRegex(text)}$`).test(text)).toBe(true);
});
