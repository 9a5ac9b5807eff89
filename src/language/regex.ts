// Checks a regular expression against the syntax of RE2, lists its groups, and rewrites it so that captures are
// found by number (reference logs-insights-ql 1.8). AWS matches with engines that, like RE2, have no back-references
// and no look-around. Offsets are into the pattern.

import { regexDepthMax, regexRepeatMax } from './limits.ts';
import { backReferenceHint, classEnd, escapeEnd, type RegexProblem } from './regex-atoms.ts';

export interface RegexGroup {
  /** null for a plain `(…)`. */
  readonly name: string | null;
  /** From 1, over all capturing groups. */
  readonly index: number;
}

export interface RegexInspection {
  readonly groups: readonly RegexGroup[];
  /** Names in order; capture i of `numberedPattern` is name i. */
  readonly namedGroups: readonly string[];
  readonly problems: readonly RegexProblem[];
  /** The same expression with named groups as plain captures and all others non-capturing. */
  readonly numberedPattern: string;
  /** The same expression with every group a plain capture: for `/(…)/ as name`. */
  readonly positionalPattern: string;
}

/** What went by last, to know what a repetition would repeat. */
type Before = 'nothing' | 'atom' | 'repetition';

interface Opener {
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
}
interface Frame {
  readonly start: number;
  /** The largest product of nested `{n}` inside. */
  repeats: number;
}
interface Scan {
  readonly pattern: string;
  at: number;
  before: Before;
  /** Product of the nested `{n}` of the last atom. */
  lastRepeats: number;
  readonly frames: Frame[];
  readonly openers: Opener[];
  readonly problems: RegexProblem[];
}

export function inspectRegex(pattern: string): RegexInspection {
  const scan: Scan = {
    pattern,
    at: 0,
    before: 'nothing',
    lastRepeats: 1,
    frames: [{ start: 0, repeats: 1 }],
    openers: [],
    problems: [],
  };
  while (scan.at < pattern.length) step(scan);
  const open = scan.frames[1];
  if (open !== undefined) problem(scan, open.start, open.start + 1, 'this parenthesis is never closed.');
  return {
    groups: scan.openers.map(({ name }, position) => ({ name, index: position + 1 })),
    namedGroups: scan.openers.flatMap(({ name }) => (name === null ? [] : [name])),
    problems: scan.problems,
    numberedPattern: withOpeners(scan, '(?:'),
    positionalPattern: withOpeners(scan, '('),
  };
}

/** The pattern with `(` for each named group and `plain` for each other capturing group. */
function withOpeners({ pattern, openers }: Scan, plain: string): string {
  let copied = 0;
  let result = '';
  for (const { start, end, name } of openers) {
    result += pattern.slice(copied, start) + (name === null ? plain : '(');
    copied = end;
  }
  return result + pattern.slice(copied);
}

function step(scan: Scan): void {
  const { pattern, at } = scan;
  const char = pattern[at] ?? '';
  if (char === '\\') escapeSequence(scan);
  else if (char === '[') characterClass(scan);
  else if (char === '(') open(scan);
  else if (char === ')') close(scan);
  else if (char === '|') alternative(scan);
  else if (char === '{') braces(scan);
  else if ('*+?'.includes(char)) repetition(scan, at + 1, 1);
  else atom(scan, at + ((pattern.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
}

function escapeSequence(scan: Scan): void {
  const { end, problem: found } = escapeEnd(scan.pattern, scan.at);
  if (found !== undefined) scan.problems.push(found);
  atom(scan, end);
}

function characterClass(scan: Scan): void {
  const { end, problems } = classEnd(scan.pattern, scan.at);
  scan.problems.push(...problems);
  atom(scan, end);
}

function alternative(scan: Scan): void {
  scan.before = 'nothing';
  scan.at += 1;
}

function atom(scan: Scan, end: number, repeats = 1): void {
  scan.at = end;
  scan.before = 'atom';
  noteRepeats(scan, repeats);
}

function noteRepeats(scan: Scan, repeats: number): void {
  scan.lastRepeats = repeats;
  const frame = scan.frames.at(-1);
  if (frame !== undefined) frame.repeats = Math.max(frame.repeats, repeats);
}

const namedOpener = /\(\?P?<([A-Za-z_@][A-Za-z0-9_@]*)>/y;
const flagOpener = /\(\?(?:[imsU]*)(?:-[imsU]+)?([:)])/y;

function open(scan: Scan): void {
  const { pattern, at } = scan;
  const named = matchAt(namedOpener, pattern, at);
  const flags = matchAt(flagOpener, pattern, at);
  if (pattern[at + 1] !== '?') enter(scan, at + 1, null);
  else if (named !== undefined) enterNamed(scan, named);
  else if (flags === undefined) refuseOpener(scan);
  else if (flags[1] === ':') enter(scan, at + flags[0].length, undefined);
  else passFlags(scan, at + flags[0].length);
}

/** `(?i)` is nothing of its own: a repetition behind it repeats what stands before it. */
function passFlags(scan: Scan, end: number): void {
  scan.at = end;
  if (scan.before === 'repetition') scan.before = 'atom';
}

/** Goes into a group; `name` undefined: it captures nothing. */
function enter(scan: Scan, end: number, name: string | null | undefined): void {
  const start = scan.at;
  if (name !== undefined) scan.openers.push({ start, end, name });
  if (scan.frames.length === regexDepthMax) {
    problem(scan, start, end, `groups are nested more than ${regexDepthMax} levels deep.`);
  }
  scan.frames.push({ start, repeats: 1 });
  scan.before = 'nothing';
  scan.at = end;
}

function enterNamed(scan: Scan, [text, name = '']: RegExpExecArray): void {
  const end = scan.at + text.length;
  if (scan.openers.some((opener) => opener.name === name)) {
    problem(scan, scan.at, end, `the group name ${name} is used twice.`);
  }
  enter(scan, end, name);
}

/** `(?…` with something that RE2 does not have. */
const foreignOpeners: readonly (readonly [opener: RegExp, message: string, hint?: string])[] = [
  [
    /\(\?<?[=!]/y,
    'look-ahead and look-behind are not supported.',
    'Test it in a condition of its own, with `like` or `not like`.',
  ],
  [/\(\?P=/y, 'back-references are not supported.', backReferenceHint],
  [/\(\?>/y, 'atomic groups are not supported.'],
  [/\(\?#/y, 'comments are not supported.'],
  [/\(\?\(/y, 'conditionals are not supported.'],
  [/\(\?P?<[^>]*>/y, 'a group name holds letters, digits and `_`, and may begin with `@`.'],
  [/\(\?P?</y, 'this group name is never closed.'],
];

function refuseOpener(scan: Scan): void {
  const { pattern, at } = scan;
  const known = foreignOpeners.find(([opener]) => matchAt(opener, pattern, at) !== undefined);
  const message = known?.[1] ?? 'unknown group syntax after `(?`; flags are i, m, s and U.';
  const end = at + (known === undefined ? 2 : (matchAt(known[0], pattern, at)?.[0].length ?? 2));
  problem(scan, at, end, message, known?.[2]);
  enter(scan, end, undefined);
}

function close(scan: Scan): void {
  const closed = scan.frames.length > 1 ? scan.frames.pop() : undefined;
  if (closed === undefined) problem(scan, scan.at, scan.at + 1, 'this parenthesis was never opened.');
  atom(scan, scan.at + 1, closed?.repeats);
}

const bounds = /\{(\d+)(?:(,)(\d*))?\}/y;

/** `{n}`, `{n,}`, `{n,m}`; anything else in braces is literal. */
function braces(scan: Scan): void {
  const found = matchAt(bounds, scan.pattern, scan.at);
  if (found === undefined) atom(scan, scan.at + 1);
  else boundedRepetition(scan, found);
}

function boundedRepetition(scan: Scan, [text, from = '', comma, to = '']: RegExpExecArray): void {
  const end = scan.at + text.length;
  const min = Number(from);
  const max = comma === undefined || to === '' ? min : Number(to);
  if (min > regexRepeatMax || max > regexRepeatMax) {
    problem(scan, scan.at, end, `a repetition goes up to ${regexRepeatMax}.`);
  } else if (max < min) {
    problem(scan, scan.at, end, 'the bounds of this repetition are in the wrong order.');
  }
  repetition(scan, end, Math.max(1, max));
}

function repetition(scan: Scan, operatorEnd: number, times: number): void {
  const { pattern, at, before } = scan;
  if (before === 'nothing')
    problem(scan, at, operatorEnd, `nothing stands before ${pattern.slice(at, operatorEnd)}.`);
  if (before === 'repetition') problem(scan, at, operatorEnd, doubled(pattern[at]));
  const repeats = scan.lastRepeats * times;
  if (before === 'atom' && times <= regexRepeatMax && repeats > regexRepeatMax) {
    problem(scan, at, operatorEnd, `nested repetitions multiply to more than ${regexRepeatMax}.`);
  }
  noteRepeats(scan, Math.min(repeats, regexRepeatMax + 1));
  scan.at = pattern[operatorEnd] === '?' ? operatorEnd + 1 : operatorEnd;
  scan.before = 'repetition';
}

function doubled(operator: string | undefined): string {
  return operator === '+'
    ? 'possessive repetitions are not supported.'
    : 'a repetition cannot be repeated; use a group.';
}

function problem(scan: Scan, start: number, end: number, message: string, hint?: string): void {
  scan.problems.push(hint === undefined ? { message, start, end } : { message, start, end, hint });
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}
