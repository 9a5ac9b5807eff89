// Draws diagnostics for a terminal: the message, the source line, carets under the place, the hint.
//
//   error[unknown-command]: mismatched input 'filtre' expecting {…}
//     --> line 2, column 3
//      |
//    2 | | filtre x = 1
//      |   ^^^^^^
//      = hint: Did you mean `filter`?

import type { Span } from './ast.ts';
import { cells } from './cells.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { positionAt } from './position.ts';

export type DiagnosticPart = Severity | 'place' | 'hint';

export interface RenderOptions {
  /** Colours one part of the drawing; the text must stay as wide as it is. */
  readonly colour?: (part: DiagnosticPart, text: string) => string;
  /** What the text is called: a file name. */
  readonly name?: string;
  /** Columns for a source line; a longer one is cut around the place. */
  readonly widthMax?: number;
}

/** All diagnostics, an empty line between two. */
export function renderDiagnostics(
  text: string,
  diagnostics: readonly Diagnostic[],
  options: RenderOptions = {},
): string {
  return diagnostics.map((diagnostic) => renderDiagnostic(text, diagnostic, options)).join('\n\n');
}

function renderDiagnostic(text: string, diagnostic: Diagnostic, options: RenderOptions): string {
  const { severity, code, message, span, hint } = diagnostic;
  const colour = options.colour ?? ((_part, plain) => plain);
  const { line, column } = positionAt(text, span.start);
  const drawn = markedLines(text, span);
  const gutter = ' '.repeat(String(drawn.at(-1)?.line ?? line).length + 1);
  const place = `${gutter}--> ${options.name === undefined ? '' : `${options.name}, `}line ${line}, column ${column + 1}`;
  return [
    `${colour(severity, `${severity}[${code}]`)}: ${message}`,
    colour('place', place),
    colour('place', `${gutter} |`),
    ...drawn.flatMap((marked) => drawLine(marked, gutter, severity, colour, options.widthMax ?? 120)),
    ...(hint === undefined ? [] : [`${gutter} ${colour('hint', '=')} ${colour('hint', `hint: ${hint}`)}`]),
  ].join('\n');
}

interface MarkedLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Offsets of the marked part within the line. */
  readonly start: number;
  readonly end: number;
}

const linesMax = 4;

/** The lines that a span touches; of a long one the first and the last. */
function markedLines(text: string, span: Span): MarkedLine[] {
  const marked: MarkedLine[] = [];
  let lineStart = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const start = Math.max(0, span.start - lineStart);
    const end = Math.min(line.length, span.end - lineStart);
    const begins = span.start >= lineStart && span.start <= lineStart + line.length;
    const goesOn = span.start < lineStart && span.end > lineStart;
    if (begins || goesOn) marked.push({ line: index + 1, text: line.replace(/\r$/, ' '), start, end });
    lineStart += line.length + 1;
  }
  if (marked.length <= linesMax) return marked;
  return [...marked.slice(0, linesMax - 2), ...marked.slice(-1)];
}

type Colour = NonNullable<RenderOptions['colour']>;

function drawLine(
  { line, text, start, end }: MarkedLine,
  gutter: string,
  severity: Severity,
  colour: Colour,
  widthMax: number,
): string[] {
  const before = cells(text.slice(0, start));
  const inside = cells(text.slice(start, end));
  const after = cells(text.slice(end));
  const cut = cutAround(before.text, inside.text, after.text, widthMax);
  const number = String(line).padStart(gutter.length);
  const carets = '^'.repeat(Math.max(1, cells(cut.inside).width));
  return [
    `${colour('place', `${number} |`)} ${cut.before}${cut.inside}${cut.after}`.trimEnd(),
    `${colour('place', `${gutter} |`)} ${' '.repeat(cells(cut.before).width)}${colour(severity, carets)}`,
  ];
}

interface Cut {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
}

/** A query written on one long line: only the neighbourhood of the mistake is shown. */
function cutAround(before: string, inside: string, after: string, widthMax: number): Cut {
  if (cells(before + inside + after).width <= widthMax) return { before, inside, after };
  // Cut by code points, so that no surrogate pair is torn.
  const [left, middle, right] = [[...before], [...inside], [...after]];
  const shown = middle.slice(0, Math.floor(widthMax / 2));
  const room = Math.max(0, widthMax - shown.length - 2);
  const leftCount = Math.min(left.length, Math.max(Math.floor(room / 2), room - right.length));
  const rightCount = shown.length < middle.length ? 0 : room - leftCount;
  const leftShown = left.slice(left.length - leftCount).join('');
  const rightShown = right.slice(0, rightCount).join('');
  return {
    before: leftCount < left.length ? `…${leftShown}` : leftShown,
    inside: shown.join(''),
    after: rightCount < right.length || shown.length < middle.length ? `${rightShown}…` : rightShown,
  };
}
