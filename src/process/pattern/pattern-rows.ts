// Patterns -> the rows of the command `pattern` (reference logs-insights-ql 3.10).
// The first four columns are documented; the others are those that results of AWS's API were seen to carry, and their JSON has
// the members that public clients read.

import type { CellValue, StatementColumn } from '../../engine/statement.ts';
import { relatedPatternsMax } from '../../limits.ts';
import type { Pattern, PatternToken, Timeline } from './pattern.ts';

export const patternColumns: readonly StatementColumn[] = [
  { name: '@pattern', kind: 'text' },
  { name: '@ratio', kind: 'number' },
  { name: '@sampleCount', kind: 'number' },
  { name: '@severityLabel', kind: 'text' },
  { name: '@PatternId', kind: 'text' },
  { name: '@regexString', kind: 'text' },
  { name: '@tokens', kind: 'text' },
  { name: '@logSamples', kind: 'text' },
  { name: '@relatedPattern', kind: 'text' },
  { name: '@visualization', kind: 'text' },
];

/** One row per pattern of the query's window, in the order given. Patterns that only the compared window has are left out. */
export function patternRows(patterns: readonly Pattern[]): CellValue[][] {
  const current = patterns.filter(({ count }) => count > 0);
  return rowsOf(current, current);
}

/** The cells of `patternColumns` for some patterns; ratio and relations are those among `all`. */
export function rowsOf(patterns: readonly Pattern[], all: readonly Pattern[]): CellValue[][] {
  const events = all.reduce((sum, { count }) => sum + count, 0);
  const related = relatedPatterns(all);
  return patterns.map((pattern) => [
    pattern.text,
    events === 0 ? 0 : pattern.count / events,
    pattern.count,
    pattern.severity,
    pattern.id,
    pattern.regex,
    JSON.stringify(pattern.pieces.map((piece) => tokenOf(piece, pattern.tokens))),
    JSON.stringify(pattern.samples.map(({ timeMs, text }) => ({ timestamp: timeMs, logEvent: text }))),
    JSON.stringify(related(pattern)),
    JSON.stringify({ timeWindowCountMapping: countsByTime(pattern.timeline) }),
  ]);
}

function tokenOf(piece: string | number, tokens: readonly PatternToken[]): object {
  const token = typeof piece === 'number' ? tokens[piece] : undefined;
  return {
    dynamicTokenPosition: typeof piece === 'number' ? piece + 1 : 0,
    tokenType: token === undefined ? 'STATIC' : 'DYNAMIC',
    tokenString: token === undefined ? piece : '<*>',
    isNumeric: token?.type === 'Number' || token?.type === 'StatusCode',
    isErrorCode: token?.type === 'StatusCode',
    enumerations: Object.fromEntries((token?.values ?? []).map(({ value, count }) => [value, count])),
    ...(token === undefined ? {} : { inferredTokenName: token.name }),
  };
}

function countsByTime({ startMs, sliceMs, counts }: Timeline): Record<string, number> {
  return Object.fromEntries(counts.map((count, slice) => [String(startMs + slice * sliceMs), count]));
}

/** Patterns beyond this rank are not looked through for related ones: the work grows with the square. */
const relationCandidatesMax = 200;
/** How alike two courses over time must be: the cosine of the angle between their counts per slice. */
const relationMin = 0.9;

/**
 * Finds the ids of patterns that "frequently occurred near the same time" [AWS].
 * Inferred: those whose counts per slice of time have nearly the same course, in at least two slices.
 */
function relatedPatterns(all: readonly Pattern[]): (pattern: Pattern) => string[] {
  const candidates = all
    .slice(0, relationCandidatesMax)
    .filter(({ timeline }) => timeline.counts.filter((count) => count > 0).length > 1)
    .map(({ id, timeline: { counts } }) => ({ id, counts, norm: Math.hypot(...counts) }));
  return ({ id, timeline }) => {
    const norm = Math.hypot(...timeline.counts);
    if (!candidates.some((candidate) => candidate.id === id)) return [];
    return candidates
      .map((candidate) => ({
        id: candidate.id,
        likeness: dot(candidate.counts, timeline.counts) / (candidate.norm * norm),
      }))
      .filter((other) => other.id !== id && other.likeness >= relationMin)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, relatedPatternsMax)
      .map((other) => other.id);
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
