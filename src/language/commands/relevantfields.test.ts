import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: name.split('.') });

describe('relevantfields', () => {
  it.each([
    ['relevantfields where failed', { fields: [], condition: field('failed') }],
    [
      'RELEVANTFIELDS a, b.c WHERE failed',
      { fields: [field('a'), field('b.c')], condition: field('failed') },
    ],
    ['relevantfields `where` where failed', { fields: [field('where')], condition: field('failed') }],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'relevantfields', ...expected });
  });

  it.each([
    ['relevantfields', ['unexpected-symbol: ']],
    ['relevantfields a, b', ['unexpected-symbol: ']],
    ['relevantfields a b where c', ['unexpected-symbol: b']],
    ['relevantfields where', ['unexpected-symbol: ']],
    ['relevantfields abs(a) where c', ['unexpected-symbol: (']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
