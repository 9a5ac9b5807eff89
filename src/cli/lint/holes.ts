// Interpolations in a query: `${AWS::Region}`, `${var.limit}`, `{{service}}`, Grafana's `$__interval` and `[[service]]`.
// What they stand for is not known here, so each is a hole in the text.

import type { Span } from '../../language/ast.ts';

export type HoleStyle = 'template' | 'grafana';

/** The holes of a text, in order. An opening that is never closed is no hole. */
export function findHoles(text: string, style: HoleStyle): readonly Span[] {
  const holes: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const end = holeEnd(text, at, style);
    if (end > at) holes.push({ start: at, end });
    at = end > at ? end : at + (text[at] === '\\' ? 2 : 1);
  }
  return holes;
}

const doubleBraces = /\{\{[^{}]*\}\}/y;
const grafanaVariable = /\$[A-Za-z_]\w*|\[\[\w+(?::\w+)?\]\]/y;

/** The end of the hole that begins at an offset, or that offset. */
function holeEnd(text: string, at: number, style: HoleStyle): number {
  const char = text[at];
  if ((char === '$' || char === '%') && text[at + 1] === '{') return bracesEnd(text, at + 1) ?? at;
  if (char === '{') return matchEnd(doubleBraces, text, at);
  return style === 'grafana' ? matchEnd(grafanaVariable, text, at) : at;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** An opening that is not closed for so long is none, so that finding holes stays linear. */
const holeCharsMax = 1_000;

/** The offset behind the brace that closes the one at `open`. */
export function bracesEnd(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + holeCharsMax); at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}
