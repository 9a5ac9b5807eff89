import fc from 'fast-check';
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

/** Optimal string alignment, by its definition. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const options = [edits(restA, b) + 1, edits(a, restB) + 1, edits(restA, restB) + (a[0] === b[0] ? 0 : 1)];
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(...options, ...(swapped ? [edits(a.slice(2), b.slice(2)) + 1] : []));
}

it('finds what is at most two edits away, one for every three letters', () => {
  const word = fc.stringMatching(/^[ab.]{0,7}$/);
  fc.assert(
    fc.property(word, word, (wanted, candidate) => {
      const near = edits(wanted, candidate) <= Math.min(2, Math.floor(wanted.length / 3));
      expect(closest(wanted, [candidate])).toBe(near ? candidate : undefined);
    }),
  );
});

it('compares a long name with thousands in no time', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `${'detail.containers.'.repeat(20)}${index}`);
  const begun = performance.now();
  expect(closest(`${'detail.containers.'.repeat(20)}name`, names)).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(2_000);
});
