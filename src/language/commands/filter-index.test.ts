import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const a = { kind: 'field', name: 'a', segments: ['a'] };

describe('filterIndex', () => {
  it.each([
    [
      'filterIndex a = "x|y"',
      { kind: 'binary', operator: '=', left: a, right: { kind: 'string', value: 'x|y' } },
    ],
    [
      'FILTER_INDEX a == 1',
      { kind: 'binary', operator: '=', left: a, right: { kind: 'number', value: 1, text: '1' } },
    ],
    [
      'filterIndex (a = true)',
      { kind: 'binary', operator: '=', left: a, right: { kind: 'boolean', value: true } },
    ],
    [
      'filterIndex a in ["x"]',
      { kind: 'in', negated: false, operand: a, items: [{ kind: 'string', value: 'x' }] },
    ],
  ])('%s', (text, condition) => {
    expect(commandOf(text)).toEqual({ kind: 'filterIndex', condition });
  });

  it('takes a negative number', () => {
    expect(mistakesIn('filterIndex a = -3')).toEqual([]);
  });

  it.each([
    'a != 1',
    'a > 1',
    'a = b',
    'a = null',
    'a = -b',
    'a = 1 and b = 2',
    'a = 1 or a = 2',
    'not a = 1',
    'tolower(a) = "x"',
    '"x" = a',
    'a like "x"',
    'a not in [1]',
    'a in (fields b)',
    'ispresent(a)',
  ])('refuses %s', (condition) => {
    expect(mistakesIn(`filterIndex ${condition}`)).toEqual([`not-indexable: ${condition}`]);
  });
});
