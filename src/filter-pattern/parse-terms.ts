// Terms of unstructured events: `ERROR -ARGUMENTS`, `?ERROR ?WARN`, `"exact phrase"`, `%regex%`.

import type { Cursor } from './cursor.ts';
import { parseQuoted } from './parse-operand.ts';
import { parseRegex } from './parse-regex.ts';
import type { Term, TermsPattern } from './pattern.ts';

/**
 * terms := { [ "?" | "-" ] term }
 * The page: "If you combine '?' with other filter patterns, all question mark terms will be ignored."
 */
export function parseTerms(cursor: Cursor): TermsPattern {
  const terms: Record<'required' | 'optional' | 'excluded', Term[]> = {
    required: [],
    optional: [],
    excluded: [],
  };
  for (cursor.skipSpaces(); !cursor.done; cursor.skipSpaces()) {
    const start = cursor.at;
    const kind = cursor.take('?') ? 'optional' : cursor.take('-') ? 'excluded' : 'required';
    terms[kind].push(parseTerm(cursor, start));
  }
  const ignored = terms.required.length + terms.excluded.length > 0;
  return { kind: 'terms', ...terms, optional: ignored ? [] : terms.optional };
}

const word = /[A-Za-z0-9_\u0080-\uffff]+/y;

/** term := word | quoted | regex */
function parseTerm(cursor: Cursor, start: number): Term {
  const term = termAt(cursor);
  if (term === null || !(cursor.done || /\s/.test(cursor.peek()))) {
    // To the end of what was meant as one term.
    cursor.match(/[^\s"]*/y);
    if (cursor.at === start) cursor.at++;
    cursor.refuse(
      `Invalid character(s) in term '${cursor.text.slice(start, cursor.at)}'.`,
      'Put a term that has other characters than letters, digits and _ in double quotes; ? and - stand right before a term.',
      start,
    );
  }
  return term;
}

function termAt(cursor: Cursor): Term | null {
  if (cursor.peek() === '"') return { kind: 'text', text: parseQuoted(cursor) };
  if (cursor.peek() === '%') return { kind: 'regex', regex: parseRegex(cursor) };
  const text = cursor.match(word);
  return text === '' ? null : { kind: 'text', text };
}
