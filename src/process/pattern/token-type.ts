// The type in a token's name, by its values and what stands before it.

import type { TokenType } from './pattern.ts';
import { sampleOf, sampleSize, type ValueCounts } from './value-counts.ts';

/** In the order they are tried; each is only asked about values that have a digit. */
const types: readonly (readonly [TokenType, RegExp])[] = [
  // Epoch milliseconds; the number of an AWS account.
  ['Time', /^1\d{12}$/],
  ['ID', /^\d{12}$/],
  ['Number', /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/],
  ['ARN', /^arn:[\w-]+:/],
  ['Date', /^\d{4}[-/]\d{2}[-/]\d{2}$/],
  [
    'Time',
    /^(\d{4}[-/]\d{2}[-/]\d{2}[T ]|\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:|[A-Z][a-z]{2} {1,2}\d{1,2} )?\d{1,2}:\d{2}(:|$)/,
  ],
  ['IPAddress', /^\d{1,3}(\.\d{1,3}){3}([:/]\d+)?$/],
  ['IPAddress', /^([\da-fA-F]{1,4}:){7}[\da-fA-F]{1,4}(\/\d+)?$|^[\da-fA-F:]*::[\da-fA-F:]*(\/\d+)?$/],
  // A MAC address; eight hexadecimal or six decimal digits in a row.
  ['ID', /^[\da-fA-F]{2}(:[\da-fA-F]{2}){5,}$|[\da-fA-F]{8}|\d{6}/],
];

/**
 * The type that all values share, else Token. Whether a text has this type or that must not depend on the order of events: it is
 * judged by the sample. `before` is the pattern's text in front of the token.
 */
export function tokenType(counts: ValueCounts, before: string): TokenType {
  const sample = sampleOf(counts);
  const present = sample.filter((value) => value !== '');
  const [first] = present;
  if (first === undefined) return 'Token';
  const type = typeOf(first);
  if (type !== 'Token' && present.every((value) => typeOf(value) === type)) {
    if (type !== 'Number') return type;
    if (!counts.numeric) return 'Token';
    return isStatusCode(present, before) ? 'StatusCode' : 'Number';
  }
  // Many words, all with digits, are identifiers of some form.
  const many = sample.length === sampleSize;
  return many && sample.every((value) => /\d/.test(value) && !/\s/.test(value)) ? 'ID' : 'Token';
}

function typeOf(value: string): TokenType {
  if (!/\d/.test(value)) return 'Token';
  return types.find(([, pattern]) => pattern.test(value))?.[0] ?? 'Token';
}

/** Three digits from 100 to 599 after `status`, `http` or `response`, or after a quoted request as in access logs. */
function isStatusCode(values: readonly string[], before: string): boolean {
  return (
    values.every((value) => /^[1-5]\d\d$/.test(value)) &&
    /((status|http|response)[\w-]*["']?[\s:=]*["']?|" )$/i.test(before)
  );
}
