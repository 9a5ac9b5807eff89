import { expect, it } from 'vitest';
import { commandOf } from '../../../test/language-expectations.ts';

it('display takes what fields takes', () => {
  const display = commandOf('display a, b * 2 as c') as object;
  expect(display).toEqual({ ...(commandOf('fields a, b * 2 as c') as object), kind: 'display' });
});
