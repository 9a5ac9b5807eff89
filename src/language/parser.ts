// Query text -> syntax tree and diagnostics. Never throws, whatever the text. After a mistake it goes on behind the
// next pipe, so that one parse reports several mistakes; commands that could not be read are left out of the tree.

import type { Command, CommandKind, Query } from './ast.ts';
import { parseDedup } from './commands/dedup.ts';
import { parseDisplay } from './commands/display.ts';
import { parseFields } from './commands/fields.ts';
import { parseFilter } from './commands/filter.ts';
import { parseLimit } from './commands/limit.ts';
import { parseParse } from './commands/parse.ts';
import { parseSort } from './commands/sort.ts';
import { parseStats } from './commands/stats.ts';
import { commandWords, findCommand } from './commands.ts';
import {
  atCommandEnd,
  atEnd,
  atSymbol,
  type Cursor,
  cursorAtStart,
  fail,
  lexemeAfter,
  report,
  stop,
  take,
  unexpected,
} from './cursor.ts';
import { type Diagnostic, errorAt } from './diagnostic.ts';
import { didYouMean } from './did-you-mean.ts';
import { hintForCommand } from './foreign-words.ts';
import { findFunction } from './functions.ts';
import { queryCharsMax } from './limits.ts';
import { refuseCommand } from './refusal.ts';
import { parseSavedQuery } from './saved-query.ts';
import { skipCommand } from './skip.ts';
import type { Token } from './token.ts';

export interface Parsed {
  readonly query: Query;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a query. A text that is too long is not read at all. */
export function parse(text: string): Parsed {
  if (text.length > queryCharsMax) {
    const span = { start: 0, end: text.length };
    const message = `The query has ${text.length} characters; ${queryCharsMax} are allowed.`;
    return {
      query: { kind: 'query', commands: [], span },
      diagnostics: [errorAt(span, 'query-too-long', message)],
    };
  }
  const { query, diagnostics } = read(text);
  return { query, diagnostics };
}

/** As `parse`, whatever the length, and with the tokens in the roles that the grammar gave them. */
export function read(text: string): Parsed & { readonly tokens: readonly Token[] } {
  const cursor = cursorAtStart(text);
  const commands = pipeline(cursor);
  const query: Query = { kind: 'query', commands, span: { start: 0, end: text.length } };
  // A call is checked after its arguments, so mistakes are not always found from left to right.
  const diagnostics = cursor.diagnostics.toSorted((one, other) => one.span.start - other.span.start);
  return { query, diagnostics, tokens: cursor.tokens };
}

/** query := [ command { "|" command } ] */
function pipeline(cursor: Cursor): Command[] {
  const commands: Command[] = [];
  if (atEnd(cursor)) return commands;
  if (atSymbol(cursor, '|')) refuseLeadingPipe(cursor);
  for (;;) {
    const command = attempt(cursor, () => wholeCommand(cursor));
    if (command !== undefined) commands.push(command);
    if (atEnd(cursor)) return commands;
    take(cursor, 'pipe');
  }
}

/** Runs one production; on a syntax error, already noted, passes over the rest of the command. */
function attempt<T>(cursor: Cursor, production: () => T): T | undefined {
  cursor.depth = 0;
  try {
    return production();
  } catch (thrown) {
    if (thrown !== stop) throw thrown;
    skipCommand(cursor);
    return undefined;
  }
}

function refuseLeadingPipe(cursor: Cursor): void {
  const { span } = take(cursor, 'pipe');
  const hint = 'Remove the pipe before the first command.';
  report(cursor, span, 'leading-pipe', "mismatched input '|' expecting K_STATS", hint);
}

function wholeCommand(cursor: Cursor): Command | undefined {
  const parsed = command(cursor);
  if (!atCommandEnd(cursor))
    unexpected(cursor, 'Something is missing before this: a comma, an operator, or a pipe.');
  return parsed;
}

type CommandParser = (cursor: Cursor, start: number) => Command;

const parsers: Readonly<Record<CommandKind, CommandParser>> = {
  fields: parseFields,
  display: parseDisplay,
  filter: parseFilter,
  sort: parseSort,
  limit: parseLimit,
  stats: parseStats,
  parse: parseParse,
  dedup: parseDedup,
};

/** command := saved_query | fields | display | filter | sort | limit | stats | parse | dedup */
function command(cursor: Cursor): Command | undefined {
  const { lexeme } = cursor;
  if (atSymbol(cursor, '$')) return parseSavedQuery(cursor);
  if (atCommandEnd(cursor)) return refuseEmpty(cursor);
  if (lexeme.kind === 'error') return unexpected(cursor);
  const spec = lexeme.kind === 'name' && !lexeme.quoted ? findCommand(lexeme.text) : undefined;
  if (spec === undefined) return refuseUnknown(cursor);
  take(cursor, 'command');
  if (isCommandKind(spec.name)) return parsers[spec.name](cursor, lexeme.span.start);
  refuseCommand(cursor, lexeme.span, spec.name);
  skipCommand(cursor);
  return undefined;
}

function isCommandKind(name: string): name is CommandKind {
  return Object.hasOwn(parsers, name);
}

const expectedCommands =
  '{K_PARSE, K_SEARCH, K_FIELDS, K_DISPLAY, K_FILTER, K_SORT, K_ORDER, K_HEAD, K_LIMIT, K_TAIL}';

/** A trailing or doubled pipe. */
function refuseEmpty(cursor: Cursor): never {
  const message = `mismatched input '${cursor.lexeme.text}' expecting ${expectedCommands}`;
  return fail(cursor, cursor.lexeme.span, 'empty-command', message, 'A command is missing after the pipe.');
}

function refuseUnknown(cursor: Cursor): never {
  const { text, span } = cursor.lexeme;
  const message = `mismatched input '${text}' expecting ${expectedCommands}`;
  const called = lexemeAfter(cursor).text === '(' ? findFunction(text) : undefined;
  if (called?.category === 'aggregate') {
    return fail(cursor, span, 'missing-stats', message, `Write \`stats\` before \`${text}(…)\`.`);
  }
  const suggestion =
    called === undefined ? didYouMean(text, commandWords) : `Write \`fields\` before \`${text}(…)\`.`;
  const hint = hintForCommand(text) ?? suggestion ?? 'A command begins here, such as fields or filter.';
  return fail(cursor, span, 'unknown-command', message, hint);
}
