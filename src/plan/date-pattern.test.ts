import { expect, it } from 'vitest';
import { datePattern } from './date-pattern.ts';

it('writes the parts in one order', () => {
  expect(datePattern('dd.MM.yy HH:mm')).toEqual({
    regex: '^(0[1-9]|[12][0-9]|3[01])\\.(0[1-9]|1[0-2])\\.([0-9]{2})\\ ([01][0-9]|2[0-3])\\:([0-5][0-9])$',
    rewrite: '20\\3|\\2|\\1|\\4|\\5|||||',
  });
});

it('fills fractions up to milliseconds', () => {
  const pattern = datePattern('yyyy HH mm ss S');
  expect(pattern).toMatchObject({ rewrite: '\\1|||\\2|\\3|\\4|\\500|||' });
});

it('takes text between apostrophes as it is', () => {
  expect(datePattern("yyyy'y''T.'''")).toMatchObject({ regex: "^([0-9]{4})y\\'T\\.\\'$" });
});

it.each([
  ['yyyy-MM-dd Q', 11, 1, 'holds Q'],
  ['YYYY', 0, 4, 'holds YYYY'],
  ['yyyyy', 0, 5, 'holds yyyyy'],
  ['yyyy HH:mm ZZZZ', 11, 4, 'holds ZZZZ'],
  ['yyyy[-MM]', 4, 1, '[ has a meaning'],
  ["yyyy'T", 4, 1, "' has a meaning"],
  ['yyyy yy', 5, 2, 'two parts for the year'],
  ['MM-dd', 0, 5, 'has no year'],
  ['', 0, 0, 'has no year'],
  ['yyyy dd', 0, 7, 'has the day, but not the month'],
  ['yyyy-MM-dd mm', 0, 13, 'has the minute, but not the hour'],
  ['yyyy-MM-dd hh:mm', 0, 16, 'need each other'],
  ['yyyy-MM-dd HH:mm a', 0, 18, 'need each other'],
  ['EEE d MMM yyyy hh:mm:ss.SSS a X', 30, 1, 'more than 9 parts'],
])('%s cannot be used', (format, at, length, problem) => {
  expect(datePattern(format)).toMatchObject({ at, length });
  expect(datePattern(format)).toHaveProperty('problem', expect.stringContaining(problem));
});
