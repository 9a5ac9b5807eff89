import { expect, it } from 'vitest';
import { parse } from '../../src/language/index.ts';
import { pointRows, startingPointsOf } from './starting-points.ts';

const question = (...inputs: readonly { readonly name: string; readonly required: boolean }[]) => ({
  id: 'q',
  question: '',
  summary: '',
  inputs: inputs.map((input) => ({ ...input, label: '', help: '', placeholder: '' })),
});

it('finds the points of the first required input', () => {
  const points = startingPointsOf(
    question({ name: 'cluster', required: false }, { name: 'task', required: true }),
  );
  expect(points?.input).toBe('task');
  expect(startingPointsOf(question({ name: 'service', required: false }))).toBeNull();
  expect(startingPointsOf(question({ name: 'colour', required: true }))).toBeNull();
});

it.each(['task', 'service', 'address'])(
  'asks for %s with a query that parses and names every column',
  (name) => {
    const points = startingPointsOf(question({ name, required: true }));
    expect(parse(points?.query ?? '|').diagnostics).toEqual([]);
    for (const { key } of points?.columns ?? []) expect(points?.query).toContain(` as ${key}`);
  },
);

it('reads rows by name, with times and numbers, and drops rows without a value', () => {
  const points = startingPointsOf(question({ name: 'service', required: true }));
  if (points === null) throw new Error('no points');
  const result = {
    columns: [
      { name: 'service', kind: 'text' as const },
      { name: 'tasks', kind: 'number' as const },
      { name: 'last', kind: 'timestamp' as const },
    ],
    rows: [
      ['orders', '12', '2026-11-22 10:00:00.000'],
      [null, '3', null],
    ],
    statistics: { recordsMatched: 0, recordsScanned: 0, bytesScanned: 0, logGroupsScanned: 0 },
    warnings: [],
    durationMs: 1,
  };
  expect(pointRows(points, result)).toEqual([
    { service: 'orders', cluster: null, tasks: 12, last: Date.parse('2026-11-22T10:00:00Z') },
  ]);
});
