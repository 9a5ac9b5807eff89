// Formatting keeps what a query means and everything that somebody wrote beside it, and has nothing left to do afterwards:
// for random trees with comments strewn in, and for every published query.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasErrors } from '../../src/language/diagnostic.ts';
import { format } from '../../src/language/format.ts';
import { parse } from '../../src/language/parser.ts';
import { print } from '../../src/language/print.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { withoutSpans } from '../language-expectations.ts';
import { anyQuery } from './language-arbitraries.ts';
import { publishedQueries } from './published-queries.ts';

const commentsIn = (text: string): readonly string[] =>
  tokenize(text).flatMap((token) => (token.kind === 'comment' ? [token.text.trimEnd()] : []));

function expectFormatted(text: string): void {
  const formatted = format(text);
  expect(commentsIn(formatted)).toEqual(commentsIn(text));
  expect(withoutSpans(parse(formatted).query)).toEqual(withoutSpans(parse(text).query));
  expect(format(formatted)).toBe(formatted);
}

const gap = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' # one\n',
  '\n# two | "\n',
  '\n\n  # three\n\n',
  ' #\r\n# five\n',
);

it('keeps the query and its comments, and is done after one pass', () => {
  fc.assert(
    fc.property(anyQuery, fc.array(gap, { minLength: 1, maxLength: 30 }), (query, gaps) => {
      const canonical = print(query);
      let end = 0;
      const strewn = tokenize(canonical).map(({ text, span }, index) => {
        const before = canonical.slice(end, span.start) + (gaps[index % gaps.length] ?? '');
        end = span.end;
        return before + text;
      });
      const text = strewn.join('') + (gaps.at(-1) ?? '');
      fc.pre(!hasErrors(parse(text).diagnostics));
      expectFormatted(text);
    }),
    { numRuns: 2_000 },
  );
});

it.runIf(publishedQueries.length > 0)('holds for every published query', () => {
  for (const { query } of publishedQueries) {
    if (!hasErrors(parse(query).diagnostics)) expectFormatted(query);
  }
});
