// Functions of the language that Shiplog does not run yet: known, so that using one is refused by name instead of
// being taken for a misspelling. A function leaves this table when sql/ learns it.

import type { FunctionRow } from './function-spec.ts';

export const plannedScalarFunctions: Readonly<Record<string, FunctionRow>> = {
  parseDate: {
    signature: 'parseDate(s, format[, zone])',
    required: ['string', 'string'],
    optional: ['string'],
    result: 'number',
    doc: 'Text as epoch milliseconds, by a Java date pattern.',
    example: 'parseDate(detail.stoppedAt, "yyyy-MM-dd")',
    confidence: 'documented',
  },
};

export const plannedAggregateFunctions: Readonly<Record<string, FunctionRow>> = {};
