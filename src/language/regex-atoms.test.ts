import { describe, expect, it } from 'vitest';
import { classEnd, escapeEnd } from './regex-atoms.ts';

describe('escapeEnd', () => {
  it.each([
    ['\\n', 2, 10],
    ['\\x41z', 4, 0x41],
    ['\\x{1F600}z', 9, 0x1f600],
    ['\\012', 4, 10],
    ['\\123', 4, 0o123],
    ['\\.', 2, 46],
    ['\\d', 2, undefined],
    ['\\p{Greek}z', 9, undefined],
    ['\\Qa*\\Ez', 6, undefined],
    ['\\Qa*', 4, undefined],
  ])('%s ends at %i', (pattern, end, codePoint) => {
    expect(escapeEnd(pattern, 0)).toEqual(codePoint === undefined ? { end } : { end, codePoint });
  });

  it.each(['\\b', '\\A', '\\Q'])('%s is none inside a class', (pattern) => {
    expect(escapeEnd(pattern, 0, true).problem?.message).toBe(`unknown escape ${pattern}.`);
    expect(escapeEnd(pattern, 0).problem).toBeUndefined();
  });
});

describe('classEnd', () => {
  it.each([
    ['[a]b]', 3],
    ['[]a]b', 4],
    ['[^]]b', 4],
    ['[\\]]b', 4],
    ['[[:alpha:]]b', 11],
    ['[[:x]b', 5],
    ['[A-\\]]b', 6],
  ])('%s ends at %i', (pattern, end) => {
    expect(classEnd(pattern, 0)).toEqual({ end, problems: [] });
  });
});
