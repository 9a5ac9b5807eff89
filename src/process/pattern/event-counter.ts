// Counts the events of one masked text. This is the inner loop, run for every part of every event: what most parts need, the value
// of the event before or an identifier that nobody counts, is decided in flat arrays without touching anything else.

import { patternSampleCharsMax, patternSamplesKept } from '../../limits.ts';
import { addSample, compareSamples, type MaskedText, type Tally } from './masked-text.ts';
import { type Parts, partKind } from './parts.ts';
import type { Period } from './pattern.ts';
import { addValue, countAgain, countKnown, identifiersFrom, takesValue } from './value-counts.ts';

export interface EventCounter {
  readonly masked: MaskedText;
  /** Hash of the value that the last event had in each part; NaN where it is not counted. */
  readonly lastHashes: Float64Array;
  /** How often that value came again; not yet in the counts of the part. */
  readonly repeats: Int32Array;
  readonly recentRepeats: Int32Array;
  /** Values with this hash or a greater one change nothing; NaN where every value counts. */
  readonly skippedFrom: Float64Array;
}

/** One event, placed in time. */
export interface Occurrence {
  readonly text: string;
  readonly timeMs: number;
  readonly period: Period;
  /** The slice of the window it falls into. */
  readonly slice: number;
  /** 1 in the recent part of the window, else 0. */
  readonly recent: number;
}

export function newEventCounter(masked: MaskedText): EventCounter {
  const size = masked.values.length;
  return {
    masked,
    lastHashes: new Float64Array(size).fill(Number.NaN),
    repeats: new Int32Array(size),
    recentRepeats: new Int32Array(size),
    skippedFrom: Float64Array.from(masked.values, (counts, index) =>
      counts === null || masked.kinds[index] === 1 << partKind.tail ? Number.NEGATIVE_INFINITY : Number.NaN,
    ),
  };
}

/** Counts an event whose text was cut into `parts`, which are those of the masked text. */
export function countEvent(counter: EventCounter, parts: Parts, event: Occurrence): void {
  const { lastHashes, repeats, recentRepeats, skippedFrom } = counter;
  const { recent } = event;
  countOccurrence(counter.masked.tally, event);
  for (let index = 0; index < parts.count; index++) {
    const hash = parts.hashes[index] ?? 0;
    if (parts.kinds[index] === partKind.escapedValue) noteEscape(counter.masked, index);
    if (hash === lastHashes[index]) {
      repeats[index] = (repeats[index] ?? 0) + 1;
      recentRepeats[index] = (recentRepeats[index] ?? 0) + recent;
    } else if (!(hash >= (skippedFrom[index] ?? 0))) {
      countValue(counter, index, hash, parts, event);
    }
  }
}

function noteEscape({ kinds }: MaskedText, index: number): void {
  kinds[index] = (kinds[index] ?? 0) | (1 << partKind.escapedValue);
}

function countValue(
  counter: EventCounter,
  index: number,
  hash: number,
  parts: Parts,
  { text, recent }: Occurrence,
): void {
  const counts = counter.masked.values[index] ?? null;
  if (counts === null) return;
  settlePart(counter, index);
  if (countKnown(counts, hash, recent)) {
    counter.lastHashes[index] = hash;
    return;
  }
  if (takesValue(counts, hash)) {
    addValue(counts, hash, text.slice(parts.starts[index], parts.ends[index]), 1, recent);
  }
  counter.skippedFrom[index] = identifiersFrom(counts);
}

/** Moves what is still outside into the counts of the masked text; to be called before anybody reads them. */
export function settle(counter: EventCounter): MaskedText {
  for (let index = 0; index < counter.repeats.length; index++) settlePart(counter, index);
  return counter.masked;
}

function settlePart({ masked, repeats, recentRepeats }: EventCounter, index: number): void {
  const counts = masked.values[index] ?? null;
  const times = repeats[index] ?? 0;
  if (counts === null || times === 0) return;
  countAgain(counts, times, recentRepeats[index] ?? 0);
  repeats[index] = 0;
  recentRepeats[index] = 0;
}

function countOccurrence(tally: Tally, event: Occurrence): void {
  if (event.period === 'compared') tally.comparedCount++;
  else {
    tally.count++;
    tally.recentCount += event.recent;
    tally.slices[event.slice] = (tally.slices[event.slice] ?? 0) + 1;
  }
  const last = tally.samples[patternSamplesKept - 1];
  if (last === undefined || compareSamples(event, last) < 0) {
    const { text, timeMs, period } = event;
    addSample(tally.samples, { text: text.slice(0, patternSampleCharsMax), timeMs, period });
  }
}
