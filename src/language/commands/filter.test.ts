import { describe, expect, it } from 'vitest';
import { commandOf, mistakeIn, mistakesIn } from '../../../test/language-expectations.ts';

describe('filter', () => {
  it('is also written where, and without a blank before a parenthesis', () => {
    const filter = commandOf('filter (size > 3)');
    expect(filter).toMatchObject({ kind: 'filter', condition: { kind: 'binary', operator: '>' } });
    expect(commandOf('WHERE(size > 3)')).toEqual(filter);
  });

  it('takes exactly one condition', () => {
    expect(mistakesIn('filter')).toEqual(['unexpected-symbol: ']);
    expect(mistakesIn('filter a = 1, b = 2')).toEqual(['unexpected-symbol: ,']);
  });

  it.each([
    ['filter m contains "x"', 'Write `field like "text"`.'],
    ['filter m not contains "x"', 'Write `field like "text"`.'],
    ['filter m startswith "x"', 'Write `startsWith(field, "text")`, or `field like /^text/`.'],
    ['filter a <> 1', 'Not equal is written `!=`.'],
    ['filter a is null', 'Write `not ispresent(field)` for a missing value.'],
    ['filter a between 1 and 2', 'Write `field >= low and field <= high`.'],
    ['filter a = 1 && b = 2', 'Write `and`.'],
    ['filter a !~ /x/', 'Not equal is written `!=`, and the negation of `like` is `not like`.'],
    ['filter a ? 1', 'There is no `? :`; write if(condition, a, b).'],
    ['filter a = “x”', 'Write straight quotes: " or \'.'],
    ['filter a = http://192.0.2.7/', 'A text is written in quotes.'],
  ])('%s', (text, hint) => {
    expect(mistakeIn(text).hint).toBe(hint);
  });
});
