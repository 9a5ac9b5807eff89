// The time range of a page, in its header.

import DateRangePicker, { type DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import { usePreferences } from '../shell/use-preferences.tsx';
import {
  choiceOf,
  customUnits,
  describeValue,
  pickerValue,
  rangeMistake,
  relativeOptions,
} from './picker-value.ts';
import type { RangeChoice } from './time-range.ts';

interface Props {
  readonly choice: RangeChoice;
  readonly onChoose: (choice: RangeChoice) => void;
}

const i18nStrings: DateRangePickerProps.I18nStrings = {
  formatRelativeRange: describeValue,
  relativeRangeSelectionHeading: 'Range',
};

function validate(value: DateRangePickerProps.Value | null): DateRangePickerProps.ValidationResult {
  const errorMessage = rangeMistake(value);
  return errorMessage === null ? { valid: true } : { valid: false, errorMessage };
}

export function RangePicker({ choice, onChoose }: Props) {
  const { zone } = usePreferences();
  return (
    <DateRangePicker
      ariaLabel="Time range"
      value={pickerValue(choice)}
      relativeOptions={relativeOptions}
      customRelativeRangeUnits={[...customUnits]}
      isValidRange={validate}
      showClearButton={false}
      absoluteFormat="iso"
      expandToViewport
      i18nStrings={i18nStrings}
      {...(zone === 'utc' ? { getTimeOffset: () => 0 } : {})}
      onChange={({ detail }) => {
        const chosen = choiceOf(detail.value);
        if (chosen !== null) onChoose(chosen);
      }}
    />
  );
}
