// Patterns over JSON events: `{ ($.user.id = 1) && ($.users[0].email = "a@b") }`.

import type { Cursor } from './cursor.ts';
import { patternWildcardsMax, selectorWildcardsMax } from './limits.ts';
import { parseCondition } from './parse-condition.ts';
import { parseComparison, parseQuoted } from './parse-operand.ts';
import type { JsonPattern, JsonTest, Selector, Step } from './pattern.ts';

/** json := "{" condition "}" */
export function parseJson(cursor: Cursor): JsonPattern {
  cursor.expect('{');
  let wildcards = 0;
  const condition = parseCondition(cursor, () => {
    const start = cursor.at;
    const test = parseTest(cursor);
    if (test.selector.some(({ kind }) => kind === 'any')) wildcards++;
    if (wildcards > patternWildcardsMax) {
      cursor.refuse(`more than ${patternWildcardsMax} selectors have a wildcard.`, undefined, start);
    }
    return test;
  });
  cursor.expect('}', 'Conditions are joined by && and ||.');
  cursor.skipSpaces();
  if (!cursor.done) cursor.refuse(`nothing may follow the closing brace, but there is ${cursor.found}.`);
  return { kind: 'json', condition };
}

const equalsNull = /\s*!?=\s*null(?![A-Za-z0-9_.*+-])/y;
const isWords = { NULL: 'null', TRUE: 'true', FALSE: 'false' } as const;
const testHint =
  'Write = "value", != "value", > 1, IS NULL, IS TRUE, IS FALSE or NOT EXISTS; = * says that a value is there.';

/** test := selector ( comparison | "IS" ( "NULL" | "TRUE" | "FALSE" ) | "NOT" "EXISTS" ) */
function parseTest(cursor: Cursor): JsonTest {
  const selector = parseSelector(cursor);
  // AWS refuses it, too: no comparison holds for a null.
  if (cursor.match(equalsNull) !== '') cursor.refuse('nothing equals null.', 'Write IS NULL.', cursor.at - 4);
  const comparison = parseComparison(cursor);
  if (comparison !== null) return { selector, is: comparison };
  cursor.skipSpaces();
  const start = cursor.at;
  const words = cursor.match(/[A-Za-z]+(?:\s+[A-Za-z]+)*/y).split(/\s+/);
  const [verb, what = '', ...more] = words;
  if (verb === 'NOT' && what === 'EXISTS' && more.length === 0) {
    return { selector, is: { kind: 'not-exists' } };
  }
  if (verb === 'IS' && more.length === 0 && what in isWords) {
    return { selector, is: { kind: isWords[what as keyof typeof isWords] } };
  }
  // The page: "The variables IS NOT and EXISTS currently aren't supported."
  const found = words.join(' ') === '' ? cursor.found : `'${words.join(' ')}'`;
  return cursor.refuse(`expected a comparison but found ${found}.`, testHint, start);
}

const name = /[A-Za-z0-9_\-\u0080-\uffff]+/y;
const selectorHint = "A selector is written $.name, $.list[0], $.list[*] or $.['a name'].";

/** selector := "$" step { step } */
function parseSelector(cursor: Cursor): Selector {
  cursor.skipSpaces();
  const start = cursor.at;
  cursor.expect('$', selectorHint);
  const steps: Step[] = [];
  for (;;) {
    const step = parseStep(cursor);
    if (step === null) break;
    steps.push(step);
  }
  if (steps.length === 0) cursor.refuse(`expected a name but found ${cursor.found}.`, selectorHint);
  if (steps.filter(({ kind }) => kind === 'any').length > selectorWildcardsMax) {
    cursor.refuse('a selector has at most one wildcard.', undefined, start);
  }
  return steps;
}

/** step := "." name | "." "*" | [ "." ] "[" ( index | "*" | quoted ) "]" — null when none comes next. */
function parseStep(cursor: Cursor): Step | null {
  const dotted = cursor.peek() === '.';
  if (dotted) cursor.at++;
  if (cursor.peek() === '[') return parseBracket(cursor);
  if (!dotted) return null;
  if (cursor.peek() === '*') {
    cursor.at++;
    return { kind: 'any' };
  }
  const key = cursor.match(name);
  if (key === '') cursor.refuse(`expected a name but found ${cursor.found}.`, selectorHint);
  return { kind: 'key', key };
}

function parseBracket(cursor: Cursor): Step {
  cursor.at++;
  const step = parseBracketed(cursor);
  cursor.expect(']', selectorHint);
  return step;
}

function parseBracketed(cursor: Cursor): Step {
  if (cursor.take('*')) return { kind: 'any' };
  if (cursor.peek() === "'" || cursor.peek() === '"') return { kind: 'key', key: parseQuoted(cursor) };
  const digits = cursor.match(/\d{1,9}/y);
  if (digits === '') cursor.refuse(`expected an index but found ${cursor.found}.`, selectorHint);
  return { kind: 'index', index: Number(digits) };
}
