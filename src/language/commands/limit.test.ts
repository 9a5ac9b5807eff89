import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

describe('limit', () => {
  it.each([
    ['limit 20', 20, false],
    ['LIMIT ANY 5', 5, true],
    ['head 3', 3, false],
    ['limit 100000', 100_000, false],
  ])('%s', (text, count, any) => {
    expect(commandOf(text)).toEqual({ kind: 'limit', count, any });
  });

  it.each([
    ['limit 0', ['invalid-limit: 0']],
    ['limit 1.5', ['invalid-limit: 1.5']],
    ['limit 100001', ['invalid-limit: 100001']],
    ['limit', ['unexpected-symbol: ']],
    ['limit -1', ['unexpected-symbol: -']],
    ['limit 5m', ['unexpected-symbol: 5m']],
    ['limit n', ['unexpected-symbol: n']],
    ['limit 5, 10', ['unexpected-symbol: ,']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
