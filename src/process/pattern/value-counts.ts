// How often each value of a varying part was seen, for a bounded number of different values.
// Values are told apart by a 32-bit hash, so that a value that is known costs no string. AWS counts them approximately too.

import { tokenValueCharsMax, tokenValuesCounted, tokenValuesKept } from '../../limits.ts';
import {
  type CountedNumber,
  countNumber,
  mergeSketch,
  type NumberSketch,
  sketchedNumbers,
  summarize,
} from './number-sketch.ts';
import type { PatternToken, TokenValue } from './pattern.ts';

/** Every list is parallel to `hashes`. There are hundreds of thousands of these: mind what an empty one weighs. */
export interface ValueCounts {
  hashes: number[];
  values: string[];
  counts: number[];
  /** Of `counts`, how many in the recent part of the window. */
  recentCounts: number[];
  /** Where the value was found that was counted last. */
  lastIndex: number;
  /** False once a value was no number. */
  numeric: boolean;
  /** What is known of values beyond those; null while there are none. */
  overflow: Overflow | null;
}

/** More values exist than are counted one by one. */
interface Overflow {
  /** The values with the smallest hashes, ascending: a sample that does not depend on the order of events. */
  readonly sample: SampledValue[];
  /** The numbers that are not counted one by one, while all values are numbers. */
  readonly sketch: NumberSketch;
  /** Events whose value was not known. */
  misses: number;
}

interface SampledValue {
  readonly hash: number;
  readonly value: string;
}

const none: never[] = [];

export function newValueCounts(): ValueCounts {
  return {
    hashes: none,
    values: none,
    counts: none,
    recentCounts: none,
    lastIndex: 0,
    numeric: true,
    overflow: null,
  };
}

export const isOpen = ({ overflow }: ValueCounts): boolean => overflow !== null;

/** Counts one event with a value; false when the value is not known, which is for `addValue` if `takesValue`. */
export function countKnown(counts: ValueCounts, hash: number, recent: number): boolean {
  const index = counts.hashes.indexOf(hash);
  if (index < 0) {
    if (counts.overflow !== null) countMiss(counts.overflow, counts);
    return false;
  }
  counts.lastIndex = index;
  countAgain(counts, 1, recent);
  return true;
}

/** Counts further events with the value that was found last. */
export function countAgain(
  { counts, recentCounts, lastIndex }: ValueCounts,
  times: number,
  recent: number,
): void {
  counts[lastIndex] = (counts[lastIndex] ?? 0) + times;
  recentCounts[lastIndex] = (recentCounts[lastIndex] ?? 0) + recent;
}

/** After so many events in which no value came again, they are identifiers and not looked for any more. */
const missesMax = 50;

function countMiss(overflow: Overflow, { numeric, counts }: ValueCounts): void {
  overflow.misses++;
  if (overflow.misses < missesMax || (!numeric && seenOnce(counts))) return;
  overflow.misses = Number.NEGATIVE_INFINITY;
}

const seenOnce = (counts: readonly number[]): boolean => counts.every((count) => count === 1);

/** From this hash on a value changes nothing, because all are identifiers and the sample is full; NaN while every value counts. */
export function identifiersFrom({ overflow }: ValueCounts): number {
  if (overflow === null || overflow.misses < missesMax) return Number.NaN;
  return overflow.sample[sampleSize - 1]?.hash ?? Number.NaN;
}

/** Whether a value that is not known is worth its text. */
export function takesValue({ overflow, numeric }: ValueCounts, hash: number): boolean {
  return overflow === null || numeric || belongsToSample(overflow, hash);
}

/** Counts `times` events with a value that is not known. */
export function addValue(
  counts: ValueCounts,
  hash: number,
  value: string,
  times: number,
  recent: number,
): void {
  if (counts.numeric && !isNumber(value)) counts.numeric = false;
  const overflow = counts.overflow ?? (isFull(counts) ? openUp(counts) : null);
  if (overflow !== null) {
    if (belongsToSample(overflow, hash)) addToSample(overflow, hash, shorten(value));
    if (counts.numeric) countNumber(overflow.sketch, Number(value), times - recent, recent);
  } else if (counts.hashes.length === 0) {
    // One value is by far the most frequent case: lists of exactly one element.
    counts.hashes = [hash];
    counts.values = [shorten(value)];
    counts.counts = [times];
    counts.recentCounts = [recent];
  } else {
    counts.hashes.push(hash);
    counts.values.push(shorten(value));
    counts.counts.push(times);
    counts.recentCounts.push(recent);
  }
}

/** So many words that were seen once each are identifiers: counting more of them tells nothing. */
const identifiersCounted = 8;

function isFull({ counts, numeric }: ValueCounts): boolean {
  if (counts.length >= tokenValuesCounted) return true;
  return !numeric && counts.length >= identifiersCounted && seenOnce(counts);
}

function openUp(counts: ValueCounts): Overflow {
  const overflow = { sample: smallest(counts), sketch: new Map(), misses: 0 };
  counts.overflow = overflow;
  return overflow;
}

function smallest({ hashes, values }: ValueCounts): SampledValue[] {
  return hashes
    .map((hash, index) => ({ hash, value: values[index] ?? '' }))
    .sort((a, b) => a.hash - b.hash)
    .slice(0, sampleSize);
}

/** Values of the sample. */
export const sampleSize = 6;

const belongsToSample = ({ sample }: Overflow, hash: number): boolean =>
  hash < (sample[sampleSize - 1]?.hash ?? Number.POSITIVE_INFINITY);

function addToSample({ sample }: Overflow, hash: number, value: string): void {
  if (sample.some((known) => known.hash === hash)) return;
  sample.push({ hash, value });
  sample.sort((a, b) => a.hash - b.hash);
  if (sample.length > sampleSize) sample.pop();
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
  into.numeric &&= from.numeric;
  if (from.overflow === null) return;
  const overflow = into.overflow ?? openUp(into);
  for (const { hash, value } of from.overflow.sample) addToSample(overflow, hash, value);
  mergeSketch(overflow.sketch, from.overflow.sketch);
}

/** Some values; which ones depends on the values alone, not on the order of events. */
export function sampleOf(counts: ValueCounts): readonly string[] {
  if (counts.values.length < 2) return counts.values;
  return (counts.overflow?.sample ?? smallest(counts)).map(({ value }) => value);
}

/** Values shown of a token whose values do not come again. */
const examplesKept = 3;

/** The most frequent values, ties by text. */
export function topValues(seen: ValueCounts): readonly TokenValue[] {
  const { values, counts, recentCounts, overflow } = seen;
  if (overflow !== null && seenOnce(counts)) {
    return overflow.sample.slice(0, examplesKept).map(({ value }) => ({ value, count: 1, recentCount: 0 }));
  }
  return values
    .map((value, index) => ({ value, count: counts[index] ?? 0, recentCount: recentCounts[index] ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, tokenValuesKept);
}

/** Medians of the numbers of the window's two parts; null unless all values are numbers. */
export function numberSummaries(seen: ValueCounts): PatternToken['numbers'] {
  if (!seen.numeric || seen.values.length === 0) return null;
  const listed = seen.values.map((value, index) => {
    const recent = seen.recentCounts[index] ?? 0;
    return { number: Number(value), earlier: (seen.counts[index] ?? 0) - recent, recent };
  });
  const numbers = seen.overflow === null ? listed : sketchedNumbers(withListed(seen.overflow.sketch, listed));
  return { earlier: summarize(numbers, 'earlier'), recent: summarize(numbers, 'recent') };
}

/** Which numbers are listed depends on the order of events; so that the medians do not, all of them are rounded alike. */
function withListed(sketch: NumberSketch, listed: readonly CountedNumber[]): NumberSketch {
  const all: NumberSketch = new Map(sketch);
  for (const { number, earlier, recent } of listed) countNumber(all, number, earlier, recent);
  return all;
}
