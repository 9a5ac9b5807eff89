// What a value is compared with, in JSON and in columns: `= 404`, `!= 10.0.*`, `= "a b"`, `= %regex%`, `>= 1e3`.

import type { Cursor } from './cursor.ts';
import { parseRegex } from './parse-regex.ts';
import type { Comparison, Operand, Operator } from './pattern.ts';

const operators: readonly Operator[] = ['!=', '<=', '>=', '=', '<', '>'];

/** comparison := operator operand — null when no operator comes next. */
export function parseComparison(cursor: Cursor): Comparison | null {
  const operator = operators.find((each) => cursor.take(each));
  if (operator === undefined) return null;
  cursor.skipSpaces();
  const start = cursor.at;
  const operand = parseOperand(cursor);
  if (operand.kind !== 'number' && operator !== '=' && operator !== '!=') {
    cursor.refuse(`${operator} compares with a number.`, 'Texts compare with = and != alone.', start);
  }
  return { kind: 'compare', operator, operand };
}

/** operand := quoted | regex | number | word { "*" | word } */
function parseOperand(cursor: Cursor): Operand {
  if (cursor.peek() === '"') return textOperand(parseQuoted(cursor));
  if (cursor.peek() === '%') return { kind: 'regex', regex: parseRegex(cursor) };
  return parseBareOperand(cursor);
}

const bare = /[^\s"%()[\]{},&|=<>!]+/y;
const allowedBare = /^[A-Za-z0-9_.*+\-\u0080-\uffff]+$/;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const quoteHint =
  'Put a text that has other characters than letters, digits, _ . - + and * in double quotes.';

function parseBareOperand(cursor: Cursor): Operand {
  const start = cursor.at;
  const text = cursor.match(bare);
  if (text === '') cursor.refuse(`expected a value but found ${cursor.found}.`, quoteHint);
  if (!allowedBare.test(text)) cursor.refuse(`Invalid character(s) in term '${text}'.`, quoteHint, start);
  const value = number.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? { kind: 'number', value, text } : textOperand(text);
}

/**
 * The page: "Use the asterisk (*) as a wild card to match text." Inferred: anywhere in the text and in quotes too; an older edition of
 * the page took it for itself in the middle of a text.
 */
const textOperand = (text: string): Operand => ({ kind: 'text', parts: text.split('*') });

/** quoted := '"' { character | '\"' | '\\' } '"'. Inferred: any other backslash stands for itself. */
export function parseQuoted(cursor: Cursor): string {
  const start = cursor.at;
  const quote = cursor.peek();
  let text = '';
  for (cursor.at++; cursor.peek() !== quote; cursor.at++) {
    if (cursor.done) cursor.refuse('a quotation is not closed.', undefined, start);
    const escaped = cursor.text[cursor.at + 1];
    if (cursor.peek() === '\\' && (escaped === quote || escaped === '\\')) cursor.at++;
    text += cursor.peek();
  }
  cursor.at++;
  return text;
}
