import { expect, it } from 'vitest';
import { findUnit, periodText, unitSpellings } from './period.ts';

it('every spelling names its unit, in any letter case; from two letters on also in the plural', () => {
  for (const [unit, spellings] of Object.entries(unitSpellings)) {
    for (const spelling of spellings) {
      expect([spelling, findUnit(spelling)]).toEqual([spelling, unit]);
      expect([spelling, findUnit(spelling.toUpperCase())]).toEqual([spelling, unit]);
      if (spelling.length > 1) expect([spelling, findUnit(`${spelling}s`)]).toEqual([spelling, unit]);
    }
  }
});

it.each(['', 'ss', 'x', 'fortnight', 'dayss'])('%j is no unit', (word) => {
  expect(findUnit(word)).toBeUndefined();
});

it('periods are written with the shortest spelling', () => {
  expect([periodText(5, 'minute'), periodText(1, 'month'), periodText(100, 'millisecond')]).toEqual([
    '5m',
    '1mo',
    '100ms',
  ]);
});
