// Query text -> the same query as `fmt` writes it: canonical spelling, one command a line, what is longer broken at its
// commas and words, every comment kept. Works on tokens alone, so that it knows every command as soon as print.ts does.

import type { Command, Item, Span } from './ast.ts';
import { type AttachedComment, attachComments } from './comments.ts';
import { parse } from './parser.ts';
import { print } from './print.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

const lineCharsMax = 100;
const indent = '    ';

interface Piece extends Token {
  /** The blanks before it. */
  readonly gap: string;
  /** A line may begin with it. */
  readonly breakable: boolean;
  /** How many parentheses and brackets are open around it. */
  readonly depth: number;
}

/** A command with what belongs to it. */
interface Stage {
  readonly first: boolean;
  readonly pieces: readonly Piece[];
  /** For each piece the comments behind it. */
  readonly comments: readonly (readonly AttachedComment[])[];
  /** On lines of their own before the command. */
  readonly leading: readonly AttachedComment[];
}

/** The formatted text without a line break at its end. The query must have no error. */
export function format(text: string): string {
  const pieces = piecesOf(print(parse(text).query, text));
  const comments = attachComments(text, tokenize(text), pieces);
  const lines = stagesOf(pieces, comments).flatMap(stageLines);
  const last = comments.filter(({ after, ownLine }) => ownLine && after === pieces.length - 1);
  return [...lines, ...leadingLines(last, false)].join('\n').replace(/^\n+/, '');
}

function piecesOf(canonical: string): readonly Piece[] {
  const names = parse(canonical)
    .query.commands.flatMap(itemsOf)
    .filter(({ alias }) => alias === undefined);
  const pieces: Piece[] = [];
  let depth = 0;
  let end = 0;
  for (const token of tokenize(canonical)) {
    const { start } = token.span;
    if (token.text === ')' || token.text === ']') depth -= 1;
    const gap = canonical.slice(end, start).replace(/\s*\n\s*/, ' ');
    const breakable =
      breaksBefore(token, depth, pieces.at(-1)) && !names.some(({ span }) => inside(start, span));
    pieces.push({ ...token, depth, gap, breakable });
    if (token.text === '(' || token.text === '[') depth += 1;
    end = token.span.end;
  }
  return pieces;
}

/** The items whose text is the name of a column, when they have no other. */
function itemsOf(command: Command): readonly Item[] {
  if (command.kind === 'fields' || command.kind === 'display') return command.items;
  return command.kind === 'stats' ? [...command.aggregates, ...command.groups] : [];
}

const inside = (offset: number, { start, end }: Span): boolean => offset > start && offset < end;

const isWord = ({ kind, text }: Token, word: string): boolean =>
  kind === 'keyword' && text.toLowerCase() === word;

const breakingWords = new Set(['by', 'and', 'or', 'where', 'output', 'outputnew']);

function breaksBefore({ kind, text }: Token, depth: number, before: Token | undefined): boolean {
  if (kind === 'pipe') return true;
  if (depth > 0) return false;
  return before?.text === ',' || (kind === 'keyword' && breakingWords.has(text.toLowerCase()));
}

function stagesOf(pieces: readonly Piece[], comments: readonly AttachedComment[]): readonly Stage[] {
  if (pieces.length === 0) return [];
  const pipes = pieces.flatMap(({ kind, depth }, index) => (kind === 'pipe' && depth === 0 ? [index] : []));
  return [-1, ...pipes].map((pipe, index) => {
    const start = pipe + 1;
    const end = pipes[index] ?? pieces.length;
    const behind = (place: number): readonly AttachedComment[] =>
      comments.filter(({ after, ownLine }) => after === place && !(ownLine && place === end - 1));
    return {
      first: pipe === -1,
      pieces: pieces.slice(start, end),
      comments: pieces.slice(start, end).map((_piece, offset) => behind(start + offset)),
      // Behind the last piece of the command before: its pipe is not written there.
      leading: comments.filter(({ after, ownLine }) => ownLine && after === Math.max(pipe - 1, -1)),
    };
  });
}

function stageLines(stage: Stage): readonly string[] {
  const { pieces, comments, first } = stage;
  const prefix = first ? '' : '| ';
  const line = prefix + pieces.map(({ gap, text }, index) => (index === 0 ? text : gap + text)).join('');
  const commented = comments.slice(0, -1).some((behind) => behind.length > 0);
  const trailing = comments.at(-1) ?? [];
  const written =
    commented || line.length > lineCharsMax
      ? brokenLines(stage, prefix)
      : [[line, ...trailing.map(({ text }) => text)].join(' ')];
  return [...leadingLines(stage.leading, true), ...written];
}

function leadingLines(comments: readonly AttachedComment[], followed: boolean): readonly string[] {
  const lines = comments.flatMap(({ text, blankBefore }) => (blankBefore ? ['', text] : [text]));
  return followed && comments.at(-1)?.blankAfter === true ? [...lines, ''] : lines;
}

/** A command over several lines: broken where it may be, and behind each comment. */
function brokenLines({ pieces, comments }: Stage, prefix: string): readonly string[] {
  const lines: string[] = [];
  // `and` binds tighter than `or`, and is set so.
  const chains = pieces.some((piece) => piece.depth === 0 && isWord(piece, 'or'));
  const marginOf = (piece: Piece): number =>
    piece.depth + (chains && piece.breakable && isWord(piece, 'and') ? 2 : 1);
  let line = '';
  const breakLine = (): void => {
    if (line !== '') lines.push(line);
    line = '';
  };
  for (const [index, piece] of pieces.entries()) {
    const margin = index === 0 ? prefix : indent.repeat(marginOf(piece));
    if (piece.breakable) breakLine();
    line = (line === '' ? margin : line + piece.gap) + piece.text;
    for (const { text, ownLine } of comments[index] ?? []) {
      if (ownLine) breakLine();
      lines.push(line === '' ? indent.repeat(piece.depth + 1) + text : `${line} ${text}`);
      line = '';
    }
  }
  breakLine();
  return lines;
}
