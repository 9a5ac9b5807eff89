import { expect, it } from 'vitest';
import { errorAt, firstDiagnostics, warningAt } from './diagnostic.ts';
import { parse } from './parser.ts';

const span = { start: 0, end: 1 };

it('tells the first hundred mistakes and the first hundred warnings, in their order', () => {
  const mistakes = Array.from({ length: 150 }, (_, index) => errorAt(span, 'a', `${index}`));
  const warnings = Array.from({ length: 150 }, (_, index) => warningAt(span, 'b', `${index}`));
  expect(firstDiagnostics([...warnings, ...mistakes])).toEqual([
    ...warnings.slice(0, 100),
    ...mistakes.slice(0, 100),
  ]);
  expect(firstDiagnostics(mistakes.slice(0, 3))).toEqual(mistakes.slice(0, 3));
});

it('keeps a text of nothing but mistakes short', () => {
  expect(parse('|'.repeat(5_000)).diagnostics).toHaveLength(100);
});
