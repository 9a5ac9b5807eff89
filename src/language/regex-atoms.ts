// Escapes and `[…]` classes of RE2 regular expressions: where one ends and what is wrong with it.

export interface RegexProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
}

export interface EscapeEnd {
  readonly end: number;
  /** The character it stands for; undefined for a class such as `\d` or a position such as `\b`. */
  readonly codePoint?: number;
  readonly problem?: RegexProblem;
}

const controls: Readonly<Record<string, number>> = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 };
const octal = /\\([1-7][0-7]{1,2}|0[0-7]{0,2})/y;
const hexadecimal = /\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/y;
const property = /\\[pP](?:\{\^?([A-Za-z_]+)\}|([A-Z]))/y;
const quotation = /\\Q(?:[\s\S]*?\\E|[\s\S]*$)/y;

/** The escape whose backslash is at `start`; inside a class positions and `\Q` are not allowed. */
export function escapeEnd(pattern: string, start: number, inClass = false): EscapeEnd {
  const letter = pattern[start + 1];
  const end = start + 2;
  if (letter === undefined)
    return refused(pattern, start, start + 1, 'a backslash at the end escapes nothing.');
  if (/[dDsSwW]/.test(letter)) return { end };
  if (!inClass && /[AzbB]/.test(letter)) return { end };
  if (letter in controls) return withCode(end, controls[letter]);
  if (letter === 'p' || letter === 'P') return propertyEnd(pattern, start);
  if (!inClass && letter === 'Q')
    return { end: start + (matchAt(quotation, pattern, start)?.[0].length ?? 2) };
  if (/[0-9x]/.test(letter)) return numericEnd(pattern, start);
  if (/[!-/:-@[-`{-~\s]/.test(letter)) return withCode(end, letter.charCodeAt(0));
  return refused(pattern, start, end, `unknown escape \\${letter}.`, escapeHints[letter]);
}

/** What to do instead. */
export const backReferenceHint = 'Take both parts with `parse` and compare them in a filter.';

const escapeHints: Readonly<Record<string, string>> = {
  Z: 'The end of the text is \\z.',
  h: 'Write [ \\t].',
  R: 'Write \\r?\\n.',
  k: 'Back-references are not supported.',
  g: 'Back-references are not supported.',
  u: 'Write \\x{…}.',
  e: 'Write \\x1b.',
  N: 'Write [^\\n].',
};

function numericEnd(pattern: string, start: number): EscapeEnd {
  const octalDigits = matchAt(octal, pattern, start);
  if (octalDigits !== undefined) {
    return withCode(start + octalDigits[0].length, Number.parseInt(octalDigits[1] ?? '', 8));
  }
  const hex = matchAt(hexadecimal, pattern, start);
  const codePoint = Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16);
  if (hex !== undefined && codePoint <= 0x10ffff) return withCode(start + hex[0].length, codePoint);
  const end = start + (hex?.[0].length ?? 2);
  return pattern[start + 1] === 'x'
    ? refused(pattern, start, end, 'write \\x7f or \\x{10ffff}.')
    : refused(pattern, start, end, 'back-references are not supported.', backReferenceHint);
}

function propertyEnd(pattern: string, start: number): EscapeEnd {
  const found = matchAt(property, pattern, start);
  const end = start + (found?.[0].length ?? 2);
  const name = found?.[1] ?? found?.[2] ?? '';
  if (found !== undefined && isProperty(name)) return { end };
  return refused(pattern, start, end, 'unknown Unicode class.', 'Write \\pL, \\p{Lu} or \\p{Greek}.');
}

/** RE2 knows general categories by their short names, and scripts. */
function isProperty(name: string): boolean {
  if (name === 'Any') return true;
  const property = /^[CLMNPSZ][a-z]?$/.test(name) ? name : `Script=${name}`;
  try {
    new RegExp(`\\p{${property}}`, 'u');
    return true;
  } catch {
    return false;
  }
}

const posixClass = /\[:(\^?)([\s\S]*?):\]/y;
const posixNames = /^(alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit)$/;

/** The class whose `[` is at `start`. */
export function classEnd(pattern: string, start: number): { end: number; problems: readonly RegexProblem[] } {
  const problems: RegexProblem[] = [];
  let at = pattern[start + 1] === '^' ? start + 2 : start + 1;
  for (let first = true; first || pattern[at] !== ']'; first = false) {
    if (at >= pattern.length) {
      problems.push({ message: 'this square bracket is never closed.', start, end: start + 1 });
      return { end: pattern.length, problems };
    }
    at = memberEnd(pattern, at, problems);
  }
  return { end: at + 1, problems };
}

/** One character, class or range inside `[…]`. */
function memberEnd(pattern: string, start: number, problems: RegexProblem[]): number {
  const posix = matchAt(posixClass, pattern, start);
  if (posix !== undefined) {
    const end = start + posix[0].length;
    if (!posixNames.test(posix[2] ?? ''))
      problems.push({ message: `unknown class ${posix[0]}.`, start, end });
    return end;
  }
  const low = character(pattern, start);
  if (low.problem !== undefined) problems.push(low.problem);
  const isRange = pattern[low.end] === '-' && pattern[low.end + 1] !== ']' && low.end + 1 < pattern.length;
  if (!isRange || low.codePoint === undefined) return low.end;
  const high = character(pattern, low.end + 1);
  if (high.problem !== undefined) problems.push(high.problem);
  else if (high.codePoint === undefined || high.codePoint < low.codePoint) {
    problems.push({ message: `${pattern.slice(start, high.end)} is no range.`, start, end: high.end });
  }
  return high.end;
}

function character(pattern: string, at: number): EscapeEnd {
  if (pattern[at] === '\\') return escapeEnd(pattern, at, true);
  const codePoint = pattern.codePointAt(at) ?? 0;
  return withCode(at + (codePoint > 0xffff ? 2 : 1), codePoint);
}

function withCode(end: number, codePoint: number | undefined): EscapeEnd {
  return codePoint === undefined ? { end } : { end, codePoint };
}

function refused(pattern: string, start: number, end: number, message: string, hint?: string): EscapeEnd {
  const problem = { message, start, end: Math.min(end, pattern.length) };
  return { end: problem.end, problem: hint === undefined ? problem : { ...problem, hint } };
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}
