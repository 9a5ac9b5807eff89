import { expect, it } from 'vitest';
import { closest, didYouMean } from './did-you-mean.ts';

const commands = ['fields', 'filter', 'sort', 'stats', 'parse', 'limit'];

it.each([
  ['filtr', 'filter'],
  ['field', 'fields'],
  ['fitler', 'filter'],
  ['STAT', 'stats'],
  ['sor', 'sort'],
  ['lmiit', 'limit'],
  ['eval', undefined],
  ['xy', undefined],
  ['', undefined],
  ['completely', undefined],
])('%s', (word, expected) => {
  expect(closest(word, commands)).toBe(expected);
});

it('asks', () => {
  expect(didYouMean('prase', commands)).toBe('Did you mean `parse`?');
  expect(didYouMean('nothing', commands)).toBeUndefined();
});
