import { describe, expect, it } from 'vitest';
import { bracketed, commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';
import type { StatsCommand } from '../ast.ts';

/** Aggregates, groups and offset as short texts. */
function read(text: string): readonly string[] {
  const { aggregates, groups, offset } = commandOf(text) as StatsCommand;
  const items = (list: StatsCommand['groups']): string =>
    list
      .map(({ expr, alias }) => bracketed(expr) + (alias === undefined ? '' : ` -> ${alias.name}`))
      .join('; ');
  return [items(aggregates), items(groups), ...(offset === undefined ? [] : [bracketed(offset)])];
}

describe('stats', () => {
  it.each([
    ['stats count(*)', ['count(*)', '']],
    ['stats count() as n, avg(a)/2 by b', ['count() -> n; (avg(a) / 2)', 'b']],
    [
      'stats sum(a = "x" and b) as s by bin(1h) as t, tolower(c) as d',
      ['sum(((a = "x") and b)) -> s', 'bin(1 hour) -> t; tolower(c) -> d'],
    ],
    ['STATS\nMAX(a)\nBY b', ['max(a)', 'b']],
    ['stats count(*) group by a', ['count(*)', 'a']],
    ['stats count(*) by bin(5m) offset 2m', ['count(*)', 'bin(5 minute)', '2 minute']],
    ['stats count(*) by offset offset 2 min', ['count(*)', 'offset', '2 minute']],
    ['stats count(*) as count, count * 2 as double', ['count(*) -> count; (count * 2) -> double', '']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('asks for the parentheses of an aggregate', () => {
    expect(mistakeIn('stats count by a')).toEqual({
      message: '`count` is an aggregate and needs parentheses.',
      hint: 'Write count(*) or count(x).',
    });
    expect(mistakesIn('stats count(*) as count, count')).toEqual([]);
  });

  it.each([
    ['stats', ['unexpected-symbol: ']],
    ['stats by a', ['unexpected-symbol: by']],
    ['stats count(*) by', ['unexpected-symbol: ']],
    ['stats count(*) by 5m', ['unexpected-symbol: 5m']],
    ['stats count(*) offset 5m', ['unexpected-symbol: offset']],
    ['stats count(*) by a offset b', ['unexpected-symbol: b']],
    ['stats count(*) as n, | limit 5', ['trailing-comma?: ,']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
