import { expect, it } from 'vitest';
import { mistakeIn, mistakesIn } from '../../test/language-expectations.ts';

it('marks the mistake in the source, whatever escaped slashes stand before it', () => {
  expect(mistakesIn('filter a like /x\\/y\\/(?=z)[q-a]/')).toEqual([
    'invalid-regex: (?=',
    'invalid-regex: q-a',
  ]);
});

it('quotes the reason and, where there is one, the way out', () => {
  expect(mistakeIn('filter a like /end\\Z/')).toEqual({
    message: 'Invalid regular expression: unknown escape \\Z.',
    hint: 'The end of the text is \\z.',
  });
});
