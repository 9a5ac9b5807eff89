// Cuts running text into words: a line of a log, or a JSON string that has blanks in it.
// A word with digits varies (the masking that Drain asks for); times, numbers with a unit and `name:value` are cut finer.

import { charClass, classOf, code, isDigit } from './char-class.ts';
import { addPart, hasRoom, type Parts, partKind } from './parts.ts';
import { timeEnd } from './time-end.ts';

/** A stretch of running text. */
export interface Run {
  readonly codes: Uint16Array;
  /** Where it ends. */
  readonly end: number;
  readonly index: number;
  /** Inside of a JSON string an escape such as `\n` or `\"` ends a word, and JSON is not looked for. */
  readonly insideString: boolean;
  readonly parts: Parts;
}

/** Cuts from `start` to the run's end, until the parts are full, or until JSON starts; returns where it stopped. */
export function splitWords(run: Run, start: number): number {
  const { codes, end, insideString, parts } = run;
  let at = start;
  while (at < end && hasRoom(parts)) {
    const unit = codes[at] ?? 0;
    if (insideString && unit === code.backslash) {
      at += 2;
    } else if (((classOf[unit] ?? 0) & charClass.delimiter) === 0) {
      at = splitWord(run, at);
    } else {
      if (!insideString && startsJson(codes, at, end)) return at;
      at++;
    }
  }
  return Math.min(at, end);
}

/** `{"`, `["` and `[{"`, with blanks between. */
function startsJson(codes: Uint16Array, at: number, end: number): boolean {
  if (codes[at] !== code.openBrace && codes[at] !== code.openBracket) return false;
  let next = skipBlanks(codes, at + 1, end);
  if (codes[at] === code.openBracket && codes[next] === code.openBrace) {
    next = skipBlanks(codes, next + 1, end);
  }
  return next < end && codes[next] === code.quote;
}

function skipBlanks(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  while (at < end && ((classOf[codes[at] ?? 0] ?? 0) & charClass.blank) !== 0) at++;
  return at;
}

/** Adds the part of one word and returns its end. */
function splitWord(run: Run, start: number): number {
  const { codes, end, insideString, parts } = run;
  const time = timeEnd(codes, start, end);
  if (time > start) {
    addPart(parts, partKind.time, start, time, run.index);
    return time;
  }
  let stop = start;
  let classes = 0;
  let isPath = false;
  for (; stop < end; stop++) {
    const unit = codes[stop] ?? 0;
    const bits = classOf[unit] ?? 0;
    if ((bits & charClass.delimiter) !== 0 && !(isPath && (bits & charClass.pathSign) !== 0)) break;
    if (insideString && unit === code.backslash) break;
    isPath ||= unit === code.slash && (stop === start || codes[stop - 1] === code.slash);
    classes |= bits;
  }
  const wordEnd = trimEnd(codes, start, stop);
  if ((classes & charClass.digit) !== 0) return Math.max(stop, splitMasked(run, start, wordEnd));
  if (varies(codes, start, wordEnd)) addPart(parts, partKind.masked, start, wordEnd, run.index);
  else if ((classes & charClass.letter) !== 0 || isHyphen(codes, start, stop))
    addPart(parts, partKind.word, start, wordEnd, run.index);
  return stop;
}

/** A lone hyphen stands for a value that is missing. */
const isHyphen = (codes: Uint16Array, start: number, stop: number): boolean =>
  stop === start + 1 && codes[start] === code.hyphen;

const closing = new Set('.:!?,;=|'.split('').map((character) => character.charCodeAt(0)));

/** Punctuation that ends a sentence or a label is not part of the word. */
function trimEnd(codes: Uint16Array, start: number, stop: number): number {
  let wordEnd = stop;
  while (wordEnd > start + 1 && closing.has(codes[wordEnd - 1] ?? 0)) wordEnd--;
  return wordEnd;
}

/** Paths, URLs and e-mail addresses vary even without digits. */
function varies(codes: Uint16Array, start: number, end: number): boolean {
  if (codes[start] === code.slash) return true;
  for (let at = start + 1; at < end - 1; at++) {
    if (codes[at] === code.at) return true;
    if (codes[at] === code.colon && codes[at + 1] === code.slash && codes[at + 2] === code.slash) return true;
  }
  return false;
}

/** Adds the part of a word with digits and returns its end, which for a time after `name:` may lie beyond the word. */
function splitMasked(run: Run, wordStart: number, wordEnd: number): number {
  const { codes, parts } = run;
  const start = afterSigns(codes, afterNames(codes, wordStart, wordEnd), wordEnd);
  const time = start > wordStart ? timeEnd(codes, start, run.end) : start;
  if (time > start) {
    addPart(parts, partKind.time, start, time, run.index);
    return time;
  }
  const number = numberEnd(codes, start, wordEnd);
  if (number > start && (number === wordEnd || isUnit(codes, number, wordEnd))) {
    addPart(parts, partKind.number, start, number, run.index);
  } else addPart(parts, partKind.masked, start, wordEnd, run.index);
  return wordEnd;
}

const underscore = 95;

/** Where the value starts in `name:value` and `a:b:value`; `arn:…` and `https://…` are one word. */
function afterNames(codes: Uint16Array, start: number, end: number): number {
  let valueStart = start;
  for (let at = start; at < end - 1; at++) {
    const unit = codes[at] ?? 0;
    if (unit === code.colon) {
      if (at === valueStart || codes[at + 1] === code.slash || isArn(codes, valueStart, at)) break;
      valueStart = at + 1;
    } else if (((classOf[unit] ?? 0) & charClass.letter) === 0 && unit !== code.hyphen && unit !== underscore)
      break;
  }
  return valueStart;
}

const isArn = (codes: Uint16Array, start: number, colon: number): boolean =>
  colon === start + 3 && codes[start] === 97 && codes[start + 1] === 114 && codes[start + 2] === 110;

const leading = new Set('-+/.'.split('').map((character) => character.charCodeAt(0)));

/** `#12`, `$5`, `@3`: the sign stays constant. */
function afterSigns(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  while (at < end - 1) {
    const unit = codes[at] ?? 0;
    if (((classOf[unit] ?? 0) & (charClass.letter | charClass.digit)) !== 0 || leading.has(unit)) break;
    at++;
  }
  return at;
}

/** The end of a decimal number at `start`; `start` when there is none. */
function numberEnd(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  if (codes[at] === code.hyphen || codes[at] === code.plus) at++;
  const digits = at;
  while (at < end && isDigit(codes, at)) at++;
  if (at === digits) return start;
  if (at + 1 < end && codes[at] === code.dot && isDigit(codes, at + 1)) {
    at++;
    while (at < end && isDigit(codes, at)) at++;
  }
  return at;
}

const units = new Set(
  ['ns us µs ms s sec secs m min mins h hr hrs d days', 'B b kB KB MB GB TB KiB MiB GiB TiB k K M G']
    .concat('% x px Hz kHz MHz GHz')
    .flatMap((line) => line.split(' ')),
);
const unitCharsMax = 4;

function isUnit(codes: Uint16Array, start: number, end: number): boolean {
  return end - start <= unitCharsMax && units.has(String.fromCharCode(...codes.subarray(start, end)));
}
