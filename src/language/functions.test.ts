import { describe, expect, it } from 'vitest';
import { mistakesIn } from '../../test/language-expectations.ts';
import { findFunction, functions, parameterKind } from './functions.ts';

describe('the table of functions', () => {
  it('finds a function by any of its spellings in any letter case', () => {
    const spelled = [
      'count_distinct',
      'COUNTDISTINCT',
      'percentile',
      'strftime',
      'COLLECT_VALUES',
      'is_present',
    ];
    expect(spelled.map((spelling) => findFunction(spelling)?.name)).toEqual([
      'countDistinct',
      'countDistinct',
      'pct',
      'formatDate',
      'values',
      'ispresent',
    ]);
    expect(findFunction('constructor')).toBeUndefined();
  });

  it('has no spelling twice', () => {
    const spellings = functions.flatMap(({ name, spellings: others }) => [name, ...others]);
    expect(new Set(spellings.map((spelling) => spelling.toLowerCase())).size).toBe(spellings.length);
  });

  it('gives each function a signature of its own name, a line of prose and an example that parses', () => {
    for (const { name, signature, doc, example } of functions) {
      expect(signature).toMatch(new RegExp(`^${name}\\(.*\\)$`));
      expect(doc).toMatch(/^\S.*\.$/);
      expect(example).toContain(`${name}(`);
      const query = /^(stats|filter|fields) /.test(example) ? example : `stats ${example}`;
      expect([example, mistakesIn(query)]).toEqual([example, []]);
    }
  });

  it('knows the kind of each argument', () => {
    const round = findFunction('round');
    const coalesce = findFunction('coalesce');
    if (round === undefined || coalesce === undefined) throw new Error('not in the table');
    expect([0, 1, 2].map((position) => parameterKind(round, position))).toEqual([
      'number',
      'number',
      undefined,
    ]);
    expect(parameterKind(coalesce, 7)).toBe('any');
  });
});
