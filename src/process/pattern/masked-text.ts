// Texts that are the same but for the values of their varying parts, counted together. A pattern is one of them, or several merged.

import { patternSamplesKept, patternTimelineSlices } from '../../limits.ts';
import { type Parts, partKind } from './parts.ts';
import type { PatternSample, Period } from './pattern.ts';
import { hashOfText } from './split-text.ts';
import { addValue, mergeValues, newValueCounts, type ValueCounts } from './value-counts.ts';

export interface MaskedText {
  /** The stretches before, between and behind the parts: one more than there are parts. */
  readonly literals: readonly string[];
  readonly runs: readonly number[];
  /** The kinds each part had, as bits 1 << kind. */
  readonly kinds: number[];
  /** The word of each part that is constant; null of one that varies. */
  readonly words: (string | null)[];
  /** The values of each part that varies; null of one that is constant. */
  readonly values: (ValueCounts | null)[];
  readonly tally: Tally;
}

/** The events of a masked text. */
export interface Tally {
  count: number;
  comparedCount: number;
  /** Of `count`, those in the recent part of the window. */
  recentCount: number;
  readonly slices: number[];
  /** The earliest, those of the query's window before those of the other. */
  readonly samples: Sample[];
}

export interface Sample extends PatternSample {
  readonly period: Period;
}

export const eventsOf = ({ tally }: MaskedText): number => tally.count + tally.comparedCount;

const isConstant = (kind: number): boolean => kind === partKind.word || kind === partKind.kind;

/** The masked text of an event that was cut into `parts`; counts nothing yet. */
export function newMaskedText(text: string, parts: Parts): MaskedText {
  const indexes = Array.from({ length: parts.count }, (_, index) => index);
  const start = (index: number): number => (index === parts.count ? text.length : (parts.starts[index] ?? 0));
  const end = (index: number): number => (index < 0 ? 0 : (parts.ends[index] ?? 0));
  const kinds = indexes.map((index) => parts.kinds[index] ?? 0);
  return {
    literals: [...indexes, parts.count].map((index) => copied(text.slice(end(index - 1), start(index)))),
    runs: indexes.map((index) => parts.runs[index] ?? 0),
    kinds: kinds.map((kind) => 1 << kind),
    words: kinds.map((kind, index) =>
      isConstant(kind) ? copied(text.slice(start(index), end(index))) : null,
    ),
    values: kinds.map((kind) => (isConstant(kind) ? null : newValueCounts())),
    tally: newTally(),
  };
}

const newTally = (): Tally => ({
  count: 0,
  comparedCount: 0,
  recentCount: 0,
  slices: new Array<number>(patternTimelineSlices).fill(0),
  samples: [],
});

/** What every text is an instance of. */
export function anyText(): MaskedText {
  return {
    literals: ['', ''],
    runs: [0],
    kinds: [1 << partKind.tail],
    words: [null],
    values: [newValueCounts()],
    tally: newTally(),
  };
}

/** Cuts the tie to the event's text, which would stay in memory with its slice. */
const copied = (slice: string): string => `${slice} `.slice(0, -1);

export const isAnyText = ({ literals, kinds }: MaskedText): boolean =>
  kinds[0] === 1 << partKind.tail && literals[0] === '';

export function addSample(samples: Sample[], sample: Sample): void {
  samples.push(sample);
  samples.sort(compareSamples);
  if (samples.length > patternSamplesKept) samples.pop();
}

export function compareSamples(a: Sample, b: Sample): number {
  if (a.period !== b.period) return a.period === 'current' ? -1 : 1;
  return a.timeMs - b.timeMs || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

/** Adds the events of `from`, which has the same structure. A word that differs becomes a value of a part that varies. */
export function absorb(into: MaskedText, from: MaskedText): void {
  for (const [index, word] of into.words.entries()) {
    if (word !== null && word === from.words[index]) continue;
    into.kinds[index] = (into.kinds[index] ?? 0) | (from.kinds[index] ?? 0);
    mergeValues(letVary(into, index), valuesAt(from, index));
  }
  addTally(into.tally, from.tally);
}

/** Makes a constant word the value of a part that varies; returns the values of the part. */
export function letVary(masked: MaskedText, index: number): ValueCounts {
  const counts = valuesAt(masked, index);
  masked.values[index] = counts;
  masked.words[index] = null;
  return counts;
}

function valuesAt(masked: MaskedText, index: number): ValueCounts {
  const counts = masked.values[index] ?? newValueCounts();
  const word = masked.words[index] ?? null;
  if (word !== null) addValue(counts, hashOfText(word), word, eventsOf(masked), masked.tally.recentCount);
  return counts;
}

export function addTally(into: Tally, from: Tally): void {
  into.count += from.count;
  into.comparedCount += from.comparedCount;
  into.recentCount += from.recentCount;
  for (const [slice, count] of from.slices.entries()) into.slices[slice] = (into.slices[slice] ?? 0) + count;
  for (const sample of from.samples) addSample(into.samples, sample);
}
