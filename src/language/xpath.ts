// The XPath of `parse … xml` (reference logs-insights-ql 3.8, where a path of names is all that is known): location paths of
// XPath 1.0 in their short form, of which each step looks at an element once at most. What else XPath has is refused by name.
// process/xml-values.ts reads documents by them.

import { xpathStepsMax } from './limits.ts';

export interface XPath {
  readonly steps: readonly XPathStep[];
}

export interface XPathStep {
  /** After `//`: at any depth, otherwise directly below. */
  readonly anywhere: boolean;
  readonly node: 'element' | 'attribute' | 'text';
  /** As written, prefix included; null for any. */
  readonly name: string | null;
  readonly predicates: readonly XPathPredicate[];
}

export type XPathPredicate =
  /** Counted from 1 among the nodes of one parent that the step and the predicates before choose. */
  | { readonly kind: 'position'; readonly position: number | 'last' }
  /** Something is there; `value`: and one of it has, or has not, this value. An empty path is the element itself. */
  | {
      readonly kind: 'found';
      readonly path: readonly XPathStep[];
      readonly value: XPathValue | null;
    };

export interface XPathValue {
  readonly operator: '=' | '!=';
  /** A number is compared as a number. */
  readonly literal: string | number;
}

/** `start` and `end`: where in the path. `beyond` names a part of XPath that does not run; otherwise the path is wrong. */
export interface XPathProblem {
  readonly start: number;
  readonly end: number;
  readonly beyond: string | null;
}

/** Thrown inside, caught below. */
class Refused extends Error {
  readonly problem: XPathProblem;
  constructor(problem: XPathProblem) {
    super('refused');
    this.problem = problem;
  }
}

interface Reader {
  readonly text: string;
  at: number;
  steps: number;
}

/** Never throws. */
export function parseXPath(text: string): XPath | XPathProblem {
  const reader: Reader = { text, at: 0, steps: 0 };
  try {
    const steps = path(reader, true);
    if (!atEnd(reader)) refuse(reader);
    return { steps };
  } catch (cause) {
    if (cause instanceof Refused) return cause.problem;
    throw cause;
  }
}

export function isXPath(parsed: XPath | XPathProblem): parsed is XPath {
  return 'steps' in parsed;
}

/** path := [ "." ] [ "/" | "//" ] step { ( "/" | "//" ) step } */
function path(reader: Reader, outermost: boolean): XPathStep[] {
  const fromHere = take(reader, /\.(?![.\w])/y) !== undefined;
  const first = take(reader, /\/\/?/y);
  if (!outermost && first === '//') refuseBack(reader, '// inside of [ ]', 2);
  if (!outermost && !fromHere && first !== undefined)
    refuseBack(reader, 'a path from the root inside of [ ]');
  if (fromHere && first === undefined) return [];
  const steps = [step(reader, first === '//')];
  for (let slash = take(reader, /\/\/?/y); slash !== undefined; slash = take(reader, /\/\/?/y)) {
    // Each element would look at all that is below it, once for each [ ] around.
    if (!outermost && slash === '//') refuseBack(reader, '// inside of [ ]', 2);
    if (steps.at(-1)?.node !== 'element') refuse(reader);
    steps.push(step(reader, slash === '//'));
  }
  return steps;
}

/** step := [ "@" ] ( name | "*" ) { predicate } | "text()" */
function step(reader: Reader, anywhere: boolean): XPathStep {
  reader.steps += 1;
  if (reader.steps > xpathStepsMax) refuseBack(reader, `more than ${xpathStepsMax} steps`);
  if (take(reader, /text\s*\(\s*\)/y)) return { anywhere, node: 'text', name: null, predicates: [] };
  const node = take(reader, /@/y) === undefined ? 'element' : 'attribute';
  const written = take(
    reader,
    /\*|[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?(?![\p{L}\p{N}_.-]|\s*\(|::)/uy,
  );
  if (written === undefined) return refuse(reader);
  const name = written === '*' ? null : written;
  return { anywhere, node, name, predicates: node === 'element' ? predicates(reader) : [] };
}

/** predicate := "[" ( integer | "last()" | path [ ( "=" | "!=" ) literal ] ) "]" */
function predicates(reader: Reader): XPathPredicate[] {
  const found: XPathPredicate[] = [];
  while (take(reader, /\[/y) !== undefined) {
    found.push(predicate(reader));
    if (take(reader, /\]/y) === undefined) refuse(reader);
  }
  return found;
}

function predicate(reader: Reader): XPathPredicate {
  const position = take(reader, /\d{1,9}(?!\.?\d)|last\s*\(\s*\)/y);
  if (position !== undefined)
    return { kind: 'position', position: position.startsWith('l') ? 'last' : Number(position) };
  const inside = path(reader, false);
  const operator = take(reader, /!?=/y);
  if (operator === undefined) return { kind: 'found', path: inside, value: null };
  return {
    kind: 'found',
    path: inside,
    value: { operator: operator === '=' ? '=' : '!=', literal: literal(reader) },
  };
}

function literal(reader: Reader): string | number {
  const quoted = take(reader, /"[^"]*"|'[^']*'/y);
  if (quoted !== undefined) return quoted.slice(1, -1);
  const number = take(reader, /-?\d+(\.\d+)?/y);
  return number === undefined ? refuse(reader) : Number(number);
}

/** The text that the expression matches here, after white space; undefined when it does not. */
function take(reader: Reader, expected: RegExp): string | undefined {
  skipSpace(reader);
  expected.lastIndex = reader.at;
  const found = expected.exec(reader.text)?.[0];
  reader.at += found?.length ?? 0;
  return found;
}

function atEnd(reader: Reader): boolean {
  skipSpace(reader);
  return reader.at === reader.text.length;
}

function skipSpace(reader: Reader): void {
  while (/[ \t\r\n]/.test(reader.text[reader.at] ?? '')) reader.at += 1;
}

/** Parts of XPath that may stand where something else was expected. */
const beyond: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/[\p{L}_][\p{L}\p{N}_.-]*\s*\(/uy, (text) => `the function ${text.replace(/\s*\($/, '()')}`],
  [/[\p{L}_][\p{L}\p{N}_.-]*\s*::/uy, (text) => `the axis ${text.replace(/\s/g, '')}`],
  [/\.\./y, () => 'the parent ..'],
  [/\|/y, () => 'the union |'],
  [/(and|or|div|mod)\b/y, (text) => `the operator ${text}`],
  [/[<>]=?|[+*-]/y, (text) => `the operator ${text}`],
  [/\$/y, () => 'a variable'],
  [/\(/y, () => 'a parenthesis'],
];

/** Nothing that runs can stand here. */
function refuse(reader: Reader): never {
  skipSpace(reader);
  for (const [expression, name] of beyond) {
    const found = take(reader, expression);
    if (found !== undefined) refuseBack(reader, name(found), found.length);
  }
  throw new Refused({ start: reader.at, end: Math.min(reader.text.length, reader.at + 1), beyond: null });
}

/** Refuses what was read last. */
function refuseBack({ at }: Reader, name: string, length = 1): never {
  throw new Refused({ start: Math.max(0, at - length), end: at, beyond: name });
}
