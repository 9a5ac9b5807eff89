import { describe, expect, it } from 'vitest';
import { commandOf, mistakesIn } from '../../../test/language-expectations.ts';

const field = (name: string): unknown => ({ kind: 'field', name, segments: name.split('.') });
const hour = { kind: 'period', count: 1, unit: 'hour' };

describe('sessionize', () => {
  it.each([
    ['sessionize user', { fields: [field('user')] }],
    [
      'sessionize userId, detail.device maxspan 1h as my_session',
      { fields: [field('userId'), field('detail.device')], maxspan: hour, alias: { name: 'my_session' } },
    ],
    ['SESSIONIZE a MAXSPAN 1 hour', { fields: [field('a')], maxspan: hour }],
    ['sessionize a, maxspan as s', { fields: [field('a'), field('maxspan')], alias: { name: 's' } }],
  ])('%s', (text, expected) => {
    expect(commandOf(text)).toEqual({ kind: 'sessionize', ...expected });
  });

  it.each([
    ['sessionize', ['unexpected-symbol: ']],
    ['sessionize user maxspan', ['unexpected-symbol: ']],
    ['sessionize user maxspan 30', ['unexpected-symbol: 30']],
    ['sessionize user maxspan=1h', ['unexpected-symbol: =']],
    ['sessionize user maxspan 0m', ['invalid-period: 0m']],
    ['sessionize user as s maxspan 1h', ['unexpected-symbol: maxspan']],
    ['sessionize tolower(user)', ['unexpected-symbol: (']],
  ])('%s', (text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
