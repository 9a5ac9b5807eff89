import { expect, it } from 'vitest';
import { isHeavy, weightOf } from './weight.ts';

it('counts a column as what it was made of, once for each time that it is read', () => {
  const weights = new Map([
    ['c1', 100],
    ['m2_0', 10],
  ]);
  expect(weightOf('c1 + c1', weights)).toBe('c1 + c1'.length + 200);
  expect(weightOf('upper(m2_0)', weights)).toBe('upper(m2_0)'.length + 10);
  expect(weightOf('"c12" || $p1', weights)).toBe('"c12" || $p1'.length);
});

it('finds a condition heavy for its columns, however long its own text is', () => {
  expect(isHeavy(`c1 = ${'x'.repeat(20_000)}`, new Map([['c1', 100]]))).toBe(false);
  expect(isHeavy('c1 = 1', new Map([['c1', 100_000]]))).toBe(true);
});
