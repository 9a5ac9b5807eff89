import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

it('grows to at most 27 minutes', () => {
  const minutes = [0, 1, 2, 3, 4, 5, 6, 50].map((attempt) => backOffMs(attempt) / 60_000);
  expect(minutes).toEqual([1, 2, 4, 8, 16, 27, 27, 27]);
});
