// What is printed and read again is the same: for random trees, and for every published query.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { print } from '../../src/language/print.ts';
import { withoutSpans } from '../language-expectations.ts';
import { anyQuery } from './language-arbitraries.ts';
import { publishedQueries } from './published-queries.ts';

describe('parse(print(query))', () => {
  it('is the query', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const text = print(query);
        const { query: again, diagnostics } = parse(text);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(withoutSpans(again)).toEqual(withoutSpans(query));
        expect(print(again)).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  it.runIf(publishedQueries.length > 0)('is the query for every published one', () => {
    for (const { id, query: text } of publishedQueries) {
      const { query, diagnostics } = parse(text);
      const again = parse(print(query));
      expect([id, withoutSpans(again.query)]).toEqual([id, withoutSpans(query)]);
      if (diagnostics.length === 0) expect([id, again.diagnostics]).toEqual([id, []]);
    }
  });
});
