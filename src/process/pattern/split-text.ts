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

const prime = 0x9e37_79b1 | 0;
const otherPrime = 0x85eb_ca77 | 0;
const seed = 0x811c9dc5 | 0;

/** Marks the end of a part, together with its kind and the length of what is constant in front of it. */
const partMark = 0x5bd1_e990;

/**
 * Hashes every part by itself into `parts.hashes`, and all that is constant together. Two code units at a time: each step waits for
 * the multiplication before it.
 */
function hashParts(codes: Uint16Array, end: number, parts: Parts): number {
  let first = seed;
  let second = seed;
  let at = 0;
  for (let index = 0; index <= parts.count; index++) {
    const kind = index === parts.count ? partKind.tail : (parts.kinds[index] ?? 0);
    const start = index === parts.count ? end : (parts.starts[index] ?? 0);
    const stop = Math.min(parts.ends[index] ?? 0, end);
    const isConstant = kind === partKind.word || kind === partKind.kind;
    const constantEnd = isConstant ? stop : start;
    const length = constantEnd - at;
    for (; at < constantEnd; at += 2) {
      const units = pairAt(codes, at, constantEnd);
      first = Math.imul(first ^ units, prime);
      second = Math.imul(second + units, otherPrime);
    }
    // A string is the same with escapes and without.
    const mark = partMark + 16 * length + (kind === partKind.escapedValue ? partKind.value : kind);
    first = Math.imul(first ^ mark, prime);
    second = Math.imul(second + mark, otherPrime);
    at = stop;
    if (!isConstant && index < parts.count) parts.hashes[index] = hashRange(codes, start, stop);
  }
  return (mixed(first) >>> 0) * 0x20_0000 + (mixed(second) >>> 11);
}

const pairAt = (codes: Uint16Array, at: number, end: number): number =>
  (codes[at] ?? 0) | (at + 1 < end ? (codes[at + 1] ?? 0) << 16 : 0);

function hashRange(codes: Uint16Array, start: number, end: number): number {
  let hash = seed ^ (end - start);
  for (let at = start; at < end; at += 2) hash = Math.imul(hash ^ pairAt(codes, at, end), prime);
  return mixed(hash);
}

/** The hash that a part with these characters has. */
export function hashOfText(text: string): number {
  let hash = seed ^ text.length;
  for (let at = 0; at < text.length; at += 2) {
    const second = at + 1 < text.length ? text.charCodeAt(at + 1) << 16 : 0;
    hash = Math.imul(hash ^ text.charCodeAt(at) ^ second, prime);
  }
  return mixed(hash);
}

/** Spreads the last characters over all bits. */
function mixed(hash: number): number {
  const folded = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return folded ^ (folded >>> 13);
}
