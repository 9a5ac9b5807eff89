// A merged text -> the pattern as results show it: which parts are tokens, what they are called, and the regular expression.

import { createHash } from 'node:crypto';
import { isAnyText, type MaskedText } from './masked-text.ts';
import { partKind } from './parts.ts';
import type { Pattern, PatternPiece, PatternToken, TokenType } from './pattern.ts';
import { severityOf } from './severity.ts';
import { tokenType } from './token-type.ts';
import { isOpen, numberSummaries, topValues, type ValueCounts } from './value-counts.ts';

/** Where the window starts and how long a slice of it is. */
export interface Slicing {
  readonly startMs: number;
  readonly sliceMs: number;
}

export function renderPattern(masked: MaskedText, { startMs, sliceMs }: Slicing): Pattern {
  const { pieces, tokens, regex } = renderParts(masked);
  const text = pieces
    .map((piece) => (typeof piece === 'string' ? piece : `<${tokens[piece]?.name}>`))
    .join('');
  const { tally } = masked;
  return {
    id: createHash('sha256').update(text).digest('hex').slice(0, 16),
    text,
    pieces,
    tokens,
    regex: `^${regex}$`,
    severity: severityOf(text),
    count: tally.count,
    recentCount: tally.recentCount,
    comparedCount: tally.comparedCount,
    timeline: { startMs, sliceMs, counts: tally.slices },
    samples: tally.samples.map(({ timeMs, text: sample }) => ({ timeMs, text: sample })),
  };
}

interface Rendered {
  readonly pieces: PatternPiece[];
  readonly tokens: PatternToken[];
  regex: string;
}

/** Of the text in front of a token, what its type may depend on. */
const contextChars = 32;

function renderParts(masked: MaskedText): Rendered {
  const rendered: Rendered = { pieces: [], tokens: [], regex: '' };
  let before = '';
  for (const [index, literal] of masked.literals.entries()) {
    before = (before + addConstant(rendered, literal)).slice(-contextChars);
    if (index === masked.words.length) break;
    const counts = masked.values[index] ?? null;
    const type = counts === null ? 'Token' : typeAt(masked, index, counts, before);
    const constant = counts === null ? masked.words[index] : constantValue(masked, counts, type, index);
    if (typeof constant === 'string') before += addConstant(rendered, constant);
    else if (counts !== null) before = `<${addToken(rendered, type, counts, masked.kinds[index] ?? 0)}>`;
  }
  return rendered;
}

/** What holds anything has no type, whatever its values look like. */
function typeAt(masked: MaskedText, index: number, counts: ValueCounts, before: string): TokenType {
  if (isRest(masked.kinds[index] ?? 0)) return 'Token';
  return tokenType(counts, before);
}

function addConstant(rendered: Rendered, text: string): string {
  if (text === '') return text;
  const last = rendered.pieces.at(-1);
  if (typeof last === 'string') rendered.pieces[rendered.pieces.length - 1] = last + text;
  else rendered.pieces.push(text);
  rendered.regex += escapeRegex(text);
  return text;
}

function addToken(rendered: Rendered, type: TokenType, counts: ValueCounts, kinds: number): string {
  const position = rendered.tokens.length;
  const name = `${type}-${position + 1}`;
  rendered.tokens.push({
    name,
    type,
    values: topValues(counts),
    open: isOpen(counts),
    rest: isRest(kinds),
    numbers: numberSummaries(counts),
  });
  rendered.pieces.push(position);
  rendered.regex += partRegex(kinds, counts);
  return name;
}

/** Types that are tokens even when they have one value: their nature is to vary. */
const alwaysTokens: ReadonlySet<TokenType> = new Set(['Time', 'Date', 'StatusCode']);

/**
 * The value of a part that never varied, or null when the part is a token. Of a single event nobody knows what varies: then whatever
 * has a type is a token.
 */
function constantValue(
  masked: MaskedText,
  counts: ValueCounts,
  type: TokenType,
  index: number,
): string | null {
  const [value] = counts.values;
  if (value === undefined || counts.values.length > 1 || isOpen(counts) || isAnyText(masked)) return null;
  if (masked.kinds[index] === 1 << partKind.tail || value.endsWith('…') || alwaysTokens.has(type))
    return null;
  const events = masked.tally.count + masked.tally.comparedCount;
  return events > 1 || type === 'Token' ? value : null;
}

/** Escapes what has a meaning in a regular expression, also between slashes. */
const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const has = (kinds: number, ...some: readonly number[]): boolean =>
  some.some((kind) => (kinds & (1 << kind)) !== 0);

const isRest = (kinds: number): boolean => has(kinds, partKind.tail, partKind.rest);

/** Matches every text that a part of these kinds can have been. */
function partRegex(kinds: number, counts: ValueCounts): string {
  if (isRest(kinds)) return '([\\s\\S]*?)';
  if (has(kinds, partKind.escapedValue)) return '((?:[^"\\\\]|\\\\[\\s\\S])*)';
  if (has(kinds, partKind.value, partKind.kind)) return '([^"]*)';
  if (has(kinds, partKind.bare)) return counts.numeric ? '([-+.\\deE]+)' : '([^\\s,:{}\\[\\]"]+)';
  if (has(kinds, partKind.time)) {
    return has(kinds, partKind.word, partKind.masked, partKind.number) ? '(.+?)' : '([\\w\\/:.,+ -]+)';
  }
  return kinds === 1 << partKind.number ? '([-+.\\d]+)' : '(\\S+)';
}
