import { expect, it } from 'vitest';
import { markedRange } from './marked-range.ts';

it.each([
  [{ start: 2, end: 5 }, 10, { from: 2, to: 5 }],
  [{ start: 10, end: 10 }, 10, { from: 9, to: 10 }],
  [{ start: 3, end: 3 }, 10, { from: 3, to: 4 }],
  [{ start: 20, end: 25 }, 10, { from: 9, to: 10 }],
  [{ start: 0, end: 0 }, 0, { from: 0, to: 0 }],
])('%o in %d characters is %o', (span, length, range) => expect(markedRange(span, length)).toEqual(range));
