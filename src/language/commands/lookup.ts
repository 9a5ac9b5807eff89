// `lookup` and `cidrlookup`: columns of a lookup table beside the events, by equality or by range of addresses:
// reference logs-insights-ql 3.16 and 3.17.

import type { Alias, CidrlookupCommand, FieldExpr, LookupCommand, LookupOutput } from '../ast.ts';
import {
  atWord,
  type Cursor,
  expectField,
  fieldOf,
  many,
  spanFrom,
  take,
  takeWord,
  unexpected,
} from '../cursor.ts';
import { alias } from '../items.ts';
import type { NameLexeme } from '../lexer.ts';

/** lookup := "lookup" table key { "," key } ("OUTPUT"|"OUTPUTNEW") output { "," output } */
export function parseLookup(cursor: Cursor, start: number): LookupCommand {
  const table = named(cursor, 'The name of a lookup table belongs here.');
  const keys = many(cursor, key);
  const rest = outputs(cursor);
  return { kind: 'lookup', table, keys, ...rest, span: spanFrom(cursor, start) };
}

/** cidrlookup := "cidrlookup" table field ["as" column] ("OUTPUT"|"OUTPUTNEW") output { "," output } */
export function parseCidrlookup(cursor: Cursor, start: number): CidrlookupCommand {
  const table = named(cursor, 'The name of a lookup table belongs here.');
  const { lexeme } = cursor;
  if (atWord(cursor, 'output', 'outputnew'))
    unexpected(cursor, `The field with the address belongs before \`${lexeme.text}\`.`);
  const field = expectField(cursor, 'The field with the address belongs here.');
  const column = takeWord(cursor, 'as') ? alias(cursor) : undefined;
  const rest = outputs(cursor);
  const span = spanFrom(cursor, start);
  return { kind: 'cidrlookup', table, field, ...(column === undefined ? {} : { column }), ...rest, span };
}

const keyHint = 'The column of the lookup table that an event is found by belongs';

/** key := column [ "as" field ] */
function key(cursor: Cursor): { column: Alias; field: FieldExpr } {
  const { lexeme } = cursor;
  if (atWord(cursor, 'output', 'outputnew')) unexpected(cursor, `${keyHint} before \`${lexeme.text}\`.`);
  const column = named(cursor, `${keyHint} here.`);
  if (!takeWord(cursor, 'as')) return { column, field: fieldOf(lexeme as NameLexeme) };
  return { column, field: expectField(cursor, 'The field of the event belongs here.') };
}

function outputs(cursor: Cursor): { keepPresent: boolean; outputs: LookupOutput[] } {
  const keepPresent = takeWord(cursor, 'outputnew');
  if (!keepPresent && !takeWord(cursor, 'output')) {
    unexpected(cursor, 'OUTPUT or OUTPUTNEW and the columns to add belong here.');
  }
  return { keepPresent, outputs: many(cursor, output) };
}

/** output := column [ "as" name ] */
function output(cursor: Cursor): LookupOutput {
  const column = named(cursor, 'A column of the lookup table belongs here.');
  if (!takeWord(cursor, 'as')) return { column, span: column.span };
  return { column, alias: alias(cursor), span: spanFrom(cursor, column.span.start) };
}

function named(cursor: Cursor, hint: string): Alias {
  const { lexeme } = cursor;
  if (lexeme.kind !== 'name') return unexpected(cursor, hint);
  take(cursor, 'field');
  return { name: lexeme.segments.join('.'), span: lexeme.span };
}
