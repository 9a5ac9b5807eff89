import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

const query = { kind: 'query', commands: [{ kind: 'limit', count: 1, any: false }] };

describe('appendcols', () => {
  it.each([
    ['appendcols (limit 1)', { override: false, max: 10_000, query }],
    ['APPENDCOLS Override = TRUE ( limit 1 )', { override: true, max: 10_000, query }],
    ['appendcols max=5 override=false (limit 1)', { override: false, max: 5, query }],
    [
      'appendcols max=100000 (SOURCE w | limit 1)',
      {
        override: false,
        max: 100_000,
        query: { ...query, source: { kind: 'source', names: [{ name: 'w' }], selections: [] } },
      },
    ],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'appendcols', ...expected });
  });

  it.each([
    ['appendcols', ['unexpected-symbol: ']],
    ['appendcols ()', ['unexpected-symbol: )']],
    ['appendcols x', ['unexpected-symbol: x']],
    ['appendcols limit 1', ['unexpected-symbol: limit']],
    ['appendcols override=yes (limit 1)', ['unexpected-symbol: yes']],
    ['appendcols override=1 (limit 1)', ['unexpected-symbol: 1']],
    ['appendcols max=all (limit 1)', ['unexpected-symbol: all']],
    ['appendcols max=0 (limit 1)', ['invalid-option: 0']],
    ['appendcols max=1.5 (limit 1)', ['invalid-option: 1.5']],
    ['appendcols max=100001 (limit 1)', ['invalid-option: 100001']],
    ['appendcols min=1 (limit 1)', ['unexpected-symbol: min']],
    ['appendcols (limit 1) limit 5', ['unexpected-symbol: limit']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it('says which numbers `max` takes', () => {
    expect(mistakeIn('appendcols max=0 (limit 1)').message).toBe(
      '`max` is a whole number from 1 to 100,000, found 0.',
    );
  });
});
