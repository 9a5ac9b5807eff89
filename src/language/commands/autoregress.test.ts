import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: name.split('.') });

describe('autoregress', () => {
  it.each([
    ['autoregress n', { first: 1, last: 1 }],
    ['autoregress n p=3', { first: 3, last: 3 }],
    ['autoregress n p = 1-4', { first: 1, last: 4 }],
    ['AUTOREGRESS n AS before P=2', { alias: { name: 'before' }, first: 2, last: 2 }],
    ['autoregress n as p', { alias: { name: 'p' }, first: 1, last: 1 }],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'autoregress', field: field('n'), ...expected });
  });

  it.each([
    ['autoregress', ['unexpected-symbol: ']],
    ['autoregress n p=0', ['invalid-option: 0']],
    ['autoregress n p=1.5', ['invalid-option: 1.5']],
    ['autoregress n p=-1', ['unexpected-symbol: -']],
    ['autoregress n p=x', ['unexpected-symbol: x']],
    ['autoregress n p=4-2', ['invalid-option: p=4-2']],
    ['autoregress n p=1-101', ['invalid-option: p=1-101']],
    ['autoregress n p=100001', ['invalid-option: 100001']],
    ['autoregress n as b p=1-2', ['invalid-option: b']],
    ['autoregress n p=2 as b', ['unexpected-symbol: as']],
    ['autoregress n, m', ['unexpected-symbol: ,']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it('says what the columns of a range are called', () => {
    expect(mistakeIn('autoregress bytes as b p=2-3').hint).toBe(
      'The columns of a range are called bytes_p2 to bytes_p3.',
    );
  });
});
