// Reading parsed JSON that may be anything.
import { LosslessNumber } from 'lossless-json';
import { expect, it } from 'vitest';
import { listOf, objectOf, textOf, textsOf } from './json.ts';

it.each([
  ['a', 'a'],
  ['', undefined],
  [5, '5'],
  [new LosslessNumber('12345678901234567890'), '12345678901234567890'],
  [true, undefined],
  [null, undefined],
  [{}, undefined],
])('text of %j is %s', (value, text) => expect(textOf(value)).toBe(text));

it('takes objects and lists for what they are', () => {
  expect(objectOf({ a: 1 })).toEqual({ a: 1 });
  for (const other of [null, 'x', 1, [1], undefined]) expect(objectOf(other)).toBeNull();
  expect(listOf([1, 2])).toEqual([1, 2]);
  for (const other of [null, 'x', { length: 1 }]) expect(listOf(other)).toEqual([]);
  expect(textsOf(['a', null, 2, ''])).toEqual(['a', '2']);
});
