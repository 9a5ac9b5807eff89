// What is printed and read again is the same: for random trees, and for every published query.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/language/commands.ts';
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

it('random queries hold every command', () => {
  const texts = fc.sample(anyQuery, { numRuns: 1_000, seed: 1 }).map((query) => print(query));
  const missing = commands.filter(
    ({ name, status }) => status === 'supported' && !texts.some((text) => text.includes(name)),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});
