// A text that stands somewhere in a file, perhaps in an escaped or indented form, and knows where each of its characters is.
// Texts are taken out of texts (a dashboard's JSON out of a template's YAML string), so places are always the file's own.

import type { Span } from '../../language/ast.ts';

export interface LocatedText {
  readonly text: string;
  /** For each UTF-16 unit where it begins in the file, and one more for the end of the text. */
  readonly offsets: readonly number[];
}

/** All of a file. */
export function wholeText(text: string): LocatedText {
  return { text, offsets: Array.from({ length: text.length + 1 }, (_unit, index) => index) };
}

export function sliceLocated({ text, offsets }: LocatedText, start: number, end: number): LocatedText {
  return { text: text.slice(start, end), offsets: offsets.slice(start, end + 1) };
}

/** A text that the file does not hold as such; all of it is at one place. */
export function textAt(text: string, offset: number): LocatedText {
  return { text, offsets: Array.from({ length: text.length + 1 }, () => offset) };
}

export function joinLocated(parts: readonly LocatedText[], separator: string): LocatedText {
  const offsets: number[] = [];
  for (const [index, part] of parts.entries()) {
    const start = part.offsets[0] ?? 0;
    if (index > 0) offsets.push(...Array.from({ length: separator.length }, () => start));
    offsets.push(...part.offsets.slice(0, -1));
  }
  offsets.push(parts.at(-1)?.offsets.at(-1) ?? 0);
  return { text: parts.map(({ text }) => text).join(separator), offsets };
}

/** The place in the file, of which `file` is the text, that a span of the located text was written at. */
export function spanInFile({ offsets }: LocatedText, span: Span, file: string): Span {
  const start = offsets[span.start] ?? 0;
  if (span.end <= span.start) return { start, end: start };
  const last = offsets[span.end - 1] ?? start;
  const next = offsets[span.end] ?? last + 1;
  // An escape is wider than what it stands for; but what follows may also begin a line later.
  const adjacent = next > last && !file.slice(last, next).includes('\n');
  return { start, end: Math.max(start, adjacent ? next : last + 1) };
}
