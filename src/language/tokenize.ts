// The tokens of a query in the roles that the grammar gives them, comments included: for `explain --stage tokens`
// and for the editor. The parser itself does the work, because only it knows where a regular expression may stand
// and whether `count` is a function, a field or an alias.

import { read } from './parser.ts';
import type { Token } from './token.ts';

/** Every token in order, of broken text too; what lies between two of them is white space. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const token of read(text).tokens) {
    tokens.push(...commentsIn(text, end, token.span.start), token);
    end = token.span.end;
  }
  return [...tokens, ...commentsIn(text, end, text.length)];
}

/** Between two lexemes there are only white space and comments. */
function commentsIn(text: string, start: number, end: number): Token[] {
  return [...text.slice(start, end).matchAll(/#[^\n]*/g)].map((found) => ({
    kind: 'comment',
    text: found[0],
    span: { start: start + found.index, end: start + found.index + found[0].length },
  }));
}
