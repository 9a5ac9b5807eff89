// Files for tests of places: what stands between « and » is where something is expected.

import type { Span } from '../src/language/ast.ts';

/** The file without its marks, and the places that they enclose. */
export function markedFile(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const piece of marked.split(/(«[^»]*»)/)) {
    const inner = piece.startsWith('«') ? piece.slice(1, -1) : piece;
    if (inner !== piece) spans.push({ start: text.length, end: text.length + inner.length });
    text += inner;
  }
  return { text, spans };
}
