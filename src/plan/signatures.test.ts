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

const known = (category: string): string[] =>
  Object.values(functions)
    .filter((spec) => spec.category === category)
    .map((spec) => spec.name)
    .sort();

it('knows exactly the scalar functions of the language', () => {
  expect([...Object.keys(scalarSignatures), ...resolvedHere].sort()).toEqual(known('scalar'));
});

it('knows exactly the aggregates of the language', () => {
  expect([...aggregateNames].sort()).toEqual(known('aggregate'));
});
