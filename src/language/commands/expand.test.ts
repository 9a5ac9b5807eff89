import { expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

it('expand takes one field', () => {
  expect(commandOf('expand m.list')).toEqual({
    kind: 'expand',
    field: { kind: 'field', name: 'm.list', segments: ['m', 'list'] },
  });
});

it.each([
  ['expand', ['unexpected-symbol: ']],
  ['expand a, b', ['unexpected-symbol: ,']],
  ['expand a as b', ['unexpected-symbol: as']],
  ['expand split(a, ",")', ['unexpected-symbol: (']],
])('%s', (text, expected) => {
  expect(mistakesIn(text)).toEqual(expected);
});
