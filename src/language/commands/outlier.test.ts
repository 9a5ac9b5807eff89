import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const fields = (...names: string[]): unknown =>
  names.map((name) => ({ kind: 'field', name, segments: [name] }));
const defaults = { kind: 'outlier', action: 'transform', factor: 2.5, lower: false, mark: false };

describe('outlier', () => {
  it.each([
    ['outlier cpu', { fields: fields('cpu') }],
    [
      'outlier action=remove param=3.0 uselower=true mark=true cpu memory',
      { action: 'remove', factor: 3, lower: true, mark: true, fields: fields('cpu', 'memory') },
    ],
    ['outlier mark = TRUE ACTION=Transform x', { mark: true, fields: fields('x') }],
    ['outlier mark param', { fields: fields('mark', 'param') }],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ ...defaults, ...expected });
  });

  it.each([
    ['outlier', ['unexpected-symbol: ']],
    ['outlier action=remove', ['unexpected-symbol: ']],
    ['outlier action=rm x', ['unexpected-symbol: rm']],
    ['outlier param=x y', ['unexpected-symbol: x']],
    ['outlier param=-1 y', ['unexpected-symbol: -']],
    ['outlier param=1e999 y', ['invalid-number: 1e999']],
    ['outlier mark=1 y', ['unexpected-symbol: 1']],
    ['outlier cpu, memory', ['unexpected-symbol: ,']],
    ['outlier cpu mark=true', ['unexpected-symbol: =']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
