import { describe, expect, it } from 'vitest';
import { compileFilterPattern } from './compile-filter-pattern.ts';

const matches = (regex: string, text: string): boolean => compileFilterPattern(`%${regex}%`).matches(text);

describe('regular expressions, as the page describes them', () => {
  it.each([
    ['^[hc]at', ['hat trick', 'cat'], ['a hat', 'bat']],
    ['[hc]at$', ['the cat', 'hat'], ['cats']],
    ['colou?r', ['color', 'colour'], ['colouur']],
    ['[abcx-z]', ['y', 'b'], ['d', 'w']],
    ['^a{3,5}$', ['aaa', 'aaaa', 'aaaaa'], ['aa', 'aaaaaa']],
    ['^a{,2}$', ['', 'a', 'aa'], ['aaa']],
    ['^a{2,}$', ['aa', 'aaaaaaaa'], ['a']],
    ['^a{2}$', ['aa'], ['a', 'aaa']],
    ['gra|ey', ['gray', 'grey'], ['gr y']],
    [
      '^starting|^initializing|^shutting down',
      ['starting up', 'initializing', 'shutting down'],
      ['skipping initializing'],
    ],
    ['abcc|ab[^c]$', ['abcc and more', 'aba'], ['aac', 'abac']],
    ['\\[.\\]', ['[a]', '[7]', 'x [@]', '[]]', '[ ]'], ['[]', '[ab]']],
    ['10\\.10\\.0\\.1', ['from 10.10.0.1'], ['10010,051']],
    ['10.10.0.1', ['10010,051'], ['10.10.0']],
    ['^ab*c$', ['ac', 'abc', 'abbbc'], ['ab']],
    ['ab[0-9]*$', ['ab', 'ab0', 'ab129'], ['ab1x']],
    ['^ab+c$', ['abc', 'abbc'], ['ac']],
    ['^.at$', ['hat', '#at', ' at', '\nat', 'éat', '😀at'], ['at', 'chat']],
    ['^\\d\\D$', ['1a', '1é'], ['11', 'aa']],
    ['^\\s\\S$', ['\ta', '\n1', ' .'], ['a ', '  ']],
    ['^\\w\\W$', ['_-', 'Z ', '9é'], ['--', 'aa']],
    ['\\x3A\\x28', [':('], [': (']],
    ['^a\\tb\\n$', ['a\tb\n'], ['atbn', 'a b ']],
    ['^[^0-9]+$', ['abc', 'é'], ['a1', '']],
    ['^[\\d.-]+$', ['1.5', '-2'], ['1,5', '']],
    ['^[a\\-c]$', ['a', '-', 'c'], ['b']],
    ['^[\\x41-\\x43]$', ['A', 'C'], ['D', 'a']],
    ['^[\\]\\[]$', [']', '['], ['x']],
    ['a+?b', ['aab'], ['b']],
    ['^$', [''], ['x']],
    ['$', ['', 'x'], []],
    ['x*', ['', 'y'], []],
    [':_#=@/;,- ', ['a:_#=@/;,- b'], [':_#']],
  ])('%s', (regex, yes, no) => {
    expect(yes.filter((text) => !matches(regex, text))).toEqual([]);
    expect(no.filter((text) => matches(regex, text))).toEqual([]);
  });

  it.each([
    'something!',
    '(a|b)',
    '\\(a\\)',
    'café',
    'a(?=b)',
    '[abc',
    'a**',
    'a++',
    '*a',
    'a{3',
    'a{3,2}',
    'a{,}',
    'a{}',
    'a|',
    '|a',
    '',
    '[]',
    '[z-a]',
    '[a-\\d]',
    '\\p',
    '\\1',
    '\\b',
    '\\x4',
    '\\',
    'a^b',
    'a$b',
    '"a"',
    'a{600}',
    '[a[b]]'.replace(']]', '!]'),
  ])('refuses %s', (regex) => {
    expect(() => compileFilterPattern(`%${regex}%`)).toThrow(/^Invalid filter pattern: /);
  });

  it('takes time that grows with the text, whatever the expression', () => {
    const text = 'a'.repeat(100_000);
    const hostile = [
      '.*.*.*.*.*.*.*.*!',
      'a*a*a*a*a*a*a*a*b',
      '[a-z]+[a-z]+[a-z]+[0-9]$',
      'a{1,200}a{1,200}b',
    ];
    const started = performance.now();
    for (const regex of hostile) expect(matches(regex.replace('!', '\\x21'), text)).toBe(false);
    // A backtracking engine would take years; this is some hundred million steps.
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('runs again as the first time', () => {
    const { matches: found } = compileFilterPattern('%^a[bc]{2}$%');
    expect(['abc', 'ab', 'acb', 'abcd', 'acc'].filter((text) => found(text))).toEqual(['abc', 'acb', 'acc']);
    expect(found('abc')).toBe(true);
  });
});
