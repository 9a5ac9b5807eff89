import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const fields = (...names: string[]): unknown =>
  names.map((name) => ({ kind: 'field', name, segments: [name] }));

describe('countFrequent', () => {
  it.each(['countFrequent method, status', 'count_frequent method, status', 'COUNTFREQUENT method,status'])(
    '%s',
    (text) => {
      expect(commandOf(text)).toEqual({ kind: 'countFrequent', fields: fields('method', 'status') });
    },
  );

  it.each([
    ['countFrequent', ['unexpected-symbol: ']],
    ['countFrequent(method)', ['unexpected-symbol: (']],
    ['countFrequent a as b', ['unexpected-symbol: as']],
    ['countFrequent a by b', ['unexpected-symbol: by']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
