import { expect, it } from 'vitest';
import { positionAt } from './position.ts';

it.each([
  [0, 1, 0],
  [2, 1, 2],
  [3, 2, 0],
  [5, 3, 1],
])('offset %i', (offset, line, column) => {
  expect(positionAt('ab\n\ncd', offset)).toEqual({ line, column });
});
