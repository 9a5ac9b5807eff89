import { describe, expect, it } from 'vitest';
import { regexShape } from './regex-shape.ts';

describe('groups that may be empty', () => {
  it.each<[string, boolean[]]>([
    ['(a)', [false]],
    ['(a*)', [true]],
    ['(a+)(b?)', [false, true]],
    ['(a|)', [true]],
    ['(a|b)?', [false]],
    ['(?:(GET)|(POST))', [false, false]],
    ['(?<x>\\d+)(?<y>[^,]*)', [false, true]],
    ['((a)b*)', [false, false]],
    ['((a?)b*)', [true, true]],
    ['(^$)(\\bx)', [true, false]],
    ['(a{0,3})(a{2})', [true, false]],
    ['(?i)(a)', [false]],
    ['(?i:(a*))', [true]],
    ['([)(]+)', [false]],
    ['(\\(|\\))', [false]],
    ['(\\Q(\\E)', [false]],
    ['(a+?)(.*?)', [false, true]],
    ['no groups', []],
  ])('%s', (pattern, expected) => {
    expect(regexShape(pattern).groupsMayBeEmpty).toEqual(expected);
  });
});

it.each<[string, boolean]>([
  ['', true],
  ['a*', true],
  ['a|b?', true],
  ['a*b', false],
  ['^$', true],
  ['(?i)a', false],
])('%s may be empty: %s', (pattern, expected) => {
  expect(regexShape(pattern).mayBeEmpty).toBe(expected);
});

describe('states', () => {
  it.each<[string, number]>([
    ['', 0],
    ['^$', 0],
    ['plain words', 1],
    ['a plain text', 2],
    ['aaaa', 4],
    ['AaAa', 4],
    ['abab', 2],
    ['aabaab', 3],
    ['a.b', 4],
    ['a\\.b', 1],
    ['one|two|three', 3],
    ['a?b', 2],
    ['.*x.*y', 6],
    ['[a-z]{3}', 3],
    ['[^a-z]{3}', 6],
    ['\\S{0,4}', 8],
    ['[a日]é', 3],
    ['[a-z]{3,}', 3],
    ['[a-z]{3,10}', 10],
    ['(?:a{10}b){20}', 220],
    ['(a|b|(?<c>d))+', 3],
    ['\\p{L}x', 21],
    ['[\\pL_]', 20],
    ['\\d+', 1],
    ['\\Qa(b\\E', 7],
    ['(?i)(?:a{1000}){1}', 1000],
  ])('%s: %i', (pattern, expected) => {
    expect(regexShape(pattern).states).toBe(expected);
  });
});
