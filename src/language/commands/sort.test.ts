import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

const key = (name: string, direction: string): unknown => ({
  field: { kind: 'field', name, segments: name.split('.') },
  direction,
});

describe('sort', () => {
  it.each([
    ['sort a', [key('a', 'asc')]],
    ['sort by a desc', [key('a', 'desc')]],
    ['order a.b ASC, c DESC, d', [key('a.b', 'asc'), key('c', 'desc'), key('d', 'asc')]],
    ['order by @timestamp desc', [key('@timestamp', 'desc')]],
    ['sort desc desc', [key('desc', 'desc')]],
    ['sort `by`', [key('by', 'asc')]],
  ])('%s', (text, keys) => {
    expect(commandOf(text)).toEqual({ kind: 'sort', keys });
  });

  it('is by names, not by calls, in the words of AWS', () => {
    expect(mistakeIn('stats count(*) by bin(1h) | sort bin(1h) desc')).toEqual({
      message: 'unexpected symbol found ( at line 1 and position 36',
      hint: 'Give the call a name with `as` before, and sort by that name.',
    });
  });

  it.each([
    ['sort', ['unexpected-symbol: ']],
    ['sort 5', ['unexpected-symbol: 5']],
    ['sort a descending', ['unexpected-symbol: descending']],
    ['sort a, | limit 1', ['trailing-comma?: ,']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
