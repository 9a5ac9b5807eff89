import { expect, it } from 'vitest';
import { choiceOf, describeValue, pickerValue, rangeMistake, relativeOptions } from './picker-value.ts';
import type { RangeChoice } from './time-range.ts';

it.each<RangeChoice>([
  { kind: 'recorded' },
  { kind: 'relative', amount: 3, unit: 'hour' },
  { kind: 'absolute', startMs: 1_000, endMs: 2_000 },
])('the picker gives back %o', (choice) => expect(choiceOf(pickerValue(choice))).toEqual(choice));

it('describes the options in words', () => {
  expect(relativeOptions.map(describeValue)).toEqual([
    'Everything recorded',
    'Last 15 minutes',
    'Last hour',
    'Last 3 hours',
    'Last day',
    'Last week',
  ]);
});

it('says why a range cannot be used', () => {
  const absolute = (startDate: string, endDate: string) => ({
    type: 'absolute' as const,
    startDate,
    endDate,
  });
  expect(rangeMistake(null)).toBe('Choose a time range.');
  expect(rangeMistake({ type: 'relative', amount: Number.NaN, unit: 'hour' })).toContain('whole number');
  expect(rangeMistake(absolute('2026-11-22T10:00:00Z', ''))).toContain('each with its date');
  expect(rangeMistake(absolute('2026-11-22T10:00:00Z', '2026-11-22T09:00:00Z'))).toContain(
    'before it begins',
  );
  expect(rangeMistake(absolute('2026-11-22T09:00:00Z', '2026-11-22T10:00:00Z'))).toBeNull();
});
