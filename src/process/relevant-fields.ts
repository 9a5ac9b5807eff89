// `relevantfields`: which fields tell the events that match a condition from the others (reference logs-insights-ql 3.27).
// Takes counts, which the engine makes, and scores each field by how differently it is distributed on the two sides.

import type { CellValue, StatementColumn } from '../engine/statement.ts';

export const relevantFieldsColumns: readonly StatementColumn[] = [
  { name: '@fieldName', kind: 'text' },
  { name: '@relevanceScore', kind: 'number' },
  { name: '@topRelevanceContributors', kind: 'text' },
  { name: '@conditionalMedian', kind: 'number' },
  { name: '@baselineMedian', kind: 'number' },
];

/** A number of events on each side: those that match the condition, and the others. */
export interface SidedCounts {
  readonly matching: number;
  readonly other: number;
}

export interface FieldCounts {
  readonly field: string;
  /** True when the query names the field; identifiers are left out otherwise. */
  readonly named: boolean;
  /** The field's most frequent values. */
  readonly values: readonly (SidedCounts & { readonly value: string })[];
  /**
   * Events whose value is not among `values`, with those apart whose value only one side has: however many such values there are,
   * they count as exactly as one. Events without the field are in neither list.
   */
  readonly unlisted: readonly SidedCounts[];
  /** How many different values the field has. */
  readonly distinctValues: number;
  /** For a field whose values are all numbers. */
  readonly numeric: NumericCounts | null;
}

export interface NumericCounts {
  readonly matchingMedian: number | null;
  readonly otherMedian: number | null;
  /** Events per range of values, ranges ascending; as many ranges as one likes. */
  readonly ranges: readonly SidedCounts[];
}

/** Values named in `@topRelevanceContributors`. */
const contributorsMax = 5;

/**
 * One row per field, the highest score first, ties by name. A field that is the same on both sides scores 0, one whose values
 * never occur on both sides 1.
 */
export function relevantFieldRows(fields: readonly FieldCounts[], events: SidedCounts): CellValue[][] {
  return fields
    .filter((field) => field.named || !isIdentifier(field))
    .map((field) => ({ field, score: relevance(field, events) }))
    .sort((a, b) => b.score - a.score || (a.field.field < b.field.field ? -1 : 1))
    .map(({ field, score }) => [
      field.field,
      score,
      field.numeric === null ? JSON.stringify(contributors(field, events)) : null,
      field.numeric?.matchingMedian ?? null,
      field.numeric?.otherMedian ?? null,
    ]);
}

/** Ids and times differ from event to event and would always score 1: more values than half the events that have the field. */
function isIdentifier({ distinctValues, values, unlisted, numeric }: FieldCounts): boolean {
  const carriers = [...values, ...unlisted].reduce((sum, { matching, other }) => sum + matching + other, 0);
  return numeric === null && carriers > 1 && distinctValues > carriers / 2;
}

/**
 * Inferred: AWS documents a scale of 0 to 1 and no formula. Numbers: the Kolmogorov–Smirnov distance. Other values: the
 * Jensen–Shannon divergence in bits. In both, having no value is one more value.
 */
function relevance({ values, unlisted, numeric }: FieldCounts, events: SidedCounts): number {
  if (events.matching === 0 || events.other === 0) return 0;
  if (numeric !== null) return largestGap(withAbsent(numeric.ranges, events), events);
  return divergence(withAbsent([...values, ...unlisted], events), events);
}

function withAbsent(counts: readonly SidedCounts[], events: SidedCounts): readonly SidedCounts[] {
  const carriers = (side: 'matching' | 'other'): number =>
    counts.reduce((sum, count) => sum + count[side], 0);
  const absent = (side: 'matching' | 'other'): number => Math.max(0, events[side] - carriers(side));
  return [{ matching: absent('matching'), other: absent('other') }, ...counts];
}

function largestGap(ranges: readonly SidedCounts[], events: SidedCounts): number {
  let matching = 0;
  let other = 0;
  let gap = 0;
  for (const range of ranges) {
    matching += range.matching / events.matching;
    other += range.other / events.other;
    gap = Math.max(gap, Math.abs(matching - other));
  }
  return Math.min(1, gap);
}

function divergence(counts: readonly SidedCounts[], events: SidedCounts): number {
  const bits = counts.reduce((sum, count) => {
    const p = count.matching / events.matching;
    const q = count.other / events.other;
    const mean = (p + q) / 2;
    return sum + weigh(p, mean) / 2 + weigh(q, mean) / 2;
  }, 0);
  return Math.min(1, Math.max(0, bits));
}

const weigh = (share: number, mean: number): number => (share === 0 ? 0 : share * Math.log2(share / mean));

/** The values whose share differs most between the sides, as AWS describes the column. Inferred: JSON with these members. */
function contributors({ values }: FieldCounts, events: SidedCounts): readonly object[] {
  const share = (count: number, all: number): number => (all === 0 ? 0 : round(count / all));
  return values
    .map(({ value, matching, other }) => ({
      value,
      conditionalShare: share(matching, events.matching),
      baselineShare: share(other, events.other),
    }))
    .filter(({ conditionalShare, baselineShare }) => conditionalShare !== baselineShare)
    .sort(
      (a, b) =>
        Math.abs(b.conditionalShare - b.baselineShare) - Math.abs(a.conditionalShare - a.baselineShare) ||
        (a.value < b.value ? -1 : 1),
    )
    .slice(0, contributorsMax);
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
