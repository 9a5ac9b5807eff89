// Saved queries in a query text -> the text that is meant, and the way back for everything found wrong with it: what lies in
// the reader's own text keeps its place there, what lies in a saved query points to the call and names the query.
// The saved text must be a query by itself, so that nothing in it can join up with what stands around the call.

import type { SavedQueryArgument, SavedQueryCommand, Span } from './ast.ts';
import { type Diagnostic, errorAt, hasErrors, warningAt } from './diagnostic.ts';
import { didYouMean } from './did-you-mean.ts';
import { queryCharsMax } from './limits.ts';
import { aliasText, isReservedWord } from './names.ts';
import { parse } from './parser.ts';
import { positionAt } from './position.ts';
import { tokenize } from './tokenize.ts';

/** What the expansion needs to know of a saved query. */
export interface SavedQueryText {
  /** With its folders: `ops/errors`. */
  readonly name: string;
  readonly query: string;
  readonly parameters: readonly { readonly name: string; readonly defaultValue?: string | undefined }[];
}

export interface Expansion {
  /** Calls that cannot be expanded are still in it, each with an error in `diagnostics`. */
  readonly text: string;
  /** In the text that was given. */
  readonly diagnostics: readonly Diagnostic[];
  /** A diagnostic of `text` as one of the text that was given. */
  mapDiagnostic(diagnostic: Diagnostic): Diagnostic;
}

/** Never throws. `saved` is asked only when the text calls a saved query. */
export function expandSavedQueries(text: string, saved: () => readonly SavedQueryText[]): Expansion {
  const calls = text.includes('$') ? savedQueryCalls(text) : [];
  if (calls.length === 0) return { text, diagnostics: [], mapDiagnostic: (diagnostic) => diagnostic };
  const known = saved();
  const expanded = calls.map((call) => ({ call, ...expandCall(call, known) }));
  const pieces = piecesOf(text, expanded);
  const result = pieces.map((piece) => piece.text).join('');
  const diagnostics = expanded.flatMap((each) => each.diagnostics);
  if (result.length <= queryCharsMax) {
    return { text: result, diagnostics, mapDiagnostic: (diagnostic) => mapped(diagnostic, pieces, text) };
  }
  const message = `With its saved queries the query has ${result.length} characters; ${queryCharsMax} are allowed.`;
  const span = { start: calls[0]?.span.start ?? 0, end: calls.at(-1)?.span.end ?? text.length };
  return {
    text,
    diagnostics: [...diagnostics, errorAt(span, 'query-too-long', message)],
    mapDiagnostic: (diagnostic) => diagnostic,
  };
}

/** The calls of saved queries that can be read, in order; those in sub-queries too. */
export function savedQueryCalls(text: string): readonly SavedQueryCommand[] {
  const found: SavedQueryCommand[] = [];
  collect(parse(text).query, found);
  return found;
}

/** The tree is plain data, so it can be searched without knowing its commands. */
function collect(node: unknown, found: SavedQueryCommand[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('kind' in node && node.kind === 'savedQuery') found.push(node as SavedQueryCommand);
  else for (const part of Object.values(node)) collect(part, found);
}

// ---- one call

interface ExpandedCall {
  /** Undefined when there is an error. */
  readonly replacement?: string;
  readonly diagnostics: readonly Diagnostic[];
}

function expandCall(call: SavedQueryCommand, known: readonly SavedQueryText[]): ExpandedCall {
  const found = find(call, known);
  if ('code' in found) return { diagnostics: [found] };
  const wrong = argumentMistakes(call, found);
  if (wrong.length > 0) return { diagnostics: wrong };
  const { text, doubts } = substitute(call, found);
  if (hasErrors(doubts)) return { diagnostics: doubts };
  const inside = mistakesInside(call, text);
  if (inside.length > 0) return { diagnostics: inside };
  // A comment at the end must not swallow what follows the call.
  const commented = tokenize(text).at(-1)?.kind === 'comment';
  return { replacement: commented ? `${text}\n` : text, diagnostics: doubts };
}

/**
 * By the whole name, else by its last part, as the AWS console shows and calls it. Inferred: AWS allows several queries of
 * one name and does not say which is meant, so that we refuse to choose.
 */
function find({ name }: SavedQueryCommand, known: readonly SavedQueryText[]): SavedQueryText | Diagnostic {
  const whole = known.filter((query) => pathOf(query) === name.name.replace(/^\/+/, ''));
  const matching = whole.length > 0 ? whole : known.filter((query) => lastPart(query) === name.name);
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  if (only === undefined) {
    const names = known.flatMap((query) => [query.name, lastPart(query)]);
    const hint = didYouMean(name.name, names) ?? (known.length === 0 ? 'No query is saved yet.' : undefined);
    return errorAt(name.span, 'unknown-saved-query', `There is no saved query \`${name.name}\`.`, hint);
  }
  const others = [...new Set(matching.map((query) => query.name))];
  const hint =
    others.length === 1
      ? 'Rename or delete all but one of them.'
      : `Write the whole name: ${others.map((other) => `$\`${other}\`()`).join(', ')}.`;
  const message = `${matching.length} saved queries are called \`${name.name}\`.`;
  return errorAt(name.span, 'ambiguous-saved-query', message, hint);
}

/** AWS's console and its templates write folders both with and without a slash in front. */
const pathOf = ({ name }: SavedQueryText): string => name.replace(/^\/+/, '');
const lastPart = ({ name }: SavedQueryText): string => name.slice(name.lastIndexOf('/') + 1);

const placeholder = /\{\{([A-Za-z_][A-Za-z0-9_]*)\}\}/g;

/** The names in `{{name}}`, each once, in order. */
export const placeholdersOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(placeholder)].map((found) => found[1] ?? '')),
];

function argumentMistakes(call: SavedQueryCommand, query: SavedQueryText): readonly Diagnostic[] {
  // Inferred: a placeholder that is not declared is a parameter without a default.
  const parameters = [
    ...new Set([...query.parameters.map(({ name }) => name), ...placeholdersOf(query.query)]),
  ];
  const given = call.arguments.map(({ name }) => name.name);
  const mistake = (span: Span, message: string, hint?: string): Diagnostic =>
    errorAt(span, 'saved-query-argument', message, hint);
  const wrong = call.arguments.flatMap(({ name }, index) => {
    if (given.indexOf(name.name) < index) return [mistake(name.span, `\`${name.name}\` is given twice.`)];
    if (parameters.includes(name.name)) return [];
    const all = parameters.length === 0 ? 'It takes none.' : `It takes ${parameters.join(', ')}.`;
    const message = `The saved query \`${query.name}\` has no parameter \`${name.name}\`.`;
    return [mistake(name.span, message, didYouMean(name.name, parameters) ?? all)];
  });
  const missing = placeholdersOf(query.query).filter((name) => valueFor(name, call, query) === undefined);
  return [
    ...wrong,
    ...missing.map((name) =>
      mistake(
        call.span,
        `The saved query \`${query.name}\` needs a value for \`${name}\`.`,
        `Write $${aliasText(call.name.name)}(${name} = …).`,
      ),
    ),
  ];
}

function valueFor(name: string, call: SavedQueryCommand, { parameters }: SavedQueryText): string | undefined {
  const given = call.arguments.find((argument: SavedQueryArgument) => argument.name.name === name);
  return given?.value ?? parameters.find((parameter) => parameter.name === name)?.defaultValue;
}

/** Puts the values where the placeholders are, as literal text: AWS's samples pass texts with their quotes. */
function substitute(
  call: SavedQueryCommand,
  query: SavedQueryText,
): { readonly text: string; readonly doubts: readonly Diagnostic[] } {
  const doubts: Diagnostic[] = [];
  const text = query.query.replace(placeholder, (_, name: string, offset: number) => {
    const value = valueFor(name, call, query) ?? '';
    if (isBareWord(value) && isCompared(query.query.slice(0, offset))) {
      const message = `\`{{${name}}}\` becomes ${value}, which is read as a field (in the saved query ${query.name}).`;
      const hint = `A text needs its quotes: ${name} = "${value}".`;
      doubts.push(warningAt(call.span, 'unquoted-value', message, hint));
    }
    if (isText(value) && isQuoted(query.query, offset, name)) {
      const message = `\`{{${name}}}\` stands in quotes and its value ${value} has quotes too (in the saved query ${query.name}).`;
      const hint = `Leave one pair out: ${name} = ${value} goes with {{${name}}} without quotes around it.`;
      doubts.push(errorAt(call.span, 'quoted-twice', message, hint));
    }
    return value;
  });
  return { text: text.trim(), doubts };
}

const isText = (value: string): boolean => /^(["'])[\s\S]*\1$/.test(value);
/** Whether a quote stands right before and right after the placeholder. */
const isQuoted = (text: string, offset: number, name: string): boolean =>
  /["']/.test(text[offset - 1] ?? '') && text[offset - 1] === text[offset + `{{${name}}}`.length];
const isBareWord = (value: string): boolean =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(value) && !isReservedWord(value);
const isCompared = (before: string): boolean => /(?:[=<>~]|\blike)\s*$/i.test(before);

/** What makes the saved text no query by itself. */
function mistakesInside(call: SavedQueryCommand, text: string): readonly Diagnostic[] {
  const { diagnostics } = parse(text);
  if (hasErrors(diagnostics)) {
    return diagnostics
      .filter(({ severity }) => severity === 'error')
      .map((diagnostic) => ({ ...named(diagnostic, call.name.name), span: call.span }));
  }
  return (text.includes('$') ? savedQueryCalls(text) : []).map(({ name }) => {
    const message = `The saved query \`${call.name.name}\` calls another one, \`${name.name}\`; they cannot be nested.`;
    return errorAt(call.span, 'nested-saved-query', message);
  });
}

// ---- the way back

/** A stretch of the expanded text: the reader's own, or what a call became. */
interface Piece {
  readonly text: string;
  /** Where it begins in the expanded text. */
  readonly start: number;
  /** Where it comes from in the text that was given. */
  readonly origin: Span;
  /** Name of the saved query. */
  readonly savedQuery?: string;
}

function piecesOf(
  text: string,
  expanded: readonly (ExpandedCall & { readonly call: SavedQueryCommand })[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (piece: Omit<Piece, 'start'>): void => {
    const last = pieces.at(-1);
    pieces.push({ ...piece, start: last === undefined ? 0 : last.start + last.text.length });
  };
  const addOwn = (end: number): void => {
    if (end > at) add({ text: text.slice(at, end), origin: { start: at, end } });
    at = end;
  };
  for (const { call, replacement } of expanded) {
    if (replacement === undefined) continue;
    addOwn(call.span.start);
    add({ text: replacement, origin: call.span, savedQuery: call.name.name });
    at = call.span.end;
  }
  addOwn(text.length);
  return pieces;
}

function mapped(diagnostic: Diagnostic, pieces: readonly Piece[], text: string): Diagnostic {
  const { start, end } = diagnostic.span;
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.find((piece) => end <= piece.start + piece.text.length);
  if (first === undefined || last === undefined) return diagnostic;
  const span = { start: offsetIn(first, start, 'start'), end: offsetIn(last, end, 'end') };
  if (first.savedQuery !== undefined) return { ...named(diagnostic, first.savedQuery), span };
  return { ...diagnostic, message: relocated(diagnostic.message, span, text), span };
}

function offsetIn({ start, origin, savedQuery }: Piece, offset: number, side: 'start' | 'end'): number {
  return savedQuery === undefined ? origin.start + (offset - start) : origin[side];
}

const lineAndPosition = / at line \d+ and position \d+$/;
const offsets = / ?\(\[\d+,\d+\]\)$/;

/** AWS's texts end in places of the text that they were found in. */
function relocated(message: string, { start, end }: Span, text: string): string {
  const { line, column } = positionAt(text, start);
  return message
    .replace(lineAndPosition, ` at line ${line} and position ${column}`)
    .replace(offsets, ` ([${start},${end}])`);
}

function named(diagnostic: Diagnostic, savedQuery: string): Diagnostic {
  const message = diagnostic.message.replace(lineAndPosition, '').replace(offsets, '');
  return { ...diagnostic, message: `${message} (in the saved query ${savedQuery})` };
}
