import { describe, expect, it } from 'vitest';
import { bracketed, expressionOf, mistakeIn, mistakesIn } from '../../test/language-expectations.ts';

describe('members', () => {
  it.each([
    ['m.list[1].name', 'm.list.[1 "name"]'],
    ['m[0]', 'm.[0]'],
    ['m.`user.id`', 'm.user.id'],
    ['m[0].`user.id`', 'm.[0 "user.id"]'],
    ['m[0][12].0.@x.a.b', 'm.[0 12 "0" "@x" "a" "b"]'],
    ['trim(a).b.c', 'trim(a).["b" "c"]'],
    ['trim(a)[ 1 ].b', 'trim(a).[1 "b"]'],
    ['m.list[1] = 2', '(m.list.[1] = 2)'],
    ['-m[0] + 1', '((- m.[0]) + 1)'],
    ['not m.list[0].ok', '(not m.list.[0 "ok"])'],
  ])('%s', (text, expected) => {
    expect(bracketed(expressionOf(text))).toBe(expected);
  });

  it('spans the owner and the path', () => {
    expect(expressionOf('m.list[1].name = 1')).toMatchObject({ left: { span: { start: 7, end: 21 } } });
  });

  it.each([
    ['filter m[x] = 1', ['unexpected-symbol: x']],
    ['filter m[-1] = 1', ['unexpected-symbol: -']],
    ['filter m[1.5] = 1', ['unexpected-symbol: 1.5']],
    ['filter m["key"] = 1', ['unexpected-symbol: "key"']],
    ['filter m[0 = 1', ['unexpected-symbol: =']],
    ['filter m [0] = 1', ['unexpected-symbol: [']],
    ['filter m[0]. = 1', ['unexpected-symbol: =']],
    ['filter m[99999999999999999999] = 1', ['unexpected-symbol: 99999999999999999999']],
    ['sort m[0]', ['unexpected-symbol: [']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  it('says how keys are written', () => {
    expect(mistakeIn('filter m["key"] = 1').hint).toContain('map.`key`');
  });
});
