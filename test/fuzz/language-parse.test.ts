// Whatever the text: parse, tokenize and render return, and what they return is in order.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/language/ast.ts';
import { languageCodes } from '../../src/language/codes.ts';
import { format } from '../../src/language/format.ts';
import { parse } from '../../src/language/parser.ts';
import { print } from '../../src/language/print.ts';
import { renderDiagnostics } from '../../src/language/render.ts';
import type { Token } from '../../src/language/token.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { queryLikeText } from './language-arbitraries.ts';
import { publishedQueries } from './published-queries.ts';

function expectOrderly(text: string): void {
  const { query, diagnostics } = parse(text);
  expect(JSON.parse(JSON.stringify(query))).toEqual(query);
  for (const { span, message, code } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(message).not.toBe('');
    expect(languageCodes).toHaveProperty([code]);
  }
  expect(renderDiagnostics(text, diagnostics)).toBeTypeOf('string');
  // One expectation for all tokens: thousands of them take seconds.
  let end = 0;
  const misplaced = tokenize(text).filter(({ text: source, span }) => {
    const follows = text.slice(end, span.start).trim() === '';
    end = span.end;
    return !follows || span.end <= span.start || text.slice(span.start, span.end) !== source;
  });
  expect(misplaced).toEqual([]);
  expect(text.slice(end).trim()).toBe('');
  const complete = diagnostics.every(({ severity }) => severity === 'warning');
  if (complete) expect(commandsIn(query)).toBe(piecesOf(text));
}

/** Commands of the query and its sub-queries, less one for each query, since a pipe stands between two. */
function commandsIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const inside = Object.values(node).reduce((sum: number, child) => sum + commandsIn(child), 0);
  const { kind, commands } = node as Partial<Query>;
  if (kind === 'query' && Array.isArray(commands)) return inside + commands.length - 1;
  // The right side of a join is a query without commands.
  return (node as { kind?: unknown }).kind === 'join' ? inside - 1 : inside;
}

/** What pipes part, less one for each query; `SOURCE` is no command of the tree. */
function piecesOf(text: string): number {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'comment');
  if (tokens.length === 0) return -1;
  const isSource = (token: Token): boolean =>
    token.kind === 'command' && token.text.toLowerCase() === 'source';
  return tokens.filter(({ kind }) => kind === 'pipe').length - tokens.filter(isSource).length;
}

describe('parse never throws', () => {
  it('on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectOrderly), { numRuns: 2_000 });
  });

  it('on pieces of queries in any order', () => {
    fc.assert(fc.property(queryLikeText, expectOrderly), { numRuns: 5_000 });
  });

  it('on commands with anything behind them', () => {
    const commands = fc.constantFrom(
      'fields',
      'filter',
      'stats',
      'parse',
      'parse @message',
      'sort',
      'limit',
      'filter a like',
      'filter a in (',
      'SOURCE',
      'SOURCE logGroups(',
      'join left=a right=b where a.x = b.x (',
      'appendcols (',
      'lookup t k',
      'relevantfields where',
    );
    const text = fc.tuple(commands, queryLikeText).map((pieces) => pieces.join(' '));
    fc.assert(fc.property(text, expectOrderly), { numRuns: 5_000 });
  });

  it.runIf(publishedQueries.length > 0)('on published queries with a piece cut out or put in', () => {
    const mutated = fc
      .record({
        published: fc.constantFrom(...publishedQueries),
        at: fc.nat(),
        cut: fc.nat(12),
        put: fc.oneof(
          fc.constant(''),
          queryLikeText.map((text) => text.slice(0, 8)),
        ),
      })
      .map(({ published: { query }, at, cut, put }) => {
        const start = at % (query.length + 1);
        return query.slice(0, start) + put + query.slice(start + cut);
      });
    fc.assert(fc.property(mutated, expectOrderly), { numRuns: 2_000 });
  });
});

describe('the longest texts', () => {
  const charsMax = 10_000;
  /** Many times what is needed, for machines that do other work; far below what squares of the length would take. */
  const patienceMs = 3_000;

  function expectSoon(text: string): void {
    const begun = performance.now();
    expectOrderly(text);
    print(parse(text).query);
    format(text);
    expect(performance.now() - begun).toBeLessThan(patienceMs);
  }

  it('of any characters are read', () => {
    const text = fc.string({ unit: 'binary', minLength: charsMax / 2, maxLength: charsMax, size: 'max' });
    fc.assert(
      fc.property(text, (any) => expectSoon(any.slice(0, charsMax))),
      { numRuns: 10 },
    );
  });

  it('of one piece again and again are read', () => {
    const text = fc.tuple(
      fc.constantFrom(...beginnings),
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 2 }),
    );
    fc.assert(
      fc.property(text, ([beginning, repeated]) =>
        expectSoon((beginning + repeated.join('').repeat(charsMax)).slice(0, charsMax)),
      ),
      { numRuns: 40 },
    );
  });
});

const beginnings = [
  ...[
    '',
    'fields ',
    'filter ',
    'filter a like /',
    'filter a in [',
    'filter a in (',
    'stats ',
    'sort ',
    'SOURCE ',
    'join ',
  ],
  ...['parse @message "', 'parse @message /', '$a('],
];
const pieces = [
  ...[
    '"',
    "'",
    '`',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '/',
    '\\',
    '|',
    '||',
    ',',
    '.',
    '@',
    '#',
    '#\n',
    '\r\n',
    '\t',
    '$',
    '%',
    '^',
    '!',
    '?',
  ],
  ...[
    '-',
    '*',
    '**',
    '9',
    '9.',
    '1e9',
    '1m ',
    '5 m',
    '😀',
    '\u0000',
    '\ud800',
    '“',
    'é',
    '\\"',
    '\\n',
    '<>',
    '&&',
    '=~ ',
  ],
  ...[
    'a',
    'a ',
    'a.',
    'a,',
    'a|',
    'a=',
    'a^',
    'a - ',
    'm[0]',
    '`a`.',
    'not ',
    'a or ',
    'a and ',
    'as ',
    'by ',
    'a in [',
    'in [1]',
  ],
  ...[
    'a like "',
    'a like /x/ ',
    '/[',
    '/(',
    '(?',
    'abs(',
    'bin(',
    'if(a,',
    'count(',
    '$a',
    '$a()',
    '$a(',
    '{{x}}',
  ],
  ...[
    '(SOURCE a|',
    "SOURCE 'a' | ",
    'SOURCE logGroups(',
    'a in (fields b) or ',
    'appendcols (',
    'join ',
    'parse "*" as a|',
  ],
  ...[
    'parse /(?<a>x)/ ',
    'stats count(*) as a|',
    'sort a desc,',
    'limit 1|',
    'fields a|',
    'filter a=1|',
    'unnest a into b|',
  ],
  ...['dedup a|', 'lookup a b OUTPUT c|', 'pattern a|', 'accum a|', 'filldown *', 'search |'],
];
