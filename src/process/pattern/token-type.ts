// The type in a token's name, by its values and what stands before it.

import type { TokenType } from './pattern.ts';

const hexadecimal = '[0-9a-fA-F]';

/** In the order they are tried. */
const types: readonly (readonly [TokenType, RegExp])[] = [
  ['Date', /^\d{4}[-/]\d{2}[-/]\d{2}$/],
  [
    'Time',
    /^(\d{4}[-/]\d{2}[-/]\d{2}[T ]|\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:|[A-Z][a-z]{2} {1,2}\d{1,2} )?\d{1,2}:\d{2}/,
  ],
  ['ARN', /^arn:[\w-]+:/],
  ['IPAddress', /^\d{1,3}(\.\d{1,3}){3}(:\d+|\/\d+)?$/],
  ['IPAddress', new RegExp(`^(?=.*::|(.*:){7})${hexadecimal}{0,4}(:${hexadecimal}{0,4}){2,7}(\\/\\d+)?$`)],
  ['Number', /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/],
  ['ID', new RegExp(`^${hexadecimal}{2}(:${hexadecimal}{2}){5,}$`)],
  // Eight hexadecimal digits or six decimal ones in a row, with at least one decimal.
  ['ID', new RegExp(`(?=.*\\d)(${hexadecimal}{8}|\\d{6})`)],
];

/**
 * The type that all values share, else Token. Values are a sample: the most frequent ones.
 * `open` says that there are many more; `before` is the pattern's text in front of the token.
 */
export function tokenType(values: readonly string[], open: boolean, before: string): TokenType {
  const present = values.filter((value) => value !== '');
  if (present.length === 0) return 'Token';
  const found = new Set(present.map(typeOf));
  if (found.size === 1) {
    const [type = 'Token'] = found;
    if (type === 'Number' && isStatusCode(present, before)) return 'StatusCode';
    if (type !== 'Token') return type;
  }
  // Words that all have digits and hardly ever occur twice are identifiers of some form.
  return open && present.every((value) => /\d/.test(value) && !/\s/.test(value)) ? 'ID' : 'Token';
}

function typeOf(value: string): TokenType {
  return types.find(([, pattern]) => pattern.test(value))?.[0] ?? 'Token';
}

/** Three digits from 100 to 599 after `status`, `http` or `response`, or after a quoted request as in access logs. */
function isStatusCode(values: readonly string[], before: string): boolean {
  return (
    values.every((value) => /^[1-5]\d\d$/.test(value)) &&
    /((status|http|response)[\w-]*["']?[\s:=]*|" )$/i.test(before)
  );
}
