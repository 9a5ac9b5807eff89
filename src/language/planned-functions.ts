// Functions of the language that Shiplog does not run yet: known, so that using one is refused by name instead of
// being taken for a misspelling. A function leaves this table when sql/ learns it.

import type { FunctionRow } from './function-spec.ts';

export const plannedScalarFunctions: Readonly<Record<string, FunctionRow>> = {
  haversine: {
    signature: 'haversine(lat1, lon1, lat2, lon2)',
    required: ['number', 'number', 'number', 'number'],
    result: 'number',
    doc: 'Distance on the globe in kilometres.',
    example: 'haversine(a.lat, a.lon, b.lat, b.lon)',
    confidence: 'documented',
  },
  parseDate: {
    signature: 'parseDate(s, format[, zone])',
    required: ['string', 'string'],
    optional: ['string'],
    result: 'number',
    doc: 'Text as epoch milliseconds, by a Java date pattern.',
    example: 'parseDate(detail.stoppedAt, "yyyy-MM-dd")',
    confidence: 'documented',
  },
  hexToAscii: {
    signature: 'hexToAscii(s)',
    required: ['string'],
    result: 'text',
    doc: 'Text from hexadecimal codes.',
    example: 'hexToAscii("4f4b")',
    confidence: 'documented',
  },
  hexToDec: {
    signature: 'hexToDec(s)',
    required: ['string'],
    result: 'number',
    doc: 'Number from hexadecimal digits.',
    example: 'hexToDec("0xff")',
    confidence: 'documented',
  },
  decToHex: {
    signature: 'decToHex(n)',
    required: ['number'],
    result: 'text',
    doc: 'Number as hexadecimal digits.',
    example: 'decToHex(255)',
    confidence: 'documented',
  },
};

export const plannedAggregateFunctions: Readonly<Record<string, FunctionRow>> = {};
