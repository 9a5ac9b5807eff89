// Whatever the text: parse, tokenize and render return, and what they return is in order.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageCodes } from '../../src/language/codes.ts';
import { parse } from '../../src/language/parser.ts';
import { renderDiagnostics } from '../../src/language/render.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { queryLikeText } from './language-arbitraries.ts';
import { publishedQueries } from './language-corpus.ts';

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
  let end = 0;
  for (const { text: source, span } of tokenize(text)) {
    expect(text.slice(end, span.start).trim()).toBe('');
    expect(text.slice(span.start, span.end)).toBe(source);
    expect(span.end).toBeGreaterThan(span.start);
    end = span.end;
  }
  expect(text.slice(end).trim()).toBe('');
  const complete = diagnostics.every(({ severity }) => severity === 'warning');
  if (complete)
    expect(query.commands.length).toBe(
      tokenize(text).length === 0 ? 0 : pipes(text) + 1 - onlyComments(text),
    );
}

const pipes = (text: string): number => tokenize(text).filter(({ kind }) => kind === 'pipe').length;
const onlyComments = (text: string): number =>
  tokenize(text).every(({ kind }) => kind === 'comment') ? 1 : 0;

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
