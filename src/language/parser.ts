// Query text -> syntax tree and diagnostics. Never throws, whatever the text. After a mistake it goes on behind the
// next pipe, so that one parse reports several mistakes; commands that could not be read are left out of the tree.

import type { Command, CommandKind, Query } from './ast.ts';
import { parseAccum } from './commands/accum.ts';
import { parseAddtotals } from './commands/addtotals.ts';
import { parseAppendcols } from './commands/appendcols.ts';
import { parseAutoregress } from './commands/autoregress.ts';
import { parseCountFrequent } from './commands/count-frequent.ts';
import { parseDedup } from './commands/dedup.ts';
import { parseDisplay } from './commands/display.ts';
import { parseEstimate } from './commands/estimate.ts';
import { parseExpand } from './commands/expand.ts';
import { parseFields } from './commands/fields.ts';
import { parseFilldown } from './commands/filldown.ts';
import { parseFillmissing } from './commands/fillmissing.ts';
import { parseFilter } from './commands/filter.ts';
import { parseFilterIndex } from './commands/filter-index.ts';
import { parseJoin } from './commands/join.ts';
import { parseJson } from './commands/json.ts';
import { parseLimit } from './commands/limit.ts';
import { parseCidrlookup, parseLookup } from './commands/lookup.ts';
import { parseOutlier } from './commands/outlier.ts';
import { parseParse } from './commands/parse.ts';
import { parseAnomaly, parseDiff, parseLogcompare, parsePattern } from './commands/pattern.ts';
import { parseRelevantfields } from './commands/relevantfields.ts';
import { parseSessionize } from './commands/sessionize.ts';
import { parseSort } from './commands/sort.ts';
import { parseStats } from './commands/stats.ts';
import { parseUnmask } from './commands/unmask.ts';
import { parseUnnest } from './commands/unnest.ts';
import { commandWords, findCommand } from './commands.ts';
import {
  atCommandEnd,
  atQueryEnd,
  atSymbol,
  atWord,
  type Cursor,
  cursorAtStart,
  expectSymbol,
  fail,
  lexemeAfter,
  nested,
  report,
  spanFrom,
  stop,
  take,
  unexpected,
} from './cursor.ts';
import { type Diagnostic, errorAt, firstDiagnostics } from './diagnostic.ts';
import { didYouMean } from './did-you-mean.ts';
import { hintForCommand } from './foreign-words.ts';
import { findFunction } from './functions.ts';
import { queryCharsMax, subqueriesMax } from './limits.ts';
import { refuseCommand } from './refusal.ts';
import { parseSavedQuery } from './saved-query.ts';
import { skipCommand } from './skip.ts';
import { sourceClause } from './source-clause.ts';
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
      diagnostics: [
        errorAt(
          span,
          'query-too-long',
          message,
          'Leave out comments, or put long lists of values into a lookup table.',
        ),
      ],
    };
  }
  const { query, diagnostics } = read(text);
  return { query, diagnostics };
}

/** As `parse`, whatever the length, and with the tokens in the roles that the grammar gave them. */
export function read(text: string): Parsed & { readonly tokens: readonly Token[] } {
  const cursor = cursorAtStart(text, subquery);
  const query: Query = { ...pipeline(cursor), span: { start: 0, end: text.length } };
  // A call is checked after its arguments, so mistakes are not always found from left to right.
  const diagnostics = cursor.diagnostics.toSorted((one, other) => one.span.start - other.span.start);
  return { query, diagnostics: firstDiagnostics(diagnostics), tokens: cursor.tokens };
}

/** query := [ source "|" ] [ command { "|" command } ] */
function pipeline(cursor: Cursor): Omit<Query, 'span'> {
  const commands: Command[] = [];
  const begins = atWord(cursor, 'source');
  const source = attempt(cursor, () => sourceClause(cursor));
  const query = { kind: 'query', ...(source === undefined ? {} : { source }), commands } as const;
  if (atQueryEnd(cursor)) return query;
  if (begins) take(cursor, 'pipe');
  if (atSymbol(cursor, '|')) refuseLeadingPipe(cursor);
  for (;;) {
    const command = attempt(cursor, () => wholeCommand(cursor));
    if (command !== undefined) commands.push(command);
    if (atQueryEnd(cursor)) return query;
    take(cursor, 'pipe');
  }
}

/** "(" query ")". One level only: AWS does not nest sub-queries (reference 3.0). */
function subquery(cursor: Cursor): Query {
  cursor.subqueriesSeen += 1;
  if (cursor.subqueriesSeen > subqueriesMax) {
    const message = `A query has at most ${subqueriesMax} sub-queries.`;
    fail(cursor, cursor.lexeme.span, 'too-many-subqueries', message);
  }
  const { start } = take(cursor, 'punctuation').span;
  if (atSymbol(cursor, ')')) unexpected(cursor, 'A query belongs here: (SOURCE "log group" | stats …).');
  cursor.subqueries += 1;
  const query = nested(cursor, () => pipeline(cursor));
  cursor.subqueries -= 1;
  expectSymbol(cursor, ')', 'Close the parenthesis of the sub-query.');
  const span = spanFrom(cursor, start);
  if (cursor.subqueries > 0) {
    report(cursor, span, 'nested-subquery', 'A sub-query cannot hold another sub-query.');
  }
  return { ...query, span };
}

/** Runs one production; on a syntax error, already noted, passes over the rest of the command. */
function attempt<T>(cursor: Cursor, production: () => T): T | undefined {
  const { depth, subqueries } = cursor;
  try {
    return production();
  } catch (thrown) {
    if (thrown !== stop) throw thrown;
    cursor.depth = depth;
    cursor.subqueries = subqueries;
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
  json: parseJson,
  unnest: parseUnnest,
  expand: parseExpand,
  dedup: parseDedup,
  accum: parseAccum,
  addtotals: parseAddtotals,
  autoregress: parseAutoregress,
  countFrequent: parseCountFrequent,
  filldown: parseFilldown,
  fillmissing: parseFillmissing,
  outlier: parseOutlier,
  sessionize: parseSessionize,
  unmask: parseUnmask,
  filterIndex: parseFilterIndex,
  join: parseJoin,
  appendcols: parseAppendcols,
  lookup: parseLookup,
  cidrlookup: parseCidrlookup,
  pattern: parsePattern,
  diff: parseDiff,
  anomaly: parseAnomaly,
  logcompare: parseLogcompare,
  relevantfields: parseRelevantfields,
  estimate: parseEstimate,
};

/** command := saved_query | one of `parsers` */
function command(cursor: Cursor): Command | undefined {
  const { lexeme } = cursor;
  if (atSymbol(cursor, '$')) return parseSavedQuery(cursor);
  if (atCommandEnd(cursor)) return refuseEmpty(cursor);
  if (lexeme.kind === 'error') return unexpected(cursor);
  const spec = lexeme.kind === 'name' && !lexeme.quoted ? findCommand(lexeme.text) : undefined;
  if (spec === undefined) return refuseUnknown(cursor);
  if (spec.name === 'SOURCE') refuseSource(cursor);
  take(cursor, 'command');
  if (isCommandKind(spec.name)) return parsers[spec.name](cursor, lexeme.span.start);
  refuseCommand(cursor, lexeme.span, spec.name);
  skipCommand(cursor);
  return undefined;
}

function isCommandKind(name: string): name is CommandKind {
  return Object.hasOwn(parsers, name);
}

function refuseSource(cursor: Cursor): never {
  const message = '`SOURCE` stands only at the beginning of a query.';
  return fail(
    cursor,
    cursor.lexeme.span,
    'misplaced-source',
    message,
    'Put it first, before the first pipe.',
  );
}

const expectedCommands =
  '{K_PARSE, K_SEARCH, K_FIELDS, K_DISPLAY, K_FILTER, K_SORT, K_ORDER, K_HEAD, K_LIMIT, K_TAIL}';

/** A trailing or doubled pipe. */
function refuseEmpty(cursor: Cursor): never {
  const { text, span } = cursor.lexeme;
  const message = `mismatched input '${text}' expecting ${expectedCommands}`;
  if (text !== '|' || span.start !== cursor.lastEnd) {
    return fail(cursor, span, 'empty-command', message, 'A command is missing after the pipe.');
  }
  report(
    cursor,
    span,
    'empty-command',
    message,
    'Commands are separated by one pipe; between conditions write `or`.',
  );
  if (findCommand(lexemeAfter(cursor).text) === undefined) take(cursor, 'pipe');
  throw stop;
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
