import { expect, it } from 'vitest';
import { parse } from '../../src/language/index.ts';
import { samples } from './samples.ts';

it.each(samples.map(({ title, query }) => [title, query]))('the sample "%s" parses', (_title, query) => {
  expect(parse(query).diagnostics).toEqual([]);
});

it('samples have ids of their own', () => {
  expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
});
