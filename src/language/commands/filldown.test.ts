import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

const field = (...segments: string[]): unknown => ({ kind: 'field', name: segments.join('.'), segments });
const wildcard = (pattern: string): unknown => ({ kind: 'wildcard', pattern });

describe('filldown', () => {
  it.each([
    ['filldown', []],
    ['filldown host', [field('host')]],
    ['filldown host cpu*', [field('host'), wildcard('cpu*')]],
    ['filldown * @time* detail.*.name a*b*', ['*', '@time*', 'detail.*.name', 'a*b*'].map(wildcard)],
    ['filldown detail.host `a*b` x', [field('detail', 'host'), field('a*b'), field('x')]],
    ['filldown c*2 d # all\n| limit 5', [wildcard('c*2'), field('d')]],
  ])('%s', (text, expected) => {
    expect(commandOf(text.replace(/\| limit.*/, ''))).toEqual({ kind: 'filldown', fields: expected });
  });

  it.each([
    ['filldown a, b', ['unexpected-symbol: ,']],
    ['filldown 5', ['unexpected-symbol: 5']],
    ['filldown a = 1', ['unexpected-symbol: =']],
    ['filldown "a"', ['unexpected-symbol: "a"']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it('says that there are no commas', () => {
    expect(mistakeIn('filldown a, b').hint).toBe('Here fields stand side by side, without commas.');
  });
});
