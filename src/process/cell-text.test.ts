import { describe, expect, it } from 'vitest';
import { cellText, numberText, timestampText } from './cell-text.ts';

describe('numbers (reference 2.7)', () => {
  it.each([
    [27.65655, '27.6566'],
    [38.146973, '38.147'],
    [87.738037, '87.738'],
    [244.3, '244.3'],
    [3, '3'],
    [-2.5, '-2.5'],
    [-0.00001, '0'],
    [0, '0'],
    [-0, '0'],
    [1780503582214, '1780503582214'],
    [1e21, '1000000000000000000000'],
    [0.5, '0.5'],
    [100.10001, '100.1'],
    [9223372036854775807n, '9223372036854775807'],
  ])('%s is shown as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('leaves out what is not finite', () => {
    expect(numberText(Number.NaN)).toBeNull();
    expect(numberText(Number.POSITIVE_INFINITY)).toBeNull();
  });
});

describe('cells', () => {
  const pointer = (text: string): string => `ptr(${text})`;
  it.each([
    ['as typed 1.50', 'text', 'as typed 1.50'],
    ['1.50', 'text', '1.50'],
    ['1.50000', 'numericText', '1.5'],
    ['007', 'numericText', '007'],
    ['1e+20', 'numericText', '100000000000000000000'],
    ['n/a', 'numericText', 'n/a'],
    [true, 'boolean', '1'],
    [false, 'boolean', '0'],
    [1700000000123n, 'timestamp', '2023-11-14 22:13:20.123'],
    ['3:7', 'pointer', 'ptr(3:7)'],
    [null, 'text', null],
    ['"a \\"b\\" \\u2603"', 'json', 'a "b" ☃'],
    ['{"ok":true,"n":1.50}', 'json', '{"ok":true,"n":1.50}'],
    ['[]', 'json', '[]'],
    ['true', 'json', '1'],
    ['false', 'json', '0'],
    ['null', 'json', null],
    ['9007199254740993', 'json', '9007199254740993'],
    ['200.0', 'json', '200'],
    ['0.123456', 'json', '0.123456'],
    [null, 'json', null],
    ['["a","b, c"]', 'joinedList', 'a, b, c'],
    ['[]', 'joinedList', ''],
  ] as const)('%s as %s', (value, kind, text) => {
    expect(cellText(value, kind, pointer)).toBe(text);
  });
});

describe('timestamps', () => {
  it('are UTC with milliseconds', () => {
    expect(timestampText(0)).toBe('1970-01-01 00:00:00.000');
    expect(timestampText(Number.NaN)).toBeNull();
  });
});
