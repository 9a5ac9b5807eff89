// The parts of a date as parseDate hands them from the plan to an engine: one text each, empty when the format has no such part.

/** In the order in which a rewritten date has them. */
export const timeParts = [
  'year',
  /** A number, or an English name, whole or short. */
  'month',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
  /** AM, PM, or empty for hours from 0 to 23. */
  'half',
  /** Z, +01, +0100, +01:00, or empty. */
  'offset',
  /** An English name, whole or short. */
  'weekday',
] as const;

export type TimePart = (typeof timeParts)[number];
