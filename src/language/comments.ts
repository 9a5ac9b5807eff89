// Where the comments of a query belong in its canonical text, which spells some things otherwise: `where` becomes `filter`,
// needless parentheses go. The two texts have nearly the same tokens in the same order, so they are laid side by side.

import { findCommand } from './commands.ts';
import { findFunction } from './functions.ts';
import type { Token } from './token.ts';

export interface AttachedComment {
  readonly text: string;
  /** Index of the canonical token that it stands behind; -1 before the first. */
  readonly after: number;
  /** It has a line of its own; else it ends the line of that token. */
  readonly ownLine: boolean;
  /** An empty line stands before it. */
  readonly blankBefore: boolean;
  /** An empty line stands between it and the next token. */
  readonly blankAfter: boolean;
}

/** `tokens` are those of `text`, comments included; `canonical` those of its canonical text, which has no comments. */
export function attachComments(
  text: string,
  tokens: readonly Token[],
  canonical: readonly Token[],
): readonly AttachedComment[] {
  const places = counterparts(
    tokens.filter(({ kind }) => kind !== 'comment'),
    canonical,
  );
  const attached: AttachedComment[] = [];
  let seen = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'comment') {
      seen += 1;
      continue;
    }
    const before = text.slice(tokens[index - 1]?.span.end ?? 0, token.span.start);
    const behind = text.slice(token.span.end, tokens[index + 1]?.span.start ?? token.span.end);
    const place = seen < 0 ? -1 : (places[seen] ?? -1);
    // A pipe begins its line, so nothing can stand behind it; a comma ends its line, so nothing can stand before it.
    const atPipe = canonical[place]?.kind === 'pipe';
    const atComma = canonical[place + 1]?.text === ',';
    const after = place + (atComma ? 1 : atPipe ? -1 : 0);
    attached.push({
      text: token.text.trimEnd(),
      after,
      ownLine: atPipe || after < 0 || before.includes('\n') || attached.at(-1)?.after === after,
      blankBefore: hasEmptyLine(before),
      blankAfter: hasEmptyLine(behind),
    });
  }
  return attached;
}

const hasEmptyLine = (gap: string): boolean => /\n[^\S\n]*\n/.test(gap);

/** How far the two texts may drift apart before they are matched again. */
const driftMax = 12;

/** For each token the index of the canonical token that it became, or, when it was dropped, of the one before. */
function counterparts(tokens: readonly Token[], canonical: readonly Token[]): readonly number[] {
  const left = tokens.map(keyOf);
  const right = canonical.map(keyOf);
  const places: number[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length) {
    const [skippedLeft, skippedRight] = drift(left, i, right, j);
    for (let k = 0; k < skippedLeft; k += 1) places.push(j + Math.min(k, skippedRight - 1));
    i += skippedLeft;
    j += skippedRight;
    if (i < left.length) places.push(Math.min(j, right.length - 1));
    i += 1;
    j += 1;
  }
  return places;
}

/** The fewest tokens to pass over on either side until both agree again, on two tokens in a row if possible. */
function drift(left: readonly string[], i: number, right: readonly string[], j: number): [number, number] {
  const agree = (a: number, b: number): boolean => left[a] === right[b];
  for (const length of [2, 1]) {
    for (let total = 0; total <= driftMax; total += 1) {
      for (let skipped = 0; skipped <= total; skipped += 1) {
        const [a, b] = [i + skipped, j + total - skipped];
        if (a >= left.length || b >= right.length) continue;
        if (agree(a, b) && (length === 1 || agree(a + 1, b + 1))) return [skipped, total - skipped];
      }
    }
  }
  return [0, 0];
}

/** What spelling does not change: other words of a command or function, quotes, backticks, letter case. */
function keyOf({ kind, text }: Token): string {
  if (kind === 'command') return findCommand(text)?.name ?? text;
  if (kind === 'function') return findFunction(text)?.name ?? text;
  return operators.get(text) ?? text.replace(/[\\"'`]/g, '').toLowerCase();
}

const operators: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['=~', 'like'],
]);
