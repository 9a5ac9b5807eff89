// Cuts JSON where keys and punctuation are constant and values vary, without building a document and without asking that it is
// valid: logs cut messages off. Of an array only the first element is looked into, so that two and three containers are one pattern.

import { patternDepthMax } from '../../limits.ts';
import { charClass, classOf, code } from './char-class.ts';
import { isKindKey, kindKeyCharsMax } from './kind-keys.ts';
import { addPart, hasRoom, type Parts, partKind } from './parts.ts';
import { splitWords } from './split-words.ts';

/** Where the cutting stands. */
interface Walk {
  readonly codes: Uint16Array;
  readonly end: number;
  readonly parts: Parts;
  depth: number;
  /** Levels that are arrays. */
  arrays: number;
  /** Whether the next string is a key. */
  expectsKey: boolean;
  /** Whether the next value is that of a key that names a kind. */
  namesKind: boolean;
  /** Where the last value ended. */
  valueEnd: number;
}

const level = { object: 1, emptyArray: 2, startedArray: 3, finishedArray: 4 } as const;

/** Cuts the JSON value at `start`; returns its end, or where the parts were full. */
export function splitJson(codes: Uint16Array, start: number, end: number, parts: Parts): number {
  const walk: Walk = {
    codes,
    end,
    parts,
    depth: 0,
    arrays: 0,
    expectsKey: false,
    namesKind: false,
    valueEnd: start,
  };
  let at = start;
  do {
    at = step(walk, at);
  } while (walk.depth > 0 && at < end && hasRoom(parts));
  return Math.min(at, end);
}

/** Reads what stands at `at` and returns where it ends. */
function step(walk: Walk, at: number): number {
  switch (walk.codes[at]) {
    case code.quote:
      return walk.expectsKey ? readKey(walk, at) : readString(walk, at);
    case code.openBrace:
    case code.openBracket:
      return open(walk, at);
    case code.closeBrace:
    case code.closeBracket:
      return close(walk, at);
    case code.comma:
      return comma(walk, at);
    default: {
      const bits = classOf[walk.codes[at] ?? 0] ?? 0;
      return (bits & charClass.bareEnd) === 0 ? readBare(walk, at) : at + 1;
    }
  }
}

function open(walk: Walk, at: number): number {
  startValue(walk);
  if (walk.depth === patternDepthMax) {
    const stop = closingEnd(walk.codes, at + 1, walk.end);
    addPart(walk.parts, partKind.rest, at + 1, stop, 0);
    return endValue(walk, Math.min(stop + 1, walk.end));
  }
  const isObject = walk.codes[at] === code.openBrace;
  walk.depth++;
  walk.parts.levels[walk.depth] = isObject ? level.object : level.emptyArray;
  if (!isObject) walk.arrays++;
  walk.expectsKey = isObject;
  return at + 1;
}

function close(walk: Walk, at: number): number {
  const current = walk.parts.levels[walk.depth];
  // One element: the rest of the array is empty, but has its place, so that more elements are the same pattern.
  if (current === level.startedArray) addPart(walk.parts, partKind.rest, walk.valueEnd, at, 0);
  if (current !== level.object) walk.arrays--;
  walk.depth--;
  return endValue(walk, at + 1);
}

function comma(walk: Walk, at: number): number {
  if (walk.parts.levels[walk.depth] !== level.startedArray) {
    walk.expectsKey = walk.parts.levels[walk.depth] === level.object;
    return at + 1;
  }
  const stop = closingEnd(walk.codes, at, walk.end);
  addPart(walk.parts, partKind.rest, walk.valueEnd, stop, 0);
  walk.parts.levels[walk.depth] = level.finishedArray;
  return stop;
}

function readKey(walk: Walk, at: number): number {
  const stop = stringEnd(walk.codes, at + 1, walk.end);
  const mayNameKind = walk.arrays === 0 && stop - at <= kindKeyCharsMax;
  walk.namesKind = mayNameKind && isKindKey(walk.codes, at + 1, stop);
  walk.expectsKey = false;
  return Math.min(stop + 1, walk.end);
}

const kindCharsMax = 64;

function readString(walk: Walk, at: number): number {
  startValue(walk);
  const { codes, end, parts } = walk;
  let stop = at + 1;
  let classes = 0;
  for (; stop < end; stop++) {
    const bits = classOf[codes[stop] ?? 0] ?? 0;
    if ((bits & charClass.stringEnd) !== 0) {
      if (codes[stop] === code.quote) break;
      stop++;
      if (isEscapedBlank(codes[stop])) classes |= charClass.blank;
    }
    classes |= bits;
  }
  stop = Math.min(stop, end);
  if ((classes & charClass.blank) !== 0) {
    const index = parts.nextRun++;
    const reached = splitWords({ codes, end: stop, index, insideString: true, parts }, at + 1);
    if (reached < stop) return reached;
  } else if ((classes & charClass.stringEnd) !== 0) {
    addPart(parts, partKind.escapedValue, at + 1, stop, 0);
  } else {
    const isKind = walk.namesKind && (classes & charClass.digit) === 0 && stop - at <= kindCharsMax;
    addPart(parts, isKind ? partKind.kind : partKind.value, at + 1, stop, 0);
  }
  return endValue(walk, Math.min(stop + 1, end));
}

/** `\n`, `\r` and `\t` separate words as blanks do. */
const isEscapedBlank = (unit: number | undefined): boolean => unit === 110 || unit === 114 || unit === 116;

function readBare(walk: Walk, at: number): number {
  startValue(walk);
  let stop = at + 1;
  while (stop < walk.end && ((classOf[walk.codes[stop] ?? 0] ?? 0) & charClass.bareEnd) === 0) stop++;
  addPart(walk.parts, partKind.bare, at, stop, 0);
  return endValue(walk, stop);
}

function startValue(walk: Walk): void {
  if (walk.parts.levels[walk.depth] === level.emptyArray) walk.parts.levels[walk.depth] = level.startedArray;
}

function endValue(walk: Walk, at: number): number {
  walk.valueEnd = at;
  walk.namesKind = false;
  walk.expectsKey = false;
  return at;
}

/** The index of the quote that ends a string whose characters start at `start`; `end` when none does. */
function stringEnd(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  while (at < end && codes[at] !== code.quote) at += codes[at] === code.backslash ? 2 : 1;
  return Math.min(at, end);
}

/** The index of the bracket that closes the array or object in which `start` stands; `end` when none does. */
function closingEnd(codes: Uint16Array, start: number, end: number): number {
  let depth = 0;
  let at = start;
  while (at < end) {
    switch (codes[at]) {
      case code.quote:
        at = stringEnd(codes, at + 1, end);
        break;
      case code.openBrace:
      case code.openBracket:
        depth++;
        break;
      case code.closeBrace:
      case code.closeBracket:
        if (depth === 0) return at;
        depth--;
    }
    at++;
  }
  return end;
}
