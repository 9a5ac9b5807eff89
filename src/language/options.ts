// `name=value` options of commands: `type=left`, `max=100`, `override=true`.

import {
  atWord,
  type Cursor,
  expectSymbol,
  lexemeAfter,
  report,
  take,
  takeWord,
  unexpected,
  wordOf,
} from './cursor.ts';

/** Takes `name =` when it comes next; the value follows. */
export function takeOption(cursor: Cursor, name: string): boolean {
  if (!atWord(cursor, name) || lexemeAfter(cursor).text !== '=') return false;
  takeWord(cursor, name);
  expectSymbol(cursor, '=', `An equals sign follows \`${name}\`.`);
  return true;
}

/** true or false */
export function booleanOption(cursor: Cursor): boolean {
  const word = wordOf(cursor.lexeme);
  if (word !== 'true' && word !== 'false') return unexpected(cursor, 'Write `true` or `false`.');
  take(cursor, 'constant');
  return word === 'true';
}

/** A whole number of the range, else a mistake that names it. */
export function integerOption(cursor: Cursor, name: string, min: number, max: number): number {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'number') return unexpected(cursor, `\`${name}\` is a number.`);
  take(cursor, 'number');
  const value = Number(lexeme.text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  const range = `from ${min} to ${max.toLocaleString('en-US')}`;
  report(
    cursor,
    lexeme.span,
    'invalid-option',
    `\`${name}\` is a whole number ${range}, found ${lexeme.text}.`,
  );
  return min;
}
