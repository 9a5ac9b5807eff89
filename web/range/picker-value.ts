// Between our range choices and the values of Cloudscape's DateRangePicker.
// `recorded` travels as a relative option whose key says what it is; its amount is never used.

import type { DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import { describeRelative, type RangeChoice, type RangeUnit } from './time-range.ts';

const recordedKey = 'recorded';
const recordedOption: DateRangePickerProps.RelativeOption = {
  key: recordedKey,
  amount: 1,
  unit: 'year',
  type: 'relative',
};

const relativeOption = (amount: number, unit: RangeUnit): DateRangePickerProps.RelativeOption => ({
  key: `${amount}-${unit}`,
  amount,
  unit,
  type: 'relative',
});

export const relativeOptions: readonly DateRangePickerProps.RelativeOption[] = [
  recordedOption,
  relativeOption(15, 'minute'),
  relativeOption(1, 'hour'),
  relativeOption(3, 'hour'),
  relativeOption(1, 'day'),
  relativeOption(1, 'week'),
];

export const customUnits: readonly RangeUnit[] = ['minute', 'hour', 'day', 'week'];
const isRangeUnit = (unit: string): unit is RangeUnit => customUnits.some((known) => known === unit);

export function pickerValue(choice: RangeChoice): DateRangePickerProps.Value {
  switch (choice.kind) {
    case 'recorded':
      return recordedOption;
    case 'relative':
      return relativeOption(choice.amount, choice.unit);
    case 'absolute':
      return {
        type: 'absolute',
        startDate: new Date(choice.startMs).toISOString(),
        endDate: new Date(choice.endMs).toISOString(),
      };
  }
}

/** Null when the value is no range that we can ask for. */
export function choiceOf(value: DateRangePickerProps.Value | null): RangeChoice | null {
  if (value === null) return null;
  if (value.type === 'absolute') {
    const startMs = Date.parse(value.startDate);
    const endMs = Date.parse(value.endDate);
    return startMs <= endMs ? { kind: 'absolute', startMs, endMs } : null;
  }
  if (value.key === recordedKey) return { kind: 'recorded' };
  const { amount, unit } = value;
  return isRangeUnit(unit) && Number.isInteger(amount) && amount > 0
    ? { kind: 'relative', amount, unit }
    : null;
}

/** Why a value cannot be used, or null when it can. */
export function rangeMistake(value: DateRangePickerProps.Value | null): string | null {
  if (value === null) return 'Choose a time range.';
  if (choiceOf(value) !== null) return null;
  if (value.type === 'relative') return 'Enter a whole number above zero.';
  return Number.isNaN(Date.parse(value.startDate)) || Number.isNaN(Date.parse(value.endDate))
    ? 'Enter the start and the end, each with its date.'
    : 'The range ends before it begins.';
}

export const describeValue = ({ key, amount, unit }: DateRangePickerProps.RelativeValue): string =>
  key === recordedKey ? 'Everything recorded' : describeRelative(amount, unit);
