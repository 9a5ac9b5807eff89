// `$Name(p = v, …)`: a saved query as a stage of a query, reference logs-insights-ql 3.31. The tree keeps the call;
// saved-query-expansion.ts puts the saved text in its place before the query gets its meaning.

import type { Alias, SavedQueryArgument, SavedQueryCommand } from './ast.ts';
import {
  allowRegex,
  atCommandEnd,
  atSymbol,
  type Cursor,
  expectSymbol,
  many,
  spanFrom,
  take,
  takeSymbol,
  unexpected,
} from './cursor.ts';
import { skipArgument } from './skip.ts';
import type { TokenKind } from './token.ts';

const nameHint =
  'The name of a saved query follows `$` at once; one with other than letters, digits and `_` in backticks.';
const argumentHint = 'Arguments are written name = value.';

/** saved_query := "$" name [ "(" [ argument { "," argument } ] ")" ] */
export function parseSavedQuery(cursor: Cursor): SavedQueryCommand {
  const { start, end } = take(cursor, 'punctuation').span;
  if (cursor.lexeme.span.start > end) unexpected(cursor, nameHint);
  const name = word(cursor, 'command', nameHint);
  if (!atSymbol(cursor, '(') && !atCommandEnd(cursor)) unexpected(cursor, nameHint);
  return { kind: 'savedQuery', name, arguments: argumentList(cursor), span: spanFrom(cursor, start) };
}

function argumentList(cursor: Cursor): readonly SavedQueryArgument[] {
  if (!takeSymbol(cursor, '(') || takeSymbol(cursor, ')')) return [];
  const found = many(cursor, argument);
  expectSymbol(cursor, ')', 'A comma and the next argument, or the closing parenthesis, belong here.');
  return found;
}

/** argument := name "=" value; a value is whatever stands before the comma or parenthesis that ends it */
function argument(cursor: Cursor): SavedQueryArgument {
  const name = word(cursor, 'alias', argumentHint);
  expectSymbol(cursor, '=', argumentHint);
  allowRegex(cursor);
  const first = cursor.tokens.length;
  skipArgument(cursor);
  if (cursor.tokens.length === first) unexpected(cursor, `The value of \`${name.name}\` belongs here.`);
  return { name, value: valueText(cursor, first), span: spanFrom(cursor, name.span.start) };
}

function word(cursor: Cursor, kind: TokenKind, hint: string): Alias {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'name') return unexpected(cursor, hint);
  take(cursor, kind);
  return { name: lexeme.segments.join('.'), span: lexeme.span };
}

/** What was taken since a token, without comments and line breaks between the words. */
function valueText(cursor: Cursor, first: number): string {
  const taken = cursor.tokens.slice(first);
  return taken
    .map(({ text, span }, index) =>
      span.start === (taken[index - 1]?.span.end ?? span.start) ? text : ` ${text}`,
    )
    .join('');
}
