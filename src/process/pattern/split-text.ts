// Cuts a text into constant stretches and parts, and hashes both: texts with the same stretches and words share a hash,
// whatever their varying parts say. A pure function of the text, which is why the order of events does not matter.

import { patternCharsMax } from '../../limits.ts';
import { addPart, hasRoom, newParts, type Parts, partKind } from './parts.ts';
import { splitJson } from './split-json.ts';
import { splitWords } from './split-words.ts';

export interface TextSplitter {
  /** What the last text was cut into; overwritten by the next. */
  readonly parts: Parts;
  /** The code units of the last text's beginning. */
  readonly codes: Uint16Array;
  /** Cuts the text and returns the hash of what is constant in it: an integer that a double holds exactly. */
  split(text: string): number;
}

/** Units after the text that look-ahead may touch; they must not be those of the text before. */
const margin = 32;

export function newTextSplitter(): TextSplitter {
  const codes = new Uint16Array(patternCharsMax + margin);
  const bytes = Buffer.from(codes.buffer);
  const parts = newParts();
  return {
    parts,
    codes,
    split: (text) => {
      const end = Math.min(text.length, patternCharsMax);
      bytes.write(text, 0, 2 * end, 'utf16le');
      codes.fill(0, end, end + margin);
      cut(codes, end, text.length, parts);
      return hashParts(codes, end, parts);
    },
  };
}

function cut(codes: Uint16Array, end: number, length: number, parts: Parts): void {
  parts.count = 0;
  parts.nextRun = 1;
  const outside = { codes, end, index: 0, insideString: false, parts };
  let at = splitWords(outside, 0);
  while (at < end && hasRoom(parts)) at = splitWords(outside, splitJson(codes, at, end, parts));
  if (at < length) addPart(parts, partKind.tail, at, length, 0);
}

const prime = 0x01000193;
const otherPrime = 0x9e3779b1 | 0;
const seed = 0x811c9dc5 | 0;

/** Marks the end of a part, with its kind. Beyond the code units, so that no text can hold it. */
const partMark = 0x10000;

/** Hashes every part by itself into `parts.hashes`, and all that is constant together. */
function hashParts(codes: Uint16Array, end: number, parts: Parts): number {
  let first = seed;
  let second = seed;
  let at = 0;
  for (let index = 0; index <= parts.count; index++) {
    const start = index === parts.count ? end : (parts.starts[index] ?? 0);
    const kind = parts.kinds[index] ?? 0;
    const isConstant = index < parts.count && (kind === partKind.word || kind === partKind.kind);
    const stop = isConstant ? (parts.ends[index] ?? 0) : start;
    for (; at < stop; at++) {
      const unit = codes[at] ?? 0;
      first = Math.imul(first ^ unit, prime);
      second = Math.imul(second + unit, otherPrime);
    }
    if (index === parts.count) break;
    // A string is the same with escapes and without.
    const mark = partMark + (kind === partKind.escapedValue ? partKind.value : kind);
    first = Math.imul(first ^ mark, prime);
    second = Math.imul(second + mark, otherPrime);
    if (!isConstant) {
      at = Math.min(parts.ends[index] ?? 0, end);
      parts.hashes[index] = hashRange(codes, start, at);
    }
  }
  return (first >>> 0) * 0x20_0000 + (mixed(second) >>> 11);
}

function hashRange(codes: Uint16Array, start: number, end: number): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (codes[at] ?? 0), prime);
  return mixed(hash);
}

/** The hash that a part with these characters has. */
export function hashOfText(text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return mixed(hash);
}

/** Spreads the last characters over all bits. */
function mixed(hash: number): number {
  const folded = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return folded ^ (folded >>> 13);
}
