import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

describe('estimate', () => {
  it.each(['estimate', 'ESTIMATE'])('%s', (text) => {
    expect(commandOf(text)).toEqual({ kind: 'estimate' });
  });

  it.each([
    ['estimate 5', ['unexpected-symbol: 5']],
    ['estimate filter a', ['unexpected-symbol: filter']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
