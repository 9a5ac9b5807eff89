// A text cut at its tokens, so that it can be drawn in colours: every character is in exactly one part.

import type { Token, TokenKind } from '../../src/language/index.ts';

export interface TextPart {
  readonly text: string;
  readonly start: number;
  /** Null for what lies between tokens. */
  readonly kind: TokenKind | null;
}

export function tokenParts(text: string, tokens: readonly Token[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  const between = (until: number): void => {
    if (until > end) parts.push({ text: text.slice(end, until), start: end, kind: null });
  };
  for (const { kind, span } of tokens) {
    between(span.start);
    parts.push({ text: text.slice(span.start, span.end), start: span.start, kind });
    end = span.end;
  }
  between(text.length);
  return parts;
}
