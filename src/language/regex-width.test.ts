import { expect, it } from 'vitest';
import { groupsThatMayBeEmpty } from './regex-width.ts';

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
  expect(groupsThatMayBeEmpty(pattern)).toEqual(expected);
});
