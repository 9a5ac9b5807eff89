// The shape of a row in the function tables, and how rows are written.

import type { Confidence } from './confidence.ts';

export type ParameterKind =
  | 'any'
  | 'string'
  | 'number'
  /** `5m`, `1h`; nothing else. */
  | 'period'
  | 'timestamp'
  /** Any expression, read as true, false or unknown. */
  | 'condition'
  /** `*` or any expression. */
  | 'star';

/** `same`: the kind of the (chosen) argument. */
export type ResultKind = 'text' | 'number' | 'boolean' | 'timestamp' | 'list' | 'map' | 'same';

export interface FunctionRow {
  /** How to call it: `round(n[, digits])`. */
  readonly signature: string;
  readonly required: readonly ParameterKind[];
  readonly optional?: readonly ParameterKind[];
  /** Kind of any further argument. */
  readonly rest?: ParameterKind;
  /** How many further arguments there may be; any number when absent. */
  readonly restMax?: number;
  readonly result: ResultKind;
  /** One line for completion and for docs/language.md. */
  readonly doc: string;
  /** An expression, or a whole query when it begins with a command; a test runs it over test/golden/events.ndjson. */
  readonly example: string;
  readonly confidence: Confidence;
  /** Where we do otherwise than AWS, and what; docs/language.md prints it behind `Differs:`. */
  readonly differs?: string;
  /** Accepted besides the canonical name and its snake_case form. */
  readonly spellings?: readonly string[];
}
