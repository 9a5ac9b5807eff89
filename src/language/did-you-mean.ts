// Suggestions for misspelt words.

import { suggestionDistanceMax } from './limits.ts';

/** The candidate closest to `word`, ignoring letter case, or undefined when none is close enough to be meant. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  // Words are short: two edits in four letters would turn `eval` into `values`' neighbours and the like.
  let best = Math.min(suggestionDistanceMax, Math.floor(wanted.length / 3)) + 1;
  let found: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), best);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

/** ``Did you mean `x`?``, or undefined. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const found = closest(word, candidates);
  return found === undefined ? undefined : `Did you mean \`${found}\`?`;
}

/**
 * Edits (insert, delete, replace, swap neighbours) from `a` to `b`; anything from `limit` on may be returned as `limit`. Only
 * beginnings of nearly the same length are compared, since names are long and fields are many: entry `at` of a row is the one for
 * so many letters of `b` more than of `a`, counted from `-limit`.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  const width = 2 * limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, at) => (at < limit ? limit : at - limit));
  for (let row = 1; row <= a.length; row += 1) {
    const current: number[] = new Array(width).fill(limit);
    for (let at = 1; at < width - 1; at += 1) {
      const column = row + at - limit;
      if (column < 0 || column > b.length) continue;
      const replaced = (last[at] ?? limit) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const cost = Math.min((last[at + 1] ?? limit) + 1, (current[at - 1] ?? limit) + 1, replaced);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[at] = swapped ? Math.min(cost, (beforeLast[at] ?? limit) + 1) : cost;
    }
    if (current.every((cost) => cost >= limit)) return limit;
    beforeLast = last;
    last = current;
  }
  return last[b.length - a.length + limit] ?? limit;
}
