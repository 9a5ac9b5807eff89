import { describe, expect, it } from 'vitest';
import { parse } from '../language/parser.ts';
import { commandsOutsideSubqueries, misorderedCommands } from './command-order.ts';

const problems = (text: string, limited = false): string[] =>
  misorderedCommands(parse(text).query, limited).map(({ message }) => message);

describe('the order of commands (reference 3.0)', () => {
  it.each([
    'sort a | limit 5 | stats count(*)',
    'stats count(*) as n by a | stats max(n) as m | sort m | limit 5',
    'display a | filter a | sort a | dedup a | limit 5',
    'limit 5 | sort a',
    'pattern @message | sort @sampleCount',
    'limit 5 | estimate',
    'join left=a right=b where a.x = b.x (SOURCE c) | sort a.x',
    'stats count(*) | filter a in (stats count(*) as n | stats max(n) as m)',
  ])('%s is right', (text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['sort a | stats count(*) as n by a | stats max(n) as m', ['unexpected symbol found sort']],
    ['stats count(*) as n by a | limit 5 | stats max(n) as m', ['unexpected symbol found limit']],
    [
      'dedup a | sort a | limit 5 | fields b',
      ['unexpected symbol found sort', 'unexpected symbol found fields'],
    ],
    ['sort a | pattern @message', ['unexpected symbol found pattern']],
    ['estimate | limit 5', ['unexpected symbol found limit']],
    [
      'join left=a right=b where a.x = b.x (SOURCE c) | join left=d right=e where d.x = e.x (SOURCE c)',
      ['unexpected symbol found join'],
    ],
  ])('%s is not', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('counts a limit of the request as one behind estimate', () => {
    expect(problems('filter a | estimate', true)).toEqual(['unexpected symbol found limit']);
    expect(problems('filter a', true)).toEqual([]);
  });
});

it.each([
  ['fields a | sort a | limit 5', []],
  ['pattern @message | diff', ['pattern', 'diff']],
  ['logcompare timeshift 1d', ['logcompare']],
  ['relevantfields where a | estimate', ['relevantfields', 'estimate']],
])('inside of a sub-query %s', (text, kinds) => {
  const found = commandsOutsideSubqueries(parse(text).query).map(({ message }) => message);
  expect(found).toEqual(kinds.map((kind) => `unexpected symbol found ${kind}`));
});
