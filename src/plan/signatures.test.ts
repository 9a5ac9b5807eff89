import { expect, it } from 'vitest';
import { functions } from '../language/functions.ts';
import { aggregateNames, scalarSignatures } from './signatures.ts';

/** Resolved by call.ts itself: they need a period, the moment of the query, or pairs of arguments. */
const resolvedHere = [
  'bin',
  'case',
  'datefloor',
  'jsonParse',
  'dateceil',
  'now',
  'queryStartTime',
  'queryEndTime',
  'queryTimeRange',
  'unmask',
];

const supported = (category: string): string[] =>
  Object.values(functions)
    .filter((spec) => spec.category === category && spec.status === 'supported')
    .map((spec) => spec.name)
    .sort();

it('knows exactly the scalar functions that the language says are supported', () => {
  expect([...Object.keys(scalarSignatures), ...resolvedHere].sort()).toEqual(supported('scalar'));
});

it('knows exactly the aggregates that the language says are supported', () => {
  expect([...aggregateNames].sort()).toEqual(supported('aggregate'));
});
