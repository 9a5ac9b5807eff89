// Small list functions whose results must not depend on the order of arrival.
import { expect, it } from 'vitest';
import { countTexts, groupBy, median } from './grouping.ts';

it('groups in the order of first items', () => {
  expect([...groupBy(['bb', 'a', 'cc', 'd'], (text) => String(text.length))]).toEqual([
    ['2', ['bb', 'cc']],
    ['1', ['a', 'd']],
  ]);
});

it('counts texts, most frequent first, ties by text', () => {
  expect(countTexts(['b', null, 'a', 'c', 'b', 'a'])).toEqual([
    { text: 'a', count: 2 },
    { text: 'b', count: 2 },
    { text: 'c', count: 1 },
  ]);
});

it.each([
  [[], null],
  [[3], 3],
  [[9, 1], 1],
  [[5, 1, 9], 5],
])('median of %j is %s', (values, expected) => expect(median(values)).toBe(expected));
