// Units of time as the language spells them (reference logs-insights-ql 1.6).
// Caps (`bin(300s)` is `bin(60s)`) are applied by plan/, so that the text stays as written.

import type { PeriodUnit } from './ast.ts';

/** Spellings of each unit, shortest first; the shortest is the canonical one. */
export const unitSpellings: Readonly<Record<PeriodUnit, readonly string[]>> = {
  millisecond: ['ms', 'msec', 'millisecond'],
  second: ['s', 'sec', 'second'],
  minute: ['m', 'min', 'minute'],
  hour: ['h', 'hr', 'hour'],
  day: ['d', 'day'],
  week: ['w', 'week'],
  month: ['mo', 'mon', 'month'],
  quarter: ['q', 'qtr', 'quarter'],
  year: ['y', 'yr', 'year'],
};

const unitBySpelling = new Map<string, PeriodUnit>();
for (const [unit, spellings] of Object.entries(unitSpellings)) {
  for (const spelling of spellings) unitBySpelling.set(spelling, unit as PeriodUnit);
}

/** The unit that a word names, in any letter case; a plural `s` is allowed on spellings longer than one letter. */
export function findUnit(word: string): PeriodUnit | undefined {
  const lower = word.toLowerCase();
  const singular = lower.length > 2 && lower.endsWith('s') ? lower.slice(0, -1) : lower;
  return unitBySpelling.get(lower) ?? unitBySpelling.get(singular);
}

const dayMs = 86_400_000;
const fixedUnitMs: Readonly<Partial<Record<PeriodUnit, number>>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
  week: 7 * dayMs,
};

/** Milliseconds of a period, or undefined for units of the calendar, whose length differs. */
export function periodMs(count: number, unit: PeriodUnit): number | undefined {
  const unitMs = fixedUnitMs[unit];
  return unitMs === undefined ? undefined : count * unitMs;
}

/** The canonical spelling: `5m`, `1mo`. */
export function periodText(count: number, unit: PeriodUnit): string {
  return `${count}${unitSpellings[unit][0]}`;
}
