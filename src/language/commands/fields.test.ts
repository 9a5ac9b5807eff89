import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: name.split('.') });

describe('fields', () => {
  it('lists fields and expressions, with or without names', () => {
    expect(commandOf('FIELDS @timestamp, a.b AS c, d = 1 as `Is one?`')).toEqual({
      kind: 'fields',
      items: [
        { expr: field('@timestamp') },
        { expr: field('a.b'), alias: { name: 'c' } },
        {
          expr: {
            kind: 'binary',
            operator: '=',
            left: field('d'),
            right: { kind: 'number', value: 1, text: '1' },
          },
          alias: { name: 'Is one?' },
        },
      ],
    });
  });

  it('may be written with leading commas and comments', () => {
    const text = 'fields color # the paint\n, size as s\n# , weight\n, shape';
    expect(commandOf(text)).toEqual(commandOf('fields color, size as s, shape'));
  });

  it('tolerates a comma before the next command', () => {
    expect(mistakesIn('fields a, | limit 1')).toEqual(['trailing-comma?: ,']);
  });

  it.each([
    ['fields', ['unexpected-symbol: ']],
    ['fields a b', ['unexpected-symbol: b']],
    ['fields a,, b', ['unexpected-symbol: ,']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it('has no star', () => {
    expect(mistakeIn('fields *').hint).toContain('without `fields` there are @timestamp and @message');
  });
});
