import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const message = { kind: 'field', name: '@message', segments: ['@message'] };

describe('pattern and what works on patterns', () => {
  it.each([
    ['pattern @message', { kind: 'pattern', operand: message }],
    ['DIFF', { kind: 'diff', against: 'previousPeriod' }],
    ['diff previousday', { kind: 'diff', against: 'previousDay' }],
    ['diff PreviousWeek', { kind: 'diff', against: 'previousWeek' }],
    ['diff previousMonth', { kind: 'diff', against: 'previousMonth' }],
    ['anomaly', { kind: 'anomaly' }],
    ['logcompare timeshift 7d', { kind: 'logcompare', shift: { kind: 'period', count: 7, unit: 'day' } }],
    [
      'LOGCOMPARE TIMESHIFT 2 weeks',
      { kind: 'logcompare', shift: { kind: 'period', count: 2, unit: 'week' } },
    ],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual(expected);
  });

  it('takes any expression', () => {
    expect(mistakesIn('pattern substr(@message, 0, 80)')).toEqual([]);
  });

  it.each([
    ['pattern', ['unexpected-symbol: ']],
    ['pattern a, b', ['unexpected-symbol: ,']],
    ['pattern a as b', ['unexpected-symbol: as']],
    ['diff yesterday', ['unexpected-symbol: yesterday']],
    ['diff previousDay previousWeek', ['unexpected-symbol: previousWeek']],
    ['anomaly x', ['unexpected-symbol: x']],
    ['logcompare', ['unexpected-symbol: ']],
    ['logcompare 7d', ['unexpected-symbol: 7d']],
    ['logcompare timeshift', ['unexpected-symbol: ']],
    ['logcompare timeshift=7d', ['unexpected-symbol: =']],
    ['logcompare timeshift 7', ['unexpected-symbol: 7']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
