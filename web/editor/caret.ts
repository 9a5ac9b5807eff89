// Where in a query the caret stands, as far as completion needs to know: what begins here, in which command, and which
// names exist. Works on the tokens of the text, which may be half written.

import {
  findCommand,
  findFunction,
  type Item,
  inspectRegex,
  parameterKind,
  parse,
  type Token,
  tokenize,
} from '../../src/language/index.ts';

export interface Caret {
  /** Where the word before the caret begins. */
  readonly from: number;
  readonly begins: 'command' | 'period' | 'term';
  /** Canonical name of the command around; undefined where one begins. */
  readonly command: string | undefined;
  /** Behind the `by` of `stats`, where aggregates are refused. */
  readonly grouping: boolean;
  /** Names that the query makes before this place. */
  readonly names: readonly string[];
  /** False behind `stats`: only its own columns exist there. */
  readonly eventFields: boolean;
}

/** Null where nothing can be offered: inside of texts, regular expressions, comments and numbers, and where a name is made. */
export function caretAt(text: string, offset: number): Caret | null {
  const tokens = tokenize(text);
  const around = tokens.find(({ span }) => span.start < offset && offset <= span.end);
  if (around !== undefined && isClosed(around, offset)) return null;
  const from = wordStart(text, offset, tokens);
  const before = tokens.filter(({ span, kind }) => span.end <= from && kind !== 'comment');
  const owner = ownerOf(before);
  const command = owner === undefined ? undefined : (findCommand(owner.text)?.name ?? owner.text);
  const begins = owner === undefined ? 'command' : expectsPeriod(before) ? 'period' : 'term';
  if (
    makesName(before.at(-1), command) ||
    (/\d/.test(text[from] ?? '') && from < offset && begins !== 'period')
  )
    return null;
  return { from, begins, command, grouping: isGrouping(before, owner), ...namesBefore(text, before, owner) };
}

function isClosed({ kind, span, text }: Token, offset: number): boolean {
  if (kind === 'comment') return true;
  // After the closing quote or slash a new word may begin; inside it may not.
  if (kind === 'string' || kind === 'regex') return offset < span.end;
  return kind === 'error' && /^["'/]/.test(text);
}

/** Where the name or number before the caret begins, its path and a backtick that is still open included. */
function wordStart(text: string, offset: number, tokens: readonly Token[]): number {
  const around = tokens.find(({ span }) => span.start < offset && offset <= span.end);
  const open = tokens.findLast(
    ({ kind, text: written, span }) =>
      kind === 'error' &&
      written === '`' &&
      !text.slice(span.start, offset).includes('\n') &&
      span.start < offset,
  );
  const isWord = around !== undefined && /^[@`\w]/.test(around.text);
  const start = open?.span.start ?? (isWord ? around.span.start : offset);
  const path = /(?:@{0,2}(?:\w+|`[^`\n]*`)\.)+$/.exec(text.slice(0, start))?.[0] ?? '';
  return start - path.length;
}

/** The token that begins the command around the end of `before`; undefined where a command is to begin. */
function ownerOf(before: readonly Token[]): Token | undefined {
  let depth = 0;
  let first: Token | undefined;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const token = before[index];
    if (token === undefined) break;
    if (isCloser(token)) depth += 1;
    else if (isOpener(token) && depth > 0) depth -= 1;
    // A sub-query is a query of its own.
    else if (depth === 0 && (token.kind === 'pipe' || opensQuery(before.slice(0, index + 1)))) break;
    if (depth === 0) first = token;
  }
  return first;
}

const isOpener = ({ kind, text }: Token): boolean => kind === 'punctuation' && (text === '(' || text === '[');
const isCloser = ({ kind, text }: Token): boolean => kind === 'punctuation' && (text === ')' || text === ']');

/** The last token is the parenthesis of a sub-query: `in (`, `appendcols (`, `join … where a.x = b.y (`. */
function opensQuery(tokens: readonly Token[]): boolean {
  const [before, paren] = tokens.slice(-2);
  if (paren?.text !== '(' || before === undefined || paren.kind !== 'punctuation') return false;
  if (before.kind === 'keyword' && before.text.toLowerCase() === 'in') return true;
  if (before.kind === 'function') return false;
  const command = tokens.findLast(({ kind }) => kind === 'command');
  return command !== undefined && ['appendcols', 'join'].includes(findCommand(command.text)?.name ?? '');
}

const periodWords = new Set(['offset', 'maxspan', 'timeshift']);

/** A period belongs here: `bin(`, `datefloor(t, `, `offset `. */
function expectsPeriod(before: readonly Token[]): boolean {
  const last = before.at(-1);
  if (last !== undefined && periodWords.has(last.text.toLowerCase()) && last.kind === 'keyword') return true;
  let depth = 0;
  let commas = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const token = before[index];
    if (token === undefined || token.kind === 'pipe') return false;
    if (isCloser(token)) depth += 1;
    else if (isOpener(token)) {
      if (depth > 0) depth -= 1;
      else return isPeriodOf(before[index - 1], commas) && (last === token || last?.text === ',');
    } else if (depth === 0 && token.text === ',') commas += 1;
  }
  return false;
}

function isPeriodOf(called: Token | undefined, position: number): boolean {
  const spec = called?.kind === 'function' ? findFunction(called.text) : undefined;
  return spec !== undefined && parameterKind(spec, position) === 'period';
}

/** Whoever writes `as` makes a name of their own; in lookups a field follows. */
function makesName(before: Token | undefined, command: string | undefined): boolean {
  const word = before?.kind === 'keyword' ? before.text.toLowerCase() : '';
  if (word === 'as') return command !== 'lookup' && command !== 'cidrlookup';
  return word === 'into' || before?.text === '$';
}

function isGrouping(before: readonly Token[], owner: Token | undefined): boolean {
  if (owner === undefined) return false;
  return before
    .slice(before.indexOf(owner))
    .some(({ kind, text }) => kind === 'keyword' && text.toLowerCase() === 'by');
}

/** Aliases and captures; behind a `stats` what it made, and what was made since. */
function namesBefore(
  text: string,
  before: readonly Token[],
  owner: Token | undefined,
): Pick<Caret, 'names' | 'eventFields'> {
  const { commands } = parse(text.slice(0, owner?.span.start ?? text.length)).query;
  const stats = commands.findLast(({ kind }) => kind === 'stats');
  const later = before.filter(({ span }) => span.start >= (stats?.span.end ?? 0));
  const made = later.flatMap((token) => {
    if (token.kind === 'alias') return [token.text.replaceAll('`', '')];
    return token.kind === 'regex' ? inspectRegex(token.text.slice(1, -1)).namedGroups : [];
  });
  const columns = stats?.kind === 'stats' ? [...stats.groups, ...stats.aggregates].flatMap(columnName) : [];
  return { names: [...new Set([...columns, ...made])], eventFields: stats === undefined };
}

function columnName({ expr, alias }: Item): readonly string[] {
  if (alias !== undefined) return [alias.name];
  return expr.kind === 'field' ? [expr.name] : [];
}
