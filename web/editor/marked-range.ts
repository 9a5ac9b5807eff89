// A span as a range that can be seen: an empty one (the end of the query) is widened to the character before it.

import type { Span } from '../../src/language/index.ts';

export interface MarkedRange {
  readonly from: number;
  readonly to: number;
}

/** Never leaves a text of `length` characters; a span may come from the server about an older text. */
export function markedRange({ start, end }: Span, length: number): MarkedRange {
  const to = Math.min(Math.max(end, start + 1), length);
  return { from: Math.max(0, Math.min(start, to - 1)), to };
}
