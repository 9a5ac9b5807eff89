import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

describe('dedup', () => {
  it('lists fields', () => {
    expect(commandOf('dedup a, `b c`')).toEqual({
      kind: 'dedup',
      keys: [
        { kind: 'field', name: 'a', segments: ['a'] },
        { kind: 'field', name: 'b c', segments: ['b c'] },
      ],
    });
  });

  it.each([
    ['dedup', ['unexpected-symbol: ']],
    ['dedup bin(5m)', ['unexpected-symbol: (']],
    ['dedup a as b', ['unexpected-symbol: as']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
