import { describe, expect, it } from 'vitest';
import { mistakeIn, mistakesIn } from '../../test/language-expectations.ts';

describe('a call', () => {
  it('of an unknown function suggests one', () => {
    expect(mistakeIn('stats cuont(*)')).toEqual({
      message: 'Unknown function `cuont`.',
      hint: 'Did you mean `count`?',
    });
    expect(mistakesIn('fields lower(a)')).toEqual(['unknown-function: lower']);
  });

  it.each([
    ['now(1)', '`now` takes no arguments, not 1.'],
    ['abs()', '`abs` takes 1 argument, not 0.'],
    ['round(a, 1, 2)', '`round` takes 1 to 2 arguments, not 3.'],
    ['concat()', '`concat` takes 1 or more arguments, not 0.'],
    ['replace(a, "b")', '`replace` takes 3 arguments, not 2.'],
    ['bin(300)', '`bin` needs a period here, such as 5m or 1h.'],
    ['bin()', '`bin` takes 1 argument, not 0.'],
    ['bin(@ingestionTime, 1h)', '`bin` takes 1 argument, not 2.'],
    ['abs(5m)', '`abs` cannot take a period here.'],
    ['sum(*)', '`sum` cannot take a star.'],
  ])('%s', (call, message) => {
    expect(mistakeIn(`fields ${call}`).message).toBe(message);
  });

  it('of case takes ten branches and a default', () => {
    const branches = Array.from({ length: 10 }, (_, n) => `a = ${n}, ${n}`).join(', ');
    expect(mistakesIn(`fields case(${branches}, 99)`)).toEqual([]);
    expect(mistakesIn(`fields case(${branches}, b, 10, 99)`).map((line) => line.split(':')[0])).toEqual([
      'wrong-argument-count',
    ]);
  });

  it('of regexReplace has its pattern checked', () => {
    expect(mistakesIn('fields regexReplace(a, "(?=x)", "")')).toEqual(['invalid-regex: "(?=x)"']);
  });

  it.each(['0m', '1.5h'])('refuses the period %s', (period) => {
    expect(mistakesIn(`stats count(*) by bin(${period})`)).toEqual([`invalid-period: ${period}`]);
  });
});
