// How a text is cut: constant stretches, and between them parts that may vary. Typed arrays that are filled anew for every text,
// because a hundred thousand events have millions of parts.

import { patternDepthMax, patternPartsMax } from '../../limits.ts';

/** What a part is; decides whether it can vary and which regular expression it matches. */
export const partKind = {
  /** A word of running text, constant until texts are merged. */
  word: 0,
  /** A word of running text that has digits or is a path, a URL, an address: it varies. */
  masked: 1,
  /** A number in running text; its unit is not part of it. */
  number: 2,
  /** A date or time in running text; may contain blanks and commas. */
  time: 3,
  /** The value of a JSON key that names a kind of event; constant. */
  kind: 4,
  /** A JSON string without blanks; it varies. */
  value: 5,
  /** The same, with escaped characters. */
  escapedValue: 6,
  /** A JSON number, true, false or null; it varies. */
  bare: 7,
  /** Any text: the elements of an array after the first, JSON that is too deep. */
  rest: 8,
  /** The end of a text that is too long or has too many parts; its values are not counted. */
  tail: 9,
} as const;

export interface Parts {
  count: number;
  /** The next run of words; every running text in a JSON string is a run of its own, and so is the text around JSON (run 0). */
  nextRun: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly runs: Uint16Array;
  /** Hash of the part's characters. */
  readonly hashes: Int32Array;
  /** What each level of nested JSON is, while it is cut. */
  readonly levels: Uint8Array;
}

export function newParts(): Parts {
  return {
    count: 0,
    nextRun: 1,
    kinds: new Uint8Array(patternPartsMax),
    starts: new Int32Array(patternPartsMax),
    ends: new Int32Array(patternPartsMax),
    runs: new Uint16Array(patternPartsMax),
    hashes: new Int32Array(patternPartsMax),
    levels: new Uint8Array(patternDepthMax + 1),
  };
}

/** The last part is kept for the rest of a text that has too many; who cuts must stop when this is false. */
export const hasRoom = (parts: Parts): boolean => parts.count < patternPartsMax - 1;

export function addPart(parts: Parts, kind: number, start: number, end: number, run: number): void {
  const index = parts.count;
  parts.kinds[index] = kind;
  parts.starts[index] = start;
  parts.ends[index] = end;
  parts.runs[index] = run;
  parts.count = index + 1;
}
