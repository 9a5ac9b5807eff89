import { expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

it('json takes a field, a path and a name', () => {
  expect(commandOf('JSON field=@message "a.b" as x')).toEqual({
    kind: 'json',
    source: { kind: 'field', name: '@message', segments: ['@message'] },
    path: { kind: 'string', value: 'a.b' },
    alias: { name: 'x' },
  });
});

it.each([
  ['json', ['unexpected-symbol: ']],
  ['json "a" as x', ['unexpected-symbol: "a"']],
  ['json field "a" as x', ['unexpected-symbol: "a"']],
  ['json field=m a as x', ['unexpected-symbol: a']],
  ['json field=m "a"', ['unexpected-symbol: ']],
  ['json field=m "a" as x, y', ['unexpected-symbol: ,']],
])('%s', (text, expected) => {
  expect(mistakesIn(text)).toEqual(expected);
});
