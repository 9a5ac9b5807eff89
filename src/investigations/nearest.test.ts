// Names that may have been meant.
import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const names = ['checkout', 'checkin', 'recommendations', 'web', 'web-admin', 'orders'];

it.each([
  ['checkuot', ['checkout']],
  ['Checkout', ['checkout']],
  ['recomendation', ['recommendations']],
  ['web', ['web', 'web-admin']],
  ['order', ['orders']],
  ['zzzzzz', []],
  ['', []],
])('%s -> %j', (wanted, expected) => expect(nearest(wanted, names, (name) => name)).toEqual(expected));
