// Text of the user never becomes text of a statement: every text and every pattern of a random query is replaced by one that is
// easily found and would do harm, and is looked for in what the query compiles to.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringLiteral } from '../../src/language/print.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { compileQuery, QueryRejected } from '../../src/queries/compile-query.ts';
import { environment } from '../golden/stages/log-groups.ts';
import { query } from './sql-arbitraries.ts';

const runs = 3 * Number(process.env.FUZZ_RUNS ?? 100);
const options = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };

const harmful = `zq'; DROP TABLE events_1; -- " $p1 \\`;

/** The query with `harmful` for those of its texts and patterns that `replaces` says. */
function withHarm(text: string, replaces: readonly boolean[]): string {
  let end = 0;
  let written = '';
  for (const [index, { kind, span }] of tokenize(text).entries()) {
    const harm = kind === 'string' ? stringLiteral(harmful) : "/zq'; x*/";
    const isText = kind === 'string' || kind === 'regex';
    const token = isText && replaces[index % replaces.length] ? harm : text.slice(span.start, span.end);
    written += text.slice(end, span.start) + token;
    end = span.end;
  }
  return written + text.slice(end);
}

it('stands in parameters and constants only', () => {
  let compiled = 0;
  fc.assert(
    fc.property(query, fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (text, replaces) => {
      const request = { text: withHarm(text, replaces), logGroups: 'all', startMs: 0, endMs: 1 } as const;
      try {
        const { statements } = compileQuery(request, environment);
        if (request.text.includes('zq')) compiled += 1;
        for (const statement of statements) expect(statement.text).not.toContain('zq');
      } catch (error) {
        if (!(error instanceof QueryRejected)) throw error;
      }
    }),
    { ...options, numRuns: runs },
  );
  expect(compiled, 'queries with harm in them').toBeGreaterThan(runs / 10);
});
