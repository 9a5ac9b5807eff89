// How often each value of a varying part was seen, for a bounded number of different values.
// Values are told apart by a 32-bit hash, so that a value that is known costs no string. AWS counts them approximately too.

import { tokenValueCharsMax, tokenValuesCounted, tokenValuesKept } from '../../limits.ts';
import { countNumber, mergeSketch, type NumberSketch, sketchedNumbers, summarize } from './number-sketch.ts';
import type { PatternToken, TokenValue } from './pattern.ts';

export interface ValueCounts {
  readonly hashes: number[];
  readonly values: string[];
  readonly counts: number[];
  /** Of these, how many in the recent part of the window. */
  readonly recentCounts: number[];
  /** Whether more values exist than are counted. */
  open: boolean;
  /** False once a value was no number. */
  numeric: boolean;
  /** The numbers that are not among `values`. */
  sketch: NumberSketch | null;
}

export function newValueCounts(): ValueCounts {
  return {
    hashes: [],
    values: [],
    counts: [],
    recentCounts: [],
    open: false,
    numeric: true,
    sketch: null,
  };
}

/** So many values that were seen once each are identifiers: counting more of them tells nothing. */
const identifiersKept = 12;

/** Counts one event with a value; false when the value is not known, which is for `addValue` if `takesValues`. */
export function countKnown(counts: ValueCounts, hash: number, recent: number): boolean {
  const index = counts.hashes.indexOf(hash);
  if (index < 0) return false;
  counts.counts[index] = (counts.counts[index] ?? 0) + 1;
  counts.recentCounts[index] = (counts.recentCounts[index] ?? 0) + recent;
  return true;
}

export const takesValues = (counts: ValueCounts): boolean => !counts.open || counts.numeric;

/** Counts `times` events with a value that is not known. */
export function addValue(
  counts: ValueCounts,
  hash: number,
  value: string,
  times: number,
  recent: number,
): void {
  if (counts.numeric && !isNumber(value)) {
    counts.numeric = false;
    counts.sketch = null;
  }
  if (!counts.open && isFull(counts)) counts.open = true;
  if (!counts.open) {
    counts.hashes.push(hash);
    counts.values.push(shorten(value));
    counts.counts.push(times);
    counts.recentCounts.push(recent);
  } else if (counts.numeric) {
    counts.sketch ??= new Map();
    countNumber(counts.sketch, Number(value), times - recent, recent);
  }
}

function isFull({ counts }: ValueCounts): boolean {
  if (counts.length >= tokenValuesCounted) return true;
  return counts.length >= identifiersKept && counts.every((count) => count === 1);
}

const isNumber = (value: string): boolean => /^[+-]?\d{1,300}(\.\d{1,300})?$/.test(value);

/** A text of its own: a slice of the event would keep the whole event in memory. */
function shorten(value: string): string {
  const kept = value.length > tokenValueCharsMax ? `${value.slice(0, tokenValueCharsMax - 1)}…` : value;
  return `${kept} `.slice(0, -1);
}

/** Adds what `from` has counted. */
export function mergeValues(into: ValueCounts, from: ValueCounts): void {
  for (const [index, hash] of from.hashes.entries()) {
    const times = from.counts[index] ?? 0;
    const recent = from.recentCounts[index] ?? 0;
    const known = into.hashes.indexOf(hash);
    if (known < 0) addValue(into, hash, from.values[index] ?? '', times, recent);
    else {
      into.counts[known] = (into.counts[known] ?? 0) + times;
      into.recentCounts[known] = (into.recentCounts[known] ?? 0) + recent;
    }
  }
  into.open ||= from.open;
  into.numeric &&= from.numeric;
  if (!into.numeric) into.sketch = null;
  else if (from.sketch !== null) {
    into.sketch ??= new Map();
    mergeSketch(into.sketch, from.sketch);
  }
}

/** The most frequent values, ties by text. */
export function topValues({ values, counts, recentCounts }: ValueCounts): readonly TokenValue[] {
  return values
    .map((value, index) => ({
      value,
      count: counts[index] ?? 0,
      recentCount: recentCounts[index] ?? 0,
    }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, tokenValuesKept);
}

/** Medians of the numbers of the window's two parts; null unless all values are numbers. */
export function numberSummaries(counts: ValueCounts): PatternToken['numbers'] {
  if (!counts.numeric || counts.values.length === 0) return null;
  const sketch: NumberSketch = new Map(counts.sketch);
  const listed = counts.values.map((value, index) => {
    const recent = counts.recentCounts[index] ?? 0;
    return { number: Number(value), earlier: (counts.counts[index] ?? 0) - recent, recent };
  });
  // Which values are listed depends on the order of events when there are more: then all of them are rounded alike.
  if (counts.open)
    for (const { number, earlier, recent } of listed) countNumber(sketch, number, earlier, recent);
  const numbers = counts.open ? sketchedNumbers(sketch) : listed;
  return { earlier: summarize(numbers, 'earlier'), recent: summarize(numbers, 'recent') };
}
