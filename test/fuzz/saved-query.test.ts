// Whatever a reader writes around whatever was saved: the expansion ends, and everything it finds lies in the reader's text.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasErrors } from '../../src/language/diagnostic.ts';
import { parse } from '../../src/language/parser.ts';
import { expandSavedQueries } from '../../src/language/saved-query-expansion.ts';

const scraps = [
  '$a',
  '$`b c`',
  '(',
  ')',
  '=',
  ',',
  '|',
  '"',
  "'",
  '/',
  '#',
  '\n',
  '{{p}}',
  '{{',
  '[',
  '`',
  ' ',
  'p',
  '1',
];
const scrap = fc.oneof(
  fc.constantFrom(...scraps, 'filter p = 1', 'limit 5', '$a(p = 1)', '$`b c`()'),
  fc.string({ maxLength: 3 }),
);
const text = fc.array(scrap, { maxLength: 12 }).map((parts) => parts.join(''));
const parameter = fc.record({ name: fc.constant('p'), defaultValue: fc.option(scrap, { nil: undefined }) });
const savedQueries = fc.tuple(text, text, fc.array(parameter, { maxLength: 1 })).map(([a, b, parameters]) => [
  { name: 'a', query: a, parameters },
  { name: 'x/b c', query: b, parameters },
]);

it('never throws, and points into the text that was given', () => {
  fc.assert(
    fc.property(text, savedQueries, (query, saved) => {
      const expansion = expandSavedQueries(query, () => saved);
      const found = parse(expansion.text).diagnostics.map(expansion.mapDiagnostic);
      for (const { span } of [...expansion.diagnostics, ...found]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(query.length);
      }
    }),
    { numRuns: 3_000 },
  );
});

it('leaves nothing to expand, or says why', () => {
  fc.assert(
    fc.property(text, savedQueries, (query, saved) => {
      const expansion = expandSavedQueries(query, () => saved);
      const { query: tree, diagnostics } = parse(expansion.text);
      const left = tree.commands.some(({ kind }) => kind === 'savedQuery');
      if (left && !hasErrors(diagnostics)) expect(hasErrors(expansion.diagnostics)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
